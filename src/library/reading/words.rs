//! The words of postures in one language, as the texts in its folder have them.

use std::time::Duration;

use super::error::LibraryErrors;
use super::outline::{Outline, Section, said_once, sections};
use crate::domain::posture::{BeatWords, SpokenLine};

/// The words of one posture.
#[derive(Debug, Clone)]
pub(super) struct PostureWords {
    pub(super) line: usize,
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) also: Vec<&'static str>,
    pub(super) feel: &'static str,
    pub(super) why: &'static str,
    pub(super) care: &'static str,
    pub(super) usual: FormWords,
    /// The words of its other ways, in the order in which they are written.
    pub(super) variations: Vec<FormWords>,
}

/// The words of one way of doing a posture; whatever is missing is as in the usual way.
#[derive(Debug, Clone, Default)]
pub(super) struct FormWords {
    pub(super) line: usize,
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) setup: Vec<SpokenLine>,
    pub(super) again: Option<SpokenLine>,
    pub(super) between: Option<SpokenLine>,
    pub(super) change: Vec<SpokenLine>,
    pub(super) coaching: Vec<&'static str>,
    pub(super) there: Option<&'static str>,
    pub(super) back: Option<&'static str>,
    pub(super) exit: Vec<SpokenLine>,
    pub(super) exit_again: Option<SpokenLine>,
    pub(super) unwind: Option<&'static str>,
    pub(super) dizzy: Option<&'static str>,
}

/// The words of all postures in a text.
pub(super) fn words(text: &'static str, faults: &mut LibraryErrors) -> Vec<PostureWords> {
    sections(text, "posture", faults)
        .iter()
        .map(|section| posture(section, faults))
        .collect()
}

fn posture(section: &Section, faults: &mut LibraryErrors) -> PostureWords {
    let mut words = PostureWords {
        line: section.line,
        id: section.id,
        name: "",
        also: Vec::new(),
        feel: "",
        why: "",
        care: "",
        usual: FormWords {
            line: section.line,
            id: section.id,
            ..FormWords::default()
        },
        variations: Vec::new(),
    };
    said_once(&section.below, faults);
    for outline in &section.below {
        let (key, value) = outline.field();
        match key {
            "name" => words.name = value,
            "also" => words.also = value.split(';').map(str::trim).collect(),
            "feel" => words.feel = value,
            "why" => words.why = value,
            "care" => words.care = value,
            _ if key.starts_with("way ") => words.variations.push(variation(outline, faults)),
            _ => words.usual.take(outline, faults),
        }
    }
    words.usual.name = words.name;
    for (what, said) in [
        ("name", words.name),
        ("feel", words.feel),
        ("why", words.why),
        ("care", words.care),
    ] {
        if said.is_empty() {
            faults.add(section.line, format!("{}: `{what}` is missing", section.id));
        }
    }
    words
}

fn variation(outline: &Outline, faults: &mut LibraryErrors) -> FormWords {
    let (key, name) = outline.field();
    let mut form = FormWords {
        line: outline.line,
        id: key.trim_start_matches("way "),
        name,
        ..FormWords::default()
    };
    if name.is_empty() {
        faults.add(outline.line, format!("{}: its name is missing", form.id));
    }
    said_once(&outline.below, faults);
    for below in &outline.below {
        form.take(below, faults);
    }
    form
}

impl FormWords {
    fn take(&mut self, outline: &Outline, faults: &mut LibraryErrors) {
        let (key, value) = outline.field();
        let read = match key {
            "set up" => lines(&outline.below).map(|lines| self.setup = lines),
            "change" => lines(&outline.below).map(|lines| self.change = lines),
            "come out" => lines(&outline.below).map(|lines| self.exit = lines),
            "again" => line(value).map(|line| self.again = Some(line)),
            "between" => line(value).map(|line| self.between = Some(line)),
            "come out again" => line(value).map(|line| self.exit_again = Some(line)),
            "coach" => {
                self.coaching = outline.below.iter().map(|below| below.text).collect();
                Ok(())
            }
            "there" => said(&mut self.there, value),
            "back" => said(&mut self.back, value),
            "stop" => said(&mut self.unwind, value),
            "dizzy" => said(&mut self.dizzy, value),
            _ => Err(format!("“{key}” is nothing that is said of a posture")),
        };
        faults.note(outline.line, read);
    }

    /// The words for the two ends of a movement, if both are there.
    pub(super) fn beats(&self) -> Option<BeatWords> {
        let (there, back) = self.there.zip(self.back)?;
        Some(BeatWords { there, back })
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "one arm among others that can fail"
)]
fn said(place: &mut Option<&'static str>, value: &'static str) -> Result<(), String> {
    *place = Some(value);
    Ok(())
}

fn lines(below: &[Outline]) -> Result<Vec<SpokenLine>, String> {
    below.iter().map(|outline| line(outline.text)).collect()
}

/// Reads a line, and the seconds of silence after it: `Sit down. (6)`.
fn line(written: &'static str) -> Result<SpokenLine, String> {
    let wrong =
        || format!("a line ends with the seconds of silence after it, like (6): “{written}”");
    let (words, rest) = written.rsplit_once(" (").ok_or_else(wrong)?;
    let seconds = rest.strip_suffix(')').and_then(|it| it.parse().ok());
    let pause = Duration::from_secs(seconds.ok_or_else(wrong)?);
    Ok(SpokenLine { words, pause })
}
