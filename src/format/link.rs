//! A text in an address: behind its `#`, where no host ever sees it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but letters, digits and what an address may hold anywhere (RFC 3986, 2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as part of an address.
pub fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// The text that is part of an address. What is no UTF-8 is shown as such: whoever reads it on says what is wrong.
pub fn unescape(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// The fragment of the first of Limber's own addresses in a text, if there is one: whoever passes an address on
/// often adds a line.
pub fn fragment_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .filter(|word| word.contains("://"))
        .find_map(|word| word.find("#/").map(|at| &word[at..]))
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
        let text = "Try this:\nhttps://example.org/limber/#/routine/morning – good for me";
        assert_eq!(fragment_in(text), Some("#/routine/morning"));
        assert_eq!(fragment_in("pigeon #/routine/morning"), None);
        assert_eq!(fragment_in("https://example.org/"), None);
    }
}
