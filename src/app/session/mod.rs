//! The session: how it begins, is led, is interrupted, resumes and ends.
//!
//! `beginning` begins and resumes it, `playing` leads it, `voice` has it spoken, `unfinished` handles sessions of
//! closed pages and other tabs, `ending` records it, `keys` handles keys and buttons, and `outside` reports it to the
//! world outside the page.

mod beginning;
mod ending;
mod keys;
mod outside;
mod playing;
mod unfinished;
pub mod view;
mod voice;

pub(super) use beginning::{begin, go_on, other_tab_plays};
pub use keys::OneButton;
pub use outside::OutsideState;
pub(super) use outside::settle;
pub(super) use playing::{body_changed, hold_back, next_wake, prefer, time_passed};
pub(super) use unfinished::{left, look_after, played_elsewhere, take_over};
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

/// The session of this tab, and what is known about others.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The stage this tab's session has reached.
    pub stage: Stage,
    /// Unfinished sessions, until it is known which of them other tabs are playing.
    pub unfinished: Vec<UnfinishedSession>,
    /// The session that another tab is playing.
    pub elsewhere: Option<UnfinishedSession>,
    /// How many sessions this tab has begun, which tells their utterances apart.
    begun: u32,
    /// The stamp of the latest session begun here.
    latest: Option<RecordStamp>,
    /// What was last reported to the world outside the page.
    pub outside: OutsideState,
}

/// The stage a session has reached.
#[derive(Debug, Clone, Default)]
pub enum Stage {
    /// There is no session.
    #[default]
    Idle,
    /// One was interrupted, and can be resumed.
    Interrupted(UnfinishedSession),
    /// Another tab's is about to be resumed here, once that tab has released it.
    TakingOver(UnfinishedSession),
    /// One is under way; it may be waiting.
    Playing(Box<Playing>),
    /// One has just ended.
    Over(EndedSession),
}

/// A session that was begun and not ended.
#[derive(Debug, Clone, PartialEq)]
pub struct UnfinishedSession {
    /// When and in which tab it began, which makes up its storage key.
    pub made: RecordStamp,
    /// Where it was left.
    pub snapshot: Snapshot,
}

/// A session under way.
#[derive(Debug, Clone)]
pub struct Playing {
    /// The session.
    pub session: Session,
    /// The number that tells its utterances from those of other sessions.
    pub number: u32,
    /// The stamp that makes up its storage key.
    pub made: RecordStamp,
    /// Whether it has only just begun, by a claim that is not answered yet.
    new: bool,
    /// What was said, oldest first.
    pub transcript: Vec<String>,
    /// The estimated length of what is being said aloud.
    pub speaking: Option<Duration>,
    /// How many utterances in a row have never ended.
    stalls: u32,
    /// The second of the hold at which it was last stored.
    kept_second: Option<u64>,
}

/// A session that has just ended.
#[derive(Debug, Clone, PartialEq)]
pub struct EndedSession {
    /// Its record, as stored.
    pub record: SessionRecord,
    /// The stamp that makes up its storage key.
    made: RecordStamp,
}

/// Something that happened to a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The user wants to start this.
    StartPressed(Start),
    /// The user rated the pain before the session; the same rating again withdraws it.
    PainBeforeRated(Pain),
    /// The user gave the session a command.
    Commanded(Command),
    /// The user wants to resume the interrupted session.
    ContinuePressed(Command),
    /// The user wants to resume here the session that another tab has.
    TakeOverPressed,
    /// The user does not want to resume the interrupted session.
    LetGoPressed,
    /// The names of the locks that tabs hold; those of sessions show which are being played.
    OtherTabsLooked(Vec<String>),
    /// The outcome of the claim to be the one tab that plays.
    Claimed(Claimed),
    /// A call or another app took the sound.
    SoundInterrupted,
    /// A key of a headset, a keyboard or the lock screen was pressed.
    MediaKeyPressed(MediaKey),
    /// The single button that controls a session was pressed, such as that of a page-turner.
    OneButtonPressed(OneButton),
    /// The user rated the pain after the session; the same rating again withdraws it.
    PainAfterRated(Pain),
    /// The user wrote a note.
    NoteWritten(String),
    /// The user is done with the ending screen.
    KeepPressed,
}

/// The outcome of the claim to be the one tab on the device that plays a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// This tab is the one that plays.
    Held,
    /// Another tab plays.
    Refused,
    /// This tab was the one that plays, until another took over.
    Lost,
}

impl State {
    /// The session under way, if there is one.
    pub fn playing(&self) -> Option<&Playing> {
        match &self.stage {
            Stage::Playing(playing) => Some(playing),
            Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Over(_) => None,
        }
    }

    /// Returns the stamp for a session that begins now. Each has its own, however soon one follows another.
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

    /// The interrupted session, if there is one.
    pub fn interrupted(&self) -> Option<&UnfinishedSession> {
        match &self.stage {
            Stage::Interrupted(unfinished) => Some(unfinished),
            Stage::Idle | Stage::TakingOver(_) | Stage::Playing(_) | Stage::Over(_) => None,
        }
    }

    /// The session that has just ended, if there is one.
    pub fn over(&self) -> Option<&EndedSession> {
        match &self.stage {
            Stage::Over(over) => Some(over),
            Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Playing(_) => None,
        }
    }
}

/// Handles an event.
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
        Event::LetGoPressed => unfinished::let_go(state),
        Event::OtherTabsLooked(locks) => unfinished::other_tabs_looked(state, &locks),
        Event::Claimed(claimed) => unfinished::claimed(state, claimed, context),
        Event::SoundInterrupted => playing::sound_interrupted(state, context),
        Event::MediaKeyPressed(key) => keys::media_key(state, key, context),
        Event::OneButtonPressed(button) => keys::one_button(state, button, context),
        Event::PainAfterRated(pain) => ending::rated(state, pain),
        Event::NoteWritten(note) => ending::noted(state, &note),
        Event::KeepPressed => vec![Want::GoTo(Route::Question)],
    }
}

/// Handles a change of screen: leaving a session pauses it, and leaving the ending is the end of it.
pub(super) fn moved(state: &mut State, from: &Route, to: &Route, context: &Context) -> Vec<Want> {
    if from == to {
        return Vec::new();
    }
    match (from, &state.stage) {
        (Route::Player, Stage::Playing(_)) => playing::command(state, Command::Pause, context),
        (Route::Ending, Stage::Over(_)) => {
            state.stage = Stage::Idle;
            unfinished::look_at_other_tabs(state)
        }
        _ => Vec::new(),
    }
}

/// Stores the session as it stands, since the page is about to be hidden.
pub(super) fn keep(state: &State) -> Vec<Want> {
    state
        .playing()
        .and_then(playing::kept)
        .into_iter()
        .collect()
}

/// Handles the page being shown again: the browser released the wake lock when it was hidden, and another tab may have
/// begun or ended a session meanwhile.
pub(super) fn seen_again(state: &State) -> Vec<Want> {
    let awake = state.outside.awake.then_some(Effect::KeepAwake);
    let others = [Effect::LookAtOtherTabs];
    awake.into_iter().chain(others).map(Want::Do).collect()
}

/// The storage key of a session under way.
const fn key(made: RecordStamp) -> RecordKey {
    RecordKey::Playing(made)
}
