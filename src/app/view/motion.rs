//! What moves in the player: the ring around the figure, and the figure itself.

use std::time::Duration;

use crate::domain::dose::{Beat, Dose};
use crate::domain::session::{Session, State};
use crate::domain::time::whole_millis;
use crate::domain::timeline::PhaseKind;

/// The ring around the figure: how much of the hold is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// Nothing to measure: the phase lasts as long as its words.
    Open,
    /// It stands still.
    Still {
        /// Thousandths of the hold that are over.
        over: u32,
    },
    /// It runs.
    Running {
        /// The length of the hold, in milliseconds.
        length: u64,
        /// How much of it is over, in milliseconds.
        over: u64,
        /// Changes whenever it must be started anew.
        run: u64,
    },
}

/// A movement under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swing {
    dose: Dose,
    /// How much of it is over.
    over: Duration,
    /// Whether it goes on, or waits.
    pub runs: bool,
}

impl Swing {
    /// The end that it is on the way to: 1 is the far one.
    pub fn end(self) -> f64 {
        match self.dose.beat_after(self.over) {
            Some((Beat::There | Beat::Stay, _)) => 1.0,
            Some((Beat::Back, _)) | None => 0.0,
        }
    }

    /// How far it is on the way to its far end a while later: from 0 to 1.
    pub fn far(self, later: Duration) -> f64 {
        match self.dose.beat_after(self.over + later) {
            Some((Beat::There, part)) => eased(part),
            Some((Beat::Stay, _)) => 1.0,
            Some((Beat::Back, part)) => eased(1.0 - part),
            None => 0.0,
        }
    }
}

/// Slow at both ends, as people move.
fn eased(part: f64) -> f64 {
    part * part * (3.0 - 2.0 * part)
}

pub(super) fn swing(session: &Session, elapsed: Option<Duration>) -> Option<Swing> {
    let (phase, _) = session.place()?;
    let step = &session.timeline().steps[phase.step];
    matches!(phase.kind, PhaseKind::Repeat { .. }).then_some(Swing {
        dose: step.dose,
        over: elapsed?,
        runs: matches!(session.state(), State::Holding { .. }),
    })
}

pub(super) fn ring(session: &Session, elapsed: Option<Duration>) -> Ring {
    let Some((phase, _)) = session.place() else {
        return Ring::Open;
    };
    if matches!(session.state(), State::Hurt { .. } | State::Dizzy { .. }) {
        return Ring::Open;
    }
    let (Some(length), Some(elapsed)) = (phase.exact_length(), elapsed) else {
        return Ring::Open;
    };
    if let State::Holding { began, .. } = session.state() {
        Ring::Running {
            length: whole_millis(length),
            over: whole_millis(elapsed),
            run: began.as_millis() + whole_millis(length),
        }
    } else {
        let over = elapsed.as_millis() * 1_000 / length.as_millis().max(1);
        Ring::Still {
            over: u32::try_from(over).unwrap_or(1_000),
        }
    }
}
