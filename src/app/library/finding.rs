//! Fuzzy search in names.

/// Words up to this length must be spelled exactly.
const EXACT: usize = 3;
/// Words longer than this may have two wrong letters.
const LONG: usize = 6;

/// Whether each of the words begins a word of the names, or comes close to one. With no words, everything matches.
pub(super) fn finds<'a>(words: &str, names: impl Iterator<Item = &'a str>) -> bool {
    let wanted = plain_words(words);
    let there: Vec<_> = names.flat_map(plain_words).collect();
    wanted
        .iter()
        .all(|wanted| there.iter().any(|there| comes_near(wanted, there)))
}

fn plain_words(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    lower
        .split(is_between_words)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a character is a space or punctuation, not a letter or digit. It covers the characters that the names here
/// use: covering all of Unicode would take tables.
fn is_between_words(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => !character.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => true,
        _ => false,
    }
}

/// Whether what was typed is the word or its beginning, give or take a letter or two.
fn comes_near(typed: &str, word: &str) -> bool {
    if word.starts_with(typed) {
        return true;
    }
    let letters = typed.chars().count();
    let wrong = match letters {
        0..=EXACT => return false,
        letters if letters <= LONG => 1,
        _ => 2,
    };
    let begun: String = word.chars().take(letters).collect();
    strsim::osa_distance(typed, word) <= wrong || strsim::osa_distance(typed, &begun) <= wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_parts_and_by_words_that_come_near() {
        let names = ["Standing forward bend", "Uttanasana", "Toe touch"];
        let found = |typed| finds(typed, names.into_iter());
        for typed in [
            "",
            "forw",
            "uttanasana",
            "utanasana",
            "Uttansana",
            "toe tuch",
            "TOUCH toe",
            "bned",
            "uttna",
        ] {
            assert!(found(typed), "{typed}");
        }
        for typed in ["pigeon", "tou pigeon", "xyz", "tot"] {
            assert!(!found(typed), "{typed}");
        }
    }
}
