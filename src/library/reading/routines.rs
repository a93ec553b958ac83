//! Puts routines together from their steps and their words.

use std::time::Duration;

use super::amount::length;
use super::error::{LibraryError, LibraryErrors};
use super::outline::{Outline, Section, sections};
use super::postures::Text;
use super::step::step;
use super::terms::Term;
use crate::domain::catalogue::BuiltIn;
use crate::domain::episode::Feeling;
use crate::domain::place::Place;
use crate::domain::posture::Posture;
use crate::domain::routine::{Routine, RoutinePart, Step};

/// All routines that have both steps and words, and what is wrong with the others.
pub fn routines(
    told: Text,
    said: Text,
    postures: &'static [Posture],
) -> (Vec<BuiltIn>, Vec<LibraryError>) {
    let mut faults = LibraryErrors::of(told.0);
    let mut spoken = LibraryErrors::of(said.0);
    let words = sections(said.1, "routine", &mut spoken);
    let laid_out = sections(told.1, "routine", &mut faults);
    let mut routines = Vec::new();
    for section in &laid_out {
        let Some(words) = words.iter().find(|words| words.id == section.id) else {
            faults.add(section.line, format!("{} has no words", section.id));
            continue;
        };
        let mut draft = Draft::of(section.id);
        for outline in &section.below {
            let taken = draft.take(outline, postures);
            faults.note(outline.line, taken);
        }
        if draft.takes.is_zero() {
            faults.add(section.line, format!("{}: `takes` is missing", section.id));
        }
        routines.push(draft.spoken(words, &mut spoken));
    }
    for words in &words {
        if !laid_out.iter().any(|section| section.id == words.id) {
            spoken.add(words.line, format!("there is no routine {}", words.id));
        }
    }
    let mut all = faults.all();
    all.extend(spoken.all());
    (routines, all)
}

/// A routine while it is being read.
struct Draft {
    id: &'static str,
    fits: Vec<Feeling>,
    places: Vec<Place>,
    takes: Duration,
    steps: Vec<Step>,
    spare: Vec<usize>,
}

impl Draft {
    fn of(id: &'static str) -> Self {
        Self {
            id,
            fits: Vec::new(),
            places: Place::ALL.to_vec(),
            takes: Duration::ZERO,
            steps: Vec::new(),
            spare: Vec::new(),
        }
    }

    fn take(&mut self, outline: &Outline, postures: &'static [Posture]) -> Result<(), String> {
        let (key, value) = outline.field();
        match key {
            "at" => self.places = Place::list(value)?,
            "for" => self.fits = Feeling::list(value)?,
            "takes" => {
                let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
                self.takes = length(number, unit)?;
            }
            _ => {
                let (step, spare) = step(key, value, postures)?;
                if spare {
                    self.spare.push(self.steps.len());
                }
                self.steps.push(step);
            }
        }
        Ok(())
    }

    fn spoken(mut self, words: &Section, faults: &mut LibraryErrors) -> BuiltIn {
        let (mut title, mut purpose, mut fun) = ("", "", Vec::new());
        for outline in &words.below {
            let (key, value) = outline.field();
            match key {
                "title" => title = value,
                "purpose" => purpose = value,
                "fun" => fun.push(value),
                _ => {
                    let noted = self.note(key, value);
                    faults.note(outline.line, noted);
                }
            }
        }
        for (what, said) in [("title", title), ("purpose", purpose)] {
            if said.is_empty() {
                faults.add(words.line, format!("{}: `{what}` is missing", self.id));
            }
        }
        BuiltIn {
            routine: Routine {
                id: self.id.to_owned(),
                title: title.to_owned(),
                purpose: purpose.to_owned(),
                parts: self.steps.into_iter().map(RoutinePart::Step).collect(),
            },
            fits: self.fits,
            places: self.places,
            takes: self.takes,
            spare: self.spare,
            fun,
        }
    }

    /// Notes something more to say when the first step of a posture begins.
    fn note(&mut self, key: &str, said: &str) -> Result<(), String> {
        let id = key
            .strip_prefix("note ")
            .ok_or_else(|| format!("“{key}” is nothing that is said of a routine"))?;
        let step = self.steps.iter_mut().find(|step| step.posture.id == id);
        let step = step.ok_or_else(|| format!("{} has no step {id}", self.id))?;
        step.note = Some(said.to_owned());
        Ok(())
    }
}
