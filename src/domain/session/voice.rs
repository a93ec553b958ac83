//! The one voice of a session: it says one thing at a time.

use std::time::Duration;

use super::Output;
use crate::domain::cue::Cue;
use crate::domain::time::Moment;

/// An engine that never reports an end is allowed its estimate times this, plus [`GRACE`].
const PATIENCE: f64 = 1.8;
/// The fixed part of what an engine is allowed beyond its estimate.
const GRACE: Duration = Duration::from_secs(3);
/// Some phones begin the first utterance of a page many seconds late, and all later ones at once. Until an engine has
/// been heard to begin or end anything, each utterance is allowed this much longer to begin.
const WARMING_UP: Duration = Duration::from_secs(15);

/// How long to wait for a voice whose words should take `estimate`.
pub fn patience(estimate: Duration) -> Duration {
    estimate.mul_f64(PATIENCE) + GRACE
}

/// Identifies one utterance of a session, so that a late report isn't taken for another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtteranceId(pub u32);

/// The voice, and what it is saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VoiceState {
    aloud: bool,
    /// Whether the engine has ever begun or ended anything.
    heard: bool,
    saying: Option<Saying>,
    next_id: u32,
}

/// An utterance under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Saying {
    id: UtteranceId,
    /// Whether it is spoken, rather than only shown.
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

    /// Sets whether there is a voice to speak with, from the next cue on.
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

    /// The engine reports that it has begun: its time to say the words starts now. A second report, or one about an
    /// earlier utterance, allows no more.
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

    /// The engine reports that it has finished. A report about an earlier utterance is ignored.
    pub(super) fn ended(&mut self, id: UtteranceId) {
        self.heard = true;
        if self.is_saying(id) {
            self.saying = None;
        }
    }

    /// Gives up on an utterance whose time is over.
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

    /// The device's voice is gone: from now on words are only shown, for as long as they would have taken. What was
    /// being said counts as said, and is cancelled in case the engine still has it in hand.
    pub(super) fn lose(&mut self, out: &mut Vec<Output>) {
        self.hush(out);
        self.aloud = false;
    }

    /// Moves its moments back with a clock that was set back.
    pub(super) fn set_back(&mut self, by: Duration) {
        if let Some(saying) = &mut self.saying {
            saying.over_by = saying.over_by - by;
        }
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        self.saying.map(|saying| saying.over_by)
    }
}
