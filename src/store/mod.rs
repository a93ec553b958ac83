//! Every kind of record stored on the device, and its key.
//!
//! Only the types of this module are serialised. Nothing here touches storage: `app` decides what is stored, and
//! `browser` stores it. Each kind has its shape, its reader and printer, and its [`Rules`] in a file beside this one; all
//! carry a version (`envelope`). Each session, check-in and screening has a key of its own, by when and in which tab it
//! was made.

mod appearance;
mod check_in;
mod envelope;
mod fields;
mod names;
mod of_kind;
mod person;
mod preferences;
mod record_stamp;
mod routine;
mod rules;
mod screening;
mod session;
pub mod settings;
mod snapshot;

use std::fmt;

pub use check_in::{print_check_in, read_check_in};
pub use envelope::Unreadable;
pub use person::{print_person, read_person};
pub use record_stamp::RecordStamp;
pub use routine::{print_routine, read_routine};
pub use rules::{AtStart, Rules};
pub use screening::{print_screening, read_screening};
pub use session::{print_session, read_session};
pub use settings::{Settings, print_settings, read_settings};
pub use snapshot::{print_snapshot, read_snapshot};

use crate::domain::episode::CheckIn;
use crate::domain::history::SessionRecord;
use crate::domain::own::OwnId;
use crate::domain::person::Person;
use crate::domain::routine::Routine;
use crate::domain::screening::Screening;
use crate::domain::session::Snapshot;
use crate::domain::time::Moment;
use record_stamp::moment;

/// The prefix of all of Limber's keys.
pub const PREFIX: &str = "limber/";

/// The name under which a record is stored.
///
/// Keys of one kind sort by time, and by tab if two were made in the same millisecond.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKey {
    /// The settings.
    Settings,
    /// What the user said about themselves.
    Person,
    /// A check-in.
    CheckIn(RecordStamp),
    /// Answers about warning signs.
    Screening(RecordStamp),
    /// A session under way.
    Playing(RecordStamp),
    /// A finished session.
    Session(RecordStamp),
    /// One of the user's own routines.
    Own(OwnId),
    /// A record that could not be read, in quarantine.
    Quarantined {
        /// When it was put aside.
        at: Moment,
        /// The name of its former key, without the prefix.
        name: String,
    },
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// The settings.
    Settings,
    /// What the user said about themselves.
    Person,
    /// A check-in.
    CheckIn,
    /// Answers about warning signs.
    Screening,
    /// A session under way.
    Playing,
    /// A finished session.
    Session,
    /// One of the user's own routines.
    Own,
    /// A record that could not be read.
    Quarantined,
}

impl RecordKind {
    /// What holds for every record of this kind.
    pub const fn rules(self) -> &'static Rules {
        match self {
            Self::Settings => &settings::RULES,
            Self::Person => &person::RULES,
            Self::CheckIn => &check_in::RULES,
            Self::Screening => &screening::RULES,
            Self::Playing => &snapshot::RULES,
            Self::Session => &session::RULES,
            Self::Own => &routine::RULES,
            Self::Quarantined => &rules::QUARANTINE,
        }
    }
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// The settings.
    Settings(Settings),
    /// What the user said about themselves.
    Person(Person),
    /// A check-in.
    CheckIn(CheckIn),
    /// Answers about warning signs.
    Screening(Screening),
    /// A session under way.
    Playing(Box<Snapshot>),
    /// A finished session.
    Session(SessionRecord),
    /// One of the user's own routines.
    Own(Routine),
}

impl Record {
    /// Reads the record of a key; `None` for a record put aside, which is never read again.
    ///
    /// # Errors
    /// Returns [`Unreadable`] with the place of the fault.
    pub fn read(key: &RecordKey, text: &str) -> Result<Option<Self>, Unreadable> {
        Ok(Some(match key {
            RecordKey::Settings => Self::Settings(read_settings(text)?),
            RecordKey::Person => Self::Person(read_person(text)?),
            RecordKey::CheckIn(_) => Self::CheckIn(read_check_in(text)?),
            RecordKey::Screening(_) => Self::Screening(read_screening(text)?),
            RecordKey::Playing(_) => Self::Playing(Box::new(read_snapshot(text)?)),
            RecordKey::Session(_) => Self::Session(read_session(text)?),
            RecordKey::Own(_) => Self::Own(read_routine(text)?.1),
            RecordKey::Quarantined { .. } => return Ok(None),
        }))
    }

