//! The device's clock, which never runs backwards.

use std::cell::Cell;
use std::time::Duration;

use crate::domain::time::Moment;

/// The page's clock.
///
/// It follows the clock that counts since the page opened, because the wall clock can be set
/// while a hold runs. That clock stands still while some devices sleep; when the wall clock turns
/// out to be ahead, this one catches up with it.
#[derive(Debug)]
pub struct Clock {
    /// Wall time minus the time since the page opened, in milliseconds. It only ever grows.
    offset_ms: Cell<f64>,
}

/// The two clocks differ by so much without any sleep: they are read one after the other.
const NOISE_MS: f64 = 200.0;

impl Default for Clock {
    /// A clock that agrees with the wall clock now.
    fn default() -> Self {
        Self {
            offset_ms: Cell::new(js_sys::Date::now() - since_opened_ms()),
        }
    }
}

impl Clock {
    /// This moment.
    pub fn now(&self) -> Moment {
        let since_opened = since_opened_ms();
        let ahead = js_sys::Date::now() - since_opened - self.offset_ms.get();
        if ahead > NOISE_MS {
            self.offset_ms.set(self.offset_ms.get() + ahead);
        }
        let millis = (since_opened + self.offset_ms.get()).max(0.0);
        Moment::from_millis(0) + Duration::from_secs_f64(millis / 1_000.0)
    }
}

/// How many minutes the person's own clock is ahead of universal time; negative where it is behind.
pub fn minutes_east() -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than a day, in whole minutes"
    )]
    let west = js_sys::Date::new_0().get_timezone_offset() as i32;
    -west
}

fn since_opened_ms() -> f64 {
    super::window()
        .performance()
        .map_or_else(js_sys::Date::now, |performance| performance.now())
}
