//! Answers about warning signs, as records.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::screening::{Screening, WarningSign};
use crate::domain::time::Moment;

/// Any of them can lock, however old it is, and whatever its date.
pub(super) const RULES: Rules = Rules {
    name: "screening",
    at_start: AtStart::All,
    is_shared: false,
    is_heeded: true,
    outlives_removal: true,
};

#[derive(Debug, Serialize)]
struct ScreeningRecord {
    /// Milliseconds since the start of 1970; likewise below.
    at: u64,
    scope: String,
    signs: Vec<String>,
    assessed: Option<u64>,
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
