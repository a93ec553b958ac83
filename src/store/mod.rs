//! Versioned records of what is kept on the device, and what becomes of those that can't be read.
//!
//! Only the types of this module are serialised. Nothing here reads or writes storage: `app`
//! decides what is kept, `browser` keeps it.

mod envelope;
mod history;
pub mod keys;
mod names;
mod routine;
mod settings;
mod snapshot;

pub use envelope::Unreadable;

use crate::domain::history::SessionRecord;
use crate::domain::session::Snapshot;
use crate::domain::settings::Settings;

/// Prints settings for keeping.
pub fn print_settings(settings: &Settings) -> String {
    envelope::seal(&settings::SettingsRecord::from(settings))
}

/// Reads kept settings.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_settings(kept: &str) -> Result<Settings, Unreadable> {
    envelope::open::<settings::SettingsRecord>(kept)?.try_into()
}

/// Prints a snapshot for keeping.
pub fn print_snapshot(snapshot: &Snapshot) -> String {
    envelope::seal(&snapshot::SnapshotRecord::from(snapshot))
}

/// Reads a kept snapshot.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_snapshot(kept: &str) -> Result<Snapshot, Unreadable> {
    envelope::open::<snapshot::SnapshotRecord>(kept)?.try_into()
}

/// Prints a session that is over for keeping.
pub fn print_session(session: &SessionRecord) -> String {
    envelope::seal(&history::HistoryRecord::from(session))
}

/// Reads a kept session that is over.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_session(kept: &str) -> Result<SessionRecord, Unreadable> {
    envelope::open::<history::HistoryRecord>(kept)?.try_into()
}
