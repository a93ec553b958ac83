//! The shape that all texts of the library share: lines, indented below what they belong to.

use super::error::LibraryErrors;
use crate::domain::collections::Set;

/// A line, and what is below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outline {
    /// The line number, from 1.
    pub(super) line: usize,
    /// The text, without the indentation.
    pub(super) text: &'static str,
    /// The lines indented below it.
    pub(super) below: Vec<Self>,
}

/// One entry of a text, such as a posture: its id, and the lines about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// The number of the line that opens it.
    pub(super) line: usize,
    /// The id.
    pub(super) id: &'static str,
    /// The lines about it.
    pub(super) below: Vec<Outline>,
}

impl Outline {
    /// The parts before and after a colon; if there is none, the whole text and nothing.
    pub(super) fn field(&self) -> (&'static str, &'static str) {
        let (key, value) = self.text.split_once(':').unwrap_or((self.text, ""));
        (key.trim(), value.trim())
    }
}

/// The sections of a text, each opened by a line of `kind` and an id. Blank lines, and lines that begin with `#`, are
/// skipped.
pub(super) fn sections(text: &'static str, kind: &str, faults: &mut LibraryErrors) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (nth, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let (line, spaces) = (nth + 1, line.len() - line.trim_start().len());
        let opens = bare
            .strip_prefix(kind)
            .and_then(|rest| rest.strip_prefix(' '));
        match (opens, sections.last_mut()) {
            (Some(id), _) if spaces == 0 => sections.push(Section {
                line,
                id,
                below: Vec::new(),
            }),
            (_, Some(section)) => {
                let added = Outline {
                    line,
                    text: bare,
                    below: Vec::new(),
                };
                if !add(&mut section.below, added, spaces) {
                    faults.add(line, "two spaces a level, and nothing to stand below of");
                }
            }
            (_, None) => faults.add(line, format!("a line before the first {kind}")),
        }
    }
    let mut seen = Set::new();
    for section in &sections {
        if !seen.insert(section.id) {
            faults.add(section.line, format!("{} is there twice", section.id));
        }
    }
    sections
}

/// Notes keys that are given twice in one place: one would silently replace the other.
pub(super) fn said_once(lines: &[Outline], faults: &mut LibraryErrors) {
    let mut seen = Set::new();
    for line in lines {
        let (key, _) = line.field();
        if !seen.insert(key) {
            faults.add(line.line, format!("“{key}” is said twice"));
        }
    }
}

/// Adds a line below the last one that is two spaces less indented. Returns whether there is one.
fn add(lines: &mut Vec<Outline>, added: Outline, spaces: usize) -> bool {
    match (spaces, lines.last_mut()) {
        (0, _) => {
            lines.push(added);
            true
        }
        (1, _) | (_, None) => false,
        (_, Some(last)) => add(&mut last.below, added, spaces - 2),
    }
}
