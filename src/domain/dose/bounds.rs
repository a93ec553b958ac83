//! Which doses can be led, and why others can't.

use std::time::Duration;

use super::{Dose, Tempo};

/// The shortest hold or rest: time enough for a tone at each end. A design choice.
pub const SHORTEST: Duration = Duration::from_secs(1);
/// The longest hold or rest that Limber will lead.
pub const LONGEST: Duration = Duration::from_secs(60 * 60);
/// The most repetitions or breaths in one set.
pub const MOST_COUNTED: u32 = 100;
/// The shortest single beat of a movement or breath: each has room for a tone, and nobody is hurried. A design choice.
pub const SHORTEST_BEAT: Duration = Duration::from_millis(500);
/// The longest single beat of a movement or breath.
pub const LONGEST_BEAT: Duration = Duration::from_secs(60);

/// Why a dose is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoseError {
    /// The number of seconds is infinite or not a number.
    NotANumber,
    /// Less than a millisecond, which includes zero and less.
    NoTime,
    /// Less than [`SHORTEST`], or for a beat [`SHORTEST_BEAT`].
    TooShort {
        /// What was asked for.
        given: Duration,
        /// The least that is allowed there.
        least: Duration,
    },
    /// More than [`LONGEST`], or for a beat [`LONGEST_BEAT`].
    TooLong {
        /// What was asked for.
        given: Duration,
        /// The most that is allowed there.
        most: Duration,
    },
    /// No repetitions, or more than [`MOST_COUNTED`].
    Count(u32),
}

/// Converts a number of seconds that a person or a file gave.
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
    /// The bound that is broken.
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
        assert_eq!(
            of(499).check(),
            Err(DoseError::TooShort {
                given: ms(499),
                least: SHORTEST_BEAT
            })
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
}
