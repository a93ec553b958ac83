//! How much of a posture: a hold, repetitions, breaths or a rest.

mod amount;
mod bounds;

use std::time::Duration;

use crate::domain::decimal::remainder;
use crate::domain::time::whole_millis;

pub use amount::Amount;
pub use bounds::{
    DoseError, LONGEST, LONGEST_BEAT, MOST_COUNTED, SHORTEST, SHORTEST_BEAT, seconds,
};

/// How much of a posture is done in one set, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// Stay still in the posture for this long.
    Hold(Duration),
    /// Move in and out of the posture this many times, at this tempo.
    Repetitions {
        /// The number of whole movements.
        count: u32,
        /// How long each part of one movement takes.
        tempo: Tempo,
    },
    /// Stay for this many breaths.
    Breaths {
        /// The number of whole breaths.
        count: u32,
        /// How long one breath in lasts.
        inhale: Duration,
        /// How long one breath out lasts.
        exhale: Duration,
    },
    /// Let go in the posture for this long; like a hold, but without effort.
    Rest(Duration),
    /// Keep moving for this long, at the person's own pace.
    Go {
        /// For how long.
        length: Duration,
        /// How fast the figure moves.
        pace: Tempo,
    },
}

/// The parts of one movement, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tempo {
    /// Moving to the far end.
    pub there: Duration,
    /// Staying at the far end; may be zero.
    pub stay: Duration,
    /// Moving back.
    pub back: Duration,
}

/// A tempo that was given only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PartialTempo {
    /// Moving to the far end.
    pub there: Option<Duration>,
    /// Staying at the far end.
    pub stay: Option<Duration>,
    /// Moving back.
    pub back: Option<Duration>,
}

impl PartialTempo {
    /// The whole tempo; `None` if too little was given. Both ways without a stay mean that there is no stay; whatever
    /// else is missing is as usual.
    pub fn completed(self, usual: Option<Tempo>) -> Option<Tempo> {
        let both = self.there.is_some() && self.back.is_some();
        let stay = usual.filter(|_| !both).map(|usual| usual.stay);
        Some(Tempo {
            there: self.there.or(usual.map(|usual| usual.there))?,
            stay: self.stay.or(stay).unwrap_or_default(),
            back: self.back.or(usual.map(|usual| usual.back))?,
        })
    }
}

/// One part of a movement or a breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// Moving to the far end, or the breath in.
    There,
    /// Staying at the far end.
    Stay,
    /// Moving back, or the breath out.
    Back,
}

impl Dose {
    /// How long one set lasts.
    pub fn length(self) -> Duration {
        match self {
            Self::Hold(length) | Self::Rest(length) | Self::Go { length, .. } => length,
            Self::Repetitions { count, .. } | Self::Breaths { count, .. } => {
                self.cycle()
                    .iter()
                    .map(|(_, length)| *length)
                    .sum::<Duration>()
                    * count
            }
        }
    }

    /// The speed of moving or breathing; `None` for a hold or a rest.
    pub const fn tempo(self) -> Option<Tempo> {
        match self {
            Self::Hold(_) | Self::Rest(_) => None,
            Self::Repetitions { tempo, .. } | Self::Go { pace: tempo, .. } => Some(tempo),
            Self::Breaths { inhale, exhale, .. } => Some(Tempo {
                there: inhale,
                stay: Duration::ZERO,
                back: exhale,
            }),
        }
    }

    /// The beats of one movement or breath with their lengths, in order; empty for a hold or a rest.
    pub fn cycle(self) -> Vec<(Beat, Duration)> {
        let beats = match self {
            Self::Hold(_) | Self::Rest(_) => return Vec::new(),
            Self::Repetitions { tempo, .. } | Self::Go { pace: tempo, .. } => [
                (Beat::There, tempo.there),
                (Beat::Stay, tempo.stay),
                (Beat::Back, tempo.back),
            ],
            Self::Breaths { inhale, exhale, .. } => [
                (Beat::There, inhale),
                (Beat::Stay, Duration::ZERO),
                (Beat::Back, exhale),
            ],
        };
        beats
            .into_iter()
            .filter(|(_, length)| !length.is_zero())
            .collect()
    }

    /// The beat under way after `elapsed`, and the part of it that is over, from 0 to 1; `None` for a hold or a rest.
    pub fn beat_after(self, elapsed: Duration) -> Option<(Beat, f64)> {
        let cycle = self.cycle();
        let one: Duration = cycle.iter().map(|(_, length)| *length).sum();
        if one.is_zero() {
            return None;
        }
        let mut over = remainder(elapsed.as_secs_f64(), one.as_secs_f64());
        for (beat, length) in cycle {
            let length = length.as_secs_f64();
            if over < length {
                return Some((beat, over / length));
            }
            over -= length;
        }
        None
    }

    /// Lengthens a dose: a hold by `length`, repetitions by as many whole ones as fill it.
    #[must_use]
    pub fn with_more(self, length: Duration) -> Self {
        match self {
            Self::Hold(now) => Self::Hold((now + length).min(LONGEST)),
            Self::Rest(now) => Self::Rest((now + length).min(LONGEST)),
            Self::Go { length: now, pace } => Self::Go {
                length: (now + length).min(LONGEST),
                pace,
            },
            Self::Repetitions { count, tempo } => Self::Repetitions {
                count: more(count, length, self),
                tempo,
            },
            Self::Breaths {
                count,
                inhale,
                exhale,
            } => Self::Breaths {
                count: more(count, length, self),
                inhale,
                exhale,
            },
        }
    }
}

/// The count after `length` is added, in whole repetitions or breaths: half a movement would end at the far end.
fn more(count: u32, length: Duration, dose: Dose) -> u32 {
    let one = dose.length() / count.max(1);
    let added = whole_millis(length).div_ceil(whole_millis(one).max(1));
    count
        .saturating_add(u32::try_from(added).unwrap_or(u32::MAX))
        .min(MOST_COUNTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_movements_of_six_seconds_last_a_minute_and_grow_by_whole_movements() {
        let three = Duration::from_secs(3);
        let tempo = Tempo {
            there: three,
            stay: Duration::ZERO,
            back: three,
        };
        let dose = Dose::Repetitions { count: 10, tempo };
        assert_eq!(dose.length().as_secs(), 60);
        assert_eq!(
            dose.with_more(Duration::from_secs(15)).length().as_secs(),
            78
        );
        assert_eq!(dose.cycle(), [(Beat::There, three), (Beat::Back, three)]);
        let after = |millis| dose.beat_after(Duration::from_millis(millis));
        assert_eq!(after(0), Some((Beat::There, 0.0)));
        assert_eq!(after(13_500), Some((Beat::There, 0.5)));
        assert_eq!(after(22_500), Some((Beat::Back, 0.5)));
        assert_eq!(Dose::Hold(three).beat_after(three), None);
    }
}
