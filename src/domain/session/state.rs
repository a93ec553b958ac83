//! Where a session stands. Each state owns what only it needs.

use std::time::Duration;

use super::script::Script;
use crate::domain::history::HarmKind;
use crate::domain::time::Moment;

/// The state of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Not begun.
    Ready,
    /// A phase that lasts as long as its words is under way.
    Leading {
        /// Which phase.
        phase: usize,
        /// When it was entered.
        entered: Moment,
        /// Its words.
        script: Script,
        /// Whether these are the words for someone who is not in the posture yet.
        arrival: Arrival,
    },
    /// A hold or repetitions are under way.
    Holding {
        /// Which phase.
        phase: usize,
        /// The moment at which it would have begun, had it never been interrupted.
        began: Moment,
        /// The next cue of the phase to be said.
        next_cue: usize,
        /// The next tone of the phase to pass.
        next_tone: usize,
    },
    /// A hold goes on shortly; the person gets ready.
    Returning {
        /// Which phase.
        phase: usize,
        /// How much of it is over already.
        elapsed: Duration,
        /// What is said first.
        script: Script,
    },
    /// Waiting for the person.
    Paused {
        /// Which phase.
        phase: usize,
        /// Where in it.
        place: Place,
        /// Since when.
        since: Moment,
        /// Why.
        why: PauseReason,
    },
    /// Something hurts, or the head swims: the person is told how to come out, and then chooses.
    Harmed {
        /// The phase in which it happened.
        phase: usize,
        /// What happened.
        kind: HarmKind,
        /// What is said.
        script: Script,
    },
    /// Over.
    Over(Ending),
}

/// How one comes to a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// From the phase before it.
    InFlow,
    /// From elsewhere: not in the posture yet.
    Afresh,
}

/// A place within a phase at which one can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Before this line of the phase, from 0.
    Line(usize, Arrival),
    /// After so much of a hold.
    Elapsed(Duration),
}

/// Where a session waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Within a phase.
    In(Point),
    /// Where the person is told how to come out, and chooses.
    Harmed(HarmKind),
}

/// Why a session is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseReason {
    /// The person paused it.
    Asked,
    /// The device slept for so long.
    Slept(Duration),
    /// Something else took the sound: a call, perhaps.
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
