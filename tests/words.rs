//! Every word that is shown or spoken stands in `text`, or in the locale's data in `library`: another language would be added
//! there, and nowhere else.

mod source;

use std::fs;
use std::path::Path;

use source::{Source, Token, files_below, made_up, tokens};

/// Where words are that reach nobody but whoever works on Limber: what poses are checked with, by the build.
const FOR_WHOEVER_WRITES_POSES: &str = "src/figure/";

/// Files with words that still reach people from outside `text`, each with the way. It is to be emptied: an error says what is wrong
/// as a value, and `text` has the words for it.
const WAITING: [(&str, &str); 17] = [
    ("src/device/mod.rs", "none is shown; the words can go"),
    (
        "src/domain/dose/bounds.rs",
        "within RoutineError and Unreadable",
    ),
    ("src/domain/pain.rs", "within Unreadable"),
    (
        "src/domain/routine.rs",
        "RoutineError: the notice of a routine that is refused; a fault of one taken in",
    ),
    (
        "src/domain/session/snapshot.rs",
        "SnapshotError: the notice of what was put aside",
    ),
    (
        "src/format/routine/printing.rs",
        "the notation itself, which is the same in every language",
    ),
    (
        "src/format/routine/reading.rs",
        "a fault of a routine that is taken in",
    ),
    (
        "src/store/checking.rs",
        "Unreadable: the notice of what was put aside",
    ),
    ("src/store/envelope.rs", "Unreadable"),
    ("src/store/fields.rs", "Unreadable"),
    ("src/store/history.rs", "Unreadable"),
    ("src/store/mod.rs", "Unreadable"),
    ("src/store/names.rs", "Unreadable"),
    ("src/store/person.rs", "Unreadable"),
    ("src/store/routine.rs", "Unreadable"),
    ("src/store/settings.rs", "Unreadable"),
    ("src/store/snapshot.rs", "Unreadable"),
];

/// What looks like words and is none: selectors, classes, and what the page and its worker say to each other.
const NO_WORDS: [&str; 10] = [
    "(display-mode: standalone)",
    "(prefers-reduced-motion: reduce)",
    "input, textarea, select",
    "button, a, summary",
    "noreferrer noopener",
    "standing works",
    "standing partly",
    "standing fails",
    "take over",
    "the page broke",
];

/// What stands before a literal that is for whoever reads the source, or for the style.
const NOT_SHOWN: [&str; 4] = ["reason", "must_use", "class", "expect"];

/// The macros that stop the program: what they say is on the page after a fault, as what happened, for whoever mends it.
const STOPPING: [&str; 6] = [
    "panic",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "unreachable",
];

/// Whether a literal reads like words for a person: two words or more beside each other.
fn reads_like_words(literal: &str) -> bool {
    let is_word = |word: &str| {
        let bare = word.trim_matches(|sign: char| ".,:;?!“”‘’()…".contains(sign));
        !bare.is_empty()
            && bare
                .chars()
                .all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
    };
    let words: Vec<_> = literal.split_whitespace().map(is_word).collect();
    words.windows(2).any(|pair| pair == [true, true])
}

/// The words of a file's product, with their lines.
fn words(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut latest = String::new();
    // How deep in the brackets of a macro that stops the program.
    let mut stopping = None;
    for (line, token) in tokens(source.product()) {
        match (token, stopping) {
            (Token::Sign('('), Some(depth)) => stopping = Some(depth + 1),
            (Token::Sign(')'), Some(depth)) => stopping = Some(depth - 1).filter(|it| *it > 0),
            (Token::Sign('!'), None) if STOPPING.contains(&latest.as_str()) => stopping = Some(0),
            (Token::Word(word), None) => latest = word,
            (Token::Literal(literal), None) => {
                let is_shown =
                    !NOT_SHOWN.contains(&latest.as_str()) && !NO_WORDS.contains(&literal.as_str());
                if is_shown && reads_like_words(&literal) {
                    found.push((line, literal));
                }
            }
            (_, Some(_)) | (Token::Colons | Token::Sign(_), None) => {}
        }
    }
    found
}

#[test]
fn every_word_for_the_person_stands_in_text_or_library() {
    let mut faults = Vec::new();
    let mut waiting: Vec<&str> = WAITING.iter().map(|(name, _)| *name).collect();
    for source in files_below("src") {
        let is_place = matches!(source.module().as_slice(), [] | ["text" | "library", ..]);
        if is_place || source.name.starts_with(FOR_WHOEVER_WRITES_POSES) {
            continue;
        }
        let words = words(&source);
        let waits = waiting.iter().position(|name| *name == source.name);
        if let Some(at) = waits.filter(|_| !words.is_empty()) {
            waiting.remove(at);
            continue;
        }
        let fault = |(line, words)| format!("{}:{line}: “{words}”", source.name);
        faults.extend(words.into_iter().map(fault));
    }
    faults.extend(
        waiting
            .iter()
            .map(|name| format!("{name} waits no longer: take it off the list")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn words_are_seen_where_they_are_and_nowhere_else() {
    for text in [
        "#[error(\"the voice failed\")]",
        "Err(format!(\"{count} sets cannot be led\"))",
        "let why = \"It is\\n    not there\";",
        "say(r#\"Where are you?\"#)",
        "view! { <p>\"Keep going\"</p> }",
    ] {
        assert_eq!(words(&made_up("src/ui/a.rs", text)).len(), 1, "{text}");
    }
    let fine = "// \"Keep going\"\n#[expect(clippy::a, reason = \"it is so\")]\nview! { <p class=\"card gravest\">{word}</p> }\n\
        fn a<'a>() { b('\"'); panic!(\"never so\"); c(\"limber/settings\", \"{place}: {why}\", \"step\"); }\n#[cfg(test)]\n\"in tests\"";
    assert_eq!(words(&made_up("src/ui/a.rs", fine)), []);
}

#[test]
fn the_document_is_in_the_language_of_its_words() {
    use limber::text::Locale;

    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(page).expect("the document");
    assert!(page.contains(&format!("lang=\"{}\"", Locale::EnGb.tag())));
}
