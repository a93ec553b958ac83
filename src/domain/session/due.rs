//! What is due at a moment, and when something will be.

use std::time::Duration;

use super::script::Progress;
use super::state::State;
use super::{Output, Session};
use crate::domain::cue::CuePlace;
use crate::domain::time::Moment;

/// A tone whose moment passed longer ago than this is no longer worth a vibration.
const STILL_FELT: Duration = Duration::from_millis(500);

impl Session {
    /// Does everything that is due at `now`.
    pub(super) fn settle(&mut self, now: Moment) {
        // Every step either waits or moves on through a finite timeline; the bound is a safety net.
        for _ in 0..100_000 {
            self.voice.advance(now, &mut self.out);
            if !self.step(now) {
                return;
            }
        }
        debug_assert!(false, "a session that never settles");
    }

    /// Takes one step that is due. Returns whether there may be another.
    fn step(&mut self, now: Moment) -> bool {
        match &mut self.state {
            State::Leading { phase, script, .. } => {
                let phase = *phase;
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                if progress == Progress::Over {
                    self.leave(phase, now);
                }
                progress != Progress::Nothing
            }
            State::Returning { .. } => self.step_return(now),
            State::Harmed { script, .. } => {
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                !matches!(progress, Progress::Nothing | Progress::Over)
            }
            State::Holding { .. } => self.step_hold(now),
            State::Paused { .. } => {
                let Some(script) = &mut self.aside else {
                    return false;
                };
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                !matches!(progress, Progress::Nothing | Progress::Over)
            }
            State::Ready | State::Over(_) => false,
        }
    }

    fn step_return(&mut self, now: Moment) -> bool {
        let State::Returning {
            phase,
            elapsed,
            script,
        } = &mut self.state
        else {
            return false;
        };
        let (phase, elapsed) = (*phase, *elapsed);
        match script.advance(now, &mut self.voice, &mut self.out) {
            Progress::LastSilence { until } => {
                let tones = self.counting_in(until);
                if !tones.is_empty() {
                    self.out.push(Output::Sound(tones));
                }
            }
            Progress::Over => self.hold_from(phase, elapsed, now),
            Progress::Moved => {}
            Progress::Nothing => return false,
        }
        true
    }

    fn step_hold(&mut self, now: Moment) -> bool {
        let State::Holding {
            phase: index,
            began,
            next_cue,
            next_tone,
        } = &mut self.state
        else {
            return false;
        };
        let (index, elapsed) = (*index, now.since(*began));
        let phase = &self.timeline.phases[index];
        if let Some((at, tone)) = phase.tones.get(*next_tone)
            && *at <= elapsed
        {
            *next_tone += 1;
            if elapsed.saturating_sub(*at) < STILL_FELT {
                self.out.push(Output::Vibrate(*tone));
            }
            return true;
        }
        if phase.exact_length().is_some_and(|length| elapsed >= length) {
            self.leave(index, now);
            return true;
        }
        let Some(cue) = phase.cues.get(*next_cue) else {
            return false;
        };
        let CuePlace::At { from, latest } = cue.place else {
            return false;
        };
        if elapsed > latest {
            *next_cue += 1;
            return true;
        }
        if elapsed < from || !self.voice.is_free() {
            return false;
        }
        *next_cue += 1;
        self.voice.say(cue, now, &mut self.out);
        true
    }

    /// When a hold that began at `began` next needs attention; `cue` and `tone` are the indices of those that come
    /// next.
    pub(super) fn holding_deadline(
        &self,
        phase: usize,
        began: Moment,
        cue: usize,
        tone: usize,
    ) -> Option<Moment> {
        let phase = &self.timeline.phases[phase];
        let end = phase.exact_length().map(|length| began + length);
        let tone = phase.tones.get(tone).map(|(at, _)| began + *at);
        let cue = phase.cues.get(cue).map(|cue| match cue.place {
            CuePlace::At { from, .. } if self.voice.is_free() => began + from,
            // The voice is busy: either it finishes, or this cue comes too late.
            CuePlace::At { latest, .. } => began + latest + Duration::from_millis(1),
            CuePlace::InTurn { .. } => began,
        });
        [end, tone, cue].into_iter().flatten().min()
    }
}
