//! Moments on the device's clock. Nothing here reads a clock: a moment is always passed in.

use std::ops::{Add, Sub};
use std::time::Duration;

/// A point in time: the time since 1970, by the device's clock.
///
/// `std`'s `Instant` can't be built from a number, so it can neither be stored nor made up in a test; a moment can be
/// both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Duration);

/// How far the clocks of two tabs may differ.
pub(super) const LEEWAY: Duration = Duration::from_secs(2 * 60);

impl Moment {
    /// The moment this many milliseconds after the start of 1970.
    pub const fn from_millis(millis: u64) -> Self {
        Self(Duration::from_millis(millis))
    }

    /// Whole milliseconds since the start of 1970.
    pub fn as_millis(self) -> u64 {
        whole_millis(self.0)
    }

    /// Whether it is not in the future at `now`. A record with a moment in the future was written by a clock that was
    /// wrong: it is not the latest of anything, and answers no question. Up to two minutes don't matter, as the clocks
    /// of two tabs differ.
    pub fn is_past(self, now: Self) -> bool {
        self.since(now) <= LEEWAY
    }

    /// How long after `earlier` this is; zero if it isn't after it.
    pub const fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, length: Duration) -> Self {
        Self(self.0.saturating_add(length))
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;

    fn sub(self, length: Duration) -> Self {
        Self(self.0.saturating_sub(length))
    }
}

/// A length in whole milliseconds, capped at the longest that fits.
///
/// Lengths are divided and printed by this and [`whole_nanos`]: those of `Duration` have 128 bits, and the code for
/// these is not small.
pub fn whole_millis(length: Duration) -> u64 {
    let whole = length.as_secs().saturating_mul(1_000);
    whole.saturating_add(u64::from(length.subsec_millis()))
}

/// A length in whole nanoseconds, capped at the longest that fits: 584 years.
pub fn whole_nanos(length: Duration) -> u64 {
    let whole = length.as_secs().saturating_mul(1_000_000_000);
    whole.saturating_add(u64::from(length.subsec_nanos()))
}

/// A wait of some length; at most twice as long if the clock is set back meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    since: Moment,
    until: Moment,
}

impl Wait {
    /// A wait that begins now.
    pub fn new(now: Moment, length: Duration) -> Self {
        let until = now + length;
        Self { since: now, until }
    }

    /// When the wait is over, as seen from `now`.
    pub fn until(self, now: Moment) -> Moment {
        if self.is_over(now) { now } else { self.until }
    }

    /// Whether the wait is over, which it also is if the clock was set back to before it began.
    pub fn is_over(self, now: Moment) -> bool {
        now >= self.until || now < self.since
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_come_is_not_past_but_for_what_clocks_differ_by() {
        let noon = Moment::from_millis(43_200_000);
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        for (moment, past) in [
            (noon, true),
            (noon - minutes(600), true),
            (noon + minutes(2), true),
            (noon + minutes(2) + Duration::from_millis(1), false),
            (noon + minutes(525_600), false),
        ] {
            assert_eq!(moment.is_past(noon), past, "{moment:?}");
        }
    }

    #[test]
    fn time_that_ran_backwards_has_lasted_no_time() {
        let noon = Moment::from_millis(43_200_000);
        assert_eq!((noon - Duration::from_secs(5)).since(noon), Duration::ZERO);
        assert_eq!((noon + Duration::from_secs(5)).since(noon).as_secs(), 5);
        assert_eq!(
            Moment::from_millis(3) - Duration::from_secs(1),
            Moment::from_millis(0)
        );
    }
}
