//! Where a session is, for those who show it.

use std::time::Duration;

use super::Session;
use super::script::Script;
use super::state::{PausedAt, Point, State};
use crate::domain::cue::Cue;
use crate::domain::dose::Dose;
use crate::domain::history::{Done, HarmKind};
use crate::domain::plan::Plan;
use crate::domain::posture::Posture;
use crate::domain::time::Moment;
use crate::domain::timeline::{Phase, Timeline};

/// Where a session is at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionProgress {
    /// The index of the phase.
    pub phase: usize,
    /// How much of a hold is over; `None` in phases that last as long as their words.
    pub elapsed: Option<Duration>,
    /// How long the rest of the session is expected to take.
    pub left: Duration,
}

/// What the person can ask for at this moment, beyond back, next and stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Skip the rest of the instructions.
    InPosition,
    /// Make this hold longer.
    AddTime,
    /// Do it in an easier way.
    Easier,
    /// Report that it hurts.
    Hurts,
    /// Report feeling dizzy.
    Dizzy,
}

impl Session {
    /// The index of the current phase; `None` before the session began and after it is over.
    pub fn phase(&self) -> Option<usize> {
        match self.state {
            State::Leading { phase, .. }
            | State::Holding { phase, .. }
            | State::Returning { phase, .. }
            | State::Paused { phase, .. }
            | State::Harmed { phase, .. } => Some(phase),
            State::Ready | State::Over(_) => None,
        }
    }

    /// The harm after which the person is being told how to come out, and chooses; also while that is paused.
    pub const fn harm(&self) -> Option<HarmKind> {
        if let State::Harmed { kind, .. }
        | State::Paused {
            place: PausedAt::Harmed(kind),
            ..
        } = self.state
        {
            Some(kind)
        } else {
            None
        }
    }

    /// The dose of the current step.
    pub fn dose(&self) -> Option<Dose> {
        let phase = &self.timeline.phases[self.phase()?];
        Some(self.timeline.steps[phase.step].amount.dose)
    }

    /// The cues of a phase that lasts as long as its words, and the index of the one being said or done; `None` in
    /// other phases.
    pub fn telling(&self) -> Option<(&[Cue], usize)> {
        match &self.state {
            State::Leading { script, .. } => Some(script.telling()),
            State::Ready
            | State::Holding { .. }
            | State::Returning { .. }
            | State::Paused { .. }
            | State::Harmed { .. }
            | State::Over(_) => None,
        }
    }

    /// The state.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The timeline being followed.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// What the session was made from.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What has been done so far.
    pub fn done(&self) -> &[Done] {
        &self.done
    }

    /// When the session began.
    pub const fn started(&self) -> Option<Moment> {
        self.started
    }

    /// Whether the person is being led: the session is neither paused, nor dealing with harm, nor over.
    pub const fn is_running(&self) -> bool {
        matches!(
            self.state,
            State::Leading { .. } | State::Holding { .. } | State::Returning { .. }
        )
    }

    /// The current phase, and its posture.
    pub fn place(&self) -> Option<(&Phase, &'static Posture)> {
        let phase = &self.timeline.phases[self.phase()?];
        Some((phase, self.timeline.steps[phase.step].posture))
    }

    /// Where the session is at `now`; `None` before it began and after it is over.
    pub fn progress(&self, now: Moment) -> Option<SessionProgress> {
        let index = self.phase()?;
        let phase = &self.timeline.phases[index];
        let now = now.max(self.seen);
        let elapsed = match &self.state {
            State::Holding { began, .. } => Some(now.since(*began).min(phase.length())),
            State::Returning { elapsed, .. }
            | State::Paused {
                place: PausedAt::Point(Point::Elapsed(elapsed)),
                ..
            } => Some(*elapsed),
            _ if self.harm().is_some() => phase.exact_length(),
            State::Harmed { .. }
            | State::Ready
            | State::Leading { .. }
            | State::Paused { .. }
            | State::Over(_) => None,
        };
        let here = match (&self.state, elapsed) {
            (State::Leading { script, .. }, _) => Script::left(script, now),
            (_, Some(elapsed)) => phase.length().saturating_sub(elapsed),
            (_, None) => phase.length(),
        };
        let next = self.once_more.unwrap_or(index + 1);
        let to_come =
            (next..self.timeline.phases.len()).filter(|to_come| !self.is_left_out(*to_come));
        let to_come = to_come.map(|to_come| self.timeline.phases[to_come].length());
        let left = here + to_come.sum::<Duration>();
        Some(SessionProgress {
            phase: index,
            elapsed,
            left,
        })
    }

    /// What the person can ask for now.
    pub fn offers(&self) -> Vec<Offer> {
        let Some((index, (phase, _))) = self.phase().zip(self.place()) else {
            return Vec::new();
        };
        let done = index == self.timeline.done();
        let choosing = self.harm().is_some();
        let hold = phase.exact_length().is_some();
        let step = phase.step;
        let head_down = self.timeline.steps[step].form().head_down;
        let in_words = matches!(self.state, State::Leading { .. } | State::Returning { .. });
        [
            (Offer::InPosition, in_words && !done),
            (
                Offer::AddTime,
                hold && !choosing && !self.room_to_add(index).is_zero(),
            ),
            (
                Offer::Easier,
                !done && self.easier_variation(step).is_some(),
            ),
            (Offer::Hurts, !done && !choosing),
            (Offer::Dizzy, head_down && !done && !choosing),
        ]
        .into_iter()
        .filter_map(|(offer, there)| there.then_some(offer))
        .collect()
    }
}
