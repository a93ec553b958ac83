//! Routines as records, by value.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, expected, kind};
use super::names::Named;
use super::{Unreadable, envelope};
use crate::domain::dose::{Amount, Dose, Tempo, seconds};
use crate::domain::own::OwnId;
use crate::domain::routine::{Part, Routine, Step};
use crate::library;

#[derive(Debug, Serialize)]
pub(super) struct RoutineRecord {
    id: String,
    title: String,
    purpose: String,
    parts: Vec<PartRecord>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum PartRecord {
    Step(StepRecord),
    Rounds { times: u32, steps: Vec<StepRecord> },
}

#[derive(Debug, Serialize)]
struct StepRecord {
    posture: String,
    dose: DoseRecord,
    sets: u32,
    fewer: u32,
    rest: f64,
    sides: String,
    way: String,
    note: Option<String>,
}

/// Lengths are in seconds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum DoseRecord {
    Hold(f64),
    Rest(f64),
    Go {
        length: f64,
        there: f64,
        back: f64,
    },
    Repetitions {
        count: u32,
        there: f64,
        stay: f64,
        back: f64,
    },
    Breaths {
        count: u32,
        inhale: f64,
        exhale: f64,
    },
}

/// Prints a routine of one's own for keeping.
pub fn print_routine(routine: &Routine) -> String {
    envelope::seal(&RoutineRecord::from(routine))
}

/// Reads a kept routine of one's own.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_routine(kept: &str) -> Result<(OwnId, Routine), Unreadable> {
    let routine: Routine = envelope::open(kept)?;
    let unknown = || Unreadable::at("id", &format!("“{}” is none of one's own", routine.id));
    let id = OwnId::named(&routine.id).ok_or_else(unknown)?;
    Ok((id, routine))
}

impl From<&Routine> for RoutineRecord {
    fn from(routine: &Routine) -> Self {
        let part = |part: &Part| match part {
            Part::Step(step) => PartRecord::Step(step.into()),
            Part::Rounds { times, steps } => PartRecord::Rounds {
                times: *times,
                steps: steps.iter().map(Into::into).collect(),
            },
        };
        Self {
            id: routine.id.clone(),
            title: routine.title.clone(),
            purpose: routine.purpose.clone(),
            parts: routine.parts.iter().map(part).collect(),
        }
    }
}

impl Read for Routine {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let mut number = 0;
        let mut step = |kept: &Value| {
            number += 1;
            read_step(Fields::of(kept)?, number)
        };
        let mut parts = Vec::new();
        for part in kept.list("parts")? {
            parts.push(match kind(part)? {
                ("step", held) => Part::Step(step(held)?),
                ("rounds", held) => {
                    let held = Fields::of(held)?;
                    let steps = held.list("steps")?.iter().map(&mut step);
                    Part::Rounds {
                        times: held.get("times")?,
                        steps: steps.collect::<Result<_, _>>()?,
                    }
                }
                _ => return Err(expected("step or rounds")),
            });
        }
        Ok(Self {
            id: kept.name("id")?,
            title: kept.get("title")?,
            purpose: kept.get("purpose")?,
            parts,
        })
    }
}

impl From<&Step> for StepRecord {
    fn from(step: &Step) -> Self {
        Self {
            posture: step.posture.id.to_owned(),
            dose: step.amount.dose.into(),
            sets: step.amount.sets,
            fewer: step.amount.fewer,
            rest: step.rest_between.as_secs_f64(),
            sides: step.sides.name(),
            way: step.form().id.to_owned(),
            note: step.note.clone(),
        }
    }
}

fn read_step(kept: Fields<'_>, number: usize) -> Result<Step, Unreadable> {
    let place = |field| format!("step {number}, {field}");
    let id = kept.get::<String>("posture")?;
    let posture = library::posture(&id).ok_or_else(|| {
        let why = format!("there is no posture “{id}”");
        Unreadable::at(place("posture"), &why)
    })?;
    let way = kept.get::<String>("way")?;
    Ok(Step {
        posture,
        amount: Amount {
            dose: read_dose(kept.of_kind("dose")?, &place("dose"))?,
            sets: kept.get("sets")?,
            fewer: kept.get_or("fewer", 0)?,
        },
        rest_between: maybe_nothing(kept.get("rest")?, &place("rest"))?,
        sides: kept.named("sides", &place("sides"))?,
        way: posture.way_of(&way).ok_or_else(|| {
            let why = format!("“{way}” is no way of doing it");
            Unreadable::at(place("way"), &why)
        })?,
        note: kept.get("note")?,
    })
}

impl From<Dose> for DoseRecord {
    fn from(dose: Dose) -> Self {
        let s = |length: Duration| length.as_secs_f64();
        match dose {
            Dose::Hold(length) => Self::Hold(s(length)),
            Dose::Rest(length) => Self::Rest(s(length)),
            Dose::Go { length, pace } => Self::Go {
                length: s(length),
                there: s(pace.there),
                back: s(pace.back),
            },
            Dose::Repetitions {
                count,
                tempo: Tempo { there, stay, back },
            } => Self::Repetitions {
                count,
                there: s(there),
                stay: s(stay),
                back: s(back),
            },
            Dose::Breaths {
                count,
                inhale,
                exhale,
            } => Self::Breaths {
                count,
                inhale: s(inhale),
                exhale: s(exhale),
            },
        }
    }
}

fn read_dose((kind, held): (&str, &Value), place: &str) -> Result<Dose, Unreadable> {
    let s = |given| seconds(given).map_err(|error| Unreadable::at(place, &error));
    let length = |field| s(Fields::of(held)?.get(field)?);
    let count = || Fields::of(held)?.get("count");
    Ok(match kind {
        "hold" => Dose::Hold(s(f64::read(held)?)?),
        "rest" => Dose::Rest(s(f64::read(held)?)?),
        "go" => Dose::Go {
            length: length("length")?,
            pace: Tempo {
                there: length("there")?,
                stay: Duration::ZERO,
                back: length("back")?,
            },
        },
        "repetitions" => Dose::Repetitions {
            count: count()?,
            tempo: Tempo {
                there: length("there")?,
                stay: maybe_nothing(Fields::of(held)?.get("stay")?, place)?,
                back: length("back")?,
            },
        },
        "breaths" => Dose::Breaths {
            count: count()?,
            inhale: length("inhale")?,
            exhale: length("exhale")?,
        },
        _ => return Err(expected("dose")),
    })
}

/// A length that may be zero.
fn maybe_nothing(given: f64, place: &str) -> Result<Duration, Unreadable> {
    if given == 0.0 {
        return Ok(Duration::ZERO);
    }
    seconds(given).map_err(|error| Unreadable::at(place, &error))
}
