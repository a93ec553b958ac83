//! What every record is wrapped in: its version.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};

/// The version of all records that this build writes. A change of shape raises it, and brings a
/// step from the version before.
const VERSION: u32 = 1;

/// Why a record can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no record at all, or one with something missing.
    #[error("{0}")]
    Malformed(String),
    /// A newer Limber wrote it.
    #[error(
        "it was written by a newer version of Limber (record version {found}, this one knows {VERSION})"
    )]
    Newer {
        /// The version it names.
        found: u32,
    },
    /// A value in it makes no sense.
    #[error("{place}: {why}")]
    Senseless {
        /// Where: the field, with the step's number where there is one.
        place: String,
        /// Why.
        why: String,
    },
}

impl Unreadable {
    /// A value at `place` that makes no sense.
    pub(super) fn at(place: impl Into<String>, why: &impl ToString) -> Self {
        Self::Senseless {
            place: place.into(),
            why: why.to_string(),
        }
    }

    /// The same, in the field `name`.
    pub(super) fn within(self, name: &str) -> Self {
        match self {
            Self::Malformed(why) => Self::Malformed(format!("{name}: {why}")),
            other @ (Self::Newer { .. } | Self::Senseless { .. }) => other,
        }
    }
}

#[derive(Serialize)]
struct Sealing<'a, T> {
    version: u32,
    data: &'a T,
}

pub(super) fn seal<T: Serialize>(record: &T) -> String {
    // Records hold only numbers, words and lists, which can always be printed.
    serde_json::to_string(&Sealing {
        version: VERSION,
        data: record,
    })
    .unwrap_or_default()
}

pub(super) fn open<T: Read>(kept: &str) -> Result<T, Unreadable> {
    let kept: Value =
        serde_json::from_str(kept).map_err(|error| Unreadable::Malformed(error.to_string()))?;
    let kept = Fields::of(&kept)?;
    match kept.get("version")? {
        0 => Err(Unreadable::at("version", &"no record ever had version 0")),
        found if found > VERSION => Err(Unreadable::Newer { found }),
        _ => kept.get("data"),
    }
}
