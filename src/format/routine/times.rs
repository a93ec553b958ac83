//! Times as people write them: `30sec`, `1'30"`, `1 h 30`, `00:01:30`.

use super::scanning::{Raw, WHOLE};

/// A second, in tenths of a second.
pub(super) const SECOND: u64 = 10;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// A unit of time in tenths of a second, and how many parts it takes up.
pub(super) fn unit(raw: &[Raw<'_>]) -> Option<(u64, usize)> {
    let (word, used) = match raw {
        [Raw::Word(word), ..] => (*word, 1),
        // As in "a 30-second hold".
        [Raw::Sign('-', true), Raw::Word(word), ..] => (*word, 2),
        _ => return None,
    };
    let tenths = match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" => SECOND,
        "m" | "min" | "mins" | "minute" | "minutes" => MINUTE,
        "h" | "hr" | "hrs" | "hour" | "hours" => HOUR,
        _ => return None,
    };
    Some((tenths, used))
}

/// A time like `1:30`, `1:30 h`, `0:01:30`, `1'30"`, `30"` or `2'`, and how many parts it takes up.
pub(super) fn clock(raw: &[Raw<'_>]) -> Option<(u64, usize)> {
    let (time, used) = signs(raw)?;
    // As in "1:30 min".
    match unit(&raw[used..]) {
        Some((HOUR, more)) if used == 3 => Some((time * 60, used + more)),
        Some((_, more)) => Some((time, used + more)),
        None => Some((time, used)),
    }
}

/// A time made of numbers and signs alone, of which the last number is seconds.
fn signs(raw: &[Raw<'_>]) -> Option<(u64, usize)> {
    let seconds_sign = |raw: &[Raw<'_>]| match raw {
        [Raw::Sign('"', true), ..] => Some(1),
        [Raw::Sign('\'', true), Raw::Sign('\'', true), ..] => Some(2),
        _ => None,
    };
    let [Raw::Number(first, _), rest @ ..] = raw else {
        return None;
    };
    if let Some(used) = seconds_sign(rest) {
        return Some((first * SECOND / WHOLE, 1 + used));
    }
    match rest {
        [
            Raw::Sign(':', true),
            Raw::Number(minutes, true),
            Raw::Sign(':', true),
            Raw::Number(seconds, true),
            ..,
        ] if *minutes < 60 * WHOLE && *seconds < 60 * WHOLE => Some((
            (first * HOUR + minutes * MINUTE + seconds * SECOND) / WHOLE,
            5,
        )),
        [
            Raw::Sign(sign @ (':' | '\''), true),
            Raw::Number(seconds, true),
            rest @ ..,
        ] if *seconds < 60 * WHOLE => {
            let closed = seconds_sign(rest).filter(|_| *sign == '\'').unwrap_or(0);
            Some(((first * MINUTE + seconds * SECOND) / WHOLE, 3 + closed))
        }
        [Raw::Sign('\'', true), ..] => Some((first * MINUTE / WHOLE, 2)),
        _ => None,
    }
}

/// What follows a number of hours or minutes, `of` being that unit: `1 min 30 s`, `1m30`, `1 h 30`, `an hour and a half`.
pub(super) fn smaller(raw: &[Raw<'_>], of: u64) -> (u64, usize) {
    let (rest, joined) = match raw {
        [Raw::Word("and"), rest @ ..] => (rest, 1),
        _ => (raw, 0),
    };
    if let [Raw::Word("a"), Raw::Word("half"), ..] = rest {
        return (of / 2, joined + 2);
    }
    let [Raw::Number(number, _), rest @ ..] = rest else {
        return (0, 0);
    };
    let (unit, used) = match (unit(rest), rest) {
        (Some((unit, used)), _) if unit < of => (unit, used),
        (None, [] | [Raw::Sign(..), ..]) if *number < 60 * WHOLE && joined == 0 => (of / 60, 0),
        _ => return (0, 0),
    };
    let (more, after) = match unit {
        SECOND => (0, 0),
        _ => smaller(&rest[used..], unit),
    };
    (number * unit / WHOLE + more, joined + 1 + used + after)
}
