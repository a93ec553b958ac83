//! A record as what its kind holds, for those who look for records of one kind among all.

use super::Record;
use crate::domain::episode::CheckIn;
use crate::domain::history::SessionRecord;
use crate::domain::routine::Routine;
use crate::domain::screening::Screening;
use crate::domain::session::Snapshot;

impl Record {
    /// The check-in that this is, if it is one.
    pub const fn check_in(&self) -> Option<&CheckIn> {
        if let Self::CheckIn(it) = self {
            Some(it)
        } else {
            None
        }
    }

    /// The answers about warning signs that these are, if they are.
    pub const fn screening(&self) -> Option<&Screening> {
        if let Self::Screening(it) = self {
            Some(it)
        } else {
            None
        }
    }

    /// The session under way that this is, if it is one.
    pub const fn playing(&self) -> Option<&Snapshot> {
        if let Self::Playing(it) = self {
            Some(it)
        } else {
            None
        }
    }

    /// The finished session that this is, if it is one.
    pub const fn session(&self) -> Option<&SessionRecord> {
        if let Self::Session(it) = self {
            Some(it)
        } else {
            None
        }
    }

    /// The user's own routine that this is, if it is one.
    pub const fn own(&self) -> Option<&Routine> {
        if let Self::Own(it) = self {
            Some(it)
        } else {
            None
        }
    }
}
