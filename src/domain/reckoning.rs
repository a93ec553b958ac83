//! Works out what time it is from two clocks, neither of which can be trusted alone.
//!
//! The wall clock is the one that counts, but it is set now and then, even while the page is open: forward, or back
//! when it was wrong. The clock that counts from when the page opened is never set, but stands still while some devices
//! sleep.

use std::time::Duration;

use super::time::Moment;

/// How far apart the clocks may get without any sleep, in milliseconds: they are read one after the other.
const SLEPT_MS: f64 = 200.0;
/// How far a wall clock that is being corrected gradually may lag, in milliseconds; one that lags more was set back.
const SET_BACK_MS: f64 = 1_000.0;

/// Works out what time it is from the readings of both clocks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reckoning {
    /// Wall time minus the time since the page opened, in milliseconds; `None` before the first reading.
    offset_ms: Option<f64>,
    /// How far the wall clock has run ahead of the other: during sleep, as far as anyone can tell.
    ahead_ms: f64,
    last: ClockReading,
}

/// What time it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ClockReading {
    /// Milliseconds since 1970. Follows the wall clock, even when that is set back.
    pub wall_ms: f64,
    /// Milliseconds since the page opened, sleep included. Never runs backwards.
    pub steady_ms: f64,
}

impl ClockReading {
    /// The moment that the person's clock shows.
    pub fn moment(self) -> Moment {
        Moment::from_millis(0) + Duration::from_secs_f64(self.wall_ms / 1_000.0)
    }
}

impl Reckoning {
    /// Takes a reading of the wall clock and of the time since the page opened, both in milliseconds. If one of them
    /// isn't a valid time, it is derived from the other.
    pub fn read(&mut self, wall_ms: f64, since_opened_ms: f64) -> ClockReading {
        let wall = Some(wall_ms).filter(|it| is_time(*it));
        let since_opened = Some(since_opened_ms).filter(|it| is_time(*it));
        let (wall, since_opened) = match (wall, since_opened, self.offset_ms) {
            (Some(wall), Some(since_opened), _) => (wall, since_opened),
            (Some(wall), None, Some(offset)) => (wall, wall - offset),
            (None, Some(since_opened), Some(offset)) => (since_opened + offset, since_opened),
            (Some(wall), None, None) => (wall, 0.0),
            (None, _, _) => return self.last,
        };
        let mut offset = self.offset_ms.unwrap_or(wall - since_opened);
        let ahead = wall - since_opened - offset;
        if ahead > SLEPT_MS {
            self.ahead_ms += ahead;
        }
        if !(-SET_BACK_MS..=SLEPT_MS).contains(&ahead) {
            offset += ahead;
        }
        self.offset_ms = Some(offset);
        self.last = ClockReading {
            wall_ms: (since_opened + offset).max(0.0),
            steady_ms: (since_opened + self.ahead_ms).max(self.last.steady_ms),
        };
        self.last
    }
}

/// Whether a number can be a time: not negative, and no further away than any calendar reaches.
fn is_time(millis: f64) -> bool {
    (0.0..1e15).contains(&millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Around noon on some day.
    const NOON: f64 = 1_795_000_000_000.0;
    const HOUR: f64 = 3_600_000.0;

    /// The results of these readings, one after the other: wall time after noon, and steady time.
    fn reckoned(readings: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let mut reckoning = Reckoning::default();
        let read = |(wall, since): &(f64, f64)| {
            let reading = reckoning.read(NOON + wall, *since);
            (reading.wall_ms - NOON, reading.steady_ms)
        };
        readings.iter().map(read).collect()
    }

    #[test]
    fn the_wall_clock_is_followed_when_it_is_set_back() {
        let set_back = reckoned(&[(0.0, 50.0), (1_000.0, 1_050.0), (2_000.0 - HOUR, 2_050.0)]);
        assert_eq!(set_back[2], (2_000.0 - HOUR, 2_050.0));
        // It goes on from there, and follows again if setting it back was the mistake.
        let back_again = reckoned(&[(0.0, 0.0), (-HOUR, 10.0), (5.0 - HOUR, 15.0), (20.0, 20.0)]);
        assert_eq!(back_again[2], (5.0 - HOUR, 15.0));
        assert_eq!(back_again[3], (20.0, HOUR + 30.0));
    }

    #[test]
    fn less_than_a_second_is_noise_and_time_does_not_run_backwards_for_it() {
        for lag in [0.0, 1.0, 50.0, 999.0] {
            let read = reckoned(&[(0.0, 0.0), (1_000.0 - lag, 1_000.0)]);
            assert_eq!(read[1], (1_000.0, 1_000.0), "{lag} ms behind");
        }
        let read = reckoned(&[(0.0, 0.0), (1_000.0 - 1_001.0, 1_000.0)]);
        assert_eq!(read[1], (-1.0, 1_000.0));
    }

    #[test]
    fn what_was_slept_has_passed() {
        let read = reckoned(&[(0.0, 0.0), (HOUR, 300.0), (HOUR + 100.0, 400.0)]);
        assert_eq!(read[1], (HOUR, HOUR));
        assert_eq!(read[2], (HOUR + 100.0, HOUR + 100.0));
        // Two clocks that are read one after the other differ without any sleep.
        assert_eq!(reckoned(&[(0.0, 0.0), (150.0, 0.0)])[1], (0.0, 0.0));
    }

    #[test]
    fn what_is_no_number_is_no_time() {
        for nonsense in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
            let mut reckoning = Reckoning::default();
            assert_eq!(reckoning.read(nonsense, nonsense), ClockReading::default());
            assert_eq!(
                reckoning.read(nonsense, 5.0).moment(),
                Moment::from_millis(0)
            );
            reckoning.read(NOON, 1_000.0);
            let without_wall = reckoning.read(nonsense, 2_000.0);
            let passed = without_wall.wall_ms - NOON;
            assert!((passed - 1_000.0).abs() < 0.5, "{nonsense}");
            let without_the_other = reckoning.read(NOON + 3_000.0, nonsense);
            let steady = without_the_other.steady_ms;
            assert!((steady - 4_000.0).abs() < 0.5, "{nonsense}");
            assert_eq!(reckoning.read(nonsense, nonsense), without_the_other);
            assert_eq!(
                without_the_other.moment(),
                Moment::from_millis(1_795_000_003_000)
            );
        }
    }

    #[test]
    fn steady_time_never_runs_backwards() {
        let mut reckoning = Reckoning::default();
        let mut before = 0.0;
        // Arbitrary readings: both clocks leap in both directions.
        for nth in 0..2_000_u32 {
            let leap = f64::from(nth.wrapping_mul(2_654_435_761) % 7_200) * 1_000.0 - HOUR;
            let reading = reckoning.read(NOON + leap, f64::from(nth) + leap / 1e4);
            assert!(reading.steady_ms >= before, "{nth}");
            before = reading.steady_ms;
        }
    }
}
