//! Hears the amounts in a text, number by number.

use super::amounts::FILLING;
use super::counting::adjectives;
use super::quantities::Token;
use super::scanning::WHOLE;

/// What has been heard so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard {
    pub(super) time: Option<(Verb, u64)>,
    pub(super) rest: Option<u64>,
    pub(super) between: Option<u64>,
    pub(super) count: Option<u64>,
    pub(super) by: Option<u64>,
    pub(super) bare: Option<u64>,
    pub(super) breaths: Option<u64>,
    pub(super) sets: Option<u64>,
    pub(super) fewer: Option<u64>,
    pub(super) there: Option<u64>,
    pub(super) stay: Option<u64>,
    pub(super) back: Option<u64>,
    pub(super) sides: [bool; 2],
    pub(super) ranged: bool,
    pub(super) share: Share,
    pub(super) strange: bool,
    pub(super) left_out: Vec<String>,
}

/// What an amount is said of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Share {
    #[default]
    Unsaid,
    /// Of each side.
    OfEach,
    /// It is said twice, as in "5/5", which is once for each side.
    Twice,
    /// Of both sides together, and half as much of each.
    OfBoth,
}

/// The word that governs the numbers after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    None,
    Hold,
    Rest,
    Go,
    Pause,
    In,
    Out,
}

impl Heard {
    /// Whether it contains unknown words.
    pub(super) const fn is_strange(&self) -> bool {
        self.strange
    }

    /// Whether it says how much.
    pub(super) fn says_something(&self) -> bool {
        self.is_plain() || self.bare.is_some()
    }

    /// Whether it says how much in a way that can hardly mean anything else.
    pub(super) fn is_plain(&self) -> bool {
        self.time.is_some()
            || [
                self.rest,
                self.between,
                self.count,
                self.by,
                self.breaths,
                self.sets,
                self.there,
                self.stay,
                self.back,
            ]
            .iter()
            .any(Option::is_some)
    }

    /// Whether it is a time to rest, and nothing else.
    pub(super) fn is_rest_alone(&self) -> bool {
        let other = self.time.is_some()
            || [self.count, self.by, self.breaths, self.sets]
                .iter()
                .any(Option::is_some);
        (self.rest.is_some() || self.between.is_some()) && !other
    }

