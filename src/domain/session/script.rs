//! Cues said in turn, each followed by a silence.

use std::time::Duration;

use super::Output;
use super::voice::{UtteranceId, VoiceState};
use crate::domain::cue::{Cue, CuePlace};
use crate::domain::time::Moment;

/// Some cues, and how far they have been said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    cues: Vec<Cue>,
    next: usize,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A tone rings out before the first word.
    Opening { until: Moment },
    /// The next cue waits for the voice to be free.
    Waiting,
    /// The next cue is being said.
    Saying(UtteranceId),
    /// The next cue was said; the silence after it is under way.
    Keeping { since: Moment, until: Moment },
    /// Everything was said, silences included.
    Over,
}

/// What a script did as time passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing: it waits for the voice or for a moment.
    Nothing,
    /// It moved on; there may be more to do now.
    Moved,
    /// It moved on to the silence after its last cue, which ends at `until`.
    LastSilence { until: Moment },
    /// It is over.
    Over,
}

impl Script {
    /// A script that begins with the cue at index `next`.
    pub(super) fn starting_at(cues: Vec<Cue>, next: usize) -> Self {
        let stage = if next < cues.len() {
            Stage::Waiting
        } else {
            Stage::Over
        };
        Self { cues, next, stage }
    }

    pub(super) fn new(cues: Vec<Cue>) -> Self {
        Self::starting_at(cues, 0)
    }

    /// The same script, with its first word no earlier than `until`.
    pub(super) fn opening_at(mut self, until: Moment) -> Self {
        if self.stage == Stage::Waiting {
            self.stage = Stage::Opening { until };
        }
        self
    }

    /// Takes one step, if it is time.
    pub(super) fn advance(
        &mut self,
        now: Moment,
        voice: &mut VoiceState,
        out: &mut Vec<Output>,
    ) -> Progress {
        match self.stage {
            Stage::Opening { until } if now >= until => {
                self.stage = Stage::Waiting;
                Progress::Moved
            }
            Stage::Waiting if voice.is_free() => {
                let id = voice.say(&self.cues[self.next], now, out);
                self.stage = Stage::Saying(id);
                Progress::Moved
            }
            Stage::Saying(id) if !voice.is_saying(id) => self.keep_silence(now),
            Stage::Keeping { until, .. } if now >= until => {
                self.next += 1;
                self.stage = if self.next < self.cues.len() {
                    Stage::Waiting
                } else {
                    Stage::Over
                };
                Progress::Moved
            }
            Stage::Opening { .. } | Stage::Waiting | Stage::Saying(_) | Stage::Keeping { .. } => {
                Progress::Nothing
            }
            Stage::Over => Progress::Over,
        }
    }

    fn keep_silence(&mut self, now: Moment) -> Progress {
        let pause = match self.cues[self.next].place {
            CuePlace::InTurn { pause } => pause,
            CuePlace::At { .. } => Duration::ZERO,
        };
        let until = now + pause;
        self.stage = Stage::Keeping { since: now, until };
        let last = self.next + 1 == self.cues.len();
        if last {
            Progress::LastSilence { until }
        } else {
            Progress::Moved
        }
    }

    /// Replaces the cues that have not begun with those at the same places in `cues`.
    pub(super) fn go_on_with(&mut self, cues: Vec<Cue>) {
        let begun = match self.stage {
            Stage::Opening { .. } | Stage::Waiting => self.next,
            Stage::Saying(_) | Stage::Keeping { .. } => self.next + 1,
            Stage::Over => return,
        };
        if begun < cues.len() {
            self.cues.truncate(begun);
            self.cues.extend(cues.into_iter().skip(begun));
        }
    }

    /// Skips the rest, words and silence.
    pub(super) fn skip(&mut self) {
        self.next = self.cues.len();
        self.stage = Stage::Over;
    }

    /// The index of the first cue that is not wholly said. A cue in its silence counts as said, except the last one,
    /// whose silence is the time to become still.
    pub(super) fn unsaid(&self) -> usize {
        match self.stage {
            Stage::Keeping { .. } => (self.next + 1).min(self.cues.len().saturating_sub(1)),
            Stage::Opening { .. } | Stage::Waiting | Stage::Saying(_) | Stage::Over => self.next,
        }
    }

    /// All cues, and the index of the one that is waiting to be said, being said, or in its silence.
    pub(super) fn telling(&self) -> (&[Cue], usize) {
        (&self.cues, self.next)
    }

    /// How much is expected to be left at `now`.
    pub(super) fn left(&self, now: Moment) -> Duration {
        let from_next: Duration = self.cues.iter().skip(self.next).map(Cue::span).sum();
        match self.stage {
            Stage::Keeping { since, until } => {
                let later = self
                    .cues
                    .iter()
                    .skip(self.next + 1)
                    .map(Cue::span)
                    .sum::<Duration>();
                later + until.since(now.max(since))
            }
            Stage::Opening { until } => until.since(now) + from_next,
            Stage::Waiting | Stage::Saying(_) | Stage::Over => from_next,
        }
    }

    /// Whether a tone is ringing out before the first word.
    pub(super) const fn is_opening(&self) -> bool {
        matches!(self.stage, Stage::Opening { .. })
    }

    /// When the silence after the last cue ends, if that is under way.
    pub(super) fn last_silence(&self) -> Option<Moment> {
        if let Stage::Keeping { until, .. } = self.stage
            && self.next + 1 == self.cues.len()
        {
            return Some(until);
        }
        None
    }

    /// Moves its moments back with a clock that was set back.
    pub(super) fn set_back(&mut self, by: Duration) {
        match &mut self.stage {
            Stage::Opening { until } => *until = *until - by,
            Stage::Keeping { since, until } => (*since, *until) = (*since - by, *until - by),
            Stage::Waiting | Stage::Saying(_) | Stage::Over => {}
        }
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        match self.stage {
            Stage::Opening { until } | Stage::Keeping { until, .. } => Some(until),
            Stage::Waiting | Stage::Saying(_) | Stage::Over => None,
        }
    }
}
