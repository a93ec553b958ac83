//! The session: it is begun, led, interrupted, gone on with, and over.
//!
//! How it begins and goes on is in `beginning`, how it is led in `playing`, what is done by the voice in `voice`, what
//! becomes of sessions of closed pages and of other tabs in `unended`, what is kept of it in `ending`, keys and buttons
//! in `keys`, and what the world outside the page is told in `outside`.

mod beginning;
mod ending;
mod keys;
mod outside;
mod playing;
mod unended;
pub mod view;
mod voice;

pub(super) use beginning::{begin, go_on};
pub use keys::OneButton;
pub use outside::OutsideState;
pub(super) use outside::settle;
pub(super) use playing::{heed, hold_back, next_wake, prefer, time_passed};
pub(super) use unended::{left, look_after, played_elsewhere, take_over};
pub use voice::UtteranceReport;
pub(super) use voice::{reported, voices_changed};

use std::time::Duration;

use super::context::Context;
use super::effect::Effect;
use super::route::Route;
use super::want::{Intent, Start, Want};
use crate::device::MediaKey;
use crate::domain::history::SessionRecord;
use crate::domain::pain::Pain;
use crate::domain::session::{Command, Session, Snapshot};
use crate::store::{RecordKey, RecordStamp};

/// The session of this tab, and what is known of others.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// How far it is.
    pub stage: Stage,
    /// Sessions that were not ended, until it is known which of them other tabs play.
    pub unended: Vec<UnfinishedSession>,
    /// The session that another tab plays.
    pub elsewhere: Option<UnfinishedSession>,
    /// How many sessions this tab has begun: tells their utterances apart.
    begun: u32,
    /// What the latest one that was begun here is kept under.
    latest: Option<RecordStamp>,
    /// What the world outside was last told.
    pub outside: OutsideState,
}

/// How far a session is.
#[derive(Debug, Clone, Default)]
pub enum Stage {
    /// There is none.
    #[default]
    Idle,
    /// One was interrupted, and can be gone on with.
    Interrupted(UnfinishedSession),
    /// Another tab's is about to be gone on with here, once that tab has let go of it.
    TakingOver(UnfinishedSession),
    /// One is under way; it may wait.
    Playing(Box<Playing>),
    /// One has just ended.
    Over(EndedSession),
}

/// A session that was begun and not ended.
#[derive(Debug, Clone, PartialEq)]
pub struct UnfinishedSession {
    /// When it began, and in which tab: what it is kept under.
    pub made: RecordStamp,
    /// Where it stood.
    pub snapshot: Snapshot,
}

/// A session under way.
#[derive(Debug, Clone)]
pub struct Playing {
    /// The session.
    pub session: Session,
    /// The number that tells its utterances from another session's.
    pub number: u32,
    /// What it is kept under.
    pub made: RecordStamp,
    /// Whether it has only just begun, by a claim that is not answered yet.
    new: bool,
    /// What was said, oldest first.
    pub transcript: Vec<String>,
    /// The estimated length of what is being said aloud.
    pub speaking: Option<Duration>,
    /// How many utterances in a row never ended.
    stalls: u32,
    /// The second of the hold that was last kept.
    kept_second: Option<u64>,
}

/// A session that has just ended.
#[derive(Debug, Clone, PartialEq)]
pub struct EndedSession {
    /// Its record, as it is kept.
    pub record: SessionRecord,
    /// What it is kept under.
    made: RecordStamp,
}

/// Something that happened to a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The person wants this to begin.
    StartPressed(Start),
    /// The person said how strong the pain is before the session; again takes it back.
    PainBeforeRated(Pain),
    /// The person asked something of the session.
    Commanded(Command),
    /// Go on with the session that was interrupted.
    ContinuePressed(Command),
    /// Go on here with the session that another tab has.
    TakeOverPressed,
    /// Leave the session that was interrupted as it is.
    LetGoPressed,
    /// The locks that tabs hold, by their names: those of sessions are being played.
    OtherTabsLooked(Vec<String>),
    /// What became of the claim to be the one tab that plays.
    Claimed(Claimed),
    /// A call or another app took the sound.
    SoundInterrupted,
    /// A key of a headset, a keyboard or the lock screen was pressed.
    MediaKeyPressed(MediaKey),
    /// The one button that leads a session was pressed: a page-turner's, perhaps.
    OneButtonPressed(OneButton),
    /// The person said how strong the pain is after the session; again takes it back.
    PainAfterRated(Pain),
    /// The person wrote a line to remember.
    NoteWritten(String),
    /// The person is done with the ending.
    KeepPressed,
}

