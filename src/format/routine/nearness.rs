//! Finds the posture that a misspelt name means.

use super::names::{NAMES, Name, Named, Near, add, is_added, is_joining, letters, single, words};
use super::positions;
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
            if distance > best || !is_alike(&words, &name.words, distance) {
                continue;
            }
            if distance < best {
                nearest.clear();
                best = distance;
            }
            let posture = name.named.posture.id;
            if !nearest.iter().any(|it| it.posture.id == posture) {
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

/// Whether a name at this distance may be a misspelling of another: word by word, if they have as many words, and without
/// another position of the body. Nobody writes "supine" for "side", though few letters differ.
fn is_alike(written: &[String], name: &[String], distance: usize) -> bool {
    let telling = |words: &[String]| -> Vec<String> {
        let words = words
            .iter()
            .filter(|word| !is_joining(word) && !is_added(word));
        words.cloned().collect()
    };
    let (written, name) = (telling(written), telling(name));
    let near = |(one, other): (&String, &String)| {
        let most = match other.len() {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        one == other || (!positions::is_one(one) && strsim::osa_distance(one, other) <= most)
    };
    if written.len() == name.len() {
        written.iter().zip(&name).all(near)
    } else {
        distance < 2
    }
}

/// A few postures whose names share words with this: those that share most come first, and of these the shortest.
fn alike(words: &[String]) -> Vec<&'static Posture> {
    const MOST: usize = 3;
    let telling = |word: &&String| word.len() > 2 && !is_joining(word);
    let written: Vec<_> = words.iter().filter(telling).map(|it| single(it)).collect();
    // Every position is that of many postures.
    let weight = |word: &String| match written.contains(&single(word)) {
        true if positions::is_one(word) => 1,
        true => 2,
        false => 0,
    };
    let shared = |name: &Name| name.words.iter().map(weight).sum::<usize>();
    let names = NAMES
        .iter()
        .filter(|name| name.named.variation.is_none() && name.words.len() < 5);
    let mut sharing: Vec<_> = names.filter(|name| shared(name) > 0).collect();
    sharing.sort_by_key(|name| (usize::MAX - shared(name), name.words.len()));
    let mut alike = Vec::new();
    for name in sharing {
        if alike.len() < MOST {
            add(&mut alike, name.named.posture);
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
        assert_eq!(
            perhaps("supine bridge"),
            ["bridge", "side-bridge", "supine-twist"]
        );
        assert_eq!(
            perhaps("lying bug"),
            ["dead-bug", "supine-twist", "side-lying-rest"]
        );
        assert_eq!(
            perhaps("single bridge"),
            ["bridge", "side-bridge", "knee-to-chest"]
        );
        assert_eq!(perhaps("lunge"), ["low-lunge"]);
        assert_eq!(perhaps("twist"), ["supine-twist", "seated-twist"]);
    }
}
