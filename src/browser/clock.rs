//! The device's clock. What the two clocks of a browser are worth is reckoned in `domain::reckoning`.

use std::cell::Cell;

use super::reflect::{call, get};
use super::window;
use crate::domain::reckoning::{ClockReading, Reckoning};
use crate::domain::time::Moment;

/// The page's clock.
#[derive(Debug)]
pub struct Clock(Cell<Reckoning>);

impl Default for Clock {
    /// A clock that agrees with the wall clock now.
    fn default() -> Self {
        let clock = Self(Cell::default());
        clock.read();
        clock
    }
}

impl Clock {
    /// This moment. It is before an earlier one where the person's clock was set back in between.
    pub fn now(&self) -> Moment {
        self.read().moment()
    }

    /// How long the page has been open, in milliseconds, with what the device slept. It never runs backwards.
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

/// How many minutes the person's own clock is ahead of universal time at this moment; negative where it is behind.
/// It changes while a page is open: by travelling, and twice a year.
pub fn minutes_east() -> i32 {
    let west = js_sys::Date::new_0().get_timezone_offset();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than a day, in whole minutes"
    )]
    let east = -west as i32;
    east
}

/// What the wall clock shows, in milliseconds since 1970 began.
pub(super) fn wall_ms() -> f64 {
    js_sys::Date::now()
}

/// How long the page has been open, in milliseconds, as the browser counts it; by the wall clock where it does not.
pub(super) fn since_opened_ms() -> f64 {
    let performance = get(&window(), "performance");
    let counted = performance.and_then(|it| call(&it, "now", &js_sys::Array::new()).ok());
    let counted = counted.and_then(|it| it.as_f64());
    counted.filter(|it| it.is_finite()).unwrap_or_else(wall_ms)
}
