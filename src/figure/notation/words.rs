//! The words of one line, read one after the other.

use super::Problem;
use crate::figure::part::Hand;
use crate::figure::space::{Vector, vector};

/// The words of a line that are still to be read.
#[derive(Debug)]
pub(super) struct LineTokens<'a> {
    rest: std::iter::Peekable<std::str::SplitWhitespace<'a>>,
}

/// Which of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Both,
    One(Hand),
}

impl Which {
    pub(super) fn hands(self) -> &'static [Hand] {
        match self {
            Self::Both => &Hand::BOTH,
            Self::One(Hand::Right) => &[Hand::Right],
            Self::One(Hand::Left) => &[Hand::Left],
        }
    }
}

impl<'a> LineTokens<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self {
            rest: line.split_whitespace().peekable(),
        }
    }

    pub(super) fn is_empty(&mut self) -> bool {
        self.rest.peek().is_none()
    }

    pub(super) fn peek(&mut self) -> Option<&'a str> {
        self.rest.peek().copied()
    }

    /// The next word; `what` names it in the error if it is missing.
    pub(super) fn next(&mut self, what: &'static str) -> Result<&'a str, Problem> {
        self.rest.next().ok_or(Problem::Missing(what))
    }

    /// Takes the next word if it is this one. Returns whether it was.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        if found {
            self.rest.next();
        }
        found
    }

    /// The rest of the line, to be read once for each of a pair.
    pub(super) fn rest(&mut self) -> String {
        self.rest.by_ref().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn end(&mut self) -> Result<(), Problem> {
        match self.peek() {
            Some(found) => Err(unexpected(found, "the end of the line")),
            None => Ok(()),
        }
    }

    /// The next word as a number, if it is one.
    pub(super) fn number_if_any(&mut self) -> Option<f64> {
        let number = self.peek().and_then(number)?;
        self.rest.next();
        Some(number)
    }

    pub(super) fn number(&mut self) -> Result<f64, Problem> {
        let word = self.next("a number")?;
        number(word).ok_or_else(|| unexpected(word, "a number"))
    }

    /// Reads pairs of one of these names and a number, until another word comes.
    pub(super) fn numbers(&mut self, known: &mut [(&str, &mut f64)]) -> Result<(), Problem> {
        while let Some(name) = self.peek() {
            let Some((_, number)) = known.iter_mut().find(|(known, _)| *known == name) else {
                break;
            };
            self.rest.next();
            **number = self.number()?;
        }
        Ok(())
    }

    /// `right`, `left` or neither, which means both.
    pub(super) fn which(&mut self) -> Which {
        if self.take("right") {
            Which::One(Hand::Right)
        } else if self.take("left") {
            Which::One(Hand::Left)
        } else {
            Which::Both
        }
    }

    /// Directions in the room, added up: `front`, `up in`, `front 3 down`. A number says how many times the word before
    /// it counts. In and out depend on the side of the body.
    pub(super) fn direction(&mut self, hand: Hand) -> Result<Vector, Problem> {
        const EXPECTED: &str = "front, back, up, down, in, out, right or left";
        let mut sum = Vector::default();
        while let Some(way) = self.peek().and_then(|word| way(word, hand)) {
            self.rest.next();
            sum = sum + way * self.number_if_any().unwrap_or(1.0);
        }
        match sum.unit() {
            Some(direction) => Ok(direction),
            None => Err(match self.peek() {
                Some(found) => unexpected(found, EXPECTED),
                None => Problem::Missing(EXPECTED),
            }),
        }
    }
}

fn way(word: &str, hand: Hand) -> Option<Vector> {
    Some(match word {
        "front" => vector(1.0, 0.0, 0.0),
        "back" => vector(-1.0, 0.0, 0.0),
        "up" => vector(0.0, 1.0, 0.0),
        "down" => vector(0.0, -1.0, 0.0),
        "right" => vector(0.0, 0.0, 1.0),
        "left" => vector(0.0, 0.0, -1.0),
        "out" => vector(0.0, 0.0, hand.sign()),
        "in" => vector(0.0, 0.0, -hand.sign()),
        _ => return None,
    })
}

pub(super) fn unexpected(found: &str, expected: &'static str) -> Problem {
    Problem::Unexpected {
        found: found.to_owned(),
        expected,
    }
}

/// A number with at most one digit after the point. Reading only such numbers keeps the tables of a general parser out
/// of the page.
pub fn number(word: &str) -> Option<f64> {
    let (sign, bare) = word
        .strip_prefix('-')
        .map_or((1.0, word), |bare| (-1.0, bare));
    let (whole, tenths) = bare.split_once('.').unwrap_or((bare, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(tenths) || tenths.len() != 1 {
        return None;
    }
    let whole: u16 = whole.parse().ok()?;
    let tenths: u16 = tenths.parse().ok()?;
    Some(sign * (f64::from(whole) * 10.0 + f64::from(tenths)) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_digit_after_the_point() {
        for (word, expected) in [
            ("12", Some(12.0)),
            ("-0.5", Some(-0.5)),
            ("7.25", None),
            ("1e3", None),
            ("-", None),
            ("", None),
            ("99999", None),
        ] {
            assert_eq!(number(word), expected, "{word}");
        }
    }
}