    /// When it was made, for those that a wrong clock may date in the future.
    pub const fn dated(&self) -> Option<Moment> {
        match self {
            Self::CheckIn(check_in) => Some(check_in.at),
            Self::Screening(screening) => Some(screening.at),
            Self::Session(session) => Some(session.started),
            Self::Settings(_) | Self::Person(_) | Self::Playing(_) | Self::Own(_) => None,
        }
    }

    /// Serialises the record for storage.
    pub fn print(&self) -> String {
        match self {
            Self::Settings(settings) => print_settings(settings),
            Self::Person(person) => print_person(person),
            Self::CheckIn(check_in) => print_check_in(check_in),
            Self::Screening(screening) => print_screening(screening),
            Self::Playing(snapshot) => print_snapshot(snapshot),
            Self::Session(session) => print_session(session),
            Self::Own(routine) => print_routine(routine),
        }
    }
}

impl RecordKey {
    /// The kind of its record.
    pub const fn kind(&self) -> RecordKind {
        match self {
            Self::Settings => RecordKind::Settings,
            Self::Person => RecordKind::Person,
            Self::CheckIn(_) => RecordKind::CheckIn,
            Self::Screening(_) => RecordKind::Screening,
            Self::Playing(_) => RecordKind::Playing,
            Self::Session(_) => RecordKind::Session,
            Self::Own(_) => RecordKind::Own,
            Self::Quarantined { .. } => RecordKind::Quarantined,
        }
    }

    /// The key with this name; `None` if this build has no such record.
    pub fn named(name: &str) -> Option<Self> {
        let bare = name.strip_prefix(PREFIX)?;
        let (kind, rest) = bare.split_once('/').unwrap_or((bare, ""));
        let stamp = || RecordStamp::named(rest);
        Some(match kind {
            _ if bare == settings::RULES.name => Self::Settings,
            _ if bare == person::RULES.name => Self::Person,
            _ if kind == check_in::RULES.name => Self::CheckIn(stamp()?),
            _ if kind == screening::RULES.name => Self::Screening(stamp()?),
            _ if kind == snapshot::RULES.name => Self::Playing(stamp()?),
            _ if kind == session::RULES.name => Self::Session(stamp()?),
            _ if kind == routine::RULES.name => Self::Own(OwnId::named(rest)?),
            _ if kind == rules::QUARANTINE.name => {
                let (at, name) = rest.split_once('/')?;
                let (at, name) = (moment(at)?, name.to_owned());
                Self::Quarantined { at, name }
            }
            _ => return None,
        })
    }

    /// When and in which tab its record was made, for those of which there are many.
    pub const fn made(&self) -> Option<RecordStamp> {
        match self {
            Self::CheckIn(made)
            | Self::Screening(made)
            | Self::Playing(made)
            | Self::Session(made) => Some(*made),
            Self::Settings | Self::Person | Self::Own(_) | Self::Quarantined { .. } => None,
        }
    }

    /// The key under which this key's record is put aside.
    #[must_use]
    pub fn quarantined(&self, at: Moment) -> Self {
        let name = self.to_string();
        let bare = name.strip_prefix(PREFIX).map(str::to_owned);
        Self::Quarantined {
            at,
            name: bare.unwrap_or(name),
        }
    }

    /// The former key of a record that was put aside, if this is the key of one.
    pub fn before_quarantine(&self) -> Option<Self> {
        if let Self::Quarantined { name, .. } = self {
            Self::named(&format!("{PREFIX}{name}"))
        } else {
            None
        }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{PREFIX}{}", self.kind().rules().name)?;
        match self {
            Self::Settings | Self::Person => Ok(()),
            Self::CheckIn(made)
            | Self::Screening(made)
            | Self::Playing(made)
            | Self::Session(made) => write!(to, "/{made}"),
            Self::Own(id) => write!(to, "/{id}"),
            Self::Quarantined { at, name } => write!(to, "/{}/{name}", at.as_millis()),
        }
    }
}
