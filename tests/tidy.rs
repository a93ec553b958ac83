//! Keeps the layout that ARCHITECTURE.md describes true, by reading the source.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read is a failed test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of `src`, and the other parts that it may use.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("device", &[]),
    ("figure", &[]),
    ("text", &["domain", "device", "figure"]),
    ("library", &["domain", "device", "figure"]),
    ("store", &["domain", "device", "library"]),
    ("format", &["domain", "library"]),
    (
        "app",
        &["domain", "device", "text", "library", "store", "format"],
    ),
    ("browser", &["domain", "device"]),
    (
        "shell",
        &["domain", "device", "text", "store", "app", "browser"],
    ),
    (
        "ui",
        &[
            "domain", "device", "figure", "text", "library", "app", "shell",
        ],
    ),
];

/// The parts of `src/figure`, each of which may use only those before it.
const FIGURE_IN_ORDER: [&str; 10] = [
    "space", "part", "pose", "body", "stance", "drawing", "notation", "check", "describe", "reel",
];

/// What no pure part may reach for. The compiler refuses most of it on the host; this names the rest.
const IMPURE: [&str; 6] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "Instant::now",
    "SystemTime::now",
];

/// Files that are tables of words or data, and may be as long as they need to be.
const TABLES: [&str; 2] = ["src/text/en/words.rs", "src/text/key.rs"];

/// Where files stand, and how many lines one may have there. Stories that share their beginnings stay together.
const LONGEST_FILE: [(&str, usize); 3] = [("src", 300), ("xtask", 300), ("tests", 420)];

fn source_files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    path.strip_prefix(root)
        .unwrap()
        .display()
        .to_string()
        .replace('\\', "/")
}

/// The part of `src` that a file belongs to; nothing for the roots.
fn part(path: &Path) -> Option<&'static str> {
    let name = name(path);
    let inner = name.strip_prefix("src/")?;
    let part = inner.split(['/', '.']).next()?;
    MAY_USE
        .iter()
        .map(|(part, _)| *part)
        .find(|known| *known == part)
}

/// A file's lines of code with their numbers: no comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn arrows_point_only_where_the_design_lets_them() {
    let mut faults = Vec::new();
    for path in source_files("src") {
        let Some(part) = part(&path) else { continue };
        let allowed = MAY_USE.iter().find(|(known, _)| *known == part).unwrap().1;
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code(&text) {
            for (other, _) in MAY_USE
                .iter()
                .filter(|(other, _)| *other != part && !allowed.contains(other))
            {
                if line.contains(&format!("crate::{other}::"))
                    || line.contains(&format!("crate::{other};"))
                {
                    faults.push(format!("{}:{number}: {part} uses {other}", name(&path)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_part_of_the_figure_uses_only_those_before_it() {
    let mut faults = Vec::new();
    for path in source_files("src/figure") {
        let name = name(&path);
        let own = name.trim_start_matches("src/figure/");
        let own = own.split(['/', '.']).next().unwrap();
        let Some(place) = FIGURE_IN_ORDER.iter().position(|part| *part == own) else {
            assert_eq!(own, "mod", "{name} is not in the order");
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code(text.split("#[cfg(test)]").next().unwrap()) {
            for later in &FIGURE_IN_ORDER[place + 1..] {
                if line.contains(&format!("crate::figure::{later}::")) {
                    faults.push(format!("{name}:{number}: {own} uses {later}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pure_parts_reach_for_no_clock_and_no_browser() {
    let pure = [
        "domain", "device", "figure", "text", "library", "store", "app",
    ];
    let mut faults = Vec::new();
    for path in source_files("src") {
        if !part(&path).is_some_and(|part| pure.contains(&part)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code(&text) {
            for word in IMPURE.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: {word}", name(&path)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_records_are_serialised() {
    for path in source_files("src") {
        let text = fs::read_to_string(&path).unwrap();
        let serialises = code(&text).any(|(_, line)| line.contains("serde"));
        assert!(
            !serialises || part(&path) == Some("store"),
            "{} serialises",
            name(&path)
        );
    }
}

#[test]
fn no_file_is_too_long_to_hold_one_idea() {
    for (folder, longest) in LONGEST_FILE {
        for path in source_files(folder) {
            let name = name(&path);
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(
                lines <= longest || TABLES.contains(&name.as_str()),
                "{name} has {lines} lines"
            );
        }
    }
}

/// The string literals of a line, roughly: what stands between double quotes.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Whether a literal reads like words for a person: two words or more, the first with a capital.
fn reads_like_a_sentence(literal: &str) -> bool {
    let mut words = literal.split_whitespace();
    let capital = words.next().is_some_and(|word| {
        word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && word
                .chars()
                .all(|letter| letter.is_ascii_alphabetic() || letter == '\'' || letter == ',')
            && word.len() > 1
    });
    capital
        && words
            .next()
            .is_some_and(|word| word.starts_with(|letter: char| letter.is_alphabetic()))
}

#[test]
fn every_word_for_the_person_stands_in_text_or_library() {
    let mut faults = Vec::new();
    for path in source_files("src") {
        if matches!(part(&path), Some("text" | "library") | None) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let product = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code(product) {
            if line.contains("reason =") || line.contains("#[error") {
                continue;
            }
            for literal in literals(line).filter(|literal| reads_like_a_sentence(literal)) {
                faults.push(format!("{}:{number}: “{literal}”", name(&path)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_document_is_in_the_language_of_its_words() {
    use limber::text::Locale;

    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    assert!(page.contains(&format!("lang=\"{}\"", Locale::EnGb.tag())));
}
