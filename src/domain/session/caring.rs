//! What happens when something hurts or the person feels dizzy, and easier ways.

use std::time::Duration;

use super::pausing::GET_READY;
use super::script::Script;
use super::state::{Arrival, State};
use super::{Output, Session};
use crate::domain::compile::{Line, recompile_step, script};
use crate::domain::cue::{Cue, CueKind};
use crate::domain::history::{HarmKind, HoldEnd};
use crate::domain::phrasing::Message;
use crate::domain::posture::{Variation, for_side};
use crate::domain::time::Moment;

impl Session {
    /// The next easier way of doing a step that suits this person.
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

    /// Recompiles one step after its variation changed. The shape of a step depends on its doses and sides alone, so
    /// the new phases take the places of the old ones.
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

    /// Something hurts, or the person feels dizzy: says how to come out at once.
    pub(super) fn harmed(&mut self, kind: HarmKind, now: Moment) {
        // Someone who reports it again is already being told how to come out.
        if self.harm() == Some(kind) {
            return;
        }
        let Some(phase) = self.phase() else { return };
        let step = &self.timeline.steps[self.timeline.phases[phase].step];
        if kind == HarmKind::Dizzy && step.form().dizzy.is_none() {
            return;
        }
        self.note_harm(now, kind);
        self.head_down_over |= kind == HarmKind::Dizzy;
        self.fall_silent();
        self.care(phase, kind, 0);
    }

    /// Says again what a pause interrupted; skips how to come out if the person is out by now.
    pub(super) fn care_again(&mut self, phase: usize, kind: HarmKind, is_out: bool) {
        let out = &self.lines_after_harm(phase, kind)[..usize::from(is_out)];
        let said = script(&self.plan, self.phrasing, out).len();
        self.care(phase, kind, said);
    }

    /// Says what follows harm, without the first `said` cues.
    fn care(&mut self, phase: usize, kind: HarmKind, said: usize) {
        self.state = State::Harmed {
            phase,
            kind,
            script: Script::starting_at(self.after_harm(phase, kind), said),
        };
        self.out.push(Output::Changed);
    }

    /// How to come out of a phase's posture at once, and what the person can choose then.
    pub(super) fn after_harm(&self, phase: usize, kind: HarmKind) -> Vec<Cue> {
        let lines = self.lines_after_harm(phase, kind);
        script(&self.plan, self.phrasing, &lines)
    }

    fn lines_after_harm(&self, phase: usize, kind: HarmKind) -> [Line; 2] {
        let index = self.timeline.phases[phase].step;
        let form = self.timeline.steps[index].form();
        let (unwind, choose) = match kind {
            HarmKind::Hurt => {
                let easier = self.easier_variation(index).is_some();
                let unwind = for_side(form.unwind, self.side_of(phase));
                (unwind, Message::AfterHurt { easier })
            }
            HarmKind::Dizzy => {
                let unwind = form.dizzy.unwrap_or_default().to_owned();
                (unwind, Message::AfterDizzy)
            }
        };
        let choose = self.phrasing.words(&choose);
        [
            (CueKind::Safety, unwind, GET_READY),
            (CueKind::Safety, choose, Duration::ZERO),
        ]
    }
}
