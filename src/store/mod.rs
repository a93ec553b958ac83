//! Every kind of record that is kept on the device: its key, its reader, its printer.
//!
//! Only the types of this module are serialised. Nothing here reads or writes storage: `app`
//! decides what is kept, `browser` keeps it. Each kind has its shape in a file of its own; all carry a version
//! (`envelope`). Each session, check-in and screening has a key of its own, so that two tabs never write to the same one.

mod checking;
mod envelope;
mod fields;
mod history;
mod names;
mod person;
mod record_stamp;
mod routine;
mod settings;
mod snapshot;

use std::fmt;

pub use checking::{print_check_in, print_screening, read_check_in, read_screening};
pub use envelope::Unreadable;
pub use history::{print_session, read_session};
pub use person::{print_person, read_person};
pub use record_stamp::RecordStamp;
pub use routine::{print_routine, read_routine};
pub use settings::{print_settings, read_settings};
pub use snapshot::{print_snapshot, read_snapshot};

use crate::domain::episode::CheckIn;
use crate::domain::history::SessionRecord;
use crate::domain::own::OwnId;
use crate::domain::person::Person;
use crate::domain::routine::Routine;
use crate::domain::screening::Screening;
use crate::domain::session::Snapshot;
use crate::domain::settings::Settings;
use crate::domain::time::Moment;
use record_stamp::moment;

/// All of Limber's keys begin with this.
pub const ALL: &str = "limber/";

/// The name under which a record is kept.
///
/// Keys of one kind are in order of time, and of the tab where two were made in the same millisecond.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKey {
    /// What was set.
    Settings,
    /// What the person said of themselves.
    Person,
    /// A check-in.
    CheckIn(RecordStamp),
    /// Answers about warning signs.
    Screening(RecordStamp),
    /// A session under way.
    Playing(RecordStamp),
    /// A session that is over.
    History(RecordStamp),
    /// A routine of one's own.
    Own(OwnId),
    /// What could not be read, put aside.
    Aside {
        /// When.
        at: Moment,
        /// The name that it had, without what all begin with.
        name: String,
    },
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// What was set.
    Settings(Settings),
    /// What the person said of themselves.
    Person(Person),
    /// How the back was.
    CheckIn(CheckIn),
    /// Answers about warning signs.
    Screening(Screening),
    /// A session under way.
    Playing(Box<Snapshot>),
    /// A session that is over.
    Session(SessionRecord),
    /// A routine of one's own.
    Own(Routine),
}

impl Record {
    /// Reads the record of a key; nothing for what is never read again.
    ///
    /// # Errors
    /// [`Unreadable`], with the place.
    pub fn read(key: &RecordKey, text: &str) -> Result<Option<Self>, Unreadable> {
        Ok(Some(match key {
            RecordKey::Settings => Self::Settings(read_settings(text)?),
            RecordKey::Person => Self::Person(read_person(text)?),
            RecordKey::CheckIn(_) => Self::CheckIn(read_check_in(text)?),
            RecordKey::Screening(_) => Self::Screening(read_screening(text)?),
            RecordKey::Playing(_) => Self::Playing(Box::new(read_snapshot(text)?)),
            RecordKey::History(_) => Self::Session(read_session(text)?),
            RecordKey::Own(_) => Self::Own(read_routine(text)?.1),
            RecordKey::Aside { .. } => return Ok(None),
        }))
    }

    /// The record as it is kept.
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
    /// The key that has this name; nothing where no record of this build has it.
    pub fn named(name: &str) -> Option<Self> {
        let bare = name.strip_prefix(ALL)?;
        let (kind, rest) = bare.split_once('/').unwrap_or((bare, ""));
        match kind {
            "settings" if bare == kind => Some(Self::Settings),
            "person" if bare == kind => Some(Self::Person),
            "check-in" => RecordStamp::named(rest).map(Self::CheckIn),
            "screening" => RecordStamp::named(rest).map(Self::Screening),
            "playing" => RecordStamp::named(rest).map(Self::Playing),
            "history" => RecordStamp::named(rest).map(Self::History),
            "routine" => OwnId::named(rest).map(Self::Own),
            "aside" => {
                let (at, name) = rest.split_once('/')?;
                let (at, name) = (moment(at)?, name.to_owned());
                Some(Self::Aside { at, name })
            }
            _ => None,
        }
    }

    /// When and in which tab its record was made, for those of which there are many.
    pub const fn made(&self) -> Option<RecordStamp> {
        match self {
            Self::CheckIn(made)
            | Self::Screening(made)
            | Self::Playing(made)
            | Self::History(made) => Some(*made),
            Self::Settings | Self::Person | Self::Own(_) | Self::Aside { .. } => None,
        }
    }

    /// The key under which what has this one is put aside.
    #[must_use]
    pub fn aside(&self, at: Moment) -> Self {
        let name = self.to_string();
        let bare = name.strip_prefix(ALL).map(str::to_owned);
        Self::Aside {
            at,
            name: bare.unwrap_or(name),
        }
    }

    /// The key from which something was put aside, where this is the key of such a thing.
    pub fn before_aside(&self) -> Option<Self> {
        if let Self::Aside { name, .. } = self {
            Self::named(&format!("{ALL}{name}"))
        } else {
            None
        }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(ALL)?;
        match self {
            Self::Settings => to.write_str("settings"),
            Self::Person => to.write_str("person"),
            Self::CheckIn(made) => write!(to, "check-in/{made}"),
            Self::Screening(made) => write!(to, "screening/{made}"),
            Self::Playing(made) => write!(to, "playing/{made}"),
            Self::History(made) => write!(to, "history/{made}"),
            Self::Own(id) => write!(to, "routine/{id}"),
            Self::Aside { at, name } => write!(to, "aside/{}/{name}", at.as_millis()),
        }
    }
}
