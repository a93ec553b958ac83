//! Signs that people and programs use interchangeably: five apostrophes, eight dashes, spaces of any width.

/// Reduces a text to one sign of each kind, and drops invisible characters.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '½' => plain.push_str(" 1/2"),
            '¼' => plain.push_str(" 1/4"),
            '¾' => plain.push_str(" 3/4"),
            // The frame around a digit, as in the pictures of numbered keys.
            '\u{20e3}' => plain.push(')'),
            _ => plain.extend(one(sign)),
        }
    }
    plain
}

fn one(sign: char) -> Option<char> {
    let number = u32::from(sign);
    Some(match sign {
        '\t' | ' '..='~' => sign,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => return None,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '´' | '＇' | '｀' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⁃' | '﹘' | '﹣' | '－' => '-',
        '×' | '✕' | '✖' | '⨯' | '⨉' | '╳' | 'х' => 'x',
        '⁄' | '∕' => '/',
        '∶' | '꞉' => ':',
        '،' | '、' => ',',
        '。' | '…' => '.',
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(number - 0xfee0),
        '٠'..='٩' => return char::from_u32(number - 0x660 + 0x30),
        '۰'..='۹' => return char::from_u32(number - 0x6f0 + 0x30),
        '०'..='९' => return char::from_u32(number - 0x966 + 0x30),
        _ => sign,
    })
}

/// Whether a word may contain this character. Covering all of Unicode would take tables, so characters that no name has
/// count as letters, except where Unicode has its punctuation, arrows, shapes and pictures.
pub(super) fn is_letter(sign: char) -> bool {
    match sign {
        '\0'..='\u{7f}' => sign.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        _ => u32::from(sign) < 0x1_f000,
    }
}

/// Normalises a letter for comparison: lower case, without accents.
pub(super) fn bare_letter(letter: char) -> char {
    match letter {
        'à'..='å' | 'À'..='Å' | 'Ā'..='ą' => 'a',
        'ç' | 'Ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' | 'Ḍ' | 'ḍ' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'Ē'..='ě' => 'e',
        'Ḥ' | 'ḥ' => 'h',
        'ì'..='ï' | 'Ì'..='Ï' | 'Ĩ'..='ı' => 'i',
        'Ṁ'..='ṃ' => 'm',
        'ñ' | 'Ñ' | 'Ń'..='ŋ' | 'Ṅ'..='ṇ' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' | 'Ṛ' | 'ṛ' => 'r',
        'Ś'..='š' | 'Ṣ' | 'ṣ' => 's',
        'Ţ'..='ŧ' | 'Ṭ' | 'ṭ' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'Ũ'..='ų' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'Ź'..='ž' => 'z',
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_one_kind_become_one() {
        for (written, expected) in [
            ("Child’s Childʼs Child‘s", "Child's Child's Child's"),
            ("90–90, 90‑90, 90−90", "90-90, 90-90, 90-90"),
            ("３\u{a0}×\u{202f}１０", "3 x 10"),
            ("\u{feff}pig\u{200b}eon\u{ad}", "pigeon"),
            ("1½ min", "1 1/2 min"),
            ("٣٠ s", "30 s"),
            ("1\u{fe0f}\u{20e3} Bridge", "1) Bridge"),
        ] {
            assert_eq!(plain(written), expected);
        }
        let bare: String = "Bālāsana ÉCOLE".chars().map(bare_letter).collect();
        assert_eq!(bare, "balasana ecole");
    }
}
