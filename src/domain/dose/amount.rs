//! How much of a posture in all its sets.

use std::time::Duration;

use super::Dose;

/// How much of a posture altogether, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// How much in one set; in the first one, where they differ.
    pub dose: Dose,
    /// How many sets, from 1.
    pub sets: u32,
    /// So many repetitions fewer in each further set: 1 leads from three to two to one.
    pub fewer: u32,
}

impl Amount {
    /// One set of a dose.
    pub const fn once(dose: Dose) -> Self {
        Self {
            dose,
            sets: 1,
            fewer: 0,
        }
    }

    /// The dose of one set, from 1. No set is without a repetition.
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
