//! Routines as records, by value.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::names::Named;
use crate::domain::dose::{Amount, Dose, Tempo, seconds};
use crate::domain::routine::{Part, Routine, Sides, Step};
use crate::library;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RoutineRecord {
    id: String,
    title: String,
    purpose: String,
    parts: Vec<PartRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PartRecord {
    Step(StepRecord),
    Rounds { times: u32, steps: Vec<StepRecord> },
}

#[derive(Debug, Serialize, Deserialize)]
struct StepRecord {
    posture: String,
    dose: DoseRecord,
    sets: u32,
    #[serde(default)]
    fewer: u32,
    rest: f64,
    sides: String,
    way: String,
    note: Option<String>,
}

/// Lengths are in seconds.
#[derive(Debug, Serialize, Deserialize)]
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

impl TryFrom<RoutineRecord> for Routine {
    type Error = Unreadable;

    fn try_from(record: RoutineRecord) -> Result<Self, Unreadable> {
        let mut number = 0;
        let mut step = |record: StepRecord| {
            number += 1;
            record.read(number)
        };
        let mut parts = Vec::new();
        for part in record.parts {
            parts.push(match part {
                PartRecord::Step(record) => Part::Step(step(record)?),
                PartRecord::Rounds { times, steps } => {
                    let steps = steps.into_iter().map(&mut step).collect::<Result<_, _>>()?;
                    Part::Rounds { times, steps }
                }
            });
        }
        Ok(Self {
            id: record.id,
            title: record.title,
            purpose: record.purpose,
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

impl StepRecord {
    fn read(self, number: usize) -> Result<Step, Unreadable> {
        let place = |field| format!("step {number}, {field}");
        let posture = library::posture(&self.posture).ok_or_else(|| {
            Unreadable::at(
                place("posture"),
                &format!("there is no posture “{}”", self.posture),
            )
        })?;
        Ok(Step {
            posture,
            amount: Amount {
                dose: self.dose.read(&place("dose"))?,
                sets: self.sets,
                fewer: self.fewer,
            },
            rest_between: maybe_nothing(self.rest, &place("rest"))?,
            sides: Sides::named(&self.sides, &place("sides"))?,
            way: posture.way_of(&self.way).ok_or_else(|| {
                let why = format!("“{}” is no way of doing it", self.way);
                Unreadable::at(place("way"), &why)
            })?,
            note: self.note,
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

impl DoseRecord {
    fn read(self, place: &str) -> Result<Dose, Unreadable> {
        let s = |given| seconds(given).map_err(|error| Unreadable::at(place, &error));
        Ok(match self {
            Self::Hold(length) => Dose::Hold(s(length)?),
            Self::Rest(length) => Dose::Rest(s(length)?),
            Self::Go {
                length,
                there,
                back,
            } => Dose::Go {
                length: s(length)?,
                pace: Tempo {
                    there: s(there)?,
                    stay: Duration::ZERO,
                    back: s(back)?,
                },
            },
            Self::Repetitions {
                count,
                there,
                stay,
                back,
            } => {
                let tempo = Tempo {
                    there: s(there)?,
                    stay: maybe_nothing(stay, place)?,
                    back: s(back)?,
                };
                Dose::Repetitions { count, tempo }
            }
            Self::Breaths {
                count,
                inhale,
                exhale,
            } => Dose::Breaths {
                count,
                inhale: s(inhale)?,
                exhale: s(exhale)?,
            },
        })
    }
}

/// A length that may be zero.
fn maybe_nothing(given: f64, place: &str) -> Result<Duration, Unreadable> {
    if given == 0.0 {
        return Ok(Duration::ZERO);
    }
    seconds(given).map_err(|error| Unreadable::at(place, &error))
}
