//! What a session does when the person asks for something.

use std::time::Duration;

use super::state::{Arrival, Ending, PauseReason, PausedAt, Point, State};
use super::{Command, Output, Session};
use crate::domain::history::{HarmKind, HoldEnd};
use crate::domain::time::Moment;
use crate::domain::timeline::PhaseKind;

/// Within this time of a phase's start, `back` goes to the one before it.
const JUST_BEGUN: Duration = Duration::from_secs(3);

impl Session {
    pub(super) fn obey(&mut self, command: Command, now: Moment) {
        match command {
            Command::Start => self.start(now),
            Command::Pause => self.pause(now, PauseReason::Asked),
            Command::Resume => self.resume(now),
            Command::Next => self.go(now, |session, phase| Some(session.after(phase))),
            Command::Back => self.back(now),
            Command::Jump(step) => {
                self.go(now, |session, _| {
                    session
                        .timeline
                        .start_of(step)
                        .map(|to| (to, Arrival::Afresh))
                });
            }
            Command::AddTime(length) => self.add_time(length),
            Command::InPosition => self.in_position(),
            Command::Easier => self.easier(now),
            Command::Hurts => self.harmed(HarmKind::Hurt, now),
            Command::Dizzy => self.harmed(HarmKind::Dizzy, now),
            Command::RepeatSide => {
                self.go(now, |session, phase| {
                    Some((session.this_side(phase), Arrival::Afresh))
                });
            }
            Command::CountAsDone => self.count_as_done(now),
            Command::Stop => self.stop(now),
        }
    }

    fn start(&mut self, now: Moment) {
        if self.state == State::Ready {
            self.started = Some(now);
            self.enter(0, Arrival::InFlow, now);
        }
    }

    /// Leaves what is under way and goes where `to` says, given the current phase.
    pub(super) fn go(
        &mut self,
        now: Moment,
        to: impl Fn(&Self, usize) -> Option<(usize, Arrival)>,
    ) {
        let Some(phase) = self.phase() else { return };
        let Some((target, arrival)) = to(self, phase) else {
            return;
        };
        self.note_left(now, HoldEnd::LeftEarly);
        self.land(target, arrival, now);
    }

    /// Arrives somewhere at the person's own request, and says where.
    pub(super) fn land(&mut self, phase: usize, arrival: Arrival, now: Moment) {
        self.fall_silent();
        self.once_more = None;
        let (phase, arrival) = self.wise(phase, arrival);
        if self.timeline.phases[phase].exact_length().is_some() {
            self.return_to(phase, Duration::ZERO, true);
        } else {
            self.enter(phase, arrival, now);
        }
    }

    /// Where `next` leads. From within a posture, it leads through coming out of it or changing sides.
    fn after(&self, phase: usize) -> (usize, Arrival) {
        let phases = &self.timeline.phases;
        let here = &phases[phase];
        let untaken = self.harm().is_some();
        let step_over = (self.next_step(phase), Arrival::Afresh);
        match &here.kind {
            _ if untaken => step_over,
            PhaseKind::GetReady => (1, Arrival::InFlow),
            PhaseKind::Done => (phase, Arrival::InFlow),
            PhaseKind::ComeOut => step_over,
            PhaseKind::SetUp if self.is_first_of_step(phase) => step_over,
            PhaseKind::SetUp
            | PhaseKind::Hold(_)
            | PhaseKind::Repeat { .. }
            | PhaseKind::Rest
            | PhaseKind::ChangeSides { .. } => {
                let leads_out = |next: &usize| {
                    matches!(
                        phases[*next].kind,
                        PhaseKind::ChangeSides { .. } | PhaseKind::ComeOut
                    )
                };
                let to = (phase + 1..phases.len())
                    .find(leads_out)
                    .unwrap_or(self.timeline.done());
                (to, Arrival::InFlow)
            }
        }
    }

