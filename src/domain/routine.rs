//! A routine: which postures, how much of each, in which order. Checked before it is played.

use std::time::Duration;

use super::body::AgeGroup;
use super::dose::{Amount, DoseError};
use super::posture::{Form, Posture, Side, Variation};

/// The most steps of a routine once its rounds are counted out.
pub const MOST_STEPS: usize = 100;
/// The most sets of one step.
pub const MOST_SETS: u32 = 10;
/// The longest rest between two sets.
pub const LONGEST_REST: Duration = Duration::from_secs(10 * 60);
/// The longest a routine's holds and repetitions may last together.
pub const LONGEST_ROUTINE: Duration = Duration::from_secs(4 * 60 * 60);

/// A routine as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// The name by which records and links know it.
    pub id: String,
    /// What it is called. Any text at all; it is shown and spoken, never interpreted.
    pub title: String,
    /// What it is for, in a sentence or two.
    pub purpose: String,
    /// Its parts, in order.
    pub parts: Vec<RoutinePart>,
}

/// A part of a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoutinePart {
    /// One step.
    Step(Step),
    /// Some steps, several times over.
    Rounds {
        /// How often.
        times: u32,
        /// The steps of one round.
        steps: Vec<Step>,
    },
}

/// One posture in a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The posture.
    pub posture: &'static Posture,
    /// How much of it, on each side.
    pub amount: Amount,
    /// The rest between two sets.
    pub rest_between: Duration,
    /// Which sides.
    pub sides: Sides,
    /// Which way of doing it.
    pub variation: Variation,
    /// Something more to be said when it begins.
    pub note: Option<String>,
}

/// Which sides a step works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// The posture has no sides.
    Neither,
    /// One side, then the other.
    Both(First),
    /// One side only.
    Only(Side),
}

/// Which side comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The one that did not come first last time.
    Alternating,
    /// Always this one.
    Always(Side),
}

/// A routine that cannot be played, with the place and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoutineError {
    /// There is nothing in it.
    Empty,
    /// There are too many steps, rounds counted out.
    TooManySteps(usize),
    /// It would take longer than [`LONGEST_ROUTINE`].
    TooLong(Duration),
    /// One step is wrong.
    Step {
        /// Which step, from 1, counting the steps of a round once.
        number: usize,
        /// The posture's name.
        posture: &'static str,
        /// What is wrong with it.
        fault: StepFault,
    },
}

/// What can be wrong with one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepFault {
    /// The dose cannot be led.
    Dose(DoseError),
    /// No sets, or too many.
    Sets(u32),
    /// A rest that is too long.
    Rest(Duration),
    /// The posture has sides and the step names none.
    SidesMissing,
    /// The posture has no sides and the step names one.
    SidesNamed,
    /// The posture has no such variation.
    Variation,
    /// A round that is done no times, or too often.
    Rounds(u32),
}

impl Step {
    /// The posture as it is done when nobody says otherwise: both sides where it has sides, and as much
    /// as suits the age.
    pub fn of(posture: &'static Posture, age: Option<AgeGroup>) -> Self {
        Self {
            posture,
            amount: posture.amount_at(age),
            rest_between: Duration::from_secs(10),
            sides: if posture.sided {
                Sides::Both(First::Alternating)
            } else {
                Sides::Neither
            },
            variation: Variation::Usual,
            note: None,
        }
    }

    /// How long the step is worked, sets and sides counted, without getting in and out.
    pub fn worked(&self) -> Duration {
        let sides = if matches!(self.sides, Sides::Both(_)) {
            2
        } else {
            1
        };
        self.amount.length().saturating_mul(sides)
    }

    /// The form in which it is done. A way that the posture does not have is the usual one; a routine
    /// that asks for it is refused.
    pub fn form(&self) -> &'static Form {
        self.posture
            .form(self.variation)
            .unwrap_or(&self.posture.usual)
    }

    fn check(&self) -> Result<(), StepFault> {
        let Amount { dose, sets, .. } = self.amount;
        dose.check().map_err(StepFault::Dose)?;
        if !(1..=MOST_SETS).contains(&sets) {
            return Err(StepFault::Sets(sets));
        }
        if self.rest_between > LONGEST_REST {
            return Err(StepFault::Rest(self.rest_between));
        }
        match (self.posture.sided, self.sides) {
            (true, Sides::Neither) => return Err(StepFault::SidesMissing),
            (false, Sides::Both(_) | Sides::Only(_)) => return Err(StepFault::SidesNamed),
            (true, Sides::Both(_) | Sides::Only(_)) | (false, Sides::Neither) => {}
        }
        if self.posture.form(self.variation).is_none() {
            return Err(StepFault::Variation);
        }
        Ok(())
    }
}

impl Routine {
    /// The steps in the order they are done, rounds counted out.
    ///
    /// # Errors
    /// A [`RoutineError`] that names the first place where the routine cannot be played.
    pub fn steps(&self) -> Result<Vec<Step>, RoutineError> {
        let mut steps = Vec::new();
        let mut counted = 0_usize;
        let mut number = 0;
        for part in &self.parts {
            let (times, round) = match part {
                RoutinePart::Step(step) => (1, std::slice::from_ref(step)),
                RoutinePart::Rounds { times, steps } => (*times, steps.as_slice()),
            };
            for step in round {
                number += 1;
                let at_step = |fault| RoutineError::Step {
                    number,
                    posture: step.posture.name,
                    fault,
                };
                step.check().map_err(at_step)?;
                if times == 0 || times as usize > MOST_STEPS {
                    return Err(at_step(StepFault::Rounds(times)));
                }
            }
            counted = counted.saturating_add(round.len().saturating_mul(times as usize));
            // Counting goes on past the bound, to name the true number; copying does not.
            // A round of nothing adds nothing, however often.
            if counted <= MOST_STEPS && !round.is_empty() {
                for _ in 0..times {
                    steps.extend_from_slice(round);
                }
            }
        }
        if counted > MOST_STEPS {
            return Err(RoutineError::TooManySteps(counted));
        }
        if steps.is_empty() {
            return Err(RoutineError::Empty);
        }
        let worked = steps.iter().map(Step::worked).sum();
        if worked > LONGEST_ROUTINE {
            return Err(RoutineError::TooLong(worked));
        }
        Ok(steps)
    }
}
