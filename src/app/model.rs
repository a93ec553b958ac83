//! Everything the application knows.

use super::checkup::Checkup;
use super::event::Start;
use super::notice::Notice;
use super::route::Route;
use crate::device::{Installing, SoundKind, Voice, WorkerError};
use crate::domain::episode::CheckIn;
use crate::domain::few::{Map, Set};
use crate::domain::history::SessionRecord;
use crate::domain::now_playing::NowPlaying;
use crate::domain::own::OwnId;
use crate::domain::pain::Pain;
use crate::domain::person::Person;
use crate::domain::proposing::{NoPlan, Proposal};
use crate::domain::routine::Routine;
use crate::domain::screening::{Due, Screening, Sheet, Sign};
use crate::domain::session::{Session, Snapshot};
use crate::domain::settings::Settings;
use crate::domain::time::Moment;
use crate::text::Locale;

/// The state of the application.
#[derive(Debug, Clone)]
pub struct Model {
    /// The language.
    pub locale: Locale,
    /// The screen.
    pub route: Route,
    /// What was set.
    pub settings: Settings,
    /// What the person said of themselves.
    pub person: Person,
    /// How the back was, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The answers about warning signs, oldest first, each with the key it is kept under.
    pub screenings: Vec<(String, Screening)>,
    /// The questions about warning signs that are being asked.
    pub asked: Option<Asked>,
    /// What is proposed for today, for the latest check-in; nothing before it is asked for.
    pub proposed: Option<Result<Vec<Proposal>, NoPlan>>,
    /// Routines of one's own.
    pub own: Map<OwnId, Routine>,
    /// The one that was removed last, to be put back.
    pub removed: Option<(OwnId, Routine)>,
    /// How many minutes the person's clock is ahead of universal time.
    pub east: i32,
    /// What is kept on the device, as far as this tab knows.
    pub kept: Kept,
    /// The device's voices; nothing before they are known.
    pub voices: Option<Vec<Voice>>,
    /// Whether a voice has proved not to work.
    pub voice_lost: bool,
    /// Whether a voice that needs the network has proved not to answer.
    pub network_lost: bool,
    /// The session under way.
    pub playing: Option<Playing>,
    /// Sessions that were not ended, until it is known which of them other tabs play.
    pub unended: Vec<Interrupted>,
    /// A session that was interrupted, and can be gone on with.
    pub interrupted: Option<Interrupted>,
    /// A session that has just ended.
    pub over: Option<Over>,
    /// Pain before the session that is about to begin.
    pub before: Option<Pain>,
    /// What is known of the device, since "What works on this device" was opened.
    pub checkup: Checkup,
    /// What the person should know, oldest first.
    pub notices: Vec<Notice>,
    /// The version of the page.
    pub version: Version,
    /// Whether the page can be put on the home screen.
    pub installing: Installing,
    /// A number that no other tab has.
    pub tab: u32,
    /// How many sessions this tab has begun: tells their utterances apart.
    pub begun: u32,
    /// What the world outside the page was last told.
    pub outside: Outside,
}

/// What is kept on the device.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The settings as they are kept; nothing when none are.
    pub settings: Option<String>,
    /// What the person said of themselves, as it is kept.
    pub person: Option<String>,
    /// Recent sessions that are over, oldest first.
    pub history: Vec<SessionRecord>,
    /// How many sessions are kept in all.
    pub sessions: usize,
    /// How many things were put aside because they could not be read.
    pub aside: usize,
    /// What could not be kept, by key: part of every export.
    pub unkept: Map<String, String>,
    /// Keys that hold something unreadable that could not be put aside: they are not written.
    pub untouchable: Set<String>,
}

/// The questions about warning signs while they are being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which questions, and why.
    pub due: Due,
    /// The sheets that are still to be answered, the present one first; none when all are, and what to do
    /// is being read.
    pub sheets: Vec<Sheet>,
    /// What was ticked.
    pub signs: Set<Sign>,
    /// What the person wanted when they were asked.
    pub then: Then,
}

/// What comes after the questions about warning signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// What to do today.
    Today,
    /// A session.
    Start(Start),
    /// The first screen.
    Question,
}

/// Whether the page is kept on the device, and whether in its newest version.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// Why the page is not kept, if it is not.
    pub unkept: Option<WorkerError>,
    /// What is known of a newer version, if there is one.
    pub newer: Option<Newer>,
    /// When the host was last asked for a newer version; nothing before the page was hidden once.
    pub looked: Option<Moment>,
}

/// A newer version of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newer {
    /// It waits for the person's wish.
    Waits,
    /// It waits for the end of a session in another tab.
    HeldBack,
    /// The person goes on with this one; it comes when the page is opened next.
    Declined,
}

/// A session under way.
#[derive(Debug, Clone)]
pub struct Playing {
    /// The session.
    pub session: Session,
    /// The number that tells its utterances from another session's.
    pub number: u32,
    /// The key it is kept under.
    pub key: String,
    /// What was said, oldest first.
    pub transcript: Vec<String>,
    /// What is being said aloud: its estimated length and words.
    pub speaking: Option<std::time::Duration>,
    /// How many utterances in a row never ended.
    pub stalls: u32,
    /// The second of the hold that was last kept.
    pub kept_second: Option<u64>,
}

/// What is told to the world outside the page: other apps, the lock screen, a browser that would let
/// a hidden page doze.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outside {
    /// How the sound goes together with that of other apps.
    pub sound: Option<SoundKind>,
    /// Whether the tone sounds that keeps a hidden page awake.
    pub undertone: bool,
    /// What the lock screen shows.
    pub shown: Option<NowPlaying>,
}

/// A session that was interrupted.
#[derive(Debug, Clone)]
pub struct Interrupted {
    /// The key it is kept under.
    pub key: String,
    /// Where it stood.
    pub snapshot: Snapshot,
}

/// A session that has just ended.
#[derive(Debug, Clone)]
pub struct Over {
    /// Its record, as it is kept.
    pub record: SessionRecord,
    /// The key it is kept under.
    pub key: String,
}

impl Model {
    /// A model that knows nothing yet.
    pub fn new(locale: Locale, route: Route) -> Self {
        Self {
            locale,
            route,
            settings: Settings::default(),
            person: Person::default(),
            check_ins: Vec::new(),
            screenings: Vec::new(),
            asked: None,
            proposed: None,
            own: Map::default(),
            removed: None,
            east: 0,
            kept: Kept::default(),
            voices: None,
            voice_lost: false,
            network_lost: false,
            playing: None,
            unended: Vec::new(),
            interrupted: None,
            over: None,
            before: None,
            checkup: Checkup::default(),
            notices: Vec::new(),
            version: Version::default(),
            installing: Installing::default(),
            tab: 0,
            begun: 0,
            outside: Outside::default(),
        }
    }

    /// Tells the person something, unless it waits to be read already.
    pub(super) fn tell(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}
