//! The holds and repetitions of a session, as the person experiences them.

use std::time::Duration;

use limber::domain::cue::{CueKind, Tone};
use limber::domain::posture::{Posture, Side};
use limber::domain::session::State;
use limber::domain::time::Moment;
use limber::domain::timeline::PhaseKind;

use super::Listener;

/// One uninterrupted stretch of a hold or of repetitions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stay {
    pub(crate) phase: usize,
    pub(crate) step: usize,
    pub(crate) posture: &'static Posture,
    pub(crate) side: Option<Side>,
    /// When it would have begun without interruptions.
    pub(crate) began: Moment,
    pub(crate) from: Moment,
    /// `None` while it lasts.
    pub(crate) to: Option<Moment>,
    /// The full length of the hold, with the time added to it by its end.
    pub(crate) whole: Duration,
}

/// An utterance that was cut off.
#[derive(Debug, Clone)]
pub(crate) struct CutOff {
    #[expect(dead_code, reason = "shown when a test fails")]
    pub(crate) words: String,
    pub(crate) after: Duration,
    pub(crate) estimate: Duration,
}

impl Stay {
    pub(crate) fn lasted(&self) -> Duration {
        self.to.map_or(Duration::ZERO, |to| to.since(self.from))
    }
}

impl Listener {
    /// Notes where a hold has begun or ended. None may begin while words are being spoken, and the person may not be
    /// led into, or hold, anything that their body excludes.
    pub(super) fn notice_stays(&mut self) {
        self.check_suits();
        let holding = if let State::Holding { phase, began, .. } = self.session.state() {
            Some((*phase, *began + self.set_back))
        } else {
            None
        };
        let under_way = self.stays.last_mut().filter(|stay| stay.to.is_none());
        if let Some(stay) = under_way {
            let phase = &self.session.timeline().phases[stay.phase];
            stay.whole = phase.exact_length().unwrap_or_default();
            if let Some((phase, began)) = holding
                && phase == stay.phase
            {
                // Later than before if it took the session a while to notice that its clock was set back.
                stay.began = began;
                return;
            }
            stay.to = Some(self.now.max(stay.from));
        }
        if let Some((phase, began)) = holding {
            assert!(
                self.speaking
                    .is_none_or(|speaking| speaking.since >= self.now),
                "a hold begins while “{:?}” is being said",
                self.heard.last()
            );
            self.stays.push(self.beginning(phase, began));
        }
    }

    fn check_suits(&self) {
        let under_way = matches!(
            self.session.state(),
            State::Leading { .. } | State::Holding { .. } | State::Returning { .. }
        );
        let Some((phase, _)) = self.session.place().filter(|_| under_way) else {
            return;
        };
        let form = self.session.timeline().steps[phase.step].form();
        let leads_out = phase.is_end() || matches!(phase.kind, PhaseKind::ComeOut);
        let suits = self.session.plan().profile.body.suits(form);
        assert!(suits || leads_out, "{} does not suit", form.id);
    }

    /// Checks that a hold lasted as long as it should, ended with its tone, and was followed by words that lead out.
    pub(crate) fn check_ended(&self, stay: &Stay, next: Option<&Stay>) {
        let end = stay.began + stay.whole;
        assert_eq!(stay.to, Some(end), "{stay:?}");
        let sounds = self.session.plan().preferences.density.sounds();
        let ends = self.tones_at(end);
        let ends = ends.iter().filter(|tone| **tone == Tone::HoldEnds).count();
        assert_eq!(ends, usize::from(sounds), "the end of {stay:?}");
        let until = next.map_or(self.now + Duration::from_secs(1), |next| next.from);
        let out = self.words_between(end, until, &[CueKind::ComeOut, CueKind::ChangeSides]);
        assert!(!out.is_empty(), "nothing leads out of {stay:?}");
    }

    fn beginning(&self, index: usize, began: Moment) -> Stay {
        let timeline = self.session.timeline();
        let phase = &timeline.phases[index];
        Stay {
            phase: index,
            step: phase.step,
            posture: timeline.steps[phase.step].posture,
            side: phase.side,
            began,
            from: self.now.max(began),
            to: None,
            whole: phase.exact_length().unwrap_or_default(),
        }
    }
}
