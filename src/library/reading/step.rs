//! One step of a routine as it is written: `low-lunge as standing-lunge: hold 30 s, spare`.

use super::amount::{amount, length};
use crate::domain::dose::DoseError;
use crate::domain::posture::{Posture, Side};
use crate::domain::routine::Step;
use crate::domain::time::whole_millis;

/// What is wrong with a step, or with an amount. The messages are for the authors of the library.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// No posture has this id.
    #[error("there is no posture {0}")]
    Posture(String),
    /// The posture has no such variation.
    #[error("{posture} has no way {variation}")]
    Variation {
        /// The posture's id.
        posture: &'static str,
        /// What was asked for.
        variation: String,
    },
    /// Only one side, of a posture that has two.
    #[error("{posture} has two sides, and the {} one alone is done", if *side == Side::Left { "left" } else { "right" })]
    Side {
        /// The posture's id.
        posture: &'static str,
        /// The side.
        side: Side,
    },
    /// A part that means nothing.
    #[error("“{0}” is no part of an amount")]
    Part(String),
    /// A number that isn't one, or isn't whole where it has to be.
    #[error("“{0}” is no number that can be used here")]
    Number(String),
    /// A unit that isn't one.
    #[error("“{0}” is neither s nor min")]
    Unit(String),
    /// There is no amount.
    #[error("it does not say how much")]
    NoAmount,
    /// Neither the step nor the posture says how fast.
    #[error("it does not say how fast: `2 s there, 2 s back`")]
    Pace,
    /// The dose can't be led.
    #[error("{}", refused(.0))]
    Dose(DoseError),
}

/// Says which bound is broken.
fn refused(error: &DoseError) -> String {
    match error {
        DoseError::NotANumber | DoseError::NoTime => "a time must be longer than nothing".into(),
        DoseError::TooShort { least, .. } => {
            format!(
                "a time is too short; the least is {} ms",
                whole_millis(*least)
            )
        }
        DoseError::TooLong { most, .. } => {
            format!("a time is too long; the most is {} s", most.as_secs())
        }
        DoseError::Count(count) => format!("{count} repetitions cannot be led"),
    }
}

impl From<DoseError> for StepError {
    fn from(error: DoseError) -> Self {
        Self::Dose(error)
    }
}

/// The library notes its faults in words.
impl From<StepError> for String {
    fn from(error: StepError) -> Self {
        error.to_string()
    }
}

/// Reads one step, and whether it is spare; `named` is what comes before the colon, and `written` what comes after it.
///
/// # Errors
/// What is wrong with it.
pub fn step(
    named: &str,
    written: &str,
    postures: &'static [Posture],
) -> Result<(Step, bool), StepError> {
    let (id, variation) = named.split_once(" as ").unwrap_or((named, ""));
    let posture = postures
        .iter()
        .find(|posture| posture.id == id)
        .ok_or_else(|| StepError::Posture(id.to_owned()))?;
    let mut step = Step::of(posture, None);
    if !variation.is_empty() {
        let unknown = || StepError::Variation {
            posture: posture.id,
            variation: variation.to_owned(),
        };
        step.variation = posture.variation_of(variation).ok_or_else(unknown)?;
    }
    let (mut spare, mut parts) = (false, Vec::new());
    for part in written.split(',').map(str::trim) {
        let words: Vec<_> = part.split_whitespace().collect();
        match *words.as_slice() {
            ["spare"] => spare = true,
            [number, unit, "between"] => step.rest_between = length(number, unit)?,
            [side @ ("left" | "right"), "only"] if posture.sided => {
                let side = if side == "left" {
                    Side::Left
                } else {
                    Side::Right
                };
                return Err(StepError::Side {
                    posture: posture.id,
                    side,
                });
            }
            _ => parts.push(part),
        }
    }
    step.amount = amount(&parts.join(","), Some(posture.amount))?;
    Ok((step, spare))
}
