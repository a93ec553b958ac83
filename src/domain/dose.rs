//! How much of a posture: a hold, repetitions, breaths or a rest.

use std::time::Duration;

use super::decimal::short;

/// The shortest hold or rest: time enough for a tone at each end. A design choice.
pub const SHORTEST: Duration = Duration::from_secs(1);
/// The longest hold or rest that Limber will lead.
pub const LONGEST: Duration = Duration::from_secs(60 * 60);
/// The most repetitions or breaths in one set.
pub const MOST_COUNTED: u32 = 100;
/// The shortest single beat of a movement or breath: a tone for each, and nobody hurried. A design
/// choice.
pub const SHORTEST_BEAT: Duration = Duration::from_millis(500);
/// The longest single beat of a movement or breath.
pub const LONGEST_BEAT: Duration = Duration::from_secs(60);

/// How much of a posture is done in one set, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// Stay still in the posture for this long.
    Hold(Duration),
    /// Move in and out of the posture so often, at this tempo.
    Repetitions {
        /// How many whole movements.
        count: u32,
        /// How long each part of one movement takes.
        tempo: Tempo,
    },
    /// Stay for so many breaths.
    Breaths {
        /// How many whole breaths.
        count: u32,
        /// How long one breath in lasts.
        inhale: Duration,
        /// How long one breath out lasts.
        exhale: Duration,
    },
    /// Let go in the posture for this long; like a hold, without effort.
    Rest(Duration),
    /// Keep moving for this long, at one's own pace.
    Go {
        /// For how long.
        length: Duration,
        /// How fast the figure moves.
        pace: Tempo,
    },
}

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

/// The parts of one movement, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tempo {
    /// Moving into the far end.
    pub there: Duration,
    /// Staying at the far end; may be zero.
    pub stay: Duration,
    /// Moving back.
    pub back: Duration,
}

/// One part of a movement or a breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// Into the far end, or the breath in.
    There,
    /// Staying at the far end.
    Stay,
    /// Back again, or the breath out.
    Back,
}

/// Why a dose is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DoseError {
    /// A number of seconds that is no number.
    #[error("a time must be a number of seconds")]
    NotANumber,
    /// Nothing, or less than nothing.
    #[error("a time must be longer than nothing")]
    NoTime,
    /// Less than [`SHORTEST`], or for a beat [`SHORTEST_BEAT`].
    #[error("{} seconds is too short; the least is {}", short(given.as_secs_f64()), short(least.as_secs_f64()))]
    TooShort {
        /// What was asked for.
        given: Duration,
        /// The least that is allowed there.
        least: Duration,
    },
    /// More than [`LONGEST`], or for a beat [`LONGEST_BEAT`].
    #[error("{} seconds is too long; the most is {}", given.as_secs(), most.as_secs())]
    TooLong {
        /// What was asked for.
        given: Duration,
        /// The most that is allowed there.
        most: Duration,
    },
    /// No repetitions, or more than [`MOST_COUNTED`].
    #[error("{0} repetitions cannot be led; between 1 and 100 can")]
    Count(u32),
}

/// A length from a number of seconds that a person or a file gave.
///
/// # Errors
/// [`DoseError::NotANumber`], [`DoseError::NoTime`] or [`DoseError::TooLong`]. Zero is refused too.
pub fn seconds(given: f64) -> Result<Duration, DoseError> {
    if !given.is_finite() {
        return Err(DoseError::NotANumber);
    }
    if given <= 0.0 {
        return Err(DoseError::NoTime);
    }
    let length = Duration::try_from_secs_f64(given).unwrap_or(Duration::MAX);
    within(length, Duration::ZERO, LONGEST)
}

impl Dose {
    /// Checks that this dose can be led.
    ///
    /// # Errors
    /// Says which bound is broken.
    pub fn check(self) -> Result<(), DoseError> {
        match self {
            Self::Hold(length) | Self::Rest(length) => {
                within(length, SHORTEST, LONGEST)?;
            }
            Self::Go { length, pace } => {
                within(length, SHORTEST, LONGEST)?;
                pace.check()?;
            }
            Self::Repetitions { count, tempo } => {
                counted(count)?;
                tempo.check()?;
            }
            Self::Breaths {
                count,
                inhale,
                exhale,
            } => {
                counted(count)?;
                beat(inhale)?;
                beat(exhale)?;
            }
        }
        Ok(())
    }

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

