//! Check-ins and screenings, as records.

use serde::Serialize;
use serde_json::Value;

use super::Unreadable;
use super::fields::{Fields, Read};
use super::names::Named;
use crate::domain::episode::{CheckIn, Day};
use crate::domain::screening::{Screening, Sign};
use crate::domain::time::Moment;

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
        Ok(Self {
            at: kept.get("at")?,
            day: Day(kept.get("day")?),
            feeling: kept.named("feeling", "feeling")?,
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
        let signs = kept.get::<Vec<String>>("signs")?;
        let sign = |name: &String| Sign::named(name, "signs");
        Ok(Self {
            at: kept.get("at")?,
            scope: kept.named("scope", "scope")?,
            signs: signs.iter().map(sign).collect::<Result<_, _>>()?,
            assessed: kept.get("assessed")?,
        })
    }
}
