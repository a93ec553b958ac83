//! What a session makes of the device's clock: time that passes, stands still, was slept through, or was set back.

use std::time::Duration;

use super::state::State;
use super::{ASLEEP, Output, Session};
use crate::domain::cue::Tone;
use crate::domain::time::Moment;

/// Time that runs backwards by no more than this counts as standing still: reports arrive late, and clocks are
/// corrected slightly all the time. Anything more means that the clock was set back for good.
const NOISE: Duration = Duration::from_secs(2);

impl Session {
    /// Handles the passing of time, a clock that was set back, and a deadline that was slept through. Returns the time
    /// that counts.
    pub(super) fn pass(&mut self, now: Moment) -> Moment {
        let back = self.seen.since(now);
        if back > NOISE {
            self.set_back(back);
        }
        let before = self.seen;
        self.seen = before.max(now);
        if let Some(deadline) = self.next_deadline()
            && self.seen.since(deadline) > ASLEEP
        {
            self.fall_asleep(before);
        }
        self.seen
    }

    /// Handles a clock that was set back: everything stays as far away as it was, by the clock as it runs now. Tones
    /// that were scheduled by the old time are scheduled again.
    fn set_back(&mut self, by: Duration) {
        let tones = self.tones_to_come();
        if !tones.is_empty() {
            let tones = tones.into_iter().map(|(at, tone)| (at - by, tone));
            self.out.push(Output::CancelTones);
            self.out.push(Output::Sound(tones.collect()));
        }
        self.seen = self.seen - by;
        self.started = self.started.map(|started| started - by);
        self.voice.set_back(by);
        if let Some(aside) = &mut self.aside {
            aside.set_back(by);
        }
        match &mut self.state {
            State::Leading {
                entered, script, ..
            } => {
                *entered = *entered - by;
                script.set_back(by);
            }
            State::Holding { began, .. } => *began = *began - by,
            State::Paused { since, .. } => *since = *since - by,
            State::Returning { script, .. } | State::Harmed { script, .. } => script.set_back(by),
            State::Ready | State::Over(_) => {}
        }
    }

    /// The tones that were scheduled and have not sounded yet.
    fn tones_to_come(&self) -> Vec<(Moment, Tone)> {
        let mut tones = match &self.state {
            State::Holding {
                phase,
                began,
                next_tone,
                ..
            } => self.tones_from(*phase, *began, *next_tone),
            State::Leading {
                phase,
                entered,
                script,
                ..
            } if script.is_opening() => self.tones_from(*phase, *entered, 0),
            State::Returning { script, .. } => script
                .last_silence()
                .map_or_else(Vec::new, |until| self.counting_in(until)),
            State::Ready
            | State::Leading { .. }
            | State::Paused { .. }
            | State::Harmed { .. }
            | State::Over(_) => Vec::new(),
        };
        tones.retain(|(at, _)| *at > self.seen);
        tones
    }
}
