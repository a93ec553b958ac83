//! Repetitions and breaths: paced by tones, with few words between them.

use std::time::Duration;

use super::{Compiler, Slot};
use crate::domain::cue::{CueKind, Tone};
use crate::domain::dose::{Beat, Dose};
use crate::domain::phrasing::Message;
use crate::domain::planner::{CueRequest, place};
use crate::domain::posture::for_side;
use crate::domain::timeline::{Phase, PhaseKind};

/// The number of repetitions in which each beat is named; after them the tones are enough.
const NAMED_REPETITIONS: u32 = 2;
/// The number of repetitions from one coaching line to the next.
const COACHED_EVERY: u32 = 3;
/// The shortest stay at the far end that leaves time for a line.
const WORTH_COACHING: Duration = Duration::from_secs(8);
/// The fewest repetitions for which half-way is announced.
const WORTH_HALVING: u32 = 6;

impl Compiler<'_> {
    /// A phase of `count` repetitions or breaths, each of exact length.
    pub(super) fn repeat(&self, at: Slot, dose: Dose, count: u32) -> Phase {
        let one = dose.length() / count.max(1);
        let tones = if self.sounds() {
            tones(dose, one, count)
        } else {
            Vec::new()
        };
        let requests = self.repeat_requests(at, dose, one, count);
        // The last movement is done in silence, up to the tone that ends it.
        let cues = place(
            requests,
            (one * count).saturating_sub(Duration::from_millis(500)),
        );
        let kind = PhaseKind::Repeat { one, count };
        Phase {
            tones,
            ..self.phase(at.step, at.set, at.side, kind, cues)
        }
    }

    fn repeat_requests(&self, at: Slot, dose: Dose, one: Duration, count: u32) -> Vec<CueRequest> {
        let mut requests = Vec::new();
        if count >= WORTH_HALVING {
            let half = count / 2;
            let words = self
                .phrasing
                .words(&Message::HalfTheRepetitions { left: count - half });
            requests.push(self.at_repetition(CueKind::Halfway, words, one, half));
        }
        if count > 2 {
            let last = match dose {
                Dose::Breaths { .. } => Message::LastBreath,
                Dose::Hold(_) | Dose::Rest(_) | Dose::Go { .. } | Dose::Repetitions { .. } => {
                    Message::LastRepetition
                }
            };
            let words = self.phrasing.words(&last);
            requests.push(self.at_repetition(CueKind::Countdown, words, one, count - 1));
        }
        if self.density(&self.steps[at.step]).teaches() {
            requests.extend(self.beat_names(at, dose, one, count));
            requests.extend(self.coaching_between(at, one, count));
            requests.extend(self.coaching_in_stay(at, dose, one, count));
        }
        requests
    }

    /// "Breathe in …" and "breathe out …" for the first repetitions. A name that is longer than its beat is left out,
    /// as it would be heard in the next one.
    fn beat_names(&self, at: Slot, dose: Dose, one: Duration, count: u32) -> Vec<CueRequest> {
        let Some(beats) = self.steps[at.step].form().beats else {
            return Vec::new();
        };
        let mut requests = Vec::new();
        for repetition in 0..count.min(NAMED_REPETITIONS) {
            let mut from = one * repetition;
            for (beat, length) in dose.cycle() {
                let words = match beat {
                    Beat::There => beats.there,
                    Beat::Back => beats.back,
                    Beat::Stay => "",
                };
                // A moment after the tone, so that neither covers the other.
                let after_tone = from + Duration::from_millis(250);
                let words = for_side(words, at.side);
                let request = self.request(CueKind::Announce, words, after_tone, Duration::ZERO);
                if !request.words.is_empty()
                    && request.length + Duration::from_millis(650) <= length
                {
                    requests.push(request);
                }
                from += length;
            }
        }
        requests
    }

    fn coaching_between(&self, at: Slot, one: Duration, count: u32) -> Vec<CueRequest> {
        let lines = &self.steps[at.step].form().coaching;
        let half = count / 2;
        let coached: Vec<_> = (NAMED_REPETITIONS + 1..count.saturating_sub(1))
            .filter(|repetition| repetition % COACHED_EVERY == 0 && *repetition != half)
            .collect();
        // Each set continues with the lines where the one before it stopped.
        let said = self.nth_of_step(at) * coached.len();
        coached
            .into_iter()
            .zip(lines.iter().cycle().skip(said).take(lines.len()))
            .map(|(repetition, line)| {
                self.at_repetition(CueKind::Coaching, for_side(line, at.side), one, repetition)
            })
            .collect()
    }

    /// A coaching line in the middle repetition, for movements that stay long at the far end.
    fn coaching_in_stay(
        &self,
        at: Slot,
        dose: Dose,
        one: Duration,
        count: u32,
    ) -> Option<CueRequest> {
        let Dose::Repetitions { tempo, .. } = dose else {
            return None;
        };
        if tempo.stay < WORTH_COACHING {
            return None;
        }
        let lines = &self.steps[at.step].form().coaching;
        let line = lines.get(self.nth_of_step(at) % lines.len().max(1))?;
        let from = one * (count / 2) + tempo.there + Duration::from_millis(1_500);
        let leeway = Duration::from_secs(1);
        Some(self.request(CueKind::Coaching, for_side(line, at.side), from, leeway))
    }

    fn at_repetition(
        &self,
        kind: CueKind,
        words: String,
        one: Duration,
        repetition: u32,
    ) -> CueRequest {
        self.request(kind, words, one * repetition, one / 3)
    }
}

/// A tone at the start of each beat, and one at the end.
fn tones(dose: Dose, one: Duration, count: u32) -> Vec<(Duration, Tone)> {
    let mut tones = Vec::new();
    for repetition in 0..count {
        let mut at = one * repetition;
        for (beat, length) in dose.cycle() {
            let tone = match beat {
                Beat::There => Tone::There,
                Beat::Stay => Tone::Stay,
                Beat::Back => Tone::Back,
            };
            tones.push((at, tone));
            at += length;
        }
    }
    tones.push((one * count, Tone::HoldEnds));
    tones
}
