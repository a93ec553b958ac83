//! The lines of a text, stripped of what a mail program, a list or a table adds to them.

use super::signs::{is_letter, plain};
use super::stamps::unstamped;

/// A line that isn't blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextLine<'t> {
    /// Its number, counted from 1.
    pub(super) number: usize,
    /// The line as written, without the signs by which a mail quotes it.
    pub(super) written: &'t str,
    /// The line in plain signs, without list markers.
    pub(super) plain: String,
    /// Whether it is a list item.
    pub(super) listed: bool,
    /// Whether a blank line comes before it.
    pub(super) apart: bool,
}

/// The lines that aren't blank.
pub(super) fn lines(text: &str) -> Vec<TextLine<'_>> {
    let mut lines = Vec::new();
    let (mut number, mut apart, mut rest) = (0, true, Some(text));
    while let Some(text) = rest {
        let (line, after) = first_line(text);
        rest = after;
        number += 1;
        let written = unquoted(line);
        let plain = plain(written);
        if !plain.contains(|sign: char| !sign.is_ascii_whitespace()) || is_rule(&plain) {
            apart = true;
            continue;
        }
        let bare = without_signs_of_a_list(&plain);
        lines.push(TextLine {
            number,
            written,
            listed: is_item(&plain, bare),
            plain: bare.trim().to_owned(),
            apart,
        });
        apart = false;
    }
    lines
}

