//! What features want of one another, and of the world. `flow` takes care of it.

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
    /// Something that was ticked waits to be looked at by someone, or has to be asked again: what runs is to wait.
    HoldBack,
    /// What the person said of their body has changed, wherever that came from.
    BodyChanged,
    /// Their time, place or things have changed, or what is known of their back.
    WishesChanged,
    /// What was set has changed, wherever that came from.
    SettingsChanged,
    /// Keep this on the device.
    Keep(RecordKey, Box<Record>),
    /// Keep this on the device in place of that, which is removed once this is kept.
    Replace {
        /// The key of what it takes the place of.
        of: RecordKey,
        /// Its own.
        by: RecordKey,
        /// What.
        record: Box<Record>,
    },
    /// Remove this from the device.
    Forget(RecordKey),
    /// Put aside what cannot be read or gone on with.
    PutAside(RecordKey),
    /// These sessions were begun and not ended; some may be played in other tabs.
    LookAfter(Vec<(RecordStamp, Snapshot)>),
    /// Another tab plays this session, and stands there now; or it has ended it.
    PlayedElsewhere(RecordStamp, Option<Box<Snapshot>>),
    /// The pain before the next session was rated, or that was taken back.
    Rate(Option<Pain>),
    /// A voice took this many times its estimate.
    LearnPace(f64),
    /// Keep what was set, with what was learned of voices since.
    KeepSettings,
    /// Something is known of the voices.
    Voices(VoiceNews),
    /// Go to this screen.
    GoTo(Route),
    /// Go to this screen in place of the present one.
    GiveWay(Route),
    /// Tell the person.
    Tell(Notice),
    /// Let a test be heard, unless another tab has a session under way. What a session says or sounds puts an end to it.
    Test(Vec<Effect>),
    /// Let no test be heard any more.
    HushTests,
    /// Have a newer version of the page take over.
    TakeNewer,
    /// Do this in the world.
    Do(Effect),
}

impl Want {
    /// Wants a record to be kept.
    pub(super) fn keep(key: RecordKey, record: Record) -> Self {
        Self::Keep(key, Box::new(record))
    }
}

/// What the person wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// See what to do today.
    Today,
    /// Begin a session.
    Start(Start),
    /// Go on with the session that waits or was interrupted.
    GoOn(Command),
    /// Go on here with the session that another tab has.
    TakeOver,
    /// Go back to the first screen.
    Question,
}

/// What became known of the voices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoiceNews {
    /// These are there.
    Listed(Vec<Voice>),
    /// The one that needs a network does not answer.
    NetworkLost,
    /// None speaks.
    Lost,
    /// What failed is tried again.
    TriedAgain,
    /// One that had failed spoke.
    Heard,
    /// One was heard by the person, or another was chosen: whatever failed before is no matter.
    Trusted,
}

/// What is to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// One of the routines proposed for today, from 0.
    Proposed(usize),
    /// A routine of the library, by its id.
    Routine(&'static str),
    /// A routine of one's own.
    Own(OwnId),
    /// One posture alone, by its id.
    Posture(&'static str),
}
