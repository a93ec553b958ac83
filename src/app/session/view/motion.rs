//! What moves in the player: the ring around the figure, and the figure itself.

use std::time::Duration;

use crate::domain::cue::{Cue, CueKind};
use crate::domain::dose::{Beat, Dose};
use crate::domain::session::{Session, State};
use crate::domain::time::whole_millis;
use crate::domain::timeline::PhaseKind;

/// How long the figure takes to come out of the posture when something hurts.
const AT_ONCE: Duration = Duration::from_secs(4);

/// The ring around the figure, which shows how much of the hold is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// Nothing to measure, as the phase lasts as long as its words.
    Open,
    /// It stands still.
    Still {
        /// How much of the hold is over, in thousandths.
        over: u32,
    },
    /// It runs.
    Running {
        /// The length of the hold, in milliseconds.
        length: u64,
        /// How much of it is over, in milliseconds.
        over: u64,
        /// Changes whenever the animation must be restarted.
        run: u64,
    },
}

/// How the figure moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// It is in the posture, motionless.
    Still,
    /// It waits, wherever it happens to be.
    Waiting,
    /// It is in the posture, and breathes.
    Breathing,
    /// It is on the way into the posture or out of it.
    Transition(Transition),
    /// It moves there and back repeatedly.
    Swing(Swing),
}

/// The part of the way into or out of a posture that one line describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// Which part this is, from 1, and how many there are.
    pub part: (u16, u16),
    /// The direction it goes in.
    pub direction: Direction,
    /// How long the words that describe it take.
    pub within: Duration,
}

/// The direction a figure goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Into the posture.
    In,
    /// Into it again on the other side, which is only the last step of the way.
    Across,
    /// Out of it.
    Out,
}

/// A movement there and back that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swing {
    dose: Dose,
    /// How much of it is over.
    over: Duration,
    /// Whether it is running rather than waiting.
    pub runs: bool,
}

impl Transition {
    /// How far along the way into the posture it begins, from 0 to 1, on a way of this many steps.
    pub fn beginning(self, steps: usize) -> f64 {
        match self.direction {
            Direction::In => 0.0,
            Direction::Across => {
                1.0 - 1.0 / f64::from(u16::try_from(steps).unwrap_or(u16::MAX).max(1))
            }
            Direction::Out => 1.0,
        }
    }

    /// How far along the way this part ends, from 0 to 1.
    pub fn end(self, steps: usize) -> f64 {
        let (done, parts) = self.part;
        let part = f64::from(done) / f64::from(parts.max(1));
        let (from, to) = match self.direction {
            Direction::In | Direction::Across => (self.beginning(steps), 1.0),
            Direction::Out => (1.0, 0.0),
        };
        from + (to - from) * part
    }
}

impl Swing {
    /// The end it is moving towards: 0 is the near one, 1 the far one.
    pub fn end(self) -> f64 {
        match self.dose.beat_after(self.over) {
            Some((Beat::There | Beat::Stay, _)) => 1.0,
            Some((Beat::Back, _)) | None => 0.0,
        }
    }

    /// How far along the way to its far end it is a while later, from 0 to 1.
    pub fn far(self, later: Duration) -> f64 {
        match self.dose.beat_after(self.over + later) {
            Some((Beat::There, part)) => eased(part),
            Some((Beat::Stay, _)) => 1.0,
            Some((Beat::Back, part)) => eased(1.0 - part),
            None => 0.0,
        }
    }
}

/// Eases a linear progress at both ends, as people move.
pub fn eased(part: f64) -> f64 {
    part * part * (3.0 - 2.0 * part)
}

pub(super) fn motion(session: &Session, elapsed: Option<Duration>) -> Motion {
    let Some((phase, _)) = session.place() else {
        return Motion::Still;
    };
    let holds = matches!(session.state(), State::Holding { .. });
    match (&phase.kind, session.state()) {
        _ if session.harm().is_some() => Motion::Transition(Transition {
            part: (1, 1),
            direction: Direction::Out,
            within: AT_ONCE,
        }),
        (PhaseKind::Repeat { .. } | PhaseKind::Hold(_), _) => match session.dose() {
            Some(dose) if !dose.cycle().is_empty() => Motion::Swing(Swing {
                dose,
                over: elapsed.unwrap_or_default(),
                runs: holds,
            }),
            Some(_) if holds => Motion::Breathing,
            Some(_) | None => Motion::Still,
        },
        (PhaseKind::SetUp, _) => transition(session, CueKind::SetUp, Direction::In),
        (PhaseKind::ChangeSides { .. }, _) => {
            transition(session, CueKind::ChangeSides, Direction::Across)
        }
        (PhaseKind::ComeOut, _) => transition(session, CueKind::ComeOut, Direction::Out),
        (PhaseKind::Rest | PhaseKind::GetReady | PhaseKind::Done, _) => Motion::Still,
    }
}

/// The part of the way that the current line describes; only lines of some kinds do. Before the first of these, the
/// posture is shown as it will be.
fn transition(session: &Session, kind: CueKind, direction: Direction) -> Motion {
    let Some((cues, line)) = session.telling() else {
        return Motion::Waiting;
    };
    // A user who comes to the other side from elsewhere is told how to get into the posture.
    let tells = |cue: &&Cue| cue.kind == kind || cue.kind == CueKind::SetUp;
    let count = |upto: usize| cues.iter().take(upto).filter(tells).count();
    let (told, parts) = match count(cues.len()) {
        // If no line describes the way, the name alone must do.
        0 => (1, 1),
        parts => (count(line + 1), parts),
    };
    if told == 0 {
        return Motion::Still;
    }
    let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    Motion::Transition(Transition {
        part: (short(told), short(parts)),
        direction,
        within: cues.get(line).map(|cue| cue.length).unwrap_or_default(),
    })
}

pub(super) fn ring(session: &Session, elapsed: Option<Duration>) -> Ring {
    let Some((phase, _)) = session.place() else {
        return Ring::Open;
    };
    if session.harm().is_some() {
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
        let over = whole_millis(elapsed.saturating_mul(1_000)) / whole_millis(length).max(1);
        Ring::Still {
            over: u32::try_from(over).unwrap_or(1_000),
        }
    }
}
