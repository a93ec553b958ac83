//! The amount of a posture over all its sets.

use std::time::Duration;

use super::Dose;

/// The amount of a posture over all its sets, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The dose of one set; of the first one, where sets differ.
    pub dose: Dose,
    /// The number of sets, at least 1.
    pub sets: u32,
    /// How many repetitions fewer each further set has: 1 leads from three to two to one.
    pub fewer: u32,
}

impl Amount {
    /// The amount of a single set.
    pub const fn once(dose: Dose) -> Self {
        Self {
            dose,
            sets: 1,
            fewer: 0,
        }
    }

    /// The dose of one set, counted from 1. Every set has at least one repetition.
    pub fn dose_of(self, set: u32) -> Dose {
        let less = self.fewer.saturating_mul(set.saturating_sub(1));
        let count = |count: u32| count.saturating_sub(less).max(1);
        match self.dose {
            Dose::Repetitions {
                count: first,
                tempo,
            } => Dose::Repetitions {
                count: count(first),
                tempo,
            },
            Dose::Breaths {
                count: first,
                inhale,
                exhale,
            } => Dose::Breaths {
                count: count(first),
                inhale,
                exhale,
            },
            dose @ (Dose::Hold(_) | Dose::Rest(_) | Dose::Go { .. }) => dose,
        }
    }

    /// How long all sets last, without the rests between them.
    pub fn length(self) -> Duration {
        (1..=self.sets).map(|set| self.dose_of(set).length()).sum()
    }
}
