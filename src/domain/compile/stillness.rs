//! Holds and rests: of exact length, with words in their silence.

use std::time::Duration;

use super::{Compiler, Slot};
use crate::domain::cue::{CueKind, Tone};
use crate::domain::dose::Dose;
use crate::domain::phrasing::Message;
use crate::domain::planner::{CueRequest, QUIET_END, place};
use crate::domain::posture::for_side;
use crate::domain::time::whole_millis;
use crate::domain::timeline::{Phase, PhaseKind};

/// The shortest hold whose half-way is announced; in a shorter one the words would run into its beginning and its end.
const WORTH_HALVING: Duration = Duration::from_secs(20);
/// The shortest rest in which the next posture is named before the end.
const WORTH_A_NEXT_UP: Duration = Duration::from_secs(120);
/// How long before the end of a rest the next posture is named.
const NEXT_UP_BEFORE_END: Duration = Duration::from_secs(20);

impl Compiler<'_> {
    /// One hold or rest of exactly `length`.
    pub(super) fn hold(&self, at: Slot, dose: Dose, length: Duration) -> Phase {
        let tones = if self.sounds() {
            tones(length)
        } else {
            Vec::new()
        };
        let cues = place(
            self.hold_requests(at, dose, length),
            length.saturating_sub(QUIET_END),
        );
        let kind = PhaseKind::Hold(length);
        Phase {
            tones,
            ..self.phase(at.step, at.set, at.side, kind, cues)
        }
    }

    fn hold_requests(&self, at: Slot, dose: Dose, length: Duration) -> Vec<CueRequest> {
        let teaches = self.density(&self.steps[at.step]).teaches();
        let mut requests = Vec::new();
        if length >= WORTH_HALVING {
            let left = length.saturating_sub(length / 2);
            let words = self.phrasing.words(&Message::Halfway { left, nth: at.nth });
            requests.push(self.request(
                CueKind::Halfway,
                words,
                length / 2,
                Duration::from_secs(3),
            ));
        }
        if teaches {
            let words = self
                .phrasing
                .words(&Message::HoldBegins { dose, nth: at.nth });
            // Just after its tone, so that neither covers the other.
            let after_tone = Duration::from_millis(700);
            requests.push(self.request(
                CueKind::Announce,
                words,
                after_tone,
                Duration::from_secs(2),
            ));
            requests.extend(self.coaching(at, dose, length));
            requests.extend(self.next_up(at, length));
        }
        requests
    }

    /// The coaching lines of a hold, spread over its length.
    fn coaching(&self, at: Slot, dose: Dose, length: Duration) -> Vec<CueRequest> {
        let form = self.steps[at.step].form();
        let lines = &form.coaching;
        let count = lines.len().min(fitting(dose, length));
        // Each hold continues with the lines where the one before it stopped, so that two sides share them, and a
        // posture that comes again doesn't start over.
        let said = self.nth_of_step(at) * count + self.coached_before(at.step);
        let spacing = spacing(dose);
        (0..count)
            .map(|nth| {
                let line = if form.led {
                    lines[nth * (lines.len() - 1) / (count - 1).max(1)]
                } else {
                    lines[(said + nth) % lines.len()]
                };
                let parts = u32::try_from(count + 1).unwrap_or(u32::MAX);
                let share = length / parts;
                let from = share * u32::try_from(nth).unwrap_or(u32::MAX) + share * 3 / 4;
                self.request(
                    CueKind::Coaching,
                    for_side(line, at.side),
                    from,
                    spacing / 2,
                )
            })
            .collect()
    }

    /// How many coaching lines of the same form earlier steps have said.
    fn coached_before(&self, index: usize) -> usize {
        let form = self.steps[index].form();
        let same = self.steps[..index]
            .iter()
            .filter(|step| step.form().id == form.id);
        same.map(|step| {
            let holds = self.sides(step).len() * step.amount.sets as usize;
            let dose = step.amount.dose;
            holds * form.coaching.len().min(fitting(dose, dose.length()))
        })
        .sum()
    }

    /// A cue that names the next posture in a long rest, so that nobody is startled out of it.
    fn next_up(&self, at: Slot, length: Duration) -> Option<CueRequest> {
        let next = self.next_led(at.step)?;
        if length < WORTH_A_NEXT_UP || at.set < self.steps[at.step].amount.sets {
            return None;
        }
        let words = self.phrasing.words(&Message::NextUp {
            posture: next.posture,
        });
        let from = length.saturating_sub(NEXT_UP_BEFORE_END);
        Some(self.request(CueKind::NextUp, words, from, Duration::from_secs(8)))
    }

    /// A request to say something at `from`, or up to `leeway` later.
    pub(super) fn request(
        &self,
        kind: CueKind,
        words: String,
        from: Duration,
        leeway: Duration,
    ) -> CueRequest {
        let length = self.spoken_length(&words);
        CueRequest {
            kind,
            words,
            length,
            from,
            latest: from + leeway,
        }
    }
}

/// The time set aside for each coaching line, silence included.
fn spacing(dose: Dose) -> Duration {
    match dose {
        Dose::Rest(_) | Dose::Go { .. } => Duration::from_secs(35),
        Dose::Hold(_) | Dose::Repetitions { .. } | Dose::Breaths { .. } => Duration::from_secs(17),
    }
}

/// How many coaching lines a hold has room for.
fn fitting(dose: Dose, length: Duration) -> usize {
    usize::try_from(whole_millis(length) / whole_millis(spacing(dose))).unwrap_or(usize::MAX)
}

/// The tones of a hold: beginning, half-way, the last three seconds, end.
fn tones(length: Duration) -> Vec<(Duration, Tone)> {
    let mut tones = vec![(Duration::ZERO, Tone::HoldBegins)];
    if length >= WORTH_HALVING {
        tones.push((length / 2, Tone::Halfway));
    }
    let countdown = (1..=3)
        .rev()
        .filter_map(|left| length.checked_sub(Duration::from_secs(left)));
    tones.extend(
        countdown
            .filter(|at| !at.is_zero())
            .map(|at| (at, Tone::LastSeconds)),
    );
    tones.push((length, Tone::HoldEnds));
    tones
}
