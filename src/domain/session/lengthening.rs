//! Making a hold longer while it is held.

use std::time::Duration;

use super::state::{PausedAt, Point, State};
use super::{Output, Session};
use crate::domain::collections::insertion_sort_by;
use crate::domain::cue::{Cue, CueKind, CuePlace, Tone};
use crate::domain::phrasing::Message;
use crate::domain::time::whole_nanos;
use crate::domain::timeline::{Phase, PhaseKind};

/// The most time that can be added to one hold.
const MOST_ADDED: Duration = Duration::from_secs(10 * 60);
/// How late the half-way cue can be said and still be true.
const HALFWAY_LEEWAY: Duration = Duration::from_secs(3);

impl Session {
    pub(super) fn add_time(&mut self, length: Duration) {
        let (State::Holding { phase, .. }
        | State::Returning { phase, .. }
        | State::Paused {
            phase,
            place: PausedAt::Point(Point::Elapsed(_)),
            ..
        }) = self.state
        else {
            return;
        };
        let length = length.min(self.room_to_add(phase));
        if length.is_zero() {
            return;
        }
        self.added.push((phase, length));
        self.lengthen(phase, length);
        if let State::Holding { began, .. } = self.state {
            self.out.push(Output::CancelTones);
            // What is due at this very moment has already been said and sounded.
            let elapsed = self.seen.since(began);
            self.hold_on(phase, began, |at| at <= elapsed);
        } else {
            self.out.push(Output::Changed);
        }
    }

    /// How much can still be added to a hold.
    pub(super) fn room_to_add(&self, phase: usize) -> Duration {
        let so_far = self.added.iter().filter(|(at, _)| *at == phase);
        MOST_ADDED.saturating_sub(so_far.map(|(_, length)| *length).sum())
    }

    /// Makes a hold longer. What belongs to its end moves with the end, and half-way moves by half as much, unless it
    /// has already passed.
    pub(super) fn lengthen(&mut self, phase: usize, by: Duration) {
        let elapsed = self.elapsed_of(phase);
        let changing = &mut self.timeline.phases[phase];
        let old = changing.length();
        let Some(by) = lengthen(&mut changing.kind, by) else {
            return;
        };
        let longer = Lengthening { old, by, elapsed };
        if let PhaseKind::Repeat { one, .. } = changing.kind {
            repeat_last(&mut changing.tones, one, old, by);
        } else {
            for (at, _) in &mut changing.tones {
                *at = longer.moved(*at);
            }
        }
        for cue in &mut changing.cues {
            longer.move_cue(cue);
        }
        if longer.half_is_to_come() {
            self.tell_half_anew(phase);
        } else {
            changing.cues.retain(|cue| cue.kind != CueKind::Halfway);
        }
        let changed = &mut self.timeline.phases[phase];
        let from = |cue: &Cue| match cue.place {
            CuePlace::At { from, .. } => from,
            CuePlace::InTurn { .. } => Duration::ZERO,
        };
        insertion_sort_by(&mut changed.cues, |one, other| from(one).cmp(&from(other)));
    }

    /// How much of a hold is over, if it is held now.
    fn elapsed_of(&self, phase: usize) -> Duration {
        if let State::Holding {
            phase: held, began, ..
        } = self.state
            && held == phase
        {
            self.seen.since(began)
        } else {
            Duration::ZERO
        }
    }

    /// Rewords the half-way cue, since more is left now.
    fn tell_half_anew(&mut self, phase: usize) {
        let holds = self.timeline.phases[..phase].iter();
        let nth = holds.filter_map(Phase::exact_length).count();
        let changed = &mut self.timeline.phases[phase];
        let (message, half, leeway) = if let PhaseKind::Repeat { one, count } = changed.kind {
            let left = count - count / 2;
            let message = Message::HalfTheRepetitions { left };
            (message, one * (count / 2), one / 3)
        } else {
            let length = changed.length();
            let left = length.saturating_sub(length / 2);
            let message = Message::Halfway { left, nth };
            (message, length / 2, HALFWAY_LEEWAY)
        };
        for cue in &mut changed.cues {
            if cue.kind == CueKind::Halfway {
                cue.words = self.phrasing.words(&message);
                cue.length = self
                    .plan
                    .preferences
                    .spoken_length(&cue.words, self.phrasing);
                let latest = half + leeway;
                cue.place = CuePlace::At { from: half, latest };
            }
        }
    }
}

/// A hold becoming longer.
#[derive(Clone, Copy)]
struct Lengthening {
    /// How long it was.
    old: Duration,
    /// By how much it becomes longer.
    by: Duration,
    /// How much of it is over.
    elapsed: Duration,
}

impl Lengthening {
    fn half_is_to_come(self) -> bool {
        self.old / 2 > self.elapsed
    }

    /// Where a moment of the hold moves.
    fn moved(self, at: Duration) -> Duration {
        if at.is_zero() {
            // In a hold of a few seconds the beginning is near the end, but stays where it is.
            at
        } else if at + Duration::from_secs(4) > self.old {
            at + self.by
        } else if at >= self.old / 2 && self.half_is_to_come() {
            at + self.by / 2
        } else {
            at
        }
    }

    fn move_cue(self, cue: &mut Cue) {
        if let CuePlace::At { from, latest } = &mut cue.place {
            let to = if cue.kind == CueKind::Countdown {
                *from + self.by
            } else {
                self.moved(*from)
            };
            *latest += to.saturating_sub(*from);
            *from = to;
        }
    }
}

/// Adds the beats of further repetitions after those there are; the tone at the end moves behind them.
fn repeat_last(tones: &mut Vec<(Duration, Tone)>, one: Duration, old: Duration, by: Duration) {
    // Where no tones sound, none sounds at the end either.
    if tones.is_empty() {
        return;
    }
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

/// Makes a hold or repetitions longer, and returns by how much: repetitions by whole ones.
fn lengthen(kind: &mut PhaseKind, by: Duration) -> Option<Duration> {
    if let PhaseKind::Hold(length) = kind {
        *length += by;
        Some(by)
    } else if let PhaseKind::Repeat { one, count } = kind {
        let more = whole_nanos(by).div_ceil(whole_nanos(*one).max(1));
        let more = u32::try_from(more).unwrap_or(0);
        *count += more;
        Some(*one * more)
    } else {
        None
    }
}