    /// How fast one moves or breathes; nothing for a hold or a rest.
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

    /// Which beat is under way after so much of it, and which part of that beat is over; nothing for
    /// a hold or a rest.
    pub fn beat_after(self, elapsed: Duration) -> Option<(Beat, f64)> {
        let cycle = self.cycle();
        let one: Duration = cycle.iter().map(|(_, length)| *length).sum();
        if one.is_zero() {
            return None;
        }
        let mut over = elapsed.as_secs_f64() % one.as_secs_f64();
        for (beat, length) in cycle {
            let length = length.as_secs_f64();
            if over < length {
                return Some((beat, over / length));
            }
            over -= length;
        }
        None
    }

    /// The same dose for longer: a hold by `length`, repetitions by as many as fill it.
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

impl Tempo {
    fn check(self) -> Result<(), DoseError> {
        beat(self.there)?;
        beat(self.back)?;
        if !self.stay.is_zero() {
            beat(self.stay)?;
        }
        Ok(())
    }
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

/// Repetitions and breaths are added whole; half a movement would leave one at the far end.
fn more(count: u32, length: Duration, dose: Dose) -> u32 {
    let one = dose.length() / count.max(1);
    let added = length.as_millis().div_ceil(one.as_millis().max(1));
    count
        .saturating_add(u32::try_from(added).unwrap_or(u32::MAX))
        .min(MOST_COUNTED)
}

fn beat(length: Duration) -> Result<Duration, DoseError> {
    within(length, SHORTEST_BEAT, LONGEST_BEAT)
}

fn within(length: Duration, least: Duration, most: Duration) -> Result<Duration, DoseError> {
    if length < Duration::from_millis(1) {
        Err(DoseError::NoTime)
    } else if length < least {
        Err(DoseError::TooShort {
            given: length,
            least,
        })
    } else if length > most {
        Err(DoseError::TooLong {
            given: length,
            most,
        })
    } else {
        Ok(length)
    }
}

fn counted(count: u32) -> Result<(), DoseError> {
    if (1..=MOST_COUNTED).contains(&count) {
        Ok(())
    } else {
        Err(DoseError::Count(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_cannot_be_led_are_refused_by_name() {
        assert_eq!(seconds(f64::NAN), Err(DoseError::NotANumber));
        assert_eq!(seconds(f64::INFINITY), Err(DoseError::NotANumber));
        assert_eq!(seconds(0.0), Err(DoseError::NoTime));
        assert_eq!(seconds(-30.0), Err(DoseError::NoTime));
        let week = Duration::from_secs(7 * 24 * 3600);
        assert_eq!(
            seconds(week.as_secs_f64()),
            Err(DoseError::TooLong {
                given: week,
                most: LONGEST
            })
        );
        assert!(matches!(seconds(1e300), Err(DoseError::TooLong { .. })));
        assert_eq!(seconds(2.5), Ok(Duration::from_millis(2500)));
    }

    #[test]
    fn holds_and_beats_that_leave_no_room_for_their_tones_are_refused() {
        let ms = Duration::from_millis;
        let of = |inhale| Dose::Breaths {
            count: 5,
            inhale: ms(inhale),
            exhale: ms(4_000),
        };
        assert_eq!(of(500).check(), Ok(()));
        let error = of(499).check().unwrap_err();
        assert_eq!(
            error.to_string(),
            "0.499 seconds is too short; the least is 0.5"
        );
        assert!(Dose::Hold(ms(1_000)).check().is_ok());
        assert!(Dose::Rest(ms(999)).check().is_err());
        let still = Tempo {
            there: ms(600),
            stay: Duration::ZERO,
            back: ms(600),
        };
        let movements = |tempo| Dose::Repetitions { count: 3, tempo };
        assert!(movements(still).check().is_ok());
        let stay = ms(1);
        assert!(movements(Tempo { stay, ..still }).check().is_err());
    }

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
