//! Versioned records of what is kept on the device, and what becomes of those that can't be read.
//!
//! Only the types of this module are serialised. Nothing here reads or writes storage: `app`
//! decides what is kept, `browser` keeps it.

mod checking;
mod envelope;
mod fields;
mod history;
mod key;
mod names;
mod person;
mod routine;
mod settings;
mod snapshot;

pub use envelope::Unreadable;
pub use key::{ALL, Key, Made};

use crate::domain::episode::CheckIn;
use crate::domain::history::SessionRecord;
use crate::domain::own::OwnId;
use crate::domain::person::Person;
use crate::domain::routine::Routine;
use crate::domain::screening::Screening;
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
    envelope::open(kept)
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
    envelope::open(kept)
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
    envelope::open(kept)
}

/// Prints a routine of one's own for keeping.
pub fn print_routine(routine: &Routine) -> String {
    envelope::seal(&routine::RoutineRecord::from(routine))
}

/// Reads a kept routine of one's own.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_routine(kept: &str) -> Result<(OwnId, Routine), Unreadable> {
    let routine: Routine = envelope::open(kept)?;
    let unknown = || Unreadable::at("id", &format!("“{}” is none of one's own", routine.id));
    let id = OwnId::named(&routine.id).ok_or_else(unknown)?;
    Ok((id, routine))
}

/// Prints what a person said of themselves for keeping.
pub fn print_person(person: &Person) -> String {
    envelope::seal(&person::PersonRecord::from(person))
}

/// Reads what a person said of themselves that was kept.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_person(kept: &str) -> Result<Person, Unreadable> {
    envelope::open(kept)
}

/// Prints a check-in for keeping.
pub fn print_check_in(check_in: &CheckIn) -> String {
    envelope::seal(&checking::CheckInRecord::from(check_in))
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
    envelope::seal(&checking::ScreeningRecord::from(screening))
}

/// Reads a screening that was kept.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_screening(kept: &str) -> Result<Screening, Unreadable> {
    envelope::open(kept)
}
