//! What was missed while the device slept, and where the session goes on.

use super::Session;
use super::state::{PauseReason, PausedAt, Point, State};
use crate::domain::phrasing::{Message, Missed};
use crate::domain::timeline::PhaseKind;

impl Session {
    /// What the person missed while the device slept, for as long as the session waits because of it.
    pub fn missed(&self) -> Option<Message<'static>> {
        let State::Paused {
            phase,
            place,
            why: PauseReason::Slept(length),
            ..
        } = self.state
        else {
            return None;
        };
        let here = &self.timeline.phases[phase];
        let posture = self.timeline.steps[here.step].posture;
        let side = here.side;
        let elapsed = match place {
            PausedAt::Point(Point::Elapsed(elapsed)) => elapsed,
            PausedAt::Point(Point::Line(..)) | PausedAt::Harmed(_) => std::time::Duration::ZERO,
        };
        let missed = match &here.kind {
            PhaseKind::GetReady => Missed::Beginning,
            PhaseKind::SetUp => Missed::GettingIn { posture, side },
            PhaseKind::Hold(_) | PhaseKind::Repeat { .. } => Missed::Holding {
                posture,
                side,
                left: here.length().saturating_sub(elapsed),
            },
            PhaseKind::ChangeSides { .. } => Missed::ChangingSides { posture },
            PhaseKind::Rest => Missed::Resting { posture },
            PhaseKind::ComeOut => Missed::ComingOut { posture },
            PhaseKind::Done => Missed::Ending,
        };
        Some(Message::Away { length, missed })
    }
}
