//! What features want of one another and of the world outside the core. `flow` sees to it.

use super::effect::Effect;
use super::notice::Notice;
use super::route::Route;
use crate::device::Voice;
use crate::domain::own::OwnId;
use crate::domain::pain::Pain;
use crate::domain::session::{Command, Snapshot};
use crate::store::{Record, RecordKey, RecordStamp};

/// Something that a feature wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// Do this, once the questions about warning signs leave the way open.
    AskFirst(Intent),
    /// Make a running session wait: a ticked sign has to be looked at by someone, or questions must be asked again.
    HoldBack,
    /// What the user said about their body has changed, from whatever source.
    BodyChanged,
    /// The user's time, place or equipment has changed, or what is known about their back.
    WishesChanged,
    /// The settings have changed, from whatever source.
    SettingsChanged,
    /// Store this on the device.
    Keep(RecordKey, Box<Record>),
    /// Store this on the device, and once that is done remove the record it replaces.
    Replace {
        /// The key of the record being replaced.
        of: RecordKey,
        /// The new record's own key.
        by: RecordKey,
        /// The new record.
        record: Box<Record>,
    },
    /// Remove this from the device.
    Forget(RecordKey),
    /// Put aside a record that can't be read or resumed.
    Quarantine(RecordKey),
    /// Take care of these unfinished sessions, some of which may be playing in other tabs.
    LookAfter(Vec<(RecordStamp, Snapshot)>),
    /// Note where another tab's session is now, or that it is no longer under way.
    PlayedElsewhere(RecordStamp, Option<Box<Snapshot>>),
    /// Note the pain rating before the next session, or its withdrawal.
    Rate(Option<Pain>),
    /// Note the time a voice took, as a multiple of its estimate.
    LearnSlowness(f64),
    /// Store the settings, with what was learned about voices since.
    KeepSettings,
    /// Note news about the voices.
    Voices(VoiceNews),
    /// Go to this screen.
    GoTo(Route),
    /// Go to this screen in place of the current one.
    GiveWay(Route),
    /// Tell the user this.
    Tell(Notice),
    /// Let a test be heard, unless another tab has a session under way. What a session says or sounds puts an end to it.
    Test(Vec<Effect>),
    /// Let no test be heard any more.
    HushTests,
    /// Have a newer version of the page take over.
    TakeNewer,
    /// Carry out this effect.
    Do(Effect),
}

impl Want {
    /// Creates a want to store a record.
    pub(super) fn keep(key: RecordKey, record: Record) -> Self {
        Self::Keep(key, Box::new(record))
    }
}

/// What the user wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// See what to do today.
    Today,
    /// Begin a session.
    Start(Start),
    /// Resume the session that waits or was interrupted.
    GoOn(Command),
    /// Resume here the session that another tab has.
    TakeOver,
    /// Go back to the first screen.
    Question,
}

/// News about the voices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoiceNews {
    /// The device lists these voices.
    Listed(Vec<Voice>),
    /// The voice that needs a network doesn't answer.
    NetworkLost,
    /// No voice speaks.
    Lost,
    /// The voices that failed are being tried again.
    TriedAgain,
    /// One that had failed spoke.
    Heard,
    /// One was heard by the person, or another was chosen: whatever failed before is no matter.
    Trusted,
}

/// What to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// One of the routines proposed for today, from 0.
    Proposed(usize),
    /// A routine of the library, by its id.
    Routine(&'static str),
    /// One of the user's own routines.
    Own(OwnId),
    /// A single posture, by its id.
    Posture(&'static str),
}
