//! The one voice of a session: it says one thing at a time.

use std::time::Duration;

use super::Output;
use crate::domain::cue::Cue;
use crate::domain::time::Moment;

/// An engine that never says it has finished is given the estimate times this, and [`GRACE`].
const PATIENCE: f64 = 1.8;
/// What an engine is given beyond its estimate, at the most.
const GRACE: Duration = Duration::from_secs(3);
/// Some phones begin the first utterance of a page many seconds late, and all later ones at once. Until an
/// engine was heard to begin or to end anything, each utterance is given so much longer to begin.
const WARMING_UP: Duration = Duration::from_secs(15);

/// How long a voice is waited for, whose words should take so long.
pub fn patience(estimate: Duration) -> Duration {
    estimate.mul_f64(PATIENCE) + GRACE
}

/// Names one utterance of a session, so that a late report is not taken for another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtteranceId(pub u32);

/// The voice, and what it is saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VoiceState {
    aloud: bool,
    /// Whether the engine ever began or ended anything.
    heard: bool,
    saying: Option<Saying>,
    next_id: u32,
}

/// An utterance under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Saying {
    id: UtteranceId,
    /// Whether it is spoken, and not only shown.
    aloud: bool,
    /// Whether the engine has reported that it began.
    begun: bool,
    /// How long it should take.
    estimate: Duration,
    /// When it counts as over, whatever the engine reports.
    over_by: Moment,
}

impl VoiceState {
    pub(super) const fn new(aloud: bool) -> Self {
        Self {
            aloud,
            heard: false,
            saying: None,
            next_id: 0,
        }
    }

    /// From the next cue on there is a voice to speak with, or there is none.
    pub(super) const fn speak_aloud(&mut self, aloud: bool) {
        self.aloud = aloud;
    }

    /// Begins to say a cue. The caller makes sure that the voice is free.
    pub(super) fn say(&mut self, cue: &Cue, now: Moment, out: &mut Vec<Output>) -> UtteranceId {
        debug_assert!(self.saying.is_none(), "two utterances at once");
        let id = UtteranceId(self.next_id);
        self.next_id += 1;
        let allowed = match (self.aloud, self.heard) {
            (true, true) => patience(cue.length),
            (true, false) => patience(cue.length) + WARMING_UP,
            (false, _) => cue.length,
        };
        self.saying = Some(Saying {
            id,
            aloud: self.aloud,
            begun: false,
            estimate: cue.length,
            over_by: now + allowed,
        });
        out.push(Output::Say {
            id,
            kind: cue.kind,
            words: cue.words.clone(),
            aloud: self.aloud,
        });
        id
    }

    /// Whether this utterance is still under way.
    pub(super) fn is_saying(&self, id: UtteranceId) -> bool {
        self.saying.is_some_and(|saying| saying.id == id)
    }

    pub(super) const fn is_free(&self) -> bool {
        self.saying.is_none()
    }

    /// The engine says that it has begun: from now on it is given the time for saying it. A second report, or
    /// one about an earlier utterance, gives it no more.
    pub(super) fn started(&mut self, id: UtteranceId, now: Moment) {
        self.heard = true;
        if let Some(saying) = &mut self.saying
            && saying.id == id
            && saying.aloud
            && !saying.begun
        {
            saying.begun = true;
            saying.over_by = now + patience(saying.estimate);
        }
    }

    /// The engine says that it has finished. A report about an earlier utterance is ignored.
    pub(super) fn ended(&mut self, id: UtteranceId) {
        self.heard = true;
        if self.is_saying(id) {
            self.saying = None;
        }
    }

    /// Gives up an utterance whose time is over.
    pub(super) fn advance(&mut self, now: Moment, out: &mut Vec<Output>) {
        if let Some(saying) = self.saying
            && now >= saying.over_by
        {
            self.saying = None;
            if saying.aloud {
                out.push(Output::Hush);
                out.push(Output::VoiceStalled);
            }
        }
    }

    /// Stops in mid-word, because the person asked for something else.
    pub(super) fn hush(&mut self, out: &mut Vec<Output>) {
        if self.saying.take().is_some_and(|saying| saying.aloud) {
            out.push(Output::Hush);
        }
    }

    /// The device's voice is gone: from now on words are only shown, for as long as they would
    /// have taken. What was being said is counted as said, and taken back from an engine that may
    /// have it in hand still.
    pub(super) fn lose(&mut self, out: &mut Vec<Output>) {
        self.hush(out);
        self.aloud = false;
    }

    /// The clock was set back by so much.
    pub(super) fn set_back(&mut self, by: Duration) {
        if let Some(saying) = &mut self.saying {
            saying.over_by = saying.over_by - by;
        }
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        self.saying.map(|saying| saying.over_by)
    }
}
