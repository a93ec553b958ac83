//! When it hurts, when the head swims, and easier ways.

use std::time::Duration;

use super::pausing::GET_READY;
use super::script::Script;
use super::state::{Arrival, State};
use super::{Output, Session};
use crate::domain::compile::{recompile_step, script};
use crate::domain::cue::{Cue, CueKind};
use crate::domain::history::HoldEnd;
use crate::domain::phrasing::Message;
use crate::domain::posture::{Variation, for_side};
use crate::domain::time::Moment;

impl Session {
    /// The next easier way of doing a step, of those that suit this person.
    pub(super) fn easier_variation(&self, step: usize) -> Option<Variation> {
        let step = &self.timeline.steps[step];
        step.posture
            .gentler(step.variation, |form| self.suits(form))
    }

    pub(super) fn easier(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let index = self.timeline.phases[phase].step;
        let Some(variation) = self.easier_variation(index) else {
            return;
        };
        self.note_left(now, HoldEnd::LeftEarly);
        self.timeline.steps[index].variation = variation;
        self.lay_out_again(index);
        self.land(self.this_side(phase), Arrival::Afresh, now);
    }

    /// Lays one step out anew after its way changed. The shape of a step depends on its doses and
    /// sides alone, so that the new phases take the places of the old.
    pub(super) fn lay_out_again(&mut self, step: usize) {
        let phases = recompile_step(&self.plan, self.phrasing, &self.timeline.steps, step);
        let Some(from) = self.timeline.start_of(step) else {
            return;
        };
        let places = from..from + phases.len();
        debug_assert!(
            self.timeline.phases[places.clone()]
                .iter()
                .all(|phase| phase.step == step)
        );
        self.timeline.phases.splice(places.clone(), phases);
        let added: Vec<_> = self
            .added
            .iter()
            .filter(|(at, _)| places.contains(at))
            .copied()
            .collect();
        for (phase, length) in added {
            self.lengthen(phase, length);
        }
    }

    pub(super) fn hurts(&mut self, now: Moment) {
        // Who says it twice is being told how to come out already.
        if matches!(self.state, State::Hurt { .. }) {
            return;
        }
        let Some(phase) = self.phase() else { return };
        self.note_harm(now, HoldEnd::Hurt);
        self.fall_silent();
        let script = Script::new(self.after_hurt(phase));
        self.state = State::Hurt { phase, script };
        self.out.push(Output::Changed);
    }

    /// How to come out of the posture of a phase at once, and what one can choose then.
    pub(super) fn after_hurt(&self, phase: usize) -> Vec<Cue> {
        let step = self.timeline.phases[phase].step;
        let unwind = self.timeline.steps[step].form().unwind;
        let unwind = for_side(unwind, self.side_of(phase));
        let easier = self.easier_variation(step).is_some();
        let choose = self.phrasing.words(&Message::AfterHurt { easier });
        let lines = [
            (CueKind::Safety, unwind, GET_READY),
            (CueKind::Safety, choose, Duration::ZERO),
        ];
        script(&self.plan, self.phrasing, &lines)
    }

    pub(super) fn dizzy(&mut self, now: Moment) {
        if matches!(self.state, State::Dizzy { .. }) {
            return;
        }
        let Some(phase) = self.phase() else { return };
        let step = &self.timeline.steps[self.timeline.phases[phase].step];
        let Some(words) = step.form().dizzy else {
            return;
        };
        self.note_harm(now, HoldEnd::Dizzy);
        self.fall_silent();
        self.head_down_over = true;
        let lines = [
            (CueKind::Safety, words.to_owned(), GET_READY),
            (
                CueKind::Safety,
                self.phrasing.words(&Message::AfterDizzy),
                Duration::ZERO,
            ),
        ];
        let script = Script::new(script(&self.plan, self.phrasing, &lines));
        self.state = State::Dizzy { phase, script };
        self.out.push(Output::Changed);
    }
}
