//! The device's clock. `domain::reckoning` works out how far a browser's two clocks can be trusted.

use std::cell::Cell;

use super::reflect::{call, get};
use super::window;
use crate::domain::reckoning::{ClockReading, Reckoning};
use crate::domain::time::Moment;

/// The page's clock.
#[derive(Debug)]
pub struct Clock(Cell<Reckoning>);

impl Default for Clock {
    /// Creates a clock that agrees with the wall clock now.
    fn default() -> Self {
        let clock = Self(Cell::default());
        clock.read();
        clock
    }
}

impl Clock {
    /// The current moment. It may be before an earlier one if the user's clock was set back in between.
    pub fn now(&self) -> Moment {
        self.read().moment()
    }

    /// How long the page has been open, in milliseconds, including time the device slept. It never runs backwards.
    pub fn steady_ms(&self) -> f64 {
        self.read().steady_ms
    }

    fn read(&self) -> ClockReading {
        let mut reckoning = self.0.get();
        let reading = reckoning.read(wall_ms(), since_opened_ms());
        self.0.set(reckoning);
        reading
    }
}

/// The user's current offset from UTC, in minutes east; negative to the west. It changes while a page is open: when
/// travelling, and twice a year.
pub fn utc_offset() -> i32 {
    let west = js_sys::Date::new_0().get_timezone_offset();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than a day, in whole minutes"
    )]
    let utc_offset = -west as i32;
    utc_offset
}

/// The wall clock, in milliseconds since the start of 1970.
pub(super) fn wall_ms() -> f64 {
    js_sys::Date::now()
}

/// How long the page has been open, in milliseconds, as the browser counts it; the wall clock if it doesn't.
pub(super) fn since_opened_ms() -> f64 {
    let performance = get(&window(), "performance");
    let counted = performance.and_then(|it| call(&it, "now", &js_sys::Array::new()).ok());
    let counted = counted.and_then(|it| it.as_f64());
    counted.filter(|it| it.is_finite()).unwrap_or_else(wall_ms)
}
