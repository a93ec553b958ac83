//! The envelope of every record, which carries its version.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};

/// The version of all records that this build writes. A change of shape raises it, and adds a migration from the
/// previous version.
const VERSION: u32 = 1;

/// Why a record can't be read.
///
/// Its place is a path into the record: names of fields and kinds, and indices from 0, separated by slashes. It is
/// empty for the record as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It isn't a record, or something in it is missing or of the wrong type.
    Malformed {
        /// The place of the fault.
        place: String,
    },
    /// A newer Limber wrote it.
    Newer {
        /// The version it states.
        found: u32,
    },
    /// A value in it makes no sense.
    Senseless {
        /// The place of the fault.
        place: String,
    },
}

impl Unreadable {
    /// The error for a value that is missing or of the wrong type.
    pub(super) const fn malformed() -> Self {
        let place = String::new();
        Self::Malformed { place }
    }

    /// The error for a value that makes no sense.
    pub(super) const fn senseless() -> Self {
        let place = String::new();
        Self::Senseless { place }
    }

    /// Returns the error with `name` prepended to its place.
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
    // Records hold only numbers, words and lists, which can always be serialised.
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
        // No record ever had this version.
        0 => Err(Unreadable::senseless().within("version")),
        found if found > VERSION => Err(Unreadable::Newer { found }),
        _ => T::read(&kept["data"]),
    }
}
