//! Check-ins and screenings, as records.

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::names::Named;
use crate::domain::episode::{CheckIn, Day, Feeling};
use crate::domain::screening::{Scope, Screening, Sign};
use crate::domain::time::Moment;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CheckInRecord {
    /// Milliseconds since 1970 began, here and below.
    at: u64,
    /// Days since 1970 began, by the person's own calendar.
    day: i64,
    feeling: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ScreeningRecord {
    at: u64,
    scope: String,
    signs: Vec<String>,
    assessed: Option<u64>,
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

impl TryFrom<CheckInRecord> for CheckIn {
    type Error = Unreadable;

    fn try_from(record: CheckInRecord) -> Result<Self, Unreadable> {
        Ok(Self {
            at: Moment::from_millis(record.at),
            day: Day(record.day),
            feeling: Feeling::named(&record.feeling, "feeling")?,
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

impl TryFrom<ScreeningRecord> for Screening {
    type Error = Unreadable;

    fn try_from(record: ScreeningRecord) -> Result<Self, Unreadable> {
        let sign = |name: &String| Sign::named(name, "signs");
        Ok(Self {
            at: Moment::from_millis(record.at),
            scope: Scope::named(&record.scope, "scope")?,
            signs: record.signs.iter().map(sign).collect::<Result<_, _>>()?,
            assessed: record.assessed.map(Moment::from_millis),
        })
    }
}
