//! Check-ins: how the person said their back was, and on which day of their own calendar.

use crate::domain::time::Moment;

/// A day of the person's own calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(
    /// The number of days after 1970-01-01; negative before then.
    pub i64,
);

impl Day {
    /// The day of a moment on a clock that is `utc_offset` minutes ahead of universal time; negative for clocks to the
    /// west.
    pub fn of(moment: Moment, utc_offset: i32) -> Self {
        let minutes = i64::try_from(moment.as_millis() / 60_000).unwrap_or(i64::MAX);
        Self(
            minutes
                .saturating_add(utc_offset.into())
                .div_euclid(24 * 60),
        )
    }

    /// The number of days from `earlier` to this; zero if this isn't after it.
    pub fn since(self, earlier: Self) -> u32 {
        let days = self.0.saturating_sub(earlier.0).max(0);
        u32::try_from(days).unwrap_or(u32::MAX)
    }
}

/// The answer to "How is your back right now?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feeling {
    /// In spasm.
    Spasm,
    /// Sore or stiff.
    Sore,
    /// Fine.
    Fine,
}

impl Feeling {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Spasm, Self::Sore, Self::Fine];

    /// The answer with this id, if there is one.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feeling| feeling.id() == id)
    }

    /// The answer's id in addresses and documents.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Spasm => "spasm",
            Self::Sore => "sore",
            Self::Fine => "fine",
        }
    }
}

/// A check-in: how the back was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckIn {
    /// When the person said so.
    pub at: Moment,
    /// The day on the person's calendar. Stored with the moment, because they may have been in another time zone.
    pub day: Day,
    /// How the back was.
    pub feeling: Feeling,
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;

    fn hour(hours: u64) -> Moment {
        Moment::from_millis(hours * HOUR)
    }

    #[test]
    fn a_day_is_that_of_the_persons_own_clock() {
        let nearly_midnight = Moment::from_millis(24 * HOUR - 1);
        assert_eq!(Day::of(nearly_midnight, 0), Day(0));
        assert_eq!(Day::of(nearly_midnight, 1), Day(1));
        assert_eq!(Day::of(hour(24), -1), Day(0));
        assert_eq!(Day::of(hour(0), -1), Day(-1));
        assert_eq!((Day(3).since(Day(-1)), Day(1).since(Day(3))), (4, 0));
        assert_eq!(Day(i64::MAX).since(Day(i64::MIN)), u32::MAX);
    }
}
