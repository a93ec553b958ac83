//! Check-ins and screenings, as records.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::{Unreadable, envelope};
use crate::domain::episode::{CheckIn, Day};
use crate::domain::screening::{Screening, WarningSign};
use crate::domain::time::Moment;

/// By how many days a person's own calendar differs from that of universal time at most: by one, and by another where a
/// clock was set wrong.
const FURTHEST: u32 = 2;

#[derive(Debug, Serialize)]
pub(super) struct CheckInRecord {
    /// Milliseconds since 1970 began, here and below.
    at: u64,
    /// Days since 1970 began, by the person's own calendar.
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

/// Prints a check-in for keeping.
pub fn print_check_in(check_in: &CheckIn) -> String {
    envelope::seal(&CheckInRecord::from(check_in))
}

/// Reads a check-in that was kept.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_check_in(kept: &str) -> Result<CheckIn, Unreadable> {
    envelope::open(kept)
}

/// Prints a screening for keeping.
pub fn print_screening(screening: &Screening) -> String {
    envelope::seal(&ScreeningRecord::from(screening))
}

/// Reads a screening that was kept.
///
/// # Errors
/// [`Unreadable`], with the place.
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
            // It is not the day of that moment.
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
            // The clock may have been set back since. Nobody was examined because of what they had not ticked yet.
            assessed: kept.get::<Option<Moment>>("assessed")?.map(|it| it.max(at)),
        })
    }
}
