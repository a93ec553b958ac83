//! What must survive a reload, a closed tab or a killed browser.

use std::time::Duration;

use super::state::{Arrival, PauseReason, Place, Point, State};
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
/// It holds the routine by value, so that an update of the library cannot pull it away.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// What the session was made from.
    pub plan: Plan,
    /// Steps whose way of doing them was changed on the way, and the ids of their forms.
    pub variations: Vec<(usize, String)>,
    /// Time added to holds: which phase, how much.
    pub added: Vec<(usize, Duration)>,
    /// The phase one is in.
    pub phase: usize,
    /// The id of its posture, to notice a snapshot that belongs to another routine.
    pub posture: String,
    /// Where in the phase.
    pub point: Point,
    /// What was done so far.
    pub done: Vec<Done>,
    /// Whether postures with the head down are left out.
    pub head_down_over: bool,
    /// When the session began.
    pub started: Moment,
    /// The last moment the session knew of.
    pub seen: Moment,
}

/// Why a snapshot cannot be gone on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotError {
    /// Its routine cannot be played.
    Routine(RoutineError),
    /// It names a phase that its routine does not have.
    NoSuchPhase {
        /// The phase it names, from 0.
        phase: usize,
        /// How many there are.
        phases: usize,
    },
    /// It was taken in another posture than its routine has there.
    AnotherRoutine {
        /// The phase it names, from 0.
        phase: usize,
        /// The posture it was taken in.
        expected: String,
        /// The posture that its routine has there.
        found: &'static str,
    },
    /// It names a place that is not in its phase.
    PastTheEnd {
        /// The phase it names, from 0.
        phase: usize,
    },
    /// It does a step in a way that there is not, or a step that its routine does not have.
    NoSuchVariation {
        /// Which step, from 0.
        step: usize,
    },
    /// It adds to a hold that its routine does not have.
    NoSuchHold {
        /// The phase it names, from 0.
        phase: usize,
    },
}

impl SnapshotError {
    /// The field of the [`Snapshot`] that does not fit.
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
    /// What must survive; nothing before the session began and after it is over.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let (phase, point) = match &self.state {
            // Whoever was hurt or dizzy has come out: one goes on with the posture after it.
            State::Harmed { phase, .. }
            | State::Paused {
                phase,
                place: Place::Harmed(_),
                ..
            } => (self.next_step(*phase), Point::Line(0, Arrival::Afresh)),
            // Whoever was being told how to come out has come out by then.
            State::Leading { .. } | State::Paused { .. } if self.once_more.is_some() => {
                (self.once_more?, Point::Line(0, Arrival::Afresh))
            }
            State::Paused {
                phase,
                place: Place::In(point),
                ..
            } => (*phase, *point),
            State::Ready
            | State::Leading { .. }
            | State::Holding { .. }
            | State::Returning { .. }
            | State::Over(_) => self.running(self.seen)?,
        };
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

    /// A session that waits where the snapshot was taken. `now` is the moment by the device's clock: if that was
    /// set back since, the snapshot's own moments are moved back with it, so that none of them is still to come.
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
            place: Place::In(point),
            since: seen,
            why: PauseReason::Reopened,
        };
        Ok(session)
    }

    /// Whoever waits in a way that does not suit any more waits in that way, until they are led on from it.
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
            // A record that was tampered with adds no more than a person can.
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
