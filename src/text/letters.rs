//! Lower-case letters.

/// Converts words to lower case, for comparing: in the Latin, Greek and Cyrillic scripts, in which names of voices have
/// capitals. This keeps the tables for all scripts out of the page.
pub fn in_small_letters(words: &str) -> String {
    words.chars().map(small).collect()
}

fn small(letter: char) -> char {
    let number = u32::from(letter);
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Capitals and small letters alternate: first the blocks in which capitals have odd numbers.
        'Ĺ'..='ň' | 'Ź'..='ž' => number % 2,
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => 1 - number % 2,
        _ => 0,
    };
    char::from_u32(number + by).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_small_as_unicode_has_it() {
        let scripts = ['\0'..='\u{17f}', 'Α'..='ω', 'Ѐ'..='џ', 'Ḁ'..='ỿ'];
        // Each of these has an irregular small letter, and is in no name of a voice.
        let apart = ['İ', 'Ÿ', 'ẞ'];
        for letter in scripts.into_iter().flatten() {
            let expected: String = letter.to_lowercase().collect();
            if !apart.contains(&letter) {
                assert_eq!(in_small_letters(&letter.to_string()), expected, "{letter}");
            }
        }
    }
}
