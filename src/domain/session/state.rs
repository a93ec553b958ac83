//! The state of a session. Each variant owns what only it needs.

use std::time::Duration;

use super::script::Script;
use crate::domain::history::HarmKind;
use crate::domain::time::Moment;

/// The state of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The session has not begun.
    Ready,
    /// A phase that lasts as long as its words is under way.
    Leading {
        /// The index of the phase.
        phase: usize,
        /// When it was entered.
        entered: Moment,
        /// What is said.
        script: Script,
        /// Whether the words are for someone who is not in the posture yet.
        arrival: Arrival,
    },
    /// A hold or repetitions are under way.
    Holding {
        /// The index of the phase.
        phase: usize,
        /// The moment at which it would have begun, had it never been interrupted.
        began: Moment,
        /// The index of the next cue to be said.
        next_cue: usize,
        /// The index of the next tone to sound.
        next_tone: usize,
    },
    /// A hold is about to go on; the person gets ready.
    Returning {
        /// The index of the phase.
        phase: usize,
        /// How much of it is already over.
        elapsed: Duration,
        /// What is said first.
        script: Script,
    },
    /// The session waits for the person.
    Paused {
        /// The index of the phase.
        phase: usize,
        /// Where in it.
        place: PausedAt,
        /// Since when.
        since: Moment,
        /// Why.
        why: PauseReason,
    },
    /// Something hurts, or the person feels dizzy: they are told how to come out, and then choose.
    Harmed {
        /// The phase in which it happened.
        phase: usize,
        /// What happened.
        kind: HarmKind,
        /// What is said.
        script: Script,
    },
    /// The session is over.
    Over(Ending),
}

/// How the person comes to a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// From the phase before it.
    InFlow,
    /// From elsewhere: they are not in the posture yet.
    Afresh,
}

/// A point within a phase at which a session can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Before the line of the phase with this index.
    Line(usize, Arrival),
    /// After this much of a hold.
    Elapsed(Duration),
}

/// Where a session is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PausedAt {
    /// Within a phase.
    Point(Point),
    /// While the person is told how to come out, and chooses.
    Harmed(HarmKind),
}

/// Why a session is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseReason {
    /// The person paused it.
    Asked,
    /// The device slept for this long.
    Slept(Duration),
    /// Something else took the sound, perhaps a call.
    Interrupted,
    /// The page was closed and opened again.
    Reopened,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was played to its end.
    Finished,
    /// The person stopped it.
    Stopped,
}
