//! What every record is wrapped in: its version.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};

/// The version of all records that this build writes. A change of shape raises it, and brings a
/// step from the version before.
const VERSION: u32 = 1;

/// Why a record can't be read.
///
/// A place is the way to it: the names of fields and kinds, and the numbers of items from 0, with slashes between. All of a record
/// has an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record at all, or something in it is missing, or of another kind.
    Malformed {
        /// Where.
        place: String,
    },
    /// A newer Limber wrote it.
    Newer {
        /// The version it names.
        found: u32,
    },
    /// A value in it makes no sense.
    Senseless {
        /// Where.
        place: String,
    },
}

impl Unreadable {
    /// All of it is missing, or of another kind.
    pub(super) const fn malformed() -> Self {
        let place = String::new();
        Self::Malformed { place }
    }

    /// All of it makes no sense.
    pub(super) const fn senseless() -> Self {
        let place = String::new();
        Self::Senseless { place }
    }

    /// The same, below `name`.
    pub(super) fn within(mut self, name: &str) -> Self {
        if let Self::Malformed { place } | Self::Senseless { place } = &mut self {
            if !place.is_empty() {
                place.insert(0, '/');
            }
            place.insert_str(0, name);
        }
        self
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
    let kept: Value = serde_json::from_str(kept).map_err(|_| Unreadable::malformed())?;
    let fields = Fields::of(&kept)?;
    match fields.get("version")? {
        // No record ever had it.
        0 => Err(Unreadable::senseless().within("version")),
        found if found > VERSION => Err(Unreadable::Newer { found }),
        _ => T::read(&kept["data"]),
    }
}
