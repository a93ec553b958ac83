//! Amounts as people write them: `3 x 10`, `Hold 30 sec/side`, `2 sets of 12, 15 s rest`.
//!
//! They are heard clause by clause and put into the notation, which `library::reading` reads. Many people say which
//! side is meant; that changes nothing, since both are done.

use super::falling::fewer_each_time;
use super::heard::{Heard, Share};
use super::how_often::without_how_often;
use super::names;
use super::quantities::{Token, tokens};
use crate::domain::posture::Side;

/// Why an amount could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unclear {
    /// It is for one side only.
    Only(Side),
    /// It has words or numbers of unknown meaning.
    Words,
}

/// Words that say nothing about how much.
pub(super) const FILLING: &[&str] = &[
    "for",
    "of",
    "on",
    "the",
    "a",
    "an",
    "and",
    "with",
    "do",
    "then",
    "to",
    "at",
    "about",
    "approx",
    "approximately",
    "around",
    "roughly",
    "ca",
    "circa",
    "least",
    "up",
    "please",
    "slow",
    "slowly",
    "gentle",
    "gently",
    "easy",
    "deep",
    "each",
    "every",
    "per",
    "side",
    "sides",
    "leg",
    "legs",
    "arm",
    "arms",
    "both",
    "way",
    "ways",
    "direction",
    "directions",
    "alternate",
    "alternating",
    "repeat",
    "repeated",
    "done",
    "perform",
    "try",
    "start",
    "begin",
    "finish",
    "end",
    "next",
    "first",
    "finally",
    "lastly",
    "more",
    "full",
    "in",
    "spare",
    "ea",
    "time",
    "your",
    "w",
    "exercises",
    "postures",
    "poses",
    "stretches",
    "them",
    "bilateral",
    "bilaterally",
    "bilat",
    "count",
    "counts",
    "switch",
    "change",
];

/// Words that say what the number after them counts.
const NOUNS: [&str; 8] = [
    "set",
    "sets",
    "rep",
    "reps",
    "repetitions",
    "rounds",
    "hold",
    "rest",
];

/// Words after a quantity which say that it isn't one of the posture itself.
pub(super) const OTHERS: [&str; 11] = [
    "set", "sets", "round", "rounds", "rest", "pause", "break", "hold", "holds", "between", "apart",
];

/// Hears the amounts in a text. If `loosely`, whatever isn't understood is skipped, and the first of two contradictory
/// statements counts, which is good enough for an example.
pub(super) fn hear(text: &str, loosely: bool) -> Result<Heard, Unclear> {
    let small = without_brackets(fewer_each_time(&text.to_ascii_lowercase()));
    let mut heard = Heard::default();
    for clause in clauses(&small) {
        let (tokens, ranged) = tokens(clause);
        let mut often = Vec::new();
        let tokens = without_how_often(tokens, heard.says_something(), &mut often);
        if tokens.is_empty() && !often.is_empty() {
            heard.left_out.push(clause.trim().to_owned());
            continue;
        }
        heard.left_out.extend(often);
        if halves(&heard, &tokens) {
            heard.share = Share::OfBoth;
            continue;
        }
        if sums_up(&tokens) {
            heard.left_out.push(clause.trim().to_owned());
            continue;
        }
        let mut said = heard.clone();
        match said.take_all(&tokens, loosely) {
            Ok(()) => {
                said.ranged |= ranged;
                heard = said;
            }
            Err(()) if loosely => {}
            Err(()) if says_no_amount(&tokens) && !names_a_posture(clause) => {
                heard.strange = true;
                heard.left_out.push(clause.trim().to_owned());
            }
            Err(()) => return Err(Unclear::Words),
        }
    }
    match heard.sides {
        [true, false] if !loosely => Err(Unclear::Only(Side::Left)),
        [false, true] if !loosely => Err(Unclear::Only(Side::Right)),
        _ => Ok(heard),
    }
}

/// Takes nouns out of their brackets, as in "3 (sets) x 10 (reps)".
fn without_brackets(mut text: String) -> String {
    for noun in NOUNS {
        text = text.replace(&format!("({noun})"), noun);
    }
    text
}

/// Whether part of a text may say how much.
pub(super) fn may_say_how_much(text: &str) -> bool {
    hear(text, true).is_ok_and(|heard| heard.says_something())
}

/// Whether a text says how much, and contains nothing unknown.
pub(super) fn says_how_much(text: &str) -> bool {
    hear(text, false).is_ok_and(|heard| heard.is_plain() && !heard.is_strange())
}

