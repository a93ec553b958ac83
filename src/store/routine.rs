//! Routines as records, stored by value.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, kind};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::dose::{Amount, Dose, Tempo, seconds};
use crate::domain::own::OwnId;
use crate::domain::routine::{Routine, RoutinePart, Step};
use crate::library;

/// They can be removed.
pub(super) const RULES: Rules = Rules {
    name: "routine",
    at_start: AtStart::All,
    is_shared: false,
    is_heeded: false,
    outlives_removal: false,
};

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

/// A dose. Lengths are in seconds.
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

/// Serialises one of the user's own routines for storage.
pub fn print_routine(routine: &Routine) -> String {
    envelope::seal(&RoutineRecord::from(routine))
}

/// Reads one of the user's own routines from storage.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_routine(kept: &str) -> Result<(OwnId, Routine), Unreadable> {
    let routine: Routine = envelope::open(kept)?;
    let of_another = || Unreadable::senseless().within("id");
    let id = OwnId::named(&routine.id).ok_or_else(of_another)?;
    Ok((id, routine))
}

impl From<&Routine> for RoutineRecord {
    fn from(routine: &Routine) -> Self {
        let part = |part: &RoutinePart| match part {
            RoutinePart::Step(step) => PartRecord::Step(step.into()),
            RoutinePart::Rounds { times, steps } => PartRecord::Rounds {
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
        Ok(Self {
            id: kept.name("id")?,
            title: kept.get("title")?,
            purpose: kept.get("purpose")?,
            parts: kept.get("parts")?,
        })
    }
}

impl Read for RoutinePart {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let (kind, held) = kind(kept)?;
        let part = match kind {
            "step" => Step::read(held).map(Self::Step),
            "rounds" => rounds(held),
            _ => return Err(Unreadable::malformed()),
        };
        part.map_err(|error| error.within(kind))
    }
}

fn rounds(kept: &Value) -> Result<RoutinePart, Unreadable> {
    let kept = Fields::of(kept)?;
    Ok(RoutinePart::Rounds {
        times: kept.get("times")?,
        steps: kept.get("steps")?,
    })
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

impl Read for Step {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let found = |id: &Value| {
            let id = String::read(id)?;
            library::posture(&id).ok_or_else(Unreadable::senseless)
        };
        let posture = kept.with("posture", found)?;
        let variation = |id: &Value| {
            let id = String::read(id)?;
            posture.variation_of(&id).ok_or_else(Unreadable::senseless)
        };
        Ok(Self {
            posture,
            amount: Amount {
                dose: kept.get("dose")?,
                sets: kept.get("sets")?,
                fewer: kept.get_or("fewer", 0)?,
            },
            rest_between: kept.with("rest", maybe_no_time)?,
            sides: kept.get("sides")?,
            variation: kept.with("way", variation)?,
            note: kept.get("note")?,
        })
    }
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

impl Read for Dose {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let (kind, held) = kind(kept)?;
        let dose = match kind {
            "hold" => time(held).map(Self::Hold),
            "rest" => time(held).map(Self::Rest),
            "go" => go(held),
            "repetitions" => repetitions(held),
            "breaths" => breaths(held),
            _ => return Err(Unreadable::malformed()),
        };
        dose.map_err(|error| error.within(kind))
    }
}

fn go(kept: &Value) -> Result<Dose, Unreadable> {
    let kept = Fields::of(kept)?;
    Ok(Dose::Go {
        length: kept.with("length", time)?,
        pace: Tempo {
            there: kept.with("there", time)?,
            stay: Duration::ZERO,
            back: kept.with("back", time)?,
        },
    })
}

fn repetitions(kept: &Value) -> Result<Dose, Unreadable> {
    let kept = Fields::of(kept)?;
    Ok(Dose::Repetitions {
        count: kept.get("count")?,
        tempo: Tempo {
            there: kept.with("there", time)?,
            stay: kept.with("stay", maybe_no_time)?,
            back: kept.with("back", time)?,
        },
    })
}

fn breaths(kept: &Value) -> Result<Dose, Unreadable> {
    let kept = Fields::of(kept)?;
    Ok(Dose::Breaths {
        count: kept.get("count")?,
        inhale: kept.with("inhale", time)?,
        exhale: kept.with("exhale", time)?,
    })
}

/// Reads a number of seconds, which must be a length that can be led.
fn time(kept: &Value) -> Result<Duration, Unreadable> {
    seconds(f64::read(kept)?).map_err(|_| Unreadable::senseless())
}

/// Like [`time`], but allows zero.
fn maybe_no_time(kept: &Value) -> Result<Duration, Unreadable> {
    if f64::read(kept)? == 0.0 {
        Ok(Duration::ZERO)
    } else {
        time(kept)
    }
}
