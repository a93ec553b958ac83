//! Applies what becomes known of the person's body during a session: what is still to come is made to suit, and a
//! person who is in something that no longer suits is led out of it.

use super::state::{Arrival, PausedAt, Point, State};
use super::{Output, Session};
use crate::domain::body::Body;
use crate::domain::compile::{recompile_ends, way_out};
use crate::domain::cue::Cue;
use crate::domain::history::HoldEnd;
use crate::domain::posture::Variation;
use crate::domain::time::Moment;
use crate::domain::timeline::PhaseKind;

impl Session {
    /// Applies what the person has now said about their body: from here on, what it excludes is done in a gentler way
    /// that suits them, or left out. If they are in such a posture, or on the way in, they are told how to come out and
    /// led on to what suits; if the session is paused, they are told when it goes on.
    pub fn heed(&mut self, body: &Body, now: Moment) -> Vec<Output> {
        if *body == self.plan.profile.body {
            return Vec::new();
        }
        let now = self.pass(now);
        self.settle(now);
        self.plan.profile.body = body.clone();
        self.suit_all();
        match self.state {
            State::Leading { phase, .. }
            | State::Holding { phase, .. }
            | State::Returning { phase, .. } => self.lead_out(phase, now),
            State::Harmed { phase, kind, .. } => {
                let cues = self.after_harm(phase, kind);
                self.go_on_with(cues);
            }
            State::Ready | State::Paused { .. } => {}
            State::Over(_) => return std::mem::take(&mut self.out),
        }
        self.out.push(Output::Changed);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Makes every step suit except the one the person is in, and recompiles it.
    fn suit_all(&mut self) {
        let inside = self.inside();
        let others = (0..self.timeline.steps.len()).filter(|step| Some(*step) != inside);
        let others: Vec<_> = others.collect();
        for step in &others {
            self.suit(*step);
        }
        for step in &others {
            self.lay_out_again(*step);
        }
        let (welcome, done) = recompile_ends(
            &self.plan,
            self.phrasing,
            &self.timeline.steps,
            &self.timeline.phases,
        );
        let end = self.timeline.done();
        if self.state == State::Ready {
            self.timeline.phases[0] = welcome;
        }
        if self.phase() != Some(end) {
            self.timeline.phases[end] = done;
        }
    }

    /// The step the person is in, whose words and lengths stay as they are until they leave it.
    fn inside(&mut self) -> Option<usize> {
        let phase = self.phase()?;
        let here = &self.timeline.phases[phase];
        let step = here.step;
        if here.is_end() {
            return None;
        }
        let stays = !self.is_unwise(phase) && self.once_more.is_none();
        if let State::Paused {
            place: PausedAt::Point(point),
            ..
        } = &mut self.state
            && stays
        {
            // Someone who is paused on the way in is told again, with what they should take care of.
            if let Point::Line(line, _) = point {
                *line = 0;
            }
            return None;
        }
        Some(step)
    }

    /// The first gentler way of a step that suits this person, if its own way doesn't.
    pub(super) fn suiting_variation(&self, step: usize) -> Option<Variation> {
        let step = &self.timeline.steps[step];
        if self.plan.profile.body.suits(step.form()) {
            return None;
        }
        step.posture
            .gentle_enough(step.variation, |form| self.suits(form))
    }

    /// Switches a step to a gentler way if its own doesn't suit. Returns whether it did.
    pub(super) fn suit(&mut self, step: usize) -> bool {
        let variation = self.suiting_variation(step);
        if let Some(variation) = variation {
            self.timeline.steps[step].variation = variation;
        }
        variation.is_some()
    }

    /// Says how to come out of a posture that no longer suits, then goes on to what does: the same side in a gentler
    /// way, or the next step. Someone who is already coming out is told how to get up, if that has changed.
    pub(super) fn lead_out(&mut self, phase: usize, now: Moment) {
        let phases = &self.timeline.phases;
        let here = &phases[phase];
        let (step, side) = (here.step, here.side);
        let coming_out = matches!(here.kind, PhaseKind::ComeOut);
        let more =
            self.once_more.is_some() || (!coming_out && self.suiting_variation(step).is_some());
        let leads_out = |at: &usize| matches!(phases[*at].kind, PhaseKind::ComeOut);
        let Some(out_of_it) = (phase..phases.len()).find(leads_out) else {
            return;
        };
        if !coming_out && !self.is_unwise(phase) {
            return;
        }
        let steps = &self.timeline.steps;
        let cues = way_out(&self.plan, self.phrasing, steps, step, side, more);
        let leaving = &mut self.timeline.phases[out_of_it];
        (leaving.cues, leaving.side) = (cues.clone(), side);
        if coming_out {
            self.go_on_with(cues);
            return;
        }
        self.note_left(now, HoldEnd::LeftEarly);
        self.fall_silent();
        self.once_more = more.then(|| self.side_start(phase));
        self.lead_from(out_of_it, 0, Arrival::InFlow, now);
    }

    /// Changes how the current script goes on.
    fn go_on_with(&mut self, cues: Vec<Cue>) {
        if let State::Leading { script, .. } | State::Harmed { script, .. } = &mut self.state {
            script.go_on_with(cues);
        }
    }
}