/// What became of the claim to be the one tab of the device that plays a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// This tab is the one.
    Held,
    /// Another tab is.
    Refused,
    /// It was, and another tab took over.
    Lost,
}

impl State {
    /// The session under way, if one is.
    pub fn playing(&self) -> Option<&Playing> {
        match &self.stage {
            Stage::Playing(playing) => Some(playing),
            Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Over(_) => None,
        }
    }

    /// What a session that begins now is kept under: each has a key of its own, however soon one follows the other.
    fn made_now(&mut self, context: &Context) -> RecordStamp {
        let mut made = RecordStamp::new(context.now, context.tab);
        let soon = |latest: &RecordStamp| latest.at.since(made.at) < Duration::from_secs(1);
        if let Some(latest) = self.latest.filter(|it| it.at >= made.at).filter(soon) {
            made.at = latest.at + Duration::from_millis(1);
        }
        self.latest = Some(made);
        made
    }

    fn playing_mut(&mut self) -> Option<&mut Playing> {
        match &mut self.stage {
            Stage::Playing(playing) => Some(playing),
            Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Over(_) => None,
        }
    }

    /// The session that was interrupted, if one was.
    pub fn interrupted(&self) -> Option<&UnfinishedSession> {
        match &self.stage {
            Stage::Interrupted(unended) => Some(unended),
            Stage::Idle | Stage::TakingOver(_) | Stage::Playing(_) | Stage::Over(_) => None,
        }
    }

    /// The session that has just ended, if one has.
    pub fn over(&self) -> Option<&EndedSession> {
        match &self.stage {
            Stage::Over(over) => Some(over),
            Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Playing(_) => None,
        }
    }
}

/// Takes notice of an event.
pub(super) fn update(state: &mut State, event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::StartPressed(start) => vec![Want::AskFirst(Intent::Start(start))],
        Event::PainBeforeRated(pain) => {
            let again = context.before() == Some(pain);
            vec![Want::Rate((!again).then_some(pain))]
        }
        Event::Commanded(command) => playing::commanded(state, command, context),
        Event::ContinuePressed(command) => vec![Want::AskFirst(Intent::GoOn(command))],
        Event::TakeOverPressed => vec![Want::AskFirst(Intent::TakeOver)],
        Event::LetGoPressed => unended::let_go(state),
        Event::OtherTabsLooked(locks) => unended::other_tabs_looked(state, &locks),
        Event::Claimed(claimed) => unended::claimed(state, claimed, context),
        Event::SoundInterrupted => playing::sound_interrupted(state, context),
        Event::MediaKeyPressed(key) => keys::media_key(state, key, context),
        Event::OneButtonPressed(button) => keys::one_button(state, button, context),
        Event::PainAfterRated(pain) => ending::rated(state, pain),
        Event::NoteWritten(note) => ending::noted(state, &note),
        Event::KeepPressed => vec![Want::GoTo(Route::Question)],
    }
}

/// Another screen is shown. A session that is left alone waits, and one that is over is done with.
pub(super) fn moved(state: &mut State, from: &Route, to: &Route, context: &Context) -> Vec<Want> {
    if from == to {
        return Vec::new();
    }
    match (from, &state.stage) {
        (Route::Player, Stage::Playing(_)) => playing::command(state, Command::Pause, context),
        (Route::Ending, Stage::Over(_)) => {
            state.stage = Stage::Idle;
            let waits = !state.unended.is_empty();
            waits
                .then_some(Want::Do(Effect::LookAtOtherTabs))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The page is about to be hidden: the session is kept as it stands.
pub(super) fn keep(state: &State) -> Vec<Want> {
    state
        .playing()
        .and_then(playing::kept)
        .into_iter()
        .collect()
}

/// The page is seen again: the browser let the screen's lock go when it was hidden, and another tab may have begun or
/// ended a session meanwhile.
pub(super) fn seen_again(state: &State) -> Vec<Want> {
    let awake = state.outside.awake.then_some(Effect::KeepAwake);
    let others = [Effect::LookAtOtherTabs];
    awake.into_iter().chain(others).map(Want::Do).collect()
}

/// What wants the session under way to be kept so.
const fn key(made: RecordStamp) -> RecordKey {
    RecordKey::Playing(made)
}
