//! Every word that is shown or spoken, by locale and key; numbers, lengths of time, plurals.
//!
//! Whole sentences only: what varies in a sentence is a name, a number or a length of time. The words of postures and
//! routines are in `library`, by locale.

pub mod en;
mod key;
pub mod letters;

use std::time::Duration;

pub use key::Key;

use crate::domain::phrasing::Phrasing;
use crate::domain::time::whole_millis;

/// A language that Limber speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// British English.
    #[default]
    EnGb,
}

impl Locale {
    /// The language tag of voices and pages.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
        }
    }

    /// The words for a key.
    pub const fn word(self, key: Key) -> &'static str {
        match self {
            Self::EnGb => en::word(key),
        }
    }

    /// What a session needs from the language.
    pub fn phrasing(self) -> &'static dyn Phrasing {
        match self {
            Self::EnGb => &en::English,
        }
    }
}

/// Whole seconds left of a hold, as a clock shows them: a hold of 60 seconds begins at 60.
pub fn seconds_left(left: Duration) -> u64 {
    whole_millis(left).div_ceil(1_000)
}

/// A clock display: seconds below 100, minutes and seconds above.
pub fn clock(left: Duration) -> String {
    let seconds = seconds_left(left);
    if seconds < 100 {
        seconds.to_string()
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_counts_down_to_nought_and_never_shows_a_second_that_is_over() {
        let shown = |millis| clock(Duration::from_millis(millis));
        assert_eq!(shown(60_000), "60");
        assert_eq!(shown(59_999), "60");
        assert_eq!(shown(59_000), "59");
        assert_eq!(shown(1), "1");
        assert_eq!(shown(0), "0");
        assert_eq!(shown(300_000), "5:00");
        assert_eq!(shown(100_000), "1:40");
    }
}
