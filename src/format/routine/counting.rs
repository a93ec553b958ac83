//! What a number counts, by the words before and after it.

use super::heard::{Heard, Verb, set};
use super::quantities::Token;
use super::scanning::WHOLE;

impl Heard {
    /// Takes in a word, and the numbers after it if it says what they count: `Sets: 3`, `Sets x reps: 3 x 10`.
    pub(super) fn take_named(
        &mut self,
        word: &str,
        after: &[Token<'_>],
        verb: &mut Verb,
    ) -> Result<usize, ()> {
        let (other, rest) = match after {
            [
                Token::By | Token::Word("per" | "and"),
                Token::Word(other),
                rest @ ..,
            ] => (Some(*other), rest),
            _ => (None, after),
        };
        let numbers = match rest {
            [Token::Break, numbers @ ..] => numbers,
            _ => rest,
        };
        let before = after.len() - numbers.len();
        match (other, numbers) {
            (None, [Token::Number(number), ..]) => match self.asked_for(word) {
                Some(place) => set(place, *number).map(|()| before + 1),
                None => self.take_word(word, verb),
            },
            (
                Some(other),
                [
                    Token::Number(one),
                    Token::By | Token::Break,
                    Token::Number(next),
                    ..,
                ],
            ) => {
                for (word, number) in [(word, one), (other, next)] {
                    set(self.asked_for(word).ok_or(())?, *number)?;
                }
                Ok(before + 3)
            }
            _ => self.take_word(word, verb),
        }
    }

    /// Where a number belongs if this word comes before it.
    fn asked_for(&mut self, word: &str) -> Option<&mut Option<u64>> {
        match word {
            "set" | "sets" => Some(&mut self.sets),
            "rep" | "reps" | "repetitions" => Some(&mut self.count),
            _ => None,
        }
    }

    /// Whether it is twice another amount, and nothing else.
    pub(super) fn is_twice(&self, one: &Self) -> bool {
        let count = |heard: &Self| heard.count.or(heard.bare);
        let time = |heard: &Self| heard.time.map(|(_, time)| time);
        let of_bare = one.bare.filter(|_| one.time.is_none());
        match (
            time(self),
            time(one).or(of_bare.map(|bare| bare * 10 / WHOLE)),
        ) {
            (Some(all), Some(of_side)) => all == 2 * of_side && one.count.is_none(),
            _ => count(one).is_some_and(|of_side| count(self) == Some(2 * of_side)),
        }
    }

    /// Where a number belongs if this word follows it.
    pub(super) fn counted(&mut self, word: &str) -> Option<&mut Option<u64>> {
        match word {
            "times" | "time" | "rep" | "reps" | "repetition" | "repetitions" | "repeats"
            | "movements" | "movement" => Some(&mut self.count),
            "breath" | "breaths" => Some(&mut self.breaths),
            "set" | "sets" => Some(&mut self.sets),
            "round" | "rounds" => Some(&mut self.by),
            _ => None,
        }
    }

    /// Whether the words after a number say what it counts.
    pub(super) fn is_counted(&mut self, after: &[Token<'_>]) -> bool {
        matches!(after.get(adjectives(after)), Some(Token::Word(word)) if self.counted(word).is_some())
    }
}

/// How many adjectives come before the word that a number counts: `10 slow movements`.
pub(super) fn adjectives(tokens: &[Token<'_>]) -> usize {
    const ADJECTIVES: [&str; 7] = [
        "slow",
        "gentle",
        "easy",
        "deep",
        "more",
        "full",
        "controlled",
    ];
    let is_one =
        |token: &&Token<'_>| matches!(token, Token::Word(word) if ADJECTIVES.contains(word));
    tokens.iter().take_while(is_one).count()
}
