//! All words shown or spoken are in `text`, or in the locale's data in `library`: another language is added there, and
//! nowhere else.

use std::fs;
use std::path::Path;

use crate::source::{Source, Token, files_below, made_up, tokens};

/// Source whose words only Limber's developers read: the messages of the checks that the build runs on poses.
const FOR_WHOEVER_WRITES_POSES: &str = "src/figure/";

/// Source that reads and prints routines which people share.
const NOTATION_IS_IN: &str = "src/format/";

/// Words of the notation for routines, which is the same in every language: a literal in [`NOTATION_IS_IN`] with no
/// other words is what `library::reading` reads.
const NOTATION: [&str; 20] = [
    "h", "sets", "fewer", "each", "between", "times", "as", "routine", "purpose", "note", "hold",
    "rest", "go", "breaths", "there", "stay", "back", "min", "s", "PK",
];

/// Literals that look like words but aren't shown: selectors, classes, messages between the page and its worker, and
/// phrases that are only recognised in a text which somebody wrote.
const NO_WORDS: [&str; 15] = [
    "answer {id}",
    "body font",
    "good morning",
    " left and right",
    "(display-mode: standalone)",
    "(prefers-reduced-motion: reduce)",
    "input, textarea, select",
    "button, a, summary",
    "noreferrer noopener",
    "standing works",
    "standing partly",
    "standing fails",
    "keep everything",
    "take over",
    "the page broke",
];

/// Names before a literal which is only for developers, or for the style sheet.
const NOT_SHOWN: [&str; 4] = ["reason", "must_use", "class", "expect"];

/// Macros that stop the program: their message appears after a fault as what happened, for developers.
const STOPPING: [&str; 6] = [
    "panic",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "unreachable",
];

/// The words of a literal without the punctuation around them; `None` for anything that isn't a word.
fn each_word(literal: &str) -> Vec<Option<&str>> {
    fn bare(word: &str) -> Option<&str> {
        let bare = word.trim_matches(|sign: char| ".,:;?!“”‘’()…".contains(sign));
        let is_word = bare
            .chars()
            .all(|letter| letter.is_alphabetic() || "'’-".contains(letter));
        (is_word && !bare.is_empty()).then_some(bare)
    }
    literal.split_whitespace().map(bare).collect()
}

/// Whether a literal reads like words for a person: two or more in a row, one of which may be filled in.
fn reads_like_words(literal: &str) -> bool {
    let words: Vec<_> = literal.split_whitespace().collect();
    let is_word = |word: &str| each_word(word).iter().any(Option::is_some);
    let is_filled_in = |word: &str| word.starts_with('{') && word.ends_with('}');
    words.windows(2).any(|pair| {
        let fits = |word: &&str| is_word(word) || is_filled_in(word);
        pair.iter().all(fits) && pair.iter().any(|word| is_word(word))
    })
}

/// Whether a literal is the text of an element, be it a single word.
fn is_text(before: Option<&Token>, literal: &str, after: Option<&Token>) -> bool {
    let between = (before, after) == (Some(&Token::Sign('>')), Some(&Token::Sign('<')));
    between && literal.chars().any(char::is_alphabetic)
}

/// Whether a literal in the code for the notation has no words but those of the notation.
fn is_notation(file: &str, literal: &str) -> bool {
    let mut words = each_word(literal).into_iter().flatten();
    file.starts_with(NOTATION_IS_IN) && words.all(|word| NOTATION.contains(&word))
}

/// The literals with words in a file's product code, with their lines.
fn words(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut latest = String::new();
    // Nesting depth within the brackets of a macro that stops the program.
    let mut stopping = None;
    let tokens = tokens(source.product());
    for (nth, (line, token)) in tokens.iter().enumerate() {
        let beside = |place: Option<usize>| tokens.get(place?).map(|(_, token)| token);
        let (before, after) = (beside(nth.checked_sub(1)), beside(Some(nth + 1)));
        match (token.clone(), stopping) {
            (Token::Sign('('), Some(depth)) => stopping = Some(depth + 1),
            (Token::Sign(')'), Some(depth)) => stopping = Some(depth - 1).filter(|it| *it > 0),
            (Token::Sign('!'), None) if STOPPING.contains(&latest.as_str()) => stopping = Some(0),
            (Token::Word(word), None) => latest = word,
            (Token::Literal(literal), None) => {
                let is_shown =
                    !NOT_SHOWN.contains(&latest.as_str()) && !NO_WORDS.contains(&literal.as_str());
                let reads = reads_like_words(&literal) || is_text(before, &literal, after);
                if is_shown && reads && !is_notation(&source.name, &literal) {
                    found.push((*line, literal));
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
    for source in files_below("src") {
        let is_place = matches!(source.module().as_slice(), [] | ["text" | "library", ..]);
        if is_place || source.name.starts_with(FOR_WHOEVER_WRITES_POSES) {
            continue;
        }
        let fault = |(line, words)| format!("{}:{line}: “{words}”", source.name);
        faults.extend(words(&source).into_iter().map(fault));
    }
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
        "view! { <p>\"Stop\"</p> }",
        "format!(\"{count} postures\")",
    ] {
        assert_eq!(words(&made_up("src/ui/a.rs", text)).len(), 1, "{text}");
    }
    let fine = "// \"Keep going\"\n#[expect(clippy::a, reason = \"it is so\")]\nview! { <p class=\"card gravest\">{word}</p> }\n\
        fn a<'a>() { b('\"'); panic!(\"never so\"); c(\"limber/settings\", \"{place}: {why}\", \"step\"); }\n#[cfg(test)]\n\"in tests\"";
    assert_eq!(words(&made_up("src/ui/a.rs", fine)), []);
}

#[test]
fn the_notation_is_no_words_where_it_is_printed_and_words_elsewhere() {
    let notation = "format!(\"{sets} sets, {by} fewer each, {first} {after}\")";
    assert_eq!(words(&made_up("src/format/a.rs", notation)), []);
    assert_eq!(words(&made_up("src/ui/a.rs", notation)).len(), 1);
    let said = "format!(\"there are {fewer} fewer each time\")";
    assert_eq!(words(&made_up("src/format/a.rs", said)).len(), 1);
}

#[test]
fn the_document_is_in_the_language_of_its_words() {
    use limber::text::Locale;

    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(page).expect("the document");
    assert!(page.contains(&format!("lang=\"{}\"", Locale::EnGb.tag())));
}
