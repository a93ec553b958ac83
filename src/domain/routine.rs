//! Routines: which postures, how much of each, in which order. A routine is checked before it is played.

use std::time::Duration;

use super::body::AgeGroup;
use super::dose::{Amount, DoseError};
use super::posture::{Form, Posture, Side, Variation};

/// The most steps in a routine, with its rounds expanded.
pub const MOST_STEPS: usize = 100;
/// The most sets in one step.
pub const MOST_SETS: u32 = 10;
/// The longest rest between two sets.
pub const LONGEST_REST: Duration = Duration::from_secs(10 * 60);
/// The longest a routine's holds and repetitions may last together.
pub const LONGEST_ROUTINE: Duration = Duration::from_secs(4 * 60 * 60);

/// A routine as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// The id by which records and links refer to it.
    pub id: String,
    /// The title. Any text at all; it is shown and spoken, never interpreted.
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
    /// Some steps, repeated.
    Rounds {
        /// How many times.
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
    /// Something more to say when it begins.
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
    /// The side that did not come first last time.
    Alternating,
    /// Always this one.
    Always(Side),
}

/// Why a routine can't be played, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoutineError {
    /// It has no steps.
    Empty,
    /// It has too many steps, with rounds expanded.
    TooManySteps(usize),
    /// It would take longer than [`LONGEST_ROUTINE`].
    TooLong(Duration),
    /// One step is wrong.
    Step {
        /// The number of the step, from 1, counting the steps of a round once.
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
    /// The dose can't be led.
    Dose(DoseError),
    /// There are no sets, or too many.
    Sets(u32),
    /// The rest is too long.
    Rest(Duration),
    /// The posture has sides, but the step names none.
    SidesMissing,
    /// The posture has no sides, but the step names one.
    SidesNamed,
    /// The posture has no such variation.
    Variation,
    /// The round is repeated zero times, or too often.
    Rounds(u32),
}

impl Step {
    /// The default step for a posture: both sides if it has sides, and as much as suits the age.
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

    /// How long the step is worked, over all sets and sides, without getting in and out.
    pub fn worked(&self) -> Duration {
        let sides = if matches!(self.sides, Sides::Both(_)) {
            2
        } else {
            1
        };
        self.amount.length().saturating_mul(sides)
    }

    /// The form in which the step is done. If the posture lacks the variation this is the usual form, but a routine
    /// with such a step is refused.
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
    /// The steps in the order in which they are done, with rounds expanded.
    ///
    /// # Errors
    /// A [`RoutineError`] for the first place that can't be played.
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
            // Counting goes on past the bound, to report the true number; copying does not. A round without steps adds
            // nothing, however often it is repeated.
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
