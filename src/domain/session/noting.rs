//! What goes into a session's record: what was held, and where it hurt.

use std::time::Duration;

use super::Session;
use super::state::{PausedAt, Point, State};
use crate::domain::history::{Done, During, HarmKind, HoldEnd};
use crate::domain::posture::Side;
use crate::domain::time::Moment;
use crate::domain::timeline::PhaseKind;

impl Session {
    /// Notes the hold that is being left, if there is one and any of it was held or counts as done.
    pub(super) fn note_left(&mut self, now: Moment, end: HoldEnd) {
        if let Some((phase, held)) = self.held(now)
            && (!held.is_zero() || end == HoldEnd::CountedAsDone)
        {
            self.note(phase, held, end);
        }
    }

    /// Notes that something hurt or caused dizziness, wherever the person is: also on the way in or out, and while the
    /// session waits.
    pub(super) fn note_harm(&mut self, now: Moment, kind: HarmKind) {
        let Some(phase) = self.phase() else { return };
        let returning = matches!(self.state, State::Returning { .. });
        if returning {
            // What was held before is one thing, the way back into it another.
            self.note_left(now, HoldEnd::LeftEarly);
        }
        let (during, held) = match self.held(now) {
            Some((_, held)) if !returning => (During::Holding, held),
            Some(_) => (During::GettingIn, Duration::ZERO),
            None => (during(&self.timeline.phases[phase].kind), Duration::ZERO),
        };
        if let Some(hold) = self.hold_of(phase) {
            let side = self.side_of(phase);
            self.enter_into_record((hold, side), during, held, kind.into());
        }
    }

    /// The hold that is under way or paused, and how much of it is over.
    fn held(&self, now: Moment) -> Option<(usize, Duration)> {
        match &self.state {
            State::Holding { phase, began, .. } => Some((*phase, now.since(*began))),
            State::Returning { phase, elapsed, .. }
            | State::Paused {
                phase,
                place: PausedAt::Point(Point::Elapsed(elapsed)),
                ..
            } => Some((*phase, *elapsed)),
            State::Ready
            | State::Leading { .. }
            | State::Paused { .. }
            | State::Harmed { .. }
            | State::Over(_) => None,
        }
    }

    /// Notes how a hold or some repetitions ended. Other phases leave nothing to note.
    pub(super) fn note(&mut self, phase: usize, held: Duration, end: HoldEnd) {
        if self.timeline.phases[phase].exact_length().is_some() {
            let side = self.timeline.phases[phase].side;
            self.enter_into_record((phase, side), During::Holding, held, end);
        }
    }

    /// The hold that a phase is, leads into or follows.
    fn hold_of(&self, phase: usize) -> Option<usize> {
        let phases = &self.timeline.phases;
        let is_hold = |at: &usize| phases[*at].exact_length().is_some();
        match phases[phase].kind {
            PhaseKind::GetReady
            | PhaseKind::SetUp
            | PhaseKind::ChangeSides { .. }
            | PhaseKind::Hold(_)
            | PhaseKind::Repeat { .. } => (phase..phases.len()).find(is_hold),
            PhaseKind::Rest | PhaseKind::ComeOut | PhaseKind::Done => {
                (0..phase).rev().find(is_hold)
            }
        }
    }

    /// The side that works in a phase; in the welcome, the one that works first.
    pub(super) fn side_of(&self, phase: usize) -> Option<Side> {
        let phases = &self.timeline.phases;
        let of_hold = || phases[self.hold_of(phase)?].side;
        phases[phase].side.or_else(of_hold)
    }

    fn enter_into_record(
        &mut self,
        (phase, side): (usize, Option<Side>),
        during: During,
        held: Duration,
        end: HoldEnd,
    ) {
        let phase = &self.timeline.phases[phase];
        let (planned, step) = (phase.length(), &self.timeline.steps[phase.step]);
        self.done.push(Done {
            posture: step.posture.id.to_owned(),
            side,
            set: phase.set,
            form: step.form().id.to_owned(),
            planned,
            held: held.min(planned),
            end,
            during,
        });
    }
}

/// The part of a posture that a phase belongs to. The welcome leads into the first posture, the end follows the last.
const fn during(kind: &PhaseKind) -> During {
    match kind {
        PhaseKind::GetReady | PhaseKind::SetUp => During::GettingIn,
        PhaseKind::Hold(_) | PhaseKind::Repeat { .. } => During::Holding,
        PhaseKind::ChangeSides { .. } => During::ChangingSides,
        PhaseKind::Rest => During::Resting,
        PhaseKind::ComeOut | PhaseKind::Done => During::ComingOut,
    }
}
