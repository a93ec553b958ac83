//! Numbers and times as people write them: `3×10`, `30sec`, `1'30"`, `2–3 min`, `half a minute`.

use super::scanning::{Raw, WHOLE, raw};
use super::times::{SECOND, clock, smaller, unit};

/// A token of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A number, in hundredths.
    Number(u64),
    /// A time, in tenths of a second.
    Time(u64),
    /// The sign for "times".
    By,
    /// A word in lower case.
    Word(&'t str),
    /// The end of one thing and the start of another.
    Break,
}

/// Splits a text, in plain signs and lower case, into tokens. Also tells whether there is a range, "from … to …", of
/// which the lesser number is taken.
pub(super) fn tokens(text: &str) -> (Vec<Token<'_>>, bool) {
    let mut raw = raw(text);
    let between = |parts: &[Raw<'_>]| {
        matches!(
            parts,
            [
                Raw::Word("between"),
                Raw::Number(..),
                Raw::Word("and"),
                Raw::Number(..)
            ]
        )
    };
    if let Some(at) = raw.windows(4).position(between) {
        raw[at + 2] = Raw::Word("to");
        raw.remove(at);
    }
    let (mut tokens, mut ranged, mut rest) = (Vec::new(), false, raw.as_slice());
    while let Some((first, after)) = rest.split_first() {
        if let Some((token, used, range)) = quantity(rest) {
            tokens.push(token);
            ranged |= range;
            rest = &rest[used..];
            continue;
        }
        // As in "10 e/s".
        if let [
            Raw::Word("e" | "p"),
            Raw::Sign('/', true),
            Raw::Word("s"),
            after @ ..,
        ] = rest
        {
            tokens.push(Token::Word("each"));
            rest = after;
            continue;
        }
        ranged |= is_limit(first, after);
        tokens.extend(token(first, after, tokens.last()));
        rest = after;
    }
    (tokens, ranged)
}

/// Whether a sign says that more or less than a number is meant, too: `10+`, `>10`.
fn is_limit(first: &Raw<'_>, after: &[Raw<'_>]) -> bool {
    let number_follows = matches!(after.first(), Some(Raw::Number(..)));
    match first {
        Raw::Sign('<' | '>' | '≤' | '≥', _) => number_follows,
        Raw::Sign('+', true) => !number_follows,
        Raw::Number(..) | Raw::Word(_) | Raw::Sign(..) => false,
    }
}

/// The token of a word or a sign, given the parts after it and the token before it.
fn token<'t>(first: &Raw<'t>, after: &[Raw<'t>], before: Option<&Token<'t>>) -> Option<Token<'t>> {
    let number_follows = matches!(after.first(), Some(Raw::Number(..)));
    Some(match first {
        Raw::Word("x") => Token::By,
        Raw::Word("by") if number_follows && matches!(before, Some(Token::Number(_))) => Token::By,
        Raw::Word(word) => Token::Word(word),
        Raw::Sign('*', _) if number_follows => Token::By,
        Raw::Sign('/', _) if number_follows => Token::Break,
        Raw::Sign('/', _) => Token::Word("per"),
        Raw::Sign('&' | '+', _) => Token::Word("and"),
        // As in "bridge #3", which is the third of some bridges.
        Raw::Sign('#', _) if number_follows => Token::Word("#"),
        Raw::Sign(
            ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '[' | ']' | '-' | '|' | '\t' | '@',
            _,
        )
        | Raw::Number(..) => Token::Break,
        Raw::Sign(..) => return None,
    })
}

/// The number or time at the beginning, how many parts it takes up, and whether it is the lesser of a range.
fn quantity<'t>(raw: &[Raw<'t>]) -> Option<(Token<'t>, usize, bool)> {
    if let Some((time, used)) = clock(raw) {
        return Some((Token::Time(time), used, false));
    }
    let (number, mut used) = number(raw)?;
    let mut factor = unit(&raw[used..]);
    used += factor.map_or(0, |(_, more)| more);
    let range = range(&raw[used..], number, factor.map(|(tenths, _)| tenths));
    if let Some((later, more)) = range {
        used += more;
        factor = factor.or(later);
    }
    let Some((tenths, _)) = factor else {
        return Some((Token::Number(number), used, range.is_some()));
    };
    let mut time = number * tenths / WHOLE;
    if tenths > SECOND && range.is_none() {
        let (more, after) = smaller(&raw[used..], tenths);
        time += more;
        used += after;
    }
    Some((Token::Time(time), used, range.is_some()))
}

/// The greatest number below the line of a fraction: "30/60" are two numbers.
const PARTS: u64 = 4 * WHOLE;