/// Splits off the first line. Mail and old programs end lines in many ways.
fn first_line(text: &str) -> (&str, Option<&str>) {
    const ENDS: [char; 7] = [
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    text.split_once(ENDS).map_or((text, None), |(line, after)| {
        let ends_with_return = text[line.len()..].starts_with('\r');
        let after = after
            .strip_prefix('\n')
            .filter(|_| ends_with_return)
            .unwrap_or(after);
        (line, Some(after))
    })
}

/// Strips the `>` of replies, and of replies to replies, and the stamp of a message in a chat.
fn unquoted(line: &str) -> &str {
    let outer = |sign: char| sign == '>' || sign == '\u{feff}' || sign.is_ascii_whitespace();
    unstamped(line.trim_start_matches(outer)).trim()
}

/// Whether a line is a rule, like that between the head of a table and its rows. Two dashes begin a signature instead.
fn is_rule(plain: &str) -> bool {
    let plain = plain.trim();
    plain.len() > 2 && plain.bytes().all(|sign| b"-=_*|:+ ".contains(&sign))
}

fn is_item(plain: &str, bare: &str) -> bool {
    let signs = &plain[..plain.len() - bare.len()];
    signs.contains(|sign: char| !"*_#\"'( ".contains(sign)) || signs.trim() == "*"
}

/// Strips bullets, boxes, pictures and numbers.
fn without_signs_of_a_list(plain: &str) -> &str {
    const BOXES: [&str; 4] = ["[ ]", "[x]", "[X]", "[]"];
    let mut bare = plain;
    loop {
        let unboxed = BOXES.iter().find_map(|it| bare.strip_prefix(it));
        let unmarked = bare.strip_prefix(|sign| !is_letter(sign));
        match unboxed.or(unmarked).or_else(|| without_number(bare)) {
            Some(rest) => bare = rest,
            None => return bare,
        }
    }
}

/// Strips a leading `1.`, `2)`, `3 -`, `b)` or `Step 4:`, if there is one.
fn without_number(text: &str) -> Option<&str> {
    const COUNTED: [&str; 4] = ["step", "exercise", "ex", "no"];
    let word = text
        .split(|sign: char| !sign.is_ascii_alphabetic())
        .next()?;
    let counted = COUNTED.iter().any(|it| it.eq_ignore_ascii_case(word));
    // As in "A1. Bridge".
    let lettered = word.len() == 1 && word != "x";
    let from = match (counted, lettered) {
        (true, _) => text[word.len()..].trim_start_matches(['.', ' ']),
        (_, true) if text[1..].starts_with(|sign: char| sign.is_ascii_digit()) => &text[1..],
        _ => text,
    };
    let digits = from.trim_start_matches(|sign: char| sign.is_ascii_digit());
    // As in "1a) Bridge".
    let after = match digits.strip_prefix(['a', 'b', 'c', 'd']) {
        Some(after) if after.starts_with([')', '.', ':']) => after,
        _ => digits,
    };
    if after.len() == from.len() {
        // A single letter.
        let after = text.strip_prefix(|sign: char| sign.is_ascii_alphabetic())?;
        return after
            .strip_prefix(") ")
            .or_else(|| after.strip_prefix(". "));
    }
    if from.len() - digits.len() > 3 {
        return None;
    }
    let ended = after.strip_prefix(['.', ')', ']']);
    let loosely = after.trim_start().strip_prefix([':', '-']);
    match (ended, loosely) {
        (Some(rest), _) if !is_quantity(rest) => Some(rest),
        (None, Some(rest)) if rest.starts_with(' ') && !is_quantity(rest.trim_start()) => {
            Some(rest)
        }
        (None, None) if counted && !is_quantity(after) => Some(after),
        _ => None,
    }
}

/// Whether a text begins with a number. Two that are joined, as in "90-90 rest", are a name.
fn is_quantity(text: &str) -> bool {
    let digit = |sign: char| sign.is_ascii_digit();
    let after = text.trim_start_matches(digit);
    let joined = after
        .strip_prefix(['-', '/'])
        .is_some_and(|rest| rest.starts_with(digit));
    text.starts_with(digit) && !joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn what_a_mail_or_a_list_adds_is_taken_off() {
        for written in [
            "Bridge",
            "1. Bridge",
            "1) Bridge",
            "1.) Bridge",
            "(1) Bridge",
            "#1 - Bridge",
            "- Bridge",
            "* Bridge",
            "• Bridge",
            "– Bridge",
            "[ ] Bridge",
            "- [x] Bridge",
            "☐ Bridge",
            "✅ Bridge",
            "🐱 Bridge",
            "> > Bridge",
            ">>1. Bridge",
            "1\u{fe0f}\u{20e3} Bridge",
            "① Bridge",
            "Step 1: Bridge",
            "a) Bridge",
            "A1. Bridge",
            "B2: Bridge",
            "1a) Bridge",
            "[12:31, 05/11/2026] Tom: Bridge",
            "05/11/2026, 12:31 - Tom: Bridge",
            "\u{feff}Bridge",
            "1.\u{a0}Bridge",
            "\tBridge  ",
            "→ Bridge",
            "**Bridge",
        ] {
            let read = lines(written);
            assert_eq!(read[0].plain, "Bridge", "{written}");
        }
        for (written, kept) in [
            ("4. 90-90 rest", "90-90 rest"),
            ("4 - 90-90 rest", "90-90 rest"),
        ] {
            assert_eq!(lines(written)[0].plain, kept);
        }
        for kept in [
            "90-90 rest",
            "3 x 10",
            "1:30",
            "2 - 3 min",
            "1.5 min",
            "30 s",
            "30s. 2 sets",
            "12 times",
            "A bridge",
            "No pain",
        ] {
            assert_eq!(lines(kept)[0].plain, kept);
        }
    }

    #[test]
    fn a_line_ends_as_any_program_ends_it() {
        for end in ["\n", "\r", "\r\n", "\u{2028}", "\u{b}"] {
            let text = ["one", "", "two", "three"].join(end);
            let read: Vec<_> = lines(&text)
                .into_iter()
                .map(|line| (line.number, line.written, line.apart))
                .collect();
            assert_eq!(
                read,
                [(1, "one", true), (3, "two", true), (4, "three", false)],
                "{end:?}"
            );
        }
    }

    #[test]
    fn an_item_of_a_list_is_known() {
        for (written, listed) in [
            ("- Walk", true),
            ("1. Walk", true),
            ("Walk", false),
            ("**Walk**", false),
            ("* Walk", true),
        ] {
            assert_eq!(lines(written)[0].listed, listed, "{written}");
        }
    }
}
