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
    /// Leaves a phase that has come to its end.
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

    /// Begins a phase, passing over any that has become unwise.
    pub(super) fn enter(&mut self, phase: usize, arrival: Arrival, now: Moment) {
        self.once_more = None;
        let (phase, arrival) = self.wise(phase, arrival);
        if self.timeline.phases[phase].exact_length().is_some() {
            self.hold_from(phase, Duration::ZERO, now);
        } else {
            self.lead_from(phase, 0, arrival, now);
        }
    }

    /// Whether this person may do a form: nothing they said of their body rules it out, and it doesn't put the head
    /// down after they have felt dizzy.
    pub(super) fn suits(&self, form: &Form) -> bool {
        self.plan.profile.body.suits(form) && !(self.head_down_over && form.head_down)
    }

    /// Whether a phase leads into a form that this person may not do.
    pub(super) fn is_unwise(&self, phase: usize) -> bool {
        let phase = &self.timeline.phases[phase];
        !phase.is_end() && !self.suits(self.timeline.steps[phase.step].form())
    }

    /// Whether a phase is passed over: it is unwise, and has no gentler way that isn't.
    pub(super) fn is_left_out(&self, phase: usize) -> bool {
        self.is_unwise(phase)
            && self
                .suiting_variation(self.timeline.phases[phase].step)
                .is_none()
    }

    /// The phase itself, or the next one that isn't unwise. A step that can be done in a gentler way is, from the
    /// beginning of the same side.
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

    /// Holds a phase of which `elapsed` is already over.
    pub(super) fn hold_from(&mut self, phase: usize, elapsed: Duration, now: Moment) {
        self.hold_on(phase, now - elapsed, |at| at < elapsed);
    }

    /// Holds a phase that began at `began`, without those of its cues and tones that are `over`.
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

    /// The tones of a phase that began at `began`, starting with the one at index `from`.
    pub(super) fn tones_from(
        &self,
        phase: usize,
        began: Moment,
        from: usize,
    ) -> Vec<(Moment, Tone)> {
        let tones = self.timeline.phases[phase].tones.iter().skip(from);
        tones.map(|(at, tone)| (began + *at, *tone)).collect()
    }

    /// Three tones, a second apart, that count down to when a hold goes on; none if tones are off.
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
