//! Finds the posture that a misspelt name means.

use super::names::{NAMES, Named, Near, add, is_added, letters, single, words};
use crate::domain::posture::Posture;

/// The posture whose name comes closest to this.
pub(super) fn near(written: &str) -> Near {
    let mut words = words(written);
    words.retain(|word| !is_added(word));
    let written = letters(words.iter());
    let length = written.chars().count();
    let mut best = match length {
        0..=4 => 0,
        5..=6 => 1,
        7..=11 => 2,
        _ => 3,
    };
    let mut nearest: Vec<Named> = Vec::new();
    for name in NAMES.iter() {
        for letters in [&name.letters, &name.short] {
            if letters.is_empty() || letters.len().abs_diff(written.len()) > best {
                continue;
            }
            let distance = strsim::osa_distance(&written, letters);
            if distance < best {
                nearest.clear();
                best = distance;
            }
            if distance <= best
                && !nearest
                    .iter()
                    .any(|it| it.posture.id == name.named.posture.id)
            {
                nearest.push(name.named);
            }
        }
    }
    match nearest.as_slice() {
        [one] => Near::One(*one),
        [] => Near::Perhaps(alike(&words)),
        several => Near::Perhaps(several.iter().map(|it| it.posture).collect()),
    }
}

/// A few postures whose names share a word with this, those with the shortest names first.
fn alike(words: &[String]) -> Vec<&'static Posture> {
    const MOST: usize = 3;
    let mut alike = Vec::new();
    let telling = |word: &&String| word.len() > 3;
    let written: Vec<_> = words
        .iter()
        .filter(telling)
        .map(|word| single(word))
        .collect();
    for length in 1..5 {
        let names = NAMES.iter().filter(|name| name.words.len() == length);
        for name in names.filter(|name| name.words.iter().any(|it| written.contains(&single(it)))) {
            if alike.len() < MOST {
                add(&mut alike, name.named.posture);
            }
        }
    }
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_comes_near_one_posture_alone_is_that_one() {
        for (written, id) in [
            ("pidgeon", "pigeon"),
            ("Brigde", "bridge"),
            ("Child pose", "childs-pose"),
            ("downard dog", "downward-dog"),
            ("Pigeon pose", "pigeon"),
        ] {
            let Near::One(named) = near(written) else {
                panic!("{written}: {:?}", near(written))
            };
            assert_eq!(named.posture.id, id, "{written}");
        }
        let perhaps = |written: &str| match near(written) {
            Near::One(named) => panic!("{written}: {}", named.posture.id),
            Near::Perhaps(postures) => postures.iter().map(|it| it.id).collect::<Vec<_>>(),
        };
        assert_eq!(perhaps("penguin"), [""; 0]);
        assert_eq!(perhaps("lunge"), ["low-lunge"]);
        assert_eq!(perhaps("twist"), ["supine-twist", "seated-twist"]);
    }
}
