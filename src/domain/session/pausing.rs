//! Pausing and going on, because the person asked or because the device slept.

use std::time::Duration;

use super::script::Script;
use super::state::{Arrival, PauseReason, PausedAt, Point, State};
use super::{Output, Session};
use crate::domain::compile::script;
use crate::domain::cue::CueKind;
use crate::domain::history::HoldEnd;
use crate::domain::phrasing::Message;
use crate::domain::plan::transition;
use crate::domain::time::{Moment, whole_nanos};
use crate::domain::timeline::PhaseKind;

/// The longest pause after which the person is still in the posture.
const OUT_OF_THE_POSTURE: Duration = Duration::from_secs(60);
/// The time to get ready before a hold goes on.
pub(super) const GET_READY: Duration = Duration::from_secs(3);

impl Session {
    pub(super) fn pause(&mut self, now: Moment, why: PauseReason) {
        let here = if let State::Harmed { phase, kind, .. } = self.state {
            Some((phase, PausedAt::Harmed(kind)))
        } else {
            let running = self.running(now);
            running.map(|(phase, point)| (phase, PausedAt::Point(point)))
        };
        if let Some((phase, place)) = here {
            self.fall_silent();
            self.state = State::Paused {
                phase,
                place,
                since: now,
                why,
            };
            self.out.push(Output::Changed);
        }
    }

    /// The device has slept since `then`: waits where it fell asleep, and says so.
    pub(super) fn fall_asleep(&mut self, then: Moment) {
        if let Some((phase, point)) = self.running(then) {
            self.fall_silent();
            let away = self.seen.since(then);
            self.state = State::Paused {
                phase,
                place: PausedAt::Point(point),
                since: then,
                why: PauseReason::Slept(away),
            };
            self.out.push(Output::Changed);
            let words = self.missed().map(|missed| self.phrasing.words(&missed));
            let line = (CueKind::Safety, words.unwrap_or_default(), Duration::ZERO);
            let cues = script(&self.plan, self.phrasing, &[line]);
            self.aside = Some(Script::new(cues));
        }
    }

    /// Where a running session is at `now`; `None` if it waits or is over.
    pub(super) fn running(&self, now: Moment) -> Option<(usize, Point)> {
        match &self.state {
            State::Leading {
                phase,
                script,
                arrival,
                ..
            } => Some((*phase, Point::Line(script.unsaid(), *arrival))),
            State::Holding { phase, began, .. } => Some((
                *phase,
                Point::Elapsed(self.resumable(*phase, now.since(*began))),
            )),
            State::Returning { phase, elapsed, .. } => Some((*phase, Point::Elapsed(*elapsed))),
            State::Ready | State::Paused { .. } | State::Harmed { .. } | State::Over(_) => None,
        }
    }

    /// The part of a phase that stays done when it is resumed: a hold goes on where it was left, a repetition begins
    /// again.
    pub(super) fn resumable(&self, phase: usize, elapsed: Duration) -> Duration {
        if let PhaseKind::Repeat { one, .. } = self.timeline.phases[phase].kind {
            let whole = whole_nanos(elapsed) / whole_nanos(one).max(1);
            one * u32::try_from(whole).unwrap_or(u32::MAX)
        } else {
            elapsed
        }
    }

    pub(super) fn resume(&mut self, now: Moment) {
        let State::Paused {
            phase,
            place,
            since,
            why,
        } = self.state
        else {
            return;
        };
        let for_long = now.since(since) > OUT_OF_THE_POSTURE;
        match place {
            PausedAt::Harmed(kind) => self.care_again(phase, kind, for_long),
            PausedAt::Point(point) => {
                let away = why != PauseReason::Asked || for_long;
                self.go_on_from(phase, point, away, now);
            }
        }
    }

    fn go_on_from(&mut self, phase: usize, point: Point, away: bool, now: Moment) {
        let coming_out = matches!(self.timeline.phases[phase].kind, PhaseKind::ComeOut);
        if self.is_unwise(phase) && away {
            self.note_left(now, HoldEnd::LeftEarly);
            self.land(self.once_more.unwrap_or(phase), Arrival::Afresh, now);
            return;
        }
        if self.is_unwise(phase) && !coming_out {
            self.lead_out(phase, now);
            return;
        }
        self.aside = None;
        self.voice.hush(&mut self.out);
        match point {
            Point::Elapsed(elapsed) => self.return_to(phase, elapsed, away),
            Point::Line(_, _) if away => self.enter(phase, Arrival::Afresh, now),
            Point::Line(line, arrival) => self.lead_from(phase, line, arrival, now),
        }
    }

    /// Gets ready for a hold of which `elapsed` is over. Someone who was away is told where they are, and given time to
    /// get there.
    pub(super) fn return_to(&mut self, phase: usize, elapsed: Duration, away: bool) {
        let entering = &self.timeline.phases[phase];
        let step = &self.timeline.steps[entering.step];
        let (posture, position) = (step.posture, step.form().position);
        let left = entering.length().saturating_sub(elapsed);
        let mut lines = Vec::new();
        if away {
            let landed = Message::Landed {
                posture,
                side: entering.side,
                left,
            };
            let moving = self
                .plan
                .preferences
                .settling
                .of(transition(None, position));
            lines.push((CueKind::Announce, self.phrasing.words(&landed), moving));
        }
        lines.push((
            CueKind::Countdown,
            self.phrasing.words(&Message::GetReady),
            GET_READY,
        ));
        let script = Script::new(script(&self.plan, self.phrasing, &lines));
        self.state = State::Returning {
            phase,
            elapsed,
            script,
        };
        self.out.push(Output::Changed);
    }
}
