//! What must survive a reload, a closed tab or a killed browser.

use std::time::Duration;

use super::state::{Arrival, PauseReason, PausedAt, Point, State};
use super::{Session, VoiceState};
use crate::domain::compile::compile;
use crate::domain::history::Done;
use crate::domain::phrasing::Phrasing;
use crate::domain::plan::Plan;
use crate::domain::routine::RoutineError;
use crate::domain::time::Moment;
use crate::domain::timeline::Phase;

/// Enough of a session to go on with it to the second.
///
/// It holds the routine by value, so that an update of the library can't take it away.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// What the session was made from.
    pub plan: Plan,
    /// The steps whose variation was changed on the way, with the ids of their forms.
    pub variations: Vec<(usize, String)>,
    /// Time added to holds: to which phase, and how much.
    pub added: Vec<(usize, Duration)>,
    /// The index of the current phase.
    pub phase: usize,
    /// The id of its posture, to detect a snapshot that belongs to another routine.
    pub posture: String,
    /// The point in the phase.
    pub point: Point,
    /// What has been done so far.
    pub done: Vec<Done>,
    /// Whether postures with the head down are left out.
    pub head_down_over: bool,
    /// When the session began.
    pub started: Moment,
    /// The latest moment the session knew of.
    pub seen: Moment,
}

/// Why a snapshot can't be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotError {
    /// Its routine can't be played.
    Routine(RoutineError),
    /// It names a phase that its routine does not have.
    NoSuchPhase {
        /// The phase it names, from 0.
        phase: usize,
        /// How many there are.
        phases: usize,
    },
    /// It was taken in a different posture from the one its routine has there.
    AnotherRoutine {
        /// The phase it names, from 0.
        phase: usize,
        /// The posture it was taken in.
        expected: String,
        /// The posture that its routine has there.
        found: &'static str,
    },
    /// It names a point that its phase does not have.
    PastTheEnd {
        /// The phase it names, from 0.
        phase: usize,
    },
    /// It names a variation that does not exist, or a step that its routine does not have.
    NoSuchVariation {
        /// The step, from 0.
        step: usize,
    },
    /// It adds to a hold that its routine does not have.
    NoSuchHold {
        /// The phase it names, from 0.
        phase: usize,
    },
}

impl SnapshotError {
    /// The field of the stored snapshot that does not fit.
    pub const fn place(&self) -> &'static str {
        match self {
            Self::Routine(_) => "routine",
            Self::NoSuchPhase { .. } => "phase",
            Self::AnotherRoutine { .. } => "posture",
            Self::PastTheEnd { .. } => "point",
            Self::NoSuchVariation { .. } => "ways",
            Self::NoSuchHold { .. } => "added",
        }
    }
}

impl Session {
    /// The phase and the point in it at which to go on; `None` before the session began and after it is over.
    fn goes_on_at(&self) -> Option<(usize, Point)> {
        Some(match &self.state {
            // Someone who was hurt or dizzy has come out by then, and goes on with the next posture.
            State::Harmed { phase, .. }
            | State::Paused {
                phase,
                place: PausedAt::Harmed(_),
                ..
            } => (self.next_step(*phase), Point::Line(0, Arrival::Afresh)),
            // Someone who was being told how to come out has come out by then.
            State::Leading { .. } | State::Paused { .. } if self.once_more.is_some() => {
                (self.once_more?, Point::Line(0, Arrival::Afresh))
            }
            State::Paused {
                phase,
                place: PausedAt::Point(point),
                ..
            } => (*phase, *point),
            State::Ready
            | State::Leading { .. }
            | State::Holding { .. }
            | State::Returning { .. }
            | State::Over(_) => self.running(self.seen)?,
        })
    }

