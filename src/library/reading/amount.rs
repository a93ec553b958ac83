//! Amounts as they are written: `hold 30 s, 2 sets`, `10 times, 2 s there, 2 s back`.

use std::time::Duration;

use super::step::StepError;
use crate::domain::dose::{Amount, Dose, PartialTempo, Tempo, seconds};
use crate::figure::notation;

/// An amount as it is written, part by part.
#[derive(Debug, Default)]
struct Parts {
    kind: Option<Kind>,
    tempo: PartialTempo,
    sets: Option<u32>,
    fewer: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Hold(Duration),
    Rest(Duration),
    Go(Duration),
    Times(u32),
    Breaths(u32),
}

/// Reads an amount. Whatever it leaves out is as in `usual`, if there is one: a routine says how often, and the posture
/// how fast.
pub(super) fn amount(written: &str, usual: Option<Amount>) -> Result<Amount, StepError> {
    let mut parts = Parts::default();
    for part in written
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        parts.take(part)?;
    }
    parts.put_together(usual)
}

impl Parts {
    fn take(&mut self, part: &str) -> Result<(), StepError> {
        let words: Vec<_> = part.split_whitespace().collect();
        match *words.as_slice() {
            ["hold", number, unit] => self.kind = Some(Kind::Hold(length(number, unit)?)),
            ["rest", number, unit] => self.kind = Some(Kind::Rest(length(number, unit)?)),
            ["go", number, unit] => self.kind = Some(Kind::Go(length(number, unit)?)),
            [number, "times"] => self.kind = Some(Kind::Times(count(number)?)),
            [number, "breaths"] => self.kind = Some(Kind::Breaths(count(number)?)),
            [number, unit, "there" | "in"] => self.tempo.there = Some(length(number, unit)?),
            [number, unit, "stay"] => self.tempo.stay = Some(length(number, unit)?),
            [number, unit, "back" | "out"] => self.tempo.back = Some(length(number, unit)?),
            [number, "set" | "sets"] => self.sets = Some(count(number)?),
            [number, "fewer", "each"] => self.fewer = Some(count(number)?),
            _ => return Err(StepError::Part(part.to_owned())),
        }
        Ok(())
    }

    fn put_together(self, usual: Option<Amount>) -> Result<Amount, StepError> {
        let usually = usual.and_then(|usual| usual.dose.tempo());
        let tempo = self.tempo.completed(usually);
        let paced = || tempo.ok_or(StepError::Pace);
        let dose = match self
            .kind
            .or_else(|| usual.map(|usual| Kind::of(usual.dose)))
        {
            None => return Err(StepError::NoAmount),
            Some(Kind::Hold(length)) => Dose::Hold(length),
            Some(Kind::Rest(length)) => Dose::Rest(length),
            Some(Kind::Go(length)) => Dose::Go {
                length,
                pace: paced()?,
            },
            Some(Kind::Times(count)) => Dose::Repetitions {
                count,
                tempo: paced()?,
            },
            Some(Kind::Breaths(count)) => {
                let Tempo { there, back, .. } = paced()?;
                Dose::Breaths {
                    count,
                    inhale: there,
                    exhale: back,
                }
            }
        };
        dose.check()?;
        let (sets, fewer) = match (self.kind, self.sets, usual) {
            // Given by `usual`, and not overridden here.
            (None, None, Some(usual)) => (usual.sets, usual.fewer),
            _ => (1, 0),
        };
        Ok(Amount {
            dose,
            sets: self.sets.unwrap_or(sets),
            fewer: self.fewer.unwrap_or(fewer),
        })
    }
}

impl Kind {
    const fn of(dose: Dose) -> Self {
        match dose {
            Dose::Hold(length) => Self::Hold(length),
            Dose::Rest(length) => Self::Rest(length),
            Dose::Go { length, .. } => Self::Go(length),
            Dose::Repetitions { count, .. } => Self::Times(count),
            Dose::Breaths { count, .. } => Self::Breaths(count),
        }
    }
}

/// A length as it is written: a number, and `s` or `min`.
pub(super) fn length(number: &str, unit: &str) -> Result<Duration, StepError> {
    let given = notation::number(number).ok_or_else(|| StepError::Number(number.to_owned()))?;
    let factor = match unit {
        "s" => 1.0,
        "min" => 60.0,
        _ => return Err(StepError::Unit(unit.to_owned())),
    };
    Ok(seconds(given * factor)?)
}

fn count(number: &str) -> Result<u32, StepError> {
    number
        .parse()
        .map_err(|_| StepError::Number(number.to_owned()))
}
