//! Amounts, as they are written: `hold 30 s, 2 sets`, `10 times, 2 s there, 2 s back`.

use std::time::Duration;

use crate::domain::dose::{Amount, Dose, Tempo, seconds};
use crate::figure::notation;

/// What an amount says, part by part.
#[derive(Debug, Default)]
struct Parts {
    kind: Option<Kind>,
    there: Option<Duration>,
    stay: Option<Duration>,
    back: Option<Duration>,
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

/// Reads an amount. What it does not say is as in `usual`, where there is one: a routine says how often,
/// and the posture how fast.
pub(super) fn amount(written: &str, usual: Option<Amount>) -> Result<Amount, String> {
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
    fn take(&mut self, part: &str) -> Result<(), String> {
        let words: Vec<_> = part.split_whitespace().collect();
        match *words.as_slice() {
            ["hold", number, unit] => self.kind = Some(Kind::Hold(length(number, unit)?)),
            ["rest", number, unit] => self.kind = Some(Kind::Rest(length(number, unit)?)),
            ["go", number, unit] => self.kind = Some(Kind::Go(length(number, unit)?)),
            [number, "times"] => self.kind = Some(Kind::Times(count(number)?)),
            [number, "breaths"] => self.kind = Some(Kind::Breaths(count(number)?)),
            [number, unit, "there" | "in"] => self.there = Some(length(number, unit)?),
            [number, unit, "stay"] => self.stay = Some(length(number, unit)?),
            [number, unit, "back" | "out"] => self.back = Some(length(number, unit)?),
            [number, "set" | "sets"] => self.sets = Some(count(number)?),
            [number, "fewer", "each"] => self.fewer = Some(count(number)?),
            _ => return Err(format!("“{part}” is no part of an amount")),
        }
        Ok(())
    }

    fn put_together(self, usual: Option<Amount>) -> Result<Amount, String> {
        let usual_tempo = usual.and_then(|usual| usual.dose.tempo());
        let tempo = self.tempo(usual_tempo);
        let paced =
            || tempo.ok_or_else(|| "it does not say how fast: `2 s there, 2 s back`".to_owned());
        let dose = match (self.kind, usual) {
            (None, Some(usual)) => usual.dose,
            (None, None) => return Err("it does not say how much".to_owned()),
            (Some(Kind::Hold(length)), _) => Dose::Hold(length),
            (Some(Kind::Rest(length)), _) => Dose::Rest(length),
            (Some(Kind::Go(length)), _) => Dose::Go {
                length,
                pace: paced()?,
            },
            (Some(Kind::Times(count)), _) => Dose::Repetitions {
                count,
                tempo: paced()?,
            },
            (Some(Kind::Breaths(count)), _) => {
                let Tempo { there, back, .. } = paced()?;
                Dose::Breaths {
                    count,
                    inhale: there,
                    exhale: back,
                }
            }
        };
        let amount = Amount {
            dose,
            sets: self.sets.unwrap_or(1),
            fewer: self.fewer.unwrap_or(0),
        };
        let whole = match (self.kind, self.sets, usual) {
            // Said in full elsewhere, and not gainsaid here.
            (None, None, Some(usual)) => usual,
            _ => amount,
        };
        dose.check().map_err(|error| error.to_string())?;
        Ok(whole)
    }

    fn tempo(&self, usual: Option<Tempo>) -> Option<Tempo> {
        let said = self.there.zip(self.back).map(|(there, back)| Tempo {
            there,
            stay: self.stay.unwrap_or(Duration::ZERO),
            back,
        });
        said.or(usual)
    }
}

/// A length as it is written: a number, and `s` or `min`.
pub(super) fn length(number: &str, unit: &str) -> Result<Duration, String> {
    let given = notation::number(number).ok_or_else(|| format!("“{number}” is no number"))?;
    let factor = match unit {
        "s" => 1.0,
        "min" => 60.0,
        _ => return Err(format!("“{unit}” is neither s nor min")),
    };
    seconds(given * factor).map_err(|error| error.to_string())
}

fn count(number: &str) -> Result<u32, String> {
    number
        .parse()
        .map_err(|_| format!("“{number}” is no whole number"))
}
