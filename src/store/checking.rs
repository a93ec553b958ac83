//! Check-ins and screenings, as records.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::episode::{CheckIn, Day};
use crate::domain::screening::{Screening, WarningSign};
use crate::domain::time::Moment;

/// How many days the user's calendar date may differ from that in UTC: one, and another for a clock set wrong.
const FURTHEST: u32 = 2;

/// An episode is watched for twelve weeks.
pub(super) const CHECK_IN: Rules = Rules {
    name: "check-in",
    at_start: AtStart::Latest(200),
    is_shared: false,
    is_heeded: true,
    outlives_removal: true,
};

/// Any of them can lock, however old it is, and whatever its date.
pub(super) const SCREENING: Rules = Rules {
    name: "screening",
    at_start: AtStart::All,
    is_shared: false,
    is_heeded: true,
    outlives_removal: true,
};

#[derive(Debug, Serialize)]
pub(super) struct CheckInRecord {
    /// Milliseconds since the start of 1970; likewise below.
    at: u64,
    /// Days since the start of 1970 in the user's own calendar.
    day: i64,
    feeling: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ScreeningRecord {
    at: u64,
    scope: String,
    signs: Vec<String>,
    assessed: Option<u64>,
}

/// Serialises a check-in for storage.
pub fn print_check_in(check_in: &CheckIn) -> String {
    envelope::seal(&CheckInRecord::from(check_in))
}

/// Reads a stored check-in.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_check_in(kept: &str) -> Result<CheckIn, Unreadable> {
    envelope::open(kept)
}

/// Serialises a screening for storage.
pub fn print_screening(screening: &Screening) -> String {
    envelope::seal(&ScreeningRecord::from(screening))
}

/// Reads a stored screening.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_screening(kept: &str) -> Result<Screening, Unreadable> {
    envelope::open(kept)
}

impl From<&CheckIn> for CheckInRecord {
    fn from(check_in: &CheckIn) -> Self {
        Self {
            at: check_in.at.as_millis(),
            day: check_in.day.0,
            feeling: check_in.feeling.name(),
        }
    }
}

impl Read for CheckIn {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let (at, day) = (kept.get("at")?, Day(kept.get("day")?));
        let universal = Day::of(at, 0);
        if universal.since(day).max(day.since(universal)) > FURTHEST {
            // That moment isn't on this day.
            return Err(Unreadable::senseless().within("day"));
        }
        Ok(Self {
            at,
            day,
            feeling: kept.get("feeling")?,
        })
    }
}

impl From<&Screening> for ScreeningRecord {
    fn from(screening: &Screening) -> Self {
        Self {
            at: screening.at.as_millis(),
            scope: screening.scope.name(),
            signs: screening.signs.iter().map(|sign| sign.name()).collect(),
            assessed: screening.assessed.map(Moment::as_millis),
        }
    }
}

impl Read for Screening {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let at = kept.get("at")?;
        Ok(Self {
            at,
            scope: kept.get("scope")?,
            signs: kept.get::<Vec<WarningSign>>("signs")?.into_iter().collect(),
            // The clock may have been set back since: nobody is examined for signs they have yet to tick.
            assessed: kept.get::<Option<Moment>>("assessed")?.map(|it| it.max(at)),
        })
    }
}