/// A number like `12`, `1/2`, `1 1/2`, `one and a half` or `half a`, or `a` before a unit.
fn number(raw: &[Raw<'_>]) -> Option<(u64, usize)> {
    match raw {
        [
            Raw::Number(whole, _),
            Raw::Number(one, _),
            Raw::Sign('/', true),
            Raw::Number(of, true),
            ..,
        ] if *of > *one && *of <= PARTS => Some((whole + one * WHOLE / of, 4)),
        [
            Raw::Number(one, _),
            Raw::Sign('/', true),
            Raw::Number(of, true),
            ..,
        ] if *of > *one && *of <= PARTS => Some((one * WHOLE / of, 3)),
        [
            Raw::Number(whole, _),
            Raw::Word("and"),
            Raw::Word("a"),
            Raw::Word("half"),
            ..,
        ] => Some((whole + WHOLE / 2, 4)),
        [
            Raw::Number(tens, false),
            Raw::Sign('-', true),
            Raw::Number(one, false),
            ..,
        ] if *tens >= 20 * WHOLE && *one < 10 * WHOLE && tens % (10 * WHOLE) == 0 => {
            Some((tens + one, 3))
        }
        [Raw::Number(number, _), ..] => Some((*number, 1)),
        [Raw::Word("half"), Raw::Word("a" | "an"), rest @ ..] if unit(rest).is_some() => {
            Some((WHOLE / 2, 2))
        }
        [Raw::Word("half"), rest @ ..] if unit(rest).is_some() => Some((WHOLE / 2, 1)),
        [Raw::Word("a" | "an"), rest @ ..] if unit(rest).is_some() => Some((WHOLE, 1)),
        _ => None,
    }
}

/// The unit after the greater number of a range, and how many parts the range takes up: `–60 s`, `to 12`, `or more`.
fn range(raw: &[Raw<'_>], least: u64, of: Option<u64>) -> Option<(Option<(u64, usize)>, usize)> {
    if let [
        Raw::Word("or"),
        Raw::Word("more" | "longer" | "less" | "so"),
        ..,
    ] = raw
    {
        return Some((None, 2));
    }
    let [Raw::Sign('-' | '~', _) | Raw::Word("to" | "or"), rest @ ..] = raw else {
        return None;
    };
    let (most, used) = number(rest)?;
    let unit = unit(&rest[used..]);
    let ascends = match (of, unit) {
        (Some(of), Some((unit, _))) => most * unit > least * of,
        (Some(_), None) => false,
        (None, _) => most > least,
    };
    ascends.then_some((unit, 1 + used + unit.map_or(0, |(_, more)| more)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::routine::scanning::MOST;

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn times_are_read_however_they_are_written() {
        for (written, tenths) in [
            ("30 s", 300),
            ("30sec", 300),
            ("30 secs", 300),
            ("30-second", 300),
            ("30\"", 300),
            ("30''", 300),
            ("2'", 1_200),
            ("1'30\"", 900),
            ("1:30", 900),
            ("0:45 min", 450),
            ("1.5 min", 900),
            ("1,5 min", 900),
            ("1.25 minutes", 750),
            ("1 1/2 min", 900),
            ("1/2 min", 300),
            ("half a minute", 300),
            ("a minute", 600),
            ("a minute and a half", 900),
            ("one and a half minutes", 900),
            ("1 min 30 s", 900),
            ("1 minute and 30 seconds", 900),
            ("1min30", 900),
            ("forty-five seconds", 450),
            ("thirty seconds", 300),
            ("1 h", 36_000),
            ("0.5 s", 5),
            ("an hour and a half", 54_000),
            ("1 h 30", 54_000),
            ("1h30", 54_000),
            ("1:30 h", 54_000),
            ("1 hour and 30 minutes", 54_000),
            ("1 h 2 min 3 s", 37_230),
            ("1 h 3 s", 36_030),
            ("1:30:00", 54_000),
            ("00:00:30", 300),
        ] {
            assert_eq!(
                tokens(written),
                (vec![Token::Time(tenths)], false),
                "{written}"
            );
        }
    }

    #[test]
    fn of_two_numbers_the_lesser_is_taken() {
        for (written, token) in [
            ("2-3 min", Token::Time(1_200)),
            ("2 - 3 min", Token::Time(1_200)),
            ("30 to 60 seconds", Token::Time(300)),
            ("30 s - 60 s", Token::Time(300)),
            ("30 s-1 min", Token::Time(300)),
            ("8-12", Token::Number(800)),
            ("30 s or more", Token::Time(300)),
            ("between 8 and 10", Token::Number(800)),
            (">10", Token::Number(1_000)),
        ] {
            assert_eq!(tokens(written), (vec![token], true), "{written}");
        }
    }

    #[test]
    fn numbers_and_signs_are_told_apart() {
        use Token::{Break, By, Number, Word};
        for (written, expected) in [
            ("3x10", vec![Number(300), By, Number(1_000)]),
            ("3*10", vec![Number(300), By, Number(1_000)]),
            ("x10", vec![By, Number(1_000)]),
            ("10/side", vec![Number(1_000), Word("per"), Word("side")]),
            (
                "3 sets, 10",
                vec![Number(300), Word("sets"), Break, Number(1_000)],
            ),
            ("99999999999999999999", vec![Number(MOST)]),
            ("🐱", vec![]),
        ] {
            assert_eq!(tokens(written).0, expected, "{written}");
        }
    }
}
