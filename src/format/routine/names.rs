//! Finds the posture that a name means: any of its names, its id, or that of one of its variations, in any spelling
//! close to it and to no other.

use std::ops::Range;
use std::sync::LazyLock;

use super::signs::{bare_letter, is_letter};
use crate::domain::posture::Posture;
use crate::library;

/// The most words in a name.
const MOST_WORDS: usize = 8;
/// Words that many people add to any name.
const ADDED: [&str; 6] = [
    "pose", "stretch", "exercise", "posture", "position", "asana",
];
const JOINING: [&str; 3] = ["and", "the", "n"];

/// The posture that a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// The posture.
    pub(super) posture: &'static Posture,
    /// The id of the variation, if the name says which.
    pub(super) variation: Option<&'static str>,
}

/// The result of looking up a name that isn't written as in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Near {
    /// It is close to just one posture.
    One(Named),
    /// It may be any of these; empty if nothing is like it.
    Perhaps(Vec<&'static Posture>),
}

/// A name of a posture.
pub(super) struct Name {
    /// Its words.
    pub(super) words: Vec<String>,
    /// Its letters and digits alone.
    pub(super) letters: String,
    /// The letters of its words without plural endings.
    single: String,
    /// The letters of its words without those that many people add.
    pub(super) short: String,
    /// The posture it means.
    pub(super) named: Named,
}

/// Every name of every posture.
pub(super) static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for posture in library::postures() {
        let own = [posture.id, posture.name];
        let usual = Named {
            posture,
            variation: None,
        };
        names.extend(
            own.into_iter()
                .chain(posture.also.iter().copied())
                .map(|it| name(it, usual)),
        );
        for form in posture.easier.iter().chain(&posture.stronger) {
            // A variation that is a posture of its own is found as that posture.
            if form.posture == posture.id && form.id != posture.id {
                let variation = Some(form.id);
                names.push(name(form.id, Named { posture, variation }));
            }
        }
    }
    names
});

fn name(written: &str, named: Named) -> Name {
    let words = words(written);
    Name {
        letters: letters(words.iter()),
        single: words.iter().map(|word| single(word)).collect(),
        short: letters(words.iter().filter(|word| !is_added(word))),
        words,
        named,
    }
}

/// Whether this is a word that many people add to any name.
pub(super) fn is_added(word: &str) -> bool {
    ADDED.contains(&word)
}

/// Whether this is a joining word, which some people leave out.
pub(super) fn is_joining(word: &str) -> bool {
    JOINING.contains(&word)
}

/// The positions of the words in a line.
pub(super) fn spans(plain: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, sign) in plain.char_indices() {
        let end = at + sign.len_utf8();
        let within = |last: &Range<usize>| last.end == at;
        match spans.last_mut() {
            Some(last) if within(last) && (is_letter(sign) || sign == '\'') => last.end = end,
            _ if is_letter(sign) => spans.push(at..end),
            _ => {}
        }
    }
    spans
}

/// Normalises a word for comparison.
pub(super) fn compared(word: &str) -> String {
    if word == "4" {
        // As in "figure 4".
        return "four".to_owned();
    }
    word.chars()
        .filter(|sign| *sign != '\'')
        .map(bare_letter)
        .collect()
}

/// The words of a line, normalised for comparison.
pub(super) fn words(plain: &str) -> Vec<String> {
    let spans = spans(plain).into_iter();
    spans.map(|span| compared(&plain[span])).collect()
}

/// The letters and digits of words, without joining words.
pub(super) fn letters<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words
        .filter(|it| !is_joining(it))
        .map(String::as_str)
        .collect()
}

/// Strips the plural ending of a word; empty for a joining word.
pub(super) fn single(word: &str) -> &str {
    if is_joining(word) {
        return "";
    }
    match word.strip_suffix('s') {
        Some(single) if single.len() > 1 && !single.ends_with('s') => single,
        _ => word,
    }
}

/// Finds the first name in a line, the longest that begins there, and its position.
pub(super) fn find(plain: &str) -> Option<(Range<usize>, Near)> {
    let spans = spans(plain);
    let words = words(plain);
    let joins = |word: &String| is_joining(word);
    for first in (0..words.len()).filter(|first| !joins(&words[*first])) {
        let mut found = None;
        for last in first..words.len().min(first + MOST_WORDS) {
            if last > first && !joined(&plain[spans[last - 1].end..spans[last].start]) {
                break;
            }
            let near = exact(&words[first..=last]).filter(|_| !joins(&words[last]));
            found = near
                .map(|near| (spans[first].start..spans[last].end, near))
                .or(found);
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether two words with this between them may belong to one name.
fn joined(between: &str) -> bool {
    between.bytes().all(|sign| b" -/&_.*+".contains(&sign)) && between.len() < 4
}

/// The posture with exactly this name, apart from plurals.
fn exact(words: &[String]) -> Option<Near> {
    let written = letters(words.iter());
    if let Some(name) = NAMES.iter().find(|name| name.letters == written) {
        return Some(Near::One(name.named));
    }
    let written_single: String = words.iter().map(|word| single(word)).collect();
    let name = NAMES.iter().find(|name| name.single == written_single)?;
    // “Knees to chest” is the plural of one name, and a part of another.
    let mut meant = vec![name.named.posture];
    let holds = |name: &&Name| name.words.windows(words.len()).any(|part| part == words);
    let others = NAMES.iter().filter(holds);
    others.for_each(|name| add(&mut meant, name.named.posture));
    Some(if meant.len() == 1 {
        Near::One(name.named)
    } else {
        Near::Perhaps(meant)
    })
}

/// Adds a posture unless it is already there.
pub(super) fn add(postures: &mut Vec<&'static Posture>, posture: &'static Posture) {
    if !postures.iter().any(|known| known.id == posture.id) {
        postures.push(posture);
    }
}

/// The id of the variation of a posture that a text begins with, and where its name ends.
pub(super) fn variation(posture: &'static Posture, plain: &str) -> Option<(&'static str, usize)> {
    let spans = spans(plain);
    let words = words(plain);
    let forms = posture
        .easier
        .iter()
        .chain(&posture.stronger)
        .chain([&posture.usual]);
    for form in forms {
        for called in [form.id, form.name] {
            let name = self::words(called);
            if words.starts_with(&name) {
                return Some((form.id, spans[name.len() - 1].end));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Option<&'static str> {
        find(line).and_then(|(_, near)| match near {
            Near::One(named) => Some(named.posture.id),
            Near::Perhaps(_) => None,
        })
    }

    #[test]
    fn a_posture_is_found_however_its_name_is_written() {
        for (written, id) in [
            ("Child's pose", "childs-pose"),
            ("childs pose", "childs-pose"),
            ("CHILD'S-POSE", "childs-pose"),
            ("90-90 rest", "90-90-rest"),
            ("90/90 rest", "90-90-rest"),
            ("90 - 90 Rest", "90-90-rest"),
            ("catcow", "cat-cow"),
            ("Cat & Cow", "cat-cow"),
            ("cat and cow", "cat-cow"),
            ("Cat/Cows", "cat-cow"),
            ("Bird-Dogs", "bird-dog"),
            ("legs up wall", "legs-up-wall"),
            ("Bālāsana", "childs-pose"),
            ("press ups", "press-up"),
            ("do the glute bridge", "bridge"),
            ("Side bridge", "side-bridge"),
        ] {
            assert_eq!(found(written), Some(id), "{written}");
        }
        for written in ["See you at six", "cat: cow", "", "🐱", "knees to chest"] {
            assert_eq!(found(written), None, "{written}");
        }
    }
}
