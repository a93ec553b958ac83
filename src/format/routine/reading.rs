//! Reads a routine that somebody wrote or passed on.

use super::{Fault, LONGEST_TEXT, LONGEST_TITLE, LONGEST_WORDS};
use crate::domain::own::OwnId;
use crate::domain::posture::Posture;
use crate::domain::routine::{Part, Routine, RoutineError, Step};
use crate::library::{self, reading::step};

/// What is read so far.
#[derive(Default)]
struct Draft {
    title: Option<String>,
    purpose: Option<String>,
    /// Each with its line.
    steps: Vec<(usize, Step)>,
}

/// Reads a routine. Its id is made from what it holds: read twice, it is the same one. The routine bears it, too.
///
/// # Errors
/// Everything that is wrong, with its line.
pub fn read(text: &str) -> Result<(OwnId, Routine), Vec<Fault>> {
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        let what = format!("the text has {length} characters; {LONGEST_TEXT} can be read");
        return Err(vec![Fault { line: 1, what }]);
    }
    let mut draft = Draft::default();
    let mut faults = Vec::new();
    let lines = text
        .lines()
        .enumerate()
        .skip_while(|(_, line)| !opens(line));
    for (nth, line) in lines {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let line = nth + 1;
        if let Err(what) = draft.take(line, bare) {
            faults.push(Fault { line, what });
        }
    }
    draft.finish(faults)
}

/// Whether a routine begins with this line.
pub(super) fn opens(line: &str) -> bool {
    let (key, _) = field(line);
    key.eq_ignore_ascii_case("routine")
}

/// What stands before a colon and after it.
fn field(line: &str) -> (&str, &str) {
    let (key, value) = line.split_once(':').unwrap_or((line, ""));
    // A file may begin with a mark of its byte order.
    (key.trim_start_matches('\u{feff}').trim(), value.trim())
}

impl Draft {
    fn take(&mut self, line: usize, bare: &str) -> Result<(), String> {
        let (key, value) = field(bare);
        match key.to_ascii_lowercase().as_str() {
            "routine" => once(&mut self.title, "routine", value, LONGEST_TITLE),
            "purpose" => once(&mut self.purpose, "purpose", value, LONGEST_WORDS),
            "note" => {
                let (_, step) = self
                    .steps
                    .last_mut()
                    .ok_or("a note, and no step before it")?;
                once(&mut step.note, "note", value, LONGEST_WORDS)
            }
            _ => {
                let (step, _) = step(&with_id(key), value, library::postures())?;
                self.steps.push((line, step));
                Ok(())
            }
        }
    }

    fn finish(self, faults: Vec<Fault>) -> Result<(OwnId, Routine), Vec<Fault>> {
        if !faults.is_empty() {
            return Err(faults);
        }
        let (lines, steps): (Vec<_>, Vec<_>) = self.steps.into_iter().unzip();
        let mut routine = Routine {
            id: String::new(),
            title: self.title.unwrap_or_default(),
            purpose: self.purpose.unwrap_or_default(),
            parts: steps.into_iter().map(Part::Step).collect(),
        };
        let at = |line, what| Err(vec![Fault { line, what }]);
        if routine.title.is_empty() {
            let what = "no line says what it is called, as in `routine: After a long drive`";
            return at(1, what.to_owned());
        }
        if let Err(error) = routine.steps() {
            let line = match error {
                RoutineError::Step { number, .. } => lines.get(number - 1).copied(),
                RoutineError::Empty | RoutineError::TooManySteps(_) | RoutineError::TooLong(_) => {
                    None
                }
            };
            return at(line.unwrap_or(1), error.to_string());
        }
        let id = OwnId::of(&super::print(&routine));
        routine.id = id.to_string();
        Ok((id, routine))
    }
}

/// Takes some words that may be there once, and may not be too many.
fn once(place: &mut Option<String>, key: &str, words: &str, most: usize) -> Result<(), String> {
    let length = words.chars().count();
    if length == 0 {
        return Err(format!("nothing stands behind `{key}:`"));
    }
    if length > most {
        return Err(format!(
            "`{key}:` has {length} characters; {most} can be shown"
        ));
    }
    if place.replace(words.to_owned()).is_some() {
        return Err(format!("`{key}:` is there twice"));
    }
    Ok(())
}

/// A step's posture by its id, where it is called by its name.
fn with_id(named: &str) -> String {
    let (posture, way) = named
        .split_once(" as ")
        .map_or((named, None), |(posture, way)| (posture, Some(way)));
    let called = |it: &&Posture| it.name.eq_ignore_ascii_case(posture);
    let id = library::postures()
        .iter()
        .find(called)
        .map_or(posture, |it| it.id);
    way.map_or_else(|| id.to_owned(), |way| format!("{id} as {way}"))
}