    /// The start of the step after that of `phase`, or the end of the session.
    pub(super) fn next_step(&self, phase: usize) -> usize {
        let step = self.timeline.phases[phase].step;
        self.timeline
            .start_of(step + 1)
            .unwrap_or(self.timeline.done())
    }

    fn is_first_of_step(&self, phase: usize) -> bool {
        self.timeline.start_of(self.timeline.phases[phase].step) == Some(phase)
    }

    /// The phase in which the current side of the current step is set up.
    pub(super) fn side_start(&self, phase: usize) -> usize {
        let phases = &self.timeline.phases;
        let starts = |phase: &usize| match phases[*phase].kind {
            PhaseKind::ChangeSides { .. } | PhaseKind::GetReady => true,
            PhaseKind::SetUp => self.is_first_of_step(*phase),
            PhaseKind::Hold(_)
            | PhaseKind::Repeat { .. }
            | PhaseKind::Rest
            | PhaseKind::ComeOut
            | PhaseKind::Done => false,
        };
        (0..=phase).rev().find(starts).unwrap_or(phase)
    }

    /// The phase that sets up the side the person is on, even while they are led out of it.
    pub(super) fn this_side(&self, phase: usize) -> usize {
        self.once_more.unwrap_or_else(|| self.side_start(phase))
    }

    fn back(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let phases = &self.timeline.phases;
        let landing_before = (0..phase).rev().find(|before| phases[*before].is_landing());
        let just_begun = self.time_in_phase(now) <= JUST_BEGUN;
        let here = phases[phase].is_landing() && !just_begun;
        let before = if here {
            phase
        } else {
            landing_before.unwrap_or(phase)
        };
        // Someone who is led out of a posture goes back to its gentler way.
        let to = self.once_more.unwrap_or(before);
        self.note_left(now, HoldEnd::LeftEarly);
        self.land(to, Arrival::Afresh, now);
    }

    /// How long the current phase has been under way.
    fn time_in_phase(&self, now: Moment) -> Duration {
        match &self.state {
            State::Leading { entered, .. } => now.since(*entered),
            State::Holding { began, .. } => now.since(*began),
            State::Returning { elapsed, .. }
            | State::Paused {
                place: PausedAt::Point(Point::Elapsed(elapsed)),
                ..
            } => *elapsed,
            State::Ready | State::Paused { .. } | State::Harmed { .. } | State::Over(_) => {
                Duration::MAX
            }
        }
    }

    fn in_position(&mut self) {
        match &mut self.state {
            State::Leading { script, .. } | State::Returning { script, .. } => {
                script.skip();
                self.voice.hush(&mut self.out);
                self.out.push(Output::CancelTones);
            }
            State::Ready
            | State::Holding { .. }
            | State::Paused { .. }
            | State::Harmed { .. }
            | State::Over(_) => {}
        }
    }

    fn count_as_done(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let phases = &self.timeline.phases;
        let next = (phase + 1..phases.len()).find(|next| {
            matches!(
                phases[*next].kind,
                PhaseKind::SetUp | PhaseKind::ChangeSides { .. } | PhaseKind::Done
            )
        });
        let next = next.unwrap_or(self.timeline.done());
        self.note_left(now, HoldEnd::CountedAsDone);
        // Someone who was away while they were told how to get in counts the hold that followed.
        for uncounted in phase + 1..next {
            self.note(uncounted, Duration::ZERO, HoldEnd::CountedAsDone);
        }
        self.land(next, Arrival::Afresh, now);
    }

    fn stop(&mut self, now: Moment) {
        if self.phase().is_some() {
            self.note_left(now, HoldEnd::LeftEarly);
            self.fall_silent();
            self.end(Ending::Stopped);
        }
    }

    pub(super) fn fall_silent(&mut self) {
        self.aside = None;
        self.voice.hush(&mut self.out);
        self.out.push(Output::CancelTones);
    }
}
