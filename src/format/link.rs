//! Text in addresses: after the `#`, where no host ever sees it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but letters, digits and the characters allowed anywhere in an address (RFC 3986, 2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Encodes a text as part of an address.
pub fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Decodes a part of an address. Invalid UTF-8 becomes replacement characters, for the reader of the text to report.
pub fn unescape(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// Decodes a part of an address until it means something, as judged by `means`. Programs that pass addresses on escape
/// them again.
pub fn unescape_again(part: &str, means: impl Fn(&str) -> bool) -> String {
    let once = unescape(part);
    let mut text = once.clone();
    for _ in 0..MOST_TIMES {
        if means(&text) {
            return text;
        }
        if !text.contains('%') {
            break;
        }
        text = unescape(&text);
    }
    once
}

/// How many times a text may have been escaped.
const MOST_TIMES: usize = 3;

/// Finds possible fragments of Limber's own addresses in a text, the likeliest first. People who share an address often
/// add a line, and their programs add brackets, break it, or escape it.
pub fn fragments_in(text: &str) -> Vec<String> {
    let mut fragments = Vec::new();
    let text = without_soft_breaks(text);
    let lines: Vec<_> = text.split(['\n', '\r']).collect();
    for (nth, line) in lines.iter().enumerate() {
        for word in line
            .split(BETWEEN_WORDS)
            .filter(|it| it.contains(':') || it.contains('%'))
        {
            let mut following = lines[nth + 1..]
                .iter()
                .map(|it| beginning(it.trim_matches(QUOTED)));
            let mut next = || following.find(|it| !it.is_empty()).unwrap_or_default();
            let mut whole = word.to_owned();
            let mut more = if line.trim_end().ends_with(word) {
                next()
            } else {
                ""
            };
            while is_broken(&whole, more) {
                whole.push_str(more);
                more = next();
            }
            for word in [&whole, word, &format!("{whole}{more}")] {
                fragments.extend(fragment_of(word).map(|it| closed(&it)));
            }
        }
    }
    fragments
}

/// Characters that end a word, and are in none of Limber's addresses.
const BETWEEN_WORDS: [char; 9] = [' ', '\t', '\u{a0}', '<', '>', '"', '(', '[', ']'];

/// Characters that a mail program puts before each line it quotes.
const QUOTED: [char; 4] = ['>', ' ', '\t', '\u{a0}'];

/// Removes the breaks that "quoted-printable" puts into long lines (RFC 2045, 6.7).
fn without_soft_breaks(text: &str) -> String {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    if joined.len() == text.len() {
        joined
    } else {
        joined.replace("=3D", "=")
    }
}

/// The fragment of an address, which may be escaped as a whole, being part of another address.
fn fragment_of(word: &str) -> Option<String> {
    let mut word = word.to_owned();
    for _ in 0..=MOST_TIMES {
        if word.contains("://")
            && let Some(at) = word.find("#/")
        {
            return Some(word[at..].to_owned());
        }
        if !word.contains('%') {
            return None;
        }
        word = unescape(&word);
    }
    None
}

/// The beginning of a line, up to the first character that can't be in an address.
fn beginning(line: &str) -> &str {
    line.split(BETWEEN_WORDS).next().unwrap_or_default()
}

/// Whether an address was broken here rather than ending here. One that holds a routine ends with an escaped line end.
fn is_broken(address: &str, goes_on: &str) -> bool {
    let ends = ["%0A", "%0a"].iter().any(|end| address.ends_with(end));
    let in_an_escape = address.chars().rev().take(2).any(|sign| sign == '%');
    address.contains("#/")
        && !goes_on.is_empty()
        && (in_an_escape || (!ends && goes_on.contains('%')))
}

/// Cuts a fragment at characters it can't contain, and trims the punctuation of the sentence around it, with which none
/// of Limber's own fragments end.
fn closed(fragment: &str) -> String {
    let end = fragment
        .find(|sign: char| sign.is_ascii_control() || "<>\"()[]{}|\\^`&“”‘’«»".contains(sign));
    let open = &fragment[..end.unwrap_or(fragment.len())];
    open.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '…', '/'])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_from_an_address_that_has_no_odd_signs() {
        for text in ["", "a/b?c#d%", "routine: Müde\npigeon: hold 60 s", "„½” 🧘"] {
            let escaped = escape(text);
            assert!(
                escaped
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || b"-._~%".contains(&it)),
                "{escaped}"
            );
            assert_eq!(unescape(&escaped), text);
        }
        assert_eq!(unescape("100%"), "100%");
    }

    #[test]
    fn an_address_is_found_among_other_words() {
        let first = |text: &str| fragments_in(text).into_iter().next();
        let morning = Some("#/routine/morning".to_owned());
        for text in [
            "Try this:\nhttps://example.org/limber/#/routine/morning – good for me",
            "<https://example.org/#/routine/morning>",
            "(https://example.org/#/routine/morning).",
            "“https://example.org/#/routine/morning”, she said",
            "'https://example.org/#/routine/morning'",
            "[this](https://example.org/#/routine/morning)!",
            "https://example.org/?utm_source=mail&x=1#/routine/morning",
            "https://example.org/limber/%23/routine/morning",
            "https://safe.example.com/?url=https%3A%2F%2Fexample.org%2F%23%2Froutine%2Fmorning&data=05%7C02",
            "https://example.org/#/rou=\r\ntine/morning",
            "https://example.org/#/routine/morning\nCheers",
            "https://example.org/#/routine/morning…",
        ] {
            assert_eq!(first(text), morning, "{text}");
        }
        assert_eq!(first("pigeon #/routine/morning"), None);
        assert_eq!(first("https://example.org/"), None);
    }

    #[test]
    fn an_address_that_a_mail_breaks_is_whole() {
        let whole =
            "#/take-in/routine%3A%20After%20a%20long%20drive%0Apigeon%3A%20hold%2030%20s%0A";
        for at in 1..whole.len() {
            let (before, after) = whole.split_at(at);
            for between in ["=\n", "=\r\n"] {
                let text = format!("https://example.org/{before}{between}{after}\nCheers");
                assert_eq!(fragments_in(&text)[0], whole, "{text}");
            }
            let text = format!("> Look:\n> https://example.org/{before}\n> {after}\n> Cheers");
            let found = fragments_in(&text);
            assert!(
                at < 3 || found.contains(&whole.to_owned()),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn what_is_escaped_twice_is_read_where_it_means_something_then() {
        let means = |text: &str| text.starts_with("routine:");
        let twice = escape(&escape("routine: 50%20 of it"));
        assert_eq!(unescape_again(&twice, means), "routine: 50%20 of it");
        assert_eq!(unescape_again("50%2520", means), "50%20");
    }
}
