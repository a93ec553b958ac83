//! Check-ins, as records.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::episode::{CheckIn, Day};

/// An episode is watched for twelve weeks.
pub(super) const RULES: Rules = Rules {
    name: "check-in",
    at_start: AtStart::Latest(200),
    is_shared: false,
    is_heeded: true,
    outlives_removal: true,
};

/// How many days the user's calendar date may differ from that in UTC: one, and another for a clock set wrong.
const FURTHEST: u32 = 2;

#[derive(Debug, Serialize)]
struct CheckInRecord {
    /// Milliseconds since the start of 1970; likewise below.
    at: u64,
    /// Days since the start of 1970 in the user's own calendar.
    day: i64,
    feeling: String,
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
