//! Everything Limber says about bodies is easy to read and to hear, and promises nothing.

use crate::source::{Source, files_below};
use limber::domain::posture::{Form, Posture, for_side};
use limber::library::{evidence, postures, routines};

/// The highest acceptable reading grade: one that most people of thirteen read with ease.
const HIGHEST_GRADE: f64 = 8.0;

/// Words that Limber must never use: it does not promise to cure, or hurry anyone.
const FORBIDDEN: [&str; 16] = [
    "cure",
    "treats",
    "treating",
    "prevents",
    "diagnoses",
    "realign",
    "lengthens",
    "fixes",
    "right away",
    "magic",
    "instant",
    "guarantee",
    "detox",
    "heals",
    "no pain no gain",
    "perfect",
];

/// Allowed words which contain a forbidden one.
const ALLOWED: [&str; 2] = ["secure", "accurate"];

fn sentences(text: &str) -> usize {
    let ends = |letter: char| matches!(letter, '.' | '?' | '!' | ':' | ';');
    text.split(ends)
        .filter(|part| !part.trim().is_empty())
        .count()
}

/// The syllables of an English word, as estimated by counting vowels.
fn syllables(word: &str) -> usize {
    let word: String = word
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect();
    if word.len() <= 3 {
        return usize::from(!word.is_empty());
    }
    let ends = |end: &str| word.ends_with(end);
    // A final e, es or ed is mostly silent; "table" and "wanted" are the exceptions that matter.
    let silent = if ends("le") || ends("ted") || ends("ded") || ends("ses") || ends("ches") {
        0
    } else if ends("es") || ends("ed") {
        2
    } else {
        usize::from(ends("e"))
    };
    let heard = &word[..word.len() - silent];
    let vowel = |letter: char| "aeiouy".contains(letter);
    let letters: Vec<char> = heard.chars().collect();
    let begins = |nth: usize| vowel(letters[nth]) && (nth == 0 || !vowel(letters[nth - 1]));
    (0..letters.len()).filter(|nth| begins(*nth)).count().max(1)
}

/// The Flesch-Kincaid grade of a text.
///
/// Source: Kincaid and others, 1975.
#[expect(clippy::cast_precision_loss, reason = "some hundred words")]
fn grade(text: &str) -> f64 {
    let words: Vec<_> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let count = words.len().max(1) as f64;
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * count / sentences(text).max(1) as f64 + 11.8 * syllables as f64 / count - 15.59
}

fn forms(posture: &Posture) -> impl Iterator<Item = &Form> {
    let others = posture.easier.iter().chain(&posture.stronger);
    std::iter::once(&posture.usual).chain(others)
}

/// Everything said about postures, routines and evidence, and the words of the screens, each with its place.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for posture in postures() {
        for form in forms(posture) {
            let lines = form.setup.iter().chain(&form.change).chain(&form.exit);
            let lines = lines
                .chain(&form.exit_again)
                .chain([&form.again, &form.between]);
            let lines = lines
                .map(|line| line.words)
                .chain(form.coaching.iter().copied());
            let lines = lines.chain([form.unwind]).chain(form.dizzy);
            let said: Vec<_> = lines.map(|line| for_side(line, None)).collect();
            texts.push((form.id.to_owned(), said.join(" ")));
        }
        let page = [posture.feel, posture.why, posture.care].join(" ");
        texts.push((format!("{} (page)", posture.id), page));
    }
    for built_in in routines() {
        let fun = built_in.fun.join(" ");
        texts.push((
            built_in.routine.id.clone(),
            built_in.routine.purpose.clone(),
        ));
        texts.push((format!("{} (fun)", built_in.routine.id), fun));
    }
    for evidence in evidence() {
        let told = [evidence.claim, evidence.told].join(" ");
        texts.push((evidence.id.to_owned(), told));
    }
    texts.extend(screens());
    texts
}

/// The words of the screens, read from the source.
fn screens() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for Source {
        name: file,
        text: source,
    } in files_below("src/text/en")
    {
        // A table for a bug report, which has no sentences.
        if file.ends_with("device_check/report.rs") {
            continue;
        }
        let code = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        // Every other part between quotation marks is a text.
        for text in code.split('"').skip(1).step_by(2) {
            texts.push((format!("{file}: {text}"), text.to_owned()));
        }
    }
    texts
}

#[test]
fn everything_can_be_read_by_most_people_of_thirteen() {
    let mut hard = Vec::new();
    for (place, text) in texts() {
        let grade = grade(&text);
        if text.split_whitespace().count() >= 12 && grade > HIGHEST_GRADE {
            hard.push(format!("{grade:.1}: {place}"));
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

#[test]
fn nothing_is_promised() {
    for (place, text) in texts() {
        let plain = text.to_lowercase();
        let plain = ALLOWED
            .iter()
            .fold(plain, |plain, word| plain.replace(word, ""));
        for word in FORBIDDEN {
            assert!(!plain.contains(word), "{place}: “{word}” in: {text}");
        }
    }
}

#[test]
fn no_sentence_is_out_of_breath() {
    for (place, text) in texts() {
        for sentence in text.split(['.', '?', ':', ';']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 32, "{place}: {words} words: {sentence}");
        }
    }
}

#[test]
fn the_grade_is_that_of_the_formula() {
    assert_eq!(syllables("knee"), 1);
    assert_eq!(syllables("table"), 2);
    assert_eq!(syllables("shoulder"), 2);
    assert_eq!(syllables("wanted"), 2);
    assert_eq!(syllables("pelvis"), 2);
    assert!(grade("Sit on the floor. Lift one leg. Let it rest.") < 2.0);
    assert!(
        grade("Contraindications necessitate individualised physiotherapeutic consultation.")
            > 15.0
    );
}
