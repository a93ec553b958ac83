//! Splits a text into numbers, words and signs.

use super::signs::is_letter;

/// The number one, in hundredths.
pub(super) const WHOLE: u64 = 100;

/// More than anything that is led, so that nothing overflows.
pub(super) const MOST: u64 = 100_000 * WHOLE;

/// A number, a word or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raw<'t> {
    /// A number in hundredths, and whether it directly follows another part.
    Number(u64, bool),
    Word(&'t str),
    /// A sign, and whether it directly follows another part.
    Sign(char, bool),
}

/// Splits a text into its parts.
pub(super) fn raw(text: &str) -> Vec<Raw<'_>> {
    let mut raw = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let spaced = rest.starts_with(' ');
        rest = rest.trim_start_matches(' ');
        let glued = !spaced && !raw.is_empty();
        let of = |kind: fn(char) -> bool| rest.len() - rest.trim_start_matches(kind).len();
        let (digits, letters) = (of(|it| it.is_ascii_digit()), of(is_of_a_word));
        let used = if digits > 0 {
            let (number, used) = digits_at(rest, digits);
            raw.push(Raw::Number(number, glued));
            used
        } else if letters > 0 {
            let word = &rest[..letters];
            raw.push(
                number_word(word)
                    .map_or(Raw::Word(word), |number| Raw::Number(number * WHOLE, false)),
            );
            letters
        } else if let Some(sign) = rest.chars().next() {
            raw.push(Raw::Sign(sign, glued));
            sign.len_utf8()
        } else {
            debug_assert!(sign == ' ');
            0
        };
        rest = &rest[used..];
    }
    raw
}

fn is_of_a_word(sign: char) -> bool {
    !sign.is_ascii_digit() && is_letter(sign)
}

/// A number that begins with this many digits, and how much of the text it takes up: `12`, `1.5`, `1,5`.
fn digits_at(text: &str, digits: usize) -> (u64, usize) {
    let whole = text[..digits].parse().unwrap_or(MOST).min(MOST / WHOLE) * WHOLE;
    let part = text[digits..].strip_prefix(['.', ',']).unwrap_or("");
    let part_digits = part.len()
        - part
            .trim_start_matches(|it: char| it.is_ascii_digit())
            .len();
    match part_digits {
        1 | 2 => {
            let of_ten = if part_digits == 1 { 10 } else { 1 };
            let part = part[..part_digits].parse().unwrap_or(0) * of_ten;
            (whole + part, digits + 1 + part_digits)
        }
        _ => (whole, digits),
    }
}

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    number_word(word).is_some()
}

fn number_word(word: &str) -> Option<u64> {
    const WORDS: [(&str, u64); 18] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
        ("fifteen", 15),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("ninety", 90),
    ];
    WORDS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, number)| *number)
}