/// Splits a text into clauses that stand for themselves. A comma between two digits is part of a number.
fn clauses(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let (mut clauses, mut from) = (Vec::new(), 0);
    for (at, sign) in text.bytes().enumerate() {
        let within = digit(at.checked_sub(1)) && digit(Some(at + 1));
        let ends = match sign {
            b',' => !within || parts(text, at),
            b'.' => !within,
            b':' | b'=' => !within && !is_asked_for(&text[from..at]),
            b'-' => parts_clauses(text, from, at),
            b'#' => !digit(Some(at + 1)),
            b';' | b'(' | b')' | b'[' | b']' | b'|' | b'\t' | b'!' | b'?' => true,
            _ => false,
        };
        if ends {
            clauses.push(&text[from..at]);
            from = at + 1;
        }
    }
    clauses.push(&text[from..]);
    clauses.retain(|clause| !clause.trim().is_empty());
    clauses
}

/// Whether a comma between two digits separates two numbers after all: in "12,10 s rest", nobody means hundredths of a
/// second.
fn parts(text: &str, at: usize) -> bool {
    let is_digit = |sign: &u8| sign.is_ascii_digit();
    let whole = text[..at].bytes().rev().take_while(is_digit).count();
    let after = &text[at + 1..];
    let part = &after[..after.bytes().take_while(is_digit).count()];
    let is_in_seconds = |time: u64| time > 0 && part.parse() == Ok(time / 10);
    whole > 1
        && part.len() == 2
        && matches!(tokens(after).0.first(), Some(Token::Time(time)) if is_in_seconds(*time))
}

/// Whether a dash stands between the two ends of a range: `30 sec - 1 min`, but not `30 sec - 1 min rest`.
fn ranges(before: &str, after: &str) -> bool {
    let (before, after) = (tokens(before).0, tokens(after).0);
    match (before.last(), after.as_slice()) {
        (Some(Token::Time(least)), [Token::Time(most), what @ ..]) => {
            most > least
                && !matches!(what.first(), Some(Token::Word(word)) if OTHERS.contains(word))
        }
        _ => false,
    }
}

/// Whether a clause ends in a word that says what the number after it counts: `Sets: 3`.
fn is_asked_for(clause: &str) -> bool {
    let clause = clause.trim_end().trim_end_matches(" time");
    NOUNS.contains(&clause.rsplit([' ', '/']).next().unwrap_or(clause))
}

/// Whether a dash parts two clauses, of which one begins at `from`. It joins two numbers, the ends of a range, and what is
/// counted to its number.
fn parts_clauses(text: &str, from: usize, at: usize) -> bool {
    let (before, after) = (&text[from..at], &text[at + 1..]);
    let digit = |sign: char| sign.is_ascii_digit();
    let numbered = after.trim_start().starts_with(digit);
    let joins = numbered && (before.trim_end().ends_with(digit) || is_asked_for(before));
    (after.is_empty() || after.starts_with(' ')) && !joins && !ranges(before, after)
}

/// Whether a clause says for each side what was said for both together: `10 reps (5 each side)`.
fn halves(heard: &Heard, tokens: &[Token<'_>]) -> bool {
    const SIDES: [&str; 9] = [
        "each", "ea", "per", "side", "leg", "left", "right", "l", "r",
    ];
    let is_one = |token: &Token<'_>| matches!(token, Token::Word(word) if SIDES.contains(word));
    let mut one = Heard::default();
    tokens.iter().any(is_one) && one.take_all(tokens, false).is_ok() && heard.is_twice(&one)
}

/// Whether a clause says how long everything takes.
fn sums_up(tokens: &[Token<'_>]) -> bool {
    let is_one =
        |token: &Token<'_>| matches!(token, Token::Word("total" | "altogether" | "overall"));
    tokens.iter().any(is_one)
}

/// Whether a clause begins with the name of another posture.
fn names_a_posture(clause: &str) -> bool {
    names::find(clause.trim()).is_some_and(|(span, _)| span.start == 0)
}

/// Whether a clause may be left out: it has no number, and no word that goes with one.
fn says_no_amount(tokens: &[Token<'_>]) -> bool {
    const BELONGING: [&str; 12] = [
        "hold", "set", "sets", "rep", "reps", "times", "breaths", "only", "min", "sec", "seconds",
        "minutes",
    ];
    tokens.iter().all(|token| match token {
        Token::Number(_) | Token::Time(_) | Token::By => false,
        Token::Word(word) => !BELONGING.contains(word),
        Token::Break => true,
    })
}