    /// The snapshot of the session; `None` before it began and after it is over.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let (phase, point) = self.goes_on_at()?;
        let usual = self.plan.routine.steps().ok()?;
        let variations = self.timeline.steps.iter().zip(&usual).enumerate();
        Some(Snapshot {
            plan: self.plan.clone(),
            variations: variations
                .filter(|(_, (now, usual))| now.variation != usual.variation)
                .map(|(step, (now, _))| (step, now.form().id.to_owned()))
                .collect(),
            added: self.added.clone(),
            phase,
            posture: self.timeline.steps[self.timeline.phases[phase].step]
                .posture
                .id
                .to_owned(),
            point,
            done: self.done.clone(),
            head_down_over: self.head_down_over,
            started: self.started?,
            seen: self.seen,
        })
    }

    /// A session paused where the snapshot was taken. `now` is the moment by the device's clock: if that was set back
    /// since, the snapshot's own moments are moved back with it, so that none of them lies in the future.
    ///
    /// # Errors
    /// A [`SnapshotError`] that names what does not fit.
    pub fn restore(
        snapshot: Snapshot,
        phrasing: &'static dyn Phrasing,
        aloud: bool,
        now: Moment,
    ) -> Result<Self, SnapshotError> {
        let set_back = snapshot.seen.since(now);
        let seen = snapshot.seen - set_back;
        let started = (snapshot.started - set_back).min(seen);
        let timeline = compile(&snapshot.plan, phrasing).map_err(SnapshotError::Routine)?;
        let Snapshot {
            plan,
            variations,
            added,
            phase,
            point,
            ..
        } = snapshot;
        let voice = VoiceState::new(aloud && plan.preferences.density.speaks());
        let mut session = Self {
            plan,
            phrasing,
            timeline,
            state: State::Ready,
            voice,
            done: snapshot.done,
            added: Vec::new(),
            head_down_over: snapshot.head_down_over,
            once_more: None,
            started: Some(started),
            aside: None,
            seen,
            out: Vec::new(),
        };
        session.stay_in_variation(phase, &variations);
        session.change_variations(variations)?;
        session.add_again(added)?;
        session.check_place(phase, &snapshot.posture, point)?;
        session.state = State::Paused {
            phase,
            place: PausedAt::Point(point),
            since: seen,
            why: PauseReason::Reopened,
        };
        Ok(session)
    }

    /// A session paused in a form that no longer suits stays in that form, until the person is led on from it.
    fn stay_in_variation(&mut self, phase: usize, variations: &[(usize, String)]) {
        let Some(step) = self.timeline.phases.get(phase).map(|phase| phase.step) else {
            return;
        };
        let planned = self.plan.routine.steps().unwrap_or_default();
        let planned = planned.get(step).map(|step| step.variation);
        let changed = variations.iter().any(|(number, _)| *number == step);
        if let Some(variation) = planned
            .filter(|variation| !changed && *variation != self.timeline.steps[step].variation)
        {
            self.timeline.steps[step].variation = variation;
            self.lay_out_again(step);
        }
    }

    fn change_variations(&mut self, variations: Vec<(usize, String)>) -> Result<(), SnapshotError> {
        for (number, form) in variations {
            let missing = || SnapshotError::NoSuchVariation { step: number };
            let step = self.timeline.steps.get_mut(number).ok_or_else(missing)?;
            step.variation = step.posture.variation_of(&form).ok_or_else(missing)?;
            self.lay_out_again(number);
        }
        Ok(())
    }

    fn add_again(&mut self, added: Vec<(usize, Duration)>) -> Result<(), SnapshotError> {
        for (number, length) in added {
            let hold = self
                .timeline
                .phases
                .get(number)
                .and_then(Phase::exact_length);
            hold.ok_or(SnapshotError::NoSuchHold { phase: number })?;
            // A record that was tampered with can't add more than a person can.
            let length = length.min(self.room_to_add(number));
            self.lengthen(number, length);
            self.added.push((number, length));
        }
        Ok(())
    }

    fn check_place(&self, phase: usize, posture: &str, point: Point) -> Result<(), SnapshotError> {
        let phases = self.timeline.phases.len();
        let here = self
            .timeline
            .phases
            .get(phase)
            .ok_or(SnapshotError::NoSuchPhase { phase, phases })?;
        let found = self.timeline.steps[here.step].posture.id;
        if found != posture {
            return Err(SnapshotError::AnotherRoutine {
                phase,
                expected: posture.to_owned(),
                found,
            });
        }
        let fits = match (point, here.exact_length()) {
            (Point::Elapsed(elapsed), Some(length)) => elapsed <= length,
            (Point::Line(..), None) => true,
            (Point::Elapsed(_), None) | (Point::Line(..), Some(_)) => false,
        };
        if fits {
            Ok(())
        } else {
            Err(SnapshotError::PastTheEnd { phase })
        }
    }
}
