//! How a session enters a phase, holds it, and leaves it for the next.

use std::time::Duration;

use super::script::Script;
use super::state::{Arrival, Ending, State};
use super::{Output, Session};
use crate::domain::cue::{CuePlace, Tone};
use crate::domain::history::HoldEnd;
use crate::domain::posture::Form;
use crate::domain::time::Moment;
use crate::domain::timeline::PhaseKind;

impl Session {
    /// A phase has come to its own end.
    pub(super) fn leave(&mut self, phase: usize, now: Moment) {
        if let Some(length) = self.timeline.phases[phase].exact_length() {
            self.note(phase, length, HoldEnd::Completed);
        }
        if phase == self.timeline.done() {
            self.end(Ending::Finished);
        } else if let Some(once_more) = self.once_more {
            self.enter(once_more, Arrival::Afresh, now);
        } else {
            self.enter(phase + 1, Arrival::InFlow, now);
        }
    }

    /// Begins a phase; passes over what has become unwise.
    pub(super) fn enter(&mut self, phase: usize, arrival: Arrival, now: Moment) {
        self.once_more = None;
        let (phase, arrival) = self.wise(phase, arrival);
        if self.timeline.phases[phase].exact_length().is_some() {
            self.hold_from(phase, Duration::ZERO, now);
        } else {
            self.lead_from(phase, 0, arrival, now);
        }
    }

    /// Whether this person may do a form: nothing in it is excluded by their own cautions, or puts the head down once it
    /// has swum.
    pub(super) fn suits(&self, form: &Form) -> bool {
        self.plan.profile.body.suits(form) && !(self.head_down_over && form.head_down)
    }

    /// Whether a phase leads where this person is not to go.
    pub(super) fn is_unwise(&self, phase: usize) -> bool {
        let phase = &self.timeline.phases[phase];
        !phase.is_end() && !self.suits(self.timeline.steps[phase.step].form())
    }

    /// Whether a phase is passed over: it is unwise, and there is no gentler way of it that is not.
    pub(super) fn is_left_out(&self, phase: usize) -> bool {
        self.is_unwise(phase)
            && self
                .suiting_variation(self.timeline.phases[phase].step)
                .is_none()
    }

    /// The phase itself, or the next one that is not unwise. What can be done in a gentler way is, on the same
    /// side from its beginning.
    pub(super) fn wise(&mut self, phase: usize, arrival: Arrival) -> (usize, Arrival) {
        for next in phase..self.timeline.done() {
            if !self.is_unwise(next) {
                return (
                    next,
                    if next == phase {
                        arrival
                    } else {
                        Arrival::Afresh
                    },
                );
            }
            let here = &self.timeline.phases[next];
            let (step, over) = (here.step, matches!(here.kind, PhaseKind::ComeOut));
            if !over && self.suit(step) {
                self.lay_out_again(step);
                return (self.side_start(next), Arrival::Afresh);
            }
        }
        let arrival = if phase == self.timeline.done() {
            arrival
        } else {
            Arrival::Afresh
        };
        (self.timeline.done(), arrival)
    }

    pub(super) fn lead_from(&mut self, phase: usize, line: usize, arrival: Arrival, now: Moment) {
        let entering = &self.timeline.phases[phase];
        let cues = match (&entering.kind, arrival) {
            (PhaseKind::ChangeSides { afresh }, Arrival::Afresh) => afresh.clone(),
            _ => entering.cues.clone(),
        };
        let lead_in = if line == 0 {
            entering.lead_in
        } else {
            Duration::ZERO
        };
        if line == 0 && !entering.tones.is_empty() {
            let tones = self.tones_from(phase, now, 0);
            self.out
                .extend(tones.iter().map(|(_, tone)| Output::Vibrate(*tone)));
            self.out.push(Output::Sound(tones));
        }
        let script = Script::starting_at(cues, line).opening_at(now + lead_in);
        self.state = State::Leading {
            phase,
            entered: now,
            script,
            arrival,
        };
        self.out.push(Output::Changed);
    }

    /// Holds a phase of which `elapsed` is over already.
    pub(super) fn hold_from(&mut self, phase: usize, elapsed: Duration, now: Moment) {
        self.hold_on(phase, now - elapsed, |at| at < elapsed);
    }

    /// Holds a phase that began then; of its cues and tones, those that are `over` stay away.
    pub(super) fn hold_on(&mut self, phase: usize, began: Moment, over: impl Fn(Duration) -> bool) {
        let holding = &self.timeline.phases[phase];
        let next_tone = holding.tones.partition_point(|(at, _)| over(*at));
        let next_cue = holding.cues.partition_point(|cue| match cue.place {
            CuePlace::At { from, .. } => over(from),
            CuePlace::InTurn { .. } => true,
        });
        let tones = self.tones_from(phase, began, next_tone);
        if !tones.is_empty() {
            self.out.push(Output::Sound(tones));
        }
        self.state = State::Holding {
            phase,
            began,
            next_cue,
            next_tone,
        };
        self.out.push(Output::Changed);
    }

    /// The tones of a phase that began then, from one of them on.
    pub(super) fn tones_from(
        &self,
        phase: usize,
        began: Moment,
        from: usize,
    ) -> Vec<(Moment, Tone)> {
        let tones = self.timeline.phases[phase].tones.iter().skip(from);
        tones.map(|(at, tone)| (began + *at, *tone)).collect()
    }

    /// Three tones, a second apart, until a hold goes on; none where nothing sounds.
    pub(super) fn counting_in(&self, until: Moment) -> Vec<(Moment, Tone)> {
        if !self.plan.preferences.density.sounds() {
            return Vec::new();
        }
        let tone = |left| (until - Duration::from_secs(left), Tone::GetReady);
        vec![tone(3), tone(2), tone(1)]
    }

    pub(super) fn end(&mut self, ending: Ending) {
        self.state = State::Over(ending);
        self.out.push(Output::Ended(ending));
    }
}