    /// Takes in one clause.
    pub(super) fn take_all(&mut self, tokens: &[Token<'_>], loosely: bool) -> Result<(), ()> {
        let between = tokens
            .iter()
            .any(|it| matches!(it, Token::Word("between" | "apart")));
        let (mut verb, mut rest) = (if between { Verb::Pause } else { Verb::None }, tokens);
        while let Some((first, after)) = rest.split_first() {
            let from = tokens.len() - rest.len();
            let taken = match first {
                Token::Time(time) => self.take_time(*time, verb, after),
                Token::Number(number) => self.take_number(*number, verb, after),
                Token::By => self.take_by(verb, after),
                // As in "10 reps in 30 s".
                Token::Word("in") if from > 0 && matches!(after, [Token::Time(_), ..]) => Err(()),
                Token::Word("in" | "out") if from == 0 && is_alone(after) => {
                    verb = if *first == Token::Word("in") {
                        Verb::In
                    } else {
                        Verb::Out
                    };
                    Ok(0)
                }
                // As in "set 2", which says which, and not how many.
                Token::Word("set" | "rep") if matches!(after, [Token::Number(_), ..]) => Err(()),
                Token::Word(word) => self.take_named(word, after, &mut verb),
                Token::Break => Ok(0),
            };
            match taken {
                Ok(used) => rest = &after[used..],
                Err(()) if loosely => {
                    self.strange = true;
                    rest = after;
                }
                Err(()) => return Err(()),
            }
        }
        Ok(())
    }

    /// Takes in a time, and returns how many of the tokens after it belong to it.
    fn take_time(&mut self, time: u64, verb: Verb, after: &[Token<'_>]) -> Result<usize, ()> {
        let word = match after.first() {
            Some(Token::Word(word)) => *word,
            _ => "",
        };
        let (place, used) = match (word, verb) {
            (_, Verb::Pause) => (&mut self.between, 0),
            ("there" | "inhale", _) => (&mut self.there, 1),
            ("in", _) if !matches!(after.get(1), Some(Token::Word(_))) => (&mut self.there, 1),
            ("stay", _) => (&mut self.stay, 1),
            ("back" | "out" | "exhale", _) => (&mut self.back, 1),
            ("rest" | "pause" | "break", _) => (&mut self.rest, 1),
            (_, Verb::In) => (&mut self.there, 0),
            (_, Verb::Out) => (&mut self.back, 0),
            (_, Verb::Rest) => (&mut self.rest, 0),
            (word, Verb::None | Verb::Hold | Verb::Go) => {
                let held = word == "hold" || word == "holds";
                let verb = if held { Verb::Hold } else { verb };
                match self.time {
                    Some((known, same)) if same != time || known != verb => return Err(()),
                    Some(_) => self.once_more()?,
                    None => self.time = Some((verb, time)),
                }
                return Ok(usize::from(held));
            }
        };
        set(place, time).map(|()| used)
    }

    /// Takes in a sign for "times", and returns how many of the tokens after it belong to it.
    fn take_by(&mut self, verb: Verb, after: &[Token<'_>]) -> Result<usize, ()> {
        match after {
            [Token::Number(number), what @ ..] if self.is_counted(what) => {
                self.take_number(*number, verb, what).map(|used| used + 1)
            }
            // As in "30 s x 3". A sign that follows a number was consumed along with that number.
            [Token::Number(number), what @ ..]
                if !matches!(what.get(adjectives(what)), Some(Token::By)) =>
            {
                set(&mut self.by, *number).map(|()| 1)
            }
            // As in "5 s x 10 x 3", which may be ten times or ten sets.
            [Token::Number(_), Token::By, Token::Number(_), ..] if self.time.is_some() => Err(()),
            _ => Ok(0),
        }
    }

    /// Takes in a number, and returns how many of the tokens after it belong to it.
    fn take_number(&mut self, number: u64, verb: Verb, after: &[Token<'_>]) -> Result<usize, ()> {
        let adjectives = adjectives(after);
        let place = match after.get(adjectives) {
            Some(Token::By) => {
                // "3 x sets" means three sets, whereas the 10 in "10 x 3 sets" counts something else.
                if let Some(Token::Word("set" | "sets" | "rounds")) = after.get(adjectives + 1) {
                    return set(&mut self.sets, number).map(|()| adjectives + 2);
                }
                Some(if self.by.is_some() {
                    &mut self.count
                } else {
                    &mut self.by
                })
            }
            // As in "3 times 10".
            Some(Token::Word("times")) if matches!(&after[adjectives + 1..], [Token::Number(_), what @ ..] if !self.is_counted(what)) => {
                Some(&mut self.by)
            }
            Some(Token::Word("fewer")) => Some(&mut self.fewer),
            Some(Token::Word(word)) => self.counted(word),
            _ => None,
        };
        match place {
            Some(place) => {
                let again = *place == Some(number);
                set(place, number)?;
                if again {
                    self.once_more()?;
                }
                Ok(adjectives + 1)
            }
            None => self.take_bare(number, verb),
        }
    }

    /// Notes that the same is said again. Of more than two, nobody knows what is meant.
    fn once_more(&mut self) -> Result<(), ()> {
        match self.share {
            Share::Unsaid if self.sides == [false; 2] => self.share = Share::Twice,
            Share::Twice => return Err(()),
            Share::Unsaid | Share::OfEach | Share::OfBoth => {}
        }
        Ok(())
    }

    fn take_bare(&mut self, number: u64, verb: Verb) -> Result<usize, ()> {
        /// The shortest rest without a unit: "rest 2" may mean minutes.
        const LEAST_REST: u64 = 10 * WHOLE;
        let of_sets = verb == Verb::Pause && self.by.is_some() && self.bare.is_none();
        match verb {
            Verb::None | Verb::Go => {
                if self.bare == Some(number) {
                    self.once_more()?;
                }
                set(&mut self.bare, number).map(|()| 0)
            }
            // As in "3 x 10 with 30 s between".
            Verb::Pause if of_sets => set(&mut self.bare, number).map(|()| 0),
            Verb::Rest | Verb::Pause if number < LEAST_REST => Err(()),
            Verb::Hold | Verb::Rest | Verb::Pause | Verb::In | Verb::Out => {
                self.ranged = true;
                self.take_time(number * 10 / WHOLE, verb, &[])
            }
        }
    }

    pub(super) fn take_word(&mut self, word: &str, verb: &mut Verb) -> Result<usize, ()> {
        match word {
            "hold" | "holding" | "holds" | "held" | "keep" | "stay" => *verb = Verb::Hold,
            "rest" | "resting" | "relax" => {
                *verb = if *verb == Verb::Pause {
                    Verb::Pause
                } else {
                    Verb::Rest
                }
            }
            "pause" | "break" => *verb = Verb::Pause,
            "go" => *verb = Verb::Go,
            "inhale" => *verb = Verb::In,
            "exhale" => *verb = Verb::Out,
            "once" => return set(&mut self.by, WHOLE).map(|()| 0),
            "twice" => return set(&mut self.by, 2 * WHOLE).map(|()| 0),
            "thrice" => return set(&mut self.by, 3 * WHOLE).map(|()| 0),
            "left" | "l" => self.sides[0] = true,
            "right" | "r" => self.sides[1] = true,
            "only" | "alone" | "between" | "apart" | "set" | "sets" | "rep" | "reps" => {}
            "least" | "up" => self.ranged = true,
            "each" | "per" => self.share = Share::OfEach,
            _ if FILLING.contains(&word) => {}
            _ => return Err(()),
        }
        Ok(0)
    }
}

/// Whether a time, or a number that may be one, stands for itself: `in 4 s`, `in 4`.
fn is_alone(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [Token::Time(_), ..] | [Token::Number(_)])
}

/// Sets a value, or fails if there is a different one already.
pub(super) fn set(place: &mut Option<u64>, value: u64) -> Result<(), ()> {
    match place.replace(value) {
        Some(known) if known != value => {
            *place = Some(known);
            Err(())
        }
        _ => Ok(()),
    }
}
