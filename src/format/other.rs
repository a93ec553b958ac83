//! Recognises texts that aren't routines by how they begin, so that a part of the text is enough.

/// Something other than a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// Everything that Limber stores, as saved from its settings.
    Backup,
    /// JSON data of some other program.
    Data,
    /// The source of a page or a drawing.
    Markup,
    /// A calendar.
    Calendar,
    /// A contact card.
    Contact,
    /// A PDF document.
    Pdf,
    /// A word processor document in the program's own format.
    Document,
    /// Not text at all: a picture, an archive, a recording.
    Binary,
}

/// Tells what a text is if it certainly isn't a routine; `None` if it may be one.
pub fn other(text: &str) -> Option<Other> {
    let bare =
        text.trim_start_matches(|sign: char| sign == '\u{feff}' || sign.is_ascii_whitespace());
    let begins = |with: &str| {
        let beginning = bare.as_bytes().get(..with.len());
        beginning.is_some_and(|it| it.eq_ignore_ascii_case(with.as_bytes()))
    };
    if begins("%PDF-") {
        return Some(Other::Pdf);
    }
    if begins("{\\rtf") {
        return Some(Other::Document);
    }
    if begins("PK\u{3}\u{4}") || is_binary(text) {
        return Some(Other::Binary);
    }
    if begins("BEGIN:VCALENDAR") || begins("BEGIN:VEVENT") {
        return Some(Other::Calendar);
    }
    if begins("BEGIN:VCARD") {
        return Some(Other::Contact);
    }
    if is_data(bare) {
        return Some(if bare.contains("\"limber/") {
            Other::Backup
        } else {
            Other::Data
        });
    }
    is_markup(bare).then_some(Other::Markup)
}

/// Whether a text contains what no real text does.
fn is_binary(text: &str) -> bool {
    // Bytes that aren't UTF-8 become replacement characters; mail that went through an old program may have a few.
    let odd =
        |sign: &char| matches!(sign, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}');
    let (mut strange, mut all) = (0, 0);
    for sign in text.chars().take(1_000) {
        all += 1;
        if sign == '\0' {
            return true;
        }
        strange += usize::from(odd(&sign) || sign == char::REPLACEMENT_CHARACTER);
    }
    strange * 10 > all
}

/// Whether a text begins like JSON, and not like a list of tick boxes.
fn is_data(bare: &str) -> bool {
    let after = |open: char| bare.strip_prefix(open).map(str::trim_start);
    let object = after('{').is_some_and(|rest| rest.starts_with(['"', '}']));
    let list = after('[').is_some_and(|rest| rest.starts_with(['{', '[', '"']));
    object || list
}

/// Whether a text begins with a tag. An address in angle brackets isn't one.
fn is_markup(bare: &str) -> bool {
    let Some(tag) = bare.strip_prefix('<') else {
        return false;
    };
    let named = tag.trim_start_matches(['!', '?']);
    let name = named.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric());
    name.len() < named.len() && name.starts_with(['>', ' ', '\n', '\r', '/', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_routine_is_known_by_how_it_begins() {
        for (text, expected) in [
            ("{\"limber/settings\": \"{}\"}", Other::Backup),
            ("\u{feff}\n{ \"limber/person\":", Other::Backup),
            ("{\"name\": 1}", Other::Data),
            ("[{\"a\": 1}]", Other::Data),
            ("{}", Other::Data),
            ("<!DOCTYPE html><html>", Other::Markup),
            ("<?xml version=\"1.0\"?>", Other::Markup),
            ("<p>Bridge</p>", Other::Markup),
            ("BEGIN:VCALENDAR\r\n", Other::Calendar),
            ("begin:vcard\n", Other::Contact),
            ("%PDF-1.7\n%\u{fffd}", Other::Pdf),
            ("{\\rtf1\\ansi", Other::Document),
            ("PK\u{3}\u{4}\u{14}", Other::Binary),
            ("\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR", Other::Binary),
            ("\u{fffd}\u{fffd}\u{fffd}\u{fffd}", Other::Binary),
        ] {
            assert_eq!(other(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "pigeon",
            "[ ] pigeon",
            "[x] Bridge: 3 x 10",
            "<https://example.org/#/routine/morning>",
            "< 30 s",
            "[1] Walk",
            "caf\u{fffd} at noon, and then a walk",
        ] {
            assert_eq!(other(text), None, "{text}");
        }
    }
}
