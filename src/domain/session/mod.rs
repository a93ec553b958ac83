//! A session: a state machine over a timeline, driven by moments and commands.
//!
//! The contract: report what happened ([`Session::command`], [`Session::utterance_started`],
//! [`Session::utterance_ended`], [`Session::voice_lost`] and others) or that time has passed ([`Session::advance`]),
//! carry out the outputs in order, and call again by [`Session::next_deadline`] at the latest. Where the session is
//! follows from moments alone: calling more often changes nothing, time that runs slightly backwards counts as standing
//! still, and when the clock was set back the session goes on from where it is.

mod caring;
mod clock;
mod command;
mod due;
mod heeding;
mod lengthening;
mod missing;
mod moves;
mod noting;
mod output;
mod pausing;
mod phases;
mod preferring;
mod progress;
mod script;
mod snapshot;
mod state;
mod voice;

use std::time::Duration;

pub use command::Command;
pub use output::Output;
pub use progress::{Offer, SessionProgress};
pub use snapshot::{Snapshot, SnapshotError};
pub use state::{Arrival, Ending, PauseReason, PausedAt, Point, State};
pub use voice::{UtteranceId, patience};

use super::compile::compile;
use super::history::Done;
use super::phrasing::Phrasing;
use super::plan::Plan;
use super::routine::RoutineError;
use super::time::Moment;
use super::timeline::Timeline;
use script::Script;
use voice::VoiceState;

/// A deadline missed by more than this means that the device slept. Browsers wake a hidden page at least once a minute.
pub const ASLEEP: Duration = Duration::from_secs(90);

/// A session.
#[derive(Debug, Clone)]
pub struct Session {
    plan: Plan,
    phrasing: &'static dyn Phrasing,
    timeline: Timeline,
    state: State,
    voice: VoiceState,
    done: Vec<Done>,
    /// Time added to holds: to which phase, and how much.
    added: Vec<(usize, Duration)>,
    /// Whether the person has felt dizzy, so that postures with the head down are left out.
    head_down_over: bool,
    /// The phase to go to, in a gentler way, once the person has come out of what no longer suits.
    once_more: Option<usize>,
    started: Option<Moment>,
    /// The script that is said while the session waits.
    aside: Option<Script>,
    /// The latest moment reported, by the clock as it runs now.
    seen: Moment,
    out: Vec<Output>,
}

impl Session {
    /// A session that has not begun. `aloud` says whether the device has a voice.
    ///
    /// # Errors
    /// The [`RoutineError`] of a routine that cannot be played.
    pub fn new(
        plan: Plan,
        phrasing: &'static dyn Phrasing,
        aloud: bool,
    ) -> Result<Self, RoutineError> {
        let timeline = compile(&plan, phrasing)?;
        let voice = VoiceState::new(aloud && plan.preferences.density.speaks());
        Ok(Self {
            plan,
            phrasing,
            timeline,
            state: State::Ready,
            voice,
            done: Vec::new(),
            added: Vec::new(),
            head_down_over: false,
            once_more: None,
            started: None,
            aside: None,
            seen: Moment::from_millis(0),
            out: Vec::new(),
        })
    }

    /// Carries out a command. One that makes no sense in the current state changes nothing.
    pub fn command(&mut self, command: Command, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        // A timer may be late: what is due comes first, or the command would apply to a hold that is already over.
        self.settle(now);
        self.obey(command, now);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Tells the session that the engine has begun an utterance: only now does the time allowed for it start.
    pub fn utterance_started(&mut self, id: UtteranceId, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.voice.started(id, now);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Tells the session that the engine has finished an utterance.
    pub fn utterance_ended(&mut self, id: UtteranceId, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.voice.ended(id);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Tells the session that there is no voice any more: from now on, words are only shown.
    pub fn voice_lost(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.voice.lose(&mut self.out);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Tells the session that there is a voice again: from the next cue on words are spoken, unless they are to be
    /// silent anyway. A cue that is already on screen is not spoken as well.
    pub fn voice_found(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.settle(now);
        self.voice
            .speak_aloud(self.plan.preferences.density.speaks());
        std::mem::take(&mut self.out)
    }

    /// Tells the session that something else, perhaps a call, took the sound: the session waits.
    pub fn interrupted(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.settle(now);
        self.pause(now, PauseReason::Interrupted);
        std::mem::take(&mut self.out)
    }

    /// Lets time pass.
    pub fn advance(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// The moment by which [`Session::advance`] must be called, if nothing happens before.
    pub fn next_deadline(&self) -> Option<Moment> {
        let of_state = match &self.state {
            State::Leading { script, .. }
            | State::Returning { script, .. }
            | State::Harmed { script, .. } => script.deadline(),
            State::Holding {
                phase,
                began,
                next_cue,
                next_tone,
            } => self.holding_deadline(*phase, *began, *next_cue, *next_tone),
            State::Paused { .. } => self.aside.as_ref().and_then(Script::deadline),
            State::Ready | State::Over(_) => None,
        };
        [of_state, self.voice.deadline()]
            .into_iter()
            .flatten()
            .min()
    }
}
