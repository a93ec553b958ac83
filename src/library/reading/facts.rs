//! What is true of a posture in every language, as `postures.txt` has it.

use super::amount::amount;
use super::error::LibraryErrors;
use super::outline::{Outline, Section, said_once, sections};
use super::terms::Term;
use crate::domain::body::Caution;
use crate::domain::dose::Amount;
use crate::domain::place::{Equipment, Position};
use crate::domain::posture::BodyRegion;

/// The facts of one posture.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) line: usize,
    pub(super) id: &'static str,
    pub(super) sided: bool,
    pub(super) felt: Vec<BodyRegion>,
    pub(super) amount: Amount,
    pub(super) amount_from_60: Option<Amount>,
    pub(super) usual: FormFacts,
    pub(super) easier: Vec<VariationFacts>,
    pub(super) stronger: Vec<VariationFacts>,
    pub(super) instead: Vec<&'static str>,
    pub(super) sources: Vec<&'static str>,
}

/// Another way of doing a posture: one of its own, or another posture.
#[derive(Debug, Clone)]
pub(super) enum VariationFacts {
    Own(FormFacts),
    Posture { line: usize, id: &'static str },
}

/// The facts of one way of doing a posture.
#[derive(Debug, Clone)]
pub(super) struct FormFacts {
    pub(super) id: &'static str,
    /// The id of the posture it is a way of.
    pub(super) posture: &'static str,
    pub(super) figure: &'static str,
    /// Zero until it has been read.
    pub(super) level: u8,
    pub(super) in_spasm: bool,
    pub(super) led: bool,
    pub(super) position: Position,
    pub(super) head_down: bool,
    pub(super) needs: Vec<Equipment>,
    pub(super) not_with: Vec<Caution>,
    pub(super) careful_with: Vec<Caution>,
}

/// The facts of all postures, in the order in which they are written.
pub(super) fn facts(text: &'static str, faults: &mut LibraryErrors) -> Vec<Facts> {
    sections(text, "posture", faults)
        .iter()
        .filter_map(|section| Draft::of(section).read(section, faults))
        .collect()
}

/// A posture's facts while they are being read.
struct Draft {
    sided: bool,
    position: Option<Position>,
    dose: Option<Amount>,
    from_60: Option<&'static str>,
    felt: Vec<BodyRegion>,
    form: FormFacts,
    easier: Vec<VariationFacts>,
    stronger: Vec<VariationFacts>,
    instead: Vec<&'static str>,
    sources: Vec<&'static str>,
}

impl Draft {
    fn of(section: &Section) -> Self {
        Self {
            sided: false,
            position: None,
            dose: None,
            from_60: None,
            felt: Vec::new(),
            form: FormFacts {
                id: section.id,
                posture: section.id,
                figure: section.id,
                level: 0,
                in_spasm: false,
                led: false,
                position: Position::Lying,
                head_down: false,
                needs: Vec::new(),
                not_with: Vec::new(),
                careful_with: Vec::new(),
            },
            easier: Vec::new(),
            stronger: Vec::new(),
            instead: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn read(mut self, section: &Section, faults: &mut LibraryErrors) -> Option<Facts> {
        said_once(&section.below, faults);
        for outline in &section.below {
            let taken = self.take(outline, faults);
            faults.note(outline.line, taken);
        }
        let line = section.line;
        let missing = |what: &str| format!("{}: `{what}` is missing", section.id);
        let amount = faults.note(line, self.dose.ok_or_else(|| missing("dose")))?;
        faults.note(line, self.position.ok_or_else(|| missing("position")))?;
        if self.felt.is_empty() {
            faults.add(line, missing("felt"));
        }
        if self.form.level == 0 {
            faults.add(line, missing("level"));
        }
        let from_60 = self
            .from_60
            .map(|written| self::amount(written, Some(amount)));
        let amount_from_60 = match from_60 {
            Some(read) => Some(faults.note(line, read)?),
            None => None,
        };
        Some(Facts {
            line,
            id: section.id,
            sided: self.sided,
            felt: self.felt,
            amount,
            amount_from_60,
            usual: self.form,
            easier: self.easier,
            stronger: self.stronger,
            instead: self.instead,
            sources: self.sources,
        })
    }

    fn take(&mut self, outline: &Outline, faults: &mut LibraryErrors) -> Result<(), String> {
        let (key, value) = outline.field();
        match key {
            "sided" => self.sided = true,
            "dose" => self.dose = Some(amount(value, None)?),
            "from 60" => self.from_60 = Some(value),
            "felt" => self.felt = BodyRegion::list(value)?,
            "instead" => self.instead = ids(value),
            "source" => self.sources = ids(value),
            "position" => {
                self.position = Some(Position::of(value)?);
                self.form.take(key, value)?;
            }
            _ if key.starts_with("easier ") => {
                let variation = self.variation(outline, "easier ", faults);
                self.easier.push(variation);
            }
            _ if key.starts_with("stronger ") => {
                let variation = self.variation(outline, "stronger ", faults);
                self.stronger.push(variation);
            }
            _ => self.form.take(key, value)?,
        }
        Ok(())
    }

    /// Another way of doing the posture. Whatever it leaves out is as in the posture, whose own facts therefore come
    /// first.
    fn variation(
        &self,
        outline: &Outline,
        kind: &str,
        faults: &mut LibraryErrors,
    ) -> VariationFacts {
        let id = outline.text.trim_start_matches(kind);
        if let Some(id) = id.strip_suffix(" as posture") {
            return VariationFacts::Posture {
                line: outline.line,
                id,
            };
        }
        let mut form = FormFacts {
            id,
            figure: id,
            ..self.form.clone()
        };
        said_once(&outline.below, faults);
        for below in &outline.below {
            let (key, value) = below.field();
            let taken = form.take(key, value);
            faults.note(below.line, taken);
        }
        VariationFacts::Own(form)
    }
}

impl FormFacts {
    fn take(&mut self, key: &str, value: &'static str) -> Result<(), String> {
        match key {
            "figure" => self.figure = value,
            "level" => self.level = level(value)?,
            "position" => self.position = Position::of(value)?,
            "led" => self.led = true,
            "in spasm" => self.in_spasm = true,
            "head down" => self.head_down = true,
            "head up" => self.head_down = false,
            "needs" => self.needs = Equipment::list(value)?,
            "not with" => self.not_with = Caution::list(value)?,
            "careful with" => self.careful_with = Caution::list(value)?,
            _ => return Err(format!("“{key}” is nothing that a posture has")),
        }
        Ok(())
    }
}

fn level(written: &str) -> Result<u8, String> {
    match written {
        "1" => Ok(1),
        "2" => Ok(2),
        "3" => Ok(3),
        _ => Err(format!("“{written}” is no level; 1, 2 and 3 are")),
    }
}

fn ids(written: &'static str) -> Vec<&'static str> {
    written.split(',').map(str::trim).collect()
}
