//! What a session does when the person asks for something, and when the device slept.

use std::time::Duration;

use super::script::Script;
use super::state::{Arrival, Ending, Point, State, Why};
use super::{Command, Output, Session};
use crate::domain::compile::{recompile_step, script};
use crate::domain::cue::{CueKind, CuePlace, Tone};
use crate::domain::history::HoldEnd;
use crate::domain::phrasing::Message;
use crate::domain::plan::transition;
use crate::domain::posture::for_side;
use crate::domain::time::Moment;
use crate::domain::timeline::PhaseKind;

/// `back` within this time of a phase's start goes to the one before it.
const JUST_BEGUN: Duration = Duration::from_secs(3);
/// After a longer pause one has to get into the posture again.
const OUT_OF_THE_POSTURE: Duration = Duration::from_secs(60);
/// Before a hold goes on, one gets ready for so long.
const GET_READY: Duration = Duration::from_secs(3);
/// No more than this is added to one hold.
const MOST_ADDED: Duration = Duration::from_secs(10 * 60);

impl Session {
    pub(super) fn obey(&mut self, command: Command, now: Moment) {
        match command {
            Command::Start => self.start(now),
            Command::Pause => self.pause(now),
            Command::Resume => self.resume(now),
            Command::Next => self.go(now, Self::after),
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
            Command::Hurts => self.hurts(now),
            Command::Dizzy => self.dizzy(now),
            Command::RepeatSide => {
                self.go(now, |session, phase| {
                    Some((session.side_start(phase), Arrival::Afresh))
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

    fn pause(&mut self, now: Moment) {
        if let Some((phase, point)) = self.running(now) {
            self.fall_silent();
            self.state = State::Paused {
                phase,
                point,
                since: now,
                why: Why::Asked,
            };
            self.out.push(Output::Changed);
        }
    }

    /// The device slept from `then` on: wait at the place where it fell asleep, and say so.
    pub(super) fn fall_asleep(&mut self, then: Moment) {
        if let Some((phase, point)) = self.running(then) {
            self.fall_silent();
            let away = self.seen.since(then);
            self.state = State::Paused {
                phase,
                point,
                since: then,
                why: Why::Slept(away),
            };
            self.out.push(Output::Changed);
            let words = self.phrasing.words(&Message::Away { length: away });
            for cue in script(
                &self.plan,
                self.phrasing,
                &[(CueKind::Safety, words, Duration::ZERO)],
            )
            .iter()
            .take(1)
            {
                self.voice.say(cue, self.seen, &mut self.out);
            }
        }
    }

    /// Where a session that is under way stands at `now`; nothing when it waits or is over.
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
            State::Ready
            | State::Paused { .. }
            | State::Hurt { .. }
            | State::Dizzy { .. }
            | State::Over(_) => None,
        }
    }

    /// A hold goes on where it was left; a repetition is begun again.
    fn resumable(&self, phase: usize, elapsed: Duration) -> Duration {
        match self.timeline.phases[phase].kind {
            PhaseKind::Repeat { one, .. } => {
                let whole = elapsed.as_nanos() / one.as_nanos().max(1);
                one * u32::try_from(whole).unwrap_or(u32::MAX)
            }
            _ => elapsed,
        }
    }

    fn resume(&mut self, now: Moment) {
        if let State::Dizzy { phase, .. } = self.state {
            self.land(self.next_step(phase), Arrival::Afresh, now);
            return;
        }
        let State::Paused {
            phase,
            point,
            since,
            why,
        } = self.state
        else {
            return;
        };
        self.voice.hush(&mut self.out);
        let away = why != Why::Asked || now.since(since) > OUT_OF_THE_POSTURE;
        match point {
            Point::Elapsed(elapsed) => self.return_to(phase, elapsed, away),
            Point::Line(_, _) if away => self.enter(phase, Arrival::Afresh, now),
            Point::Line(line, arrival) => self.lead_from(phase, line, arrival, now),
        }
    }

    /// Gets ready for a hold of which `elapsed` is over. Someone who was away is told where they
    /// are, and given the time to get there.
    fn return_to(&mut self, phase: usize, elapsed: Duration, away: bool) {
        let entering = &self.timeline.phases[phase];
        let posture = self.timeline.steps[entering.step].posture;
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
                .of(transition(None, posture.position));
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

    /// Leaves what is under way and goes where `to` says, from the phase one is in.
    fn go(&mut self, now: Moment, to: impl Fn(&Self, usize) -> Option<(usize, Arrival)>) {
        let Some(phase) = self.phase() else { return };
        let Some((target, arrival)) = to(self, phase) else {
            return;
        };
        self.note_left(now, HoldEnd::LeftEarly);
        self.land(target, arrival, now);
    }

    /// Arrives somewhere by the person's own wish, and says where.
    fn land(&mut self, phase: usize, arrival: Arrival, now: Moment) {
        self.fall_silent();
        let (phase, arrival) = self.wise(phase, arrival);
        if self.timeline.phases[phase].exact_length().is_some() {
            self.return_to(phase, Duration::ZERO, true);
        } else {
            self.enter(phase, arrival, now);
        }
    }

    /// Where `next` leads. From within a posture, by way of coming out of it or changing sides.
    fn after(&self, phase: usize) -> Option<(usize, Arrival)> {
        let phases = &self.timeline.phases;
        let here = &phases[phase];
        let untaken = matches!(self.state, State::Hurt { .. } | State::Dizzy { .. });
        let step_over = (self.next_step(phase), Arrival::Afresh);
        Some(match &here.kind {
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
        })
    }

    /// The start of the step after that of `phase`, or the end.
    pub(super) fn next_step(&self, phase: usize) -> usize {
        let step = self.timeline.phases[phase].step;
        self.timeline
            .start_of(step + 1)
            .unwrap_or(self.timeline.done())
    }

    fn is_first_of_step(&self, phase: usize) -> bool {
        self.timeline.start_of(self.timeline.phases[phase].step) == Some(phase)
    }

    /// The phase in which the present side of the present step is set up.
    fn side_start(&self, phase: usize) -> usize {
        let phases = &self.timeline.phases;
        let starts = |phase: &usize| match phases[*phase].kind {
            PhaseKind::ChangeSides { .. } | PhaseKind::GetReady => true,
            PhaseKind::SetUp => self.is_first_of_step(*phase),
            _ => false,
        };
        (0..=phase).rev().find(starts).unwrap_or(phase)
    }

    fn back(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let phases = &self.timeline.phases;
        let landing_before = (0..phase).rev().find(|before| phases[*before].is_landing());
        let just_begun = self.into_phase(now) <= JUST_BEGUN;
        let here = phases[phase].is_landing() && !just_begun;
        let to = if here {
            phase
        } else {
            landing_before.unwrap_or(phase)
        };
        self.note_left(now, HoldEnd::LeftEarly);
        self.land(to, Arrival::Afresh, now);
    }

    /// How long the present phase has been under way.
    fn into_phase(&self, now: Moment) -> Duration {
        match &self.state {
            State::Leading { entered, .. } => now.since(*entered),
            State::Holding { began, .. } => now.since(*began),
            State::Returning { elapsed, .. } => *elapsed,
            State::Paused {
                point: Point::Elapsed(elapsed),
                ..
            } => *elapsed,
            State::Ready
            | State::Paused { .. }
            | State::Hurt { .. }
            | State::Dizzy { .. }
            | State::Over(_) => Duration::MAX,
        }
    }

    fn add_time(&mut self, length: Duration) {
        let phase = match self.state {
            State::Holding { phase, .. }
            | State::Returning { phase, .. }
            | State::Paused {
                phase,
                point: Point::Elapsed(_),
                ..
            } => phase,
            _ => return,
        };
        let so_far: Duration = self
            .added
            .iter()
            .filter(|(at, _)| *at == phase)
            .map(|(_, length)| *length)
            .sum();
        let length = length.min(MOST_ADDED.saturating_sub(so_far));
        if length.is_zero() {
            return;
        }
        self.added.push((phase, length));
        self.lengthen(phase, length);
        if let State::Holding { began, .. } = self.state {
            self.out.push(Output::CancelTones);
            self.hold_from(phase, self.seen.since(began), self.seen);
        } else {
            self.out.push(Output::Changed);
        }
    }

    /// Makes a hold longer: what belongs to its end moves with the end. Half-way moves too,
    /// by half as much; if it has passed already, it stays passed.
    pub(super) fn lengthen(&mut self, phase: usize, by: Duration) {
        let elapsed = match self.state {
            State::Holding { began, .. } => self.seen.since(began),
            _ => Duration::ZERO,
        };
        let changing = &mut self.timeline.phases[phase];
        let old = changing.length();
        let by = match &mut changing.kind {
            PhaseKind::Hold(length) => {
                *length += by;
                by
            }
            PhaseKind::Repeat { one, count } => {
                let more = by.as_nanos().div_ceil(one.as_nanos().max(1));
                let more = u32::try_from(more).unwrap_or(0);
                *count += more;
                *one * more
            }
            _ => return,
        };
        let half = old / 2;
        let moved = |at: Duration| {
            if at + Duration::from_secs(4) > old {
                at + by
            } else if at >= half && half > elapsed {
                at + by / 2
            } else {
                at
            }
        };
        if let PhaseKind::Repeat { one, .. } = changing.kind {
            repeat_last(&mut changing.tones, one, old, by);
        } else {
            for (at, _) in &mut changing.tones {
                *at = moved(*at);
            }
        }
        for cue in &mut changing.cues {
            if let CuePlace::At { from, latest } = &mut cue.place {
                let to = if cue.kind == CueKind::Countdown {
                    *from + by
                } else {
                    moved(*from)
                };
                *latest = *latest + to - *from;
                *from = to;
            }
        }
        changing.cues.sort_by_key(|cue| match cue.place {
            CuePlace::At { from, .. } => from,
            CuePlace::InTurn { .. } => Duration::ZERO,
        });
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
            | State::Hurt { .. }
            | State::Dizzy { .. }
            | State::Over(_) => {}
        }
    }

    fn easier(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let index = self.timeline.phases[phase].step;
        let step = &self.timeline.steps[index];
        let Some(way) = step.posture.gentler(step.way) else {
            return;
        };
        self.note_left(now, HoldEnd::LeftEarly);
        self.timeline.steps[index].way = way;
        self.lay_out_again(index);
        self.land(self.side_start(phase), Arrival::Afresh, now);
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

    fn hurts(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        self.note_left(now, HoldEnd::Hurt);
        self.fall_silent();
        let here = &self.timeline.phases[phase];
        let step = &self.timeline.steps[here.step];
        let variation = step.posture.variation(step.way);
        let unwind = variation
            .and_then(|way| way.unwind)
            .unwrap_or(step.posture.words.unwind);
        let easier = step.posture.gentler(step.way).is_some();
        let lines = [
            (CueKind::Safety, for_side(unwind, here.side), GET_READY),
            (
                CueKind::Safety,
                self.phrasing.words(&Message::AfterHurt { easier }),
                Duration::ZERO,
            ),
        ];
        let script = Script::new(script(&self.plan, self.phrasing, &lines));
        self.state = State::Hurt { phase, script };
        self.out.push(Output::Changed);
    }

    fn dizzy(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        let step = &self.timeline.steps[self.timeline.phases[phase].step];
        let Some(words) = step.posture.words.dizzy else {
            return;
        };
        self.note_left(now, HoldEnd::Dizzy);
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

    fn count_as_done(&mut self, now: Moment) {
        let Some(phase) = self.phase() else { return };
        self.note_left(now, HoldEnd::CountedAsDone);
        let next = (phase + 1..self.timeline.phases.len()).find(|next| {
            let kind = &self.timeline.phases[*next].kind;
            matches!(
                kind,
                PhaseKind::SetUp | PhaseKind::ChangeSides { .. } | PhaseKind::Done
            )
        });
        self.land(next.unwrap_or(self.timeline.done()), Arrival::Afresh, now);
    }

    fn stop(&mut self, now: Moment) {
        if self.phase().is_some() {
            self.note_left(now, HoldEnd::LeftEarly);
            self.fall_silent();
            self.end(Ending::Stopped);
        }
    }

    fn fall_silent(&mut self) {
        self.voice.hush(&mut self.out);
        self.out.push(Output::CancelTones);
    }

    /// Notes the hold that is being left, if one is and any of it was held.
    fn note_left(&mut self, now: Moment, end: HoldEnd) {
        let left = match &self.state {
            State::Holding { phase, began, .. } => Some((*phase, now.since(*began))),
            State::Returning { phase, elapsed, .. }
            | State::Paused {
                phase,
                point: Point::Elapsed(elapsed),
                ..
            } => Some((*phase, *elapsed)),
            State::Ready
            | State::Leading { .. }
            | State::Paused { .. }
            | State::Hurt { .. }
            | State::Dizzy { .. }
            | State::Over(_) => None,
        };
        if let Some((phase, held)) = left
            && (!held.is_zero() || end == HoldEnd::CountedAsDone)
        {
            self.note(phase, held, end);
        }
    }
}

/// Adds the beats of further repetitions after those there are; the end moves behind them.
fn repeat_last(tones: &mut Vec<(Duration, Tone)>, one: Duration, old: Duration, by: Duration) {
    let last: Vec<_> = tones
        .iter()
        .filter(|(at, _)| *at + one >= old && *at < old)
        .copied()
        .collect();
    let mut moved = one;
    tones.retain(|(at, _)| *at < old);
    while moved <= by {
        tones.extend(last.iter().map(|(at, tone)| (*at + moved, *tone)));
        moved += one;
    }
    tones.push((old + by, Tone::HoldEnds));
}
