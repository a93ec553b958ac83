//! What a person can ask of a session.

use std::time::Duration;

/// What a person asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Begin.
    Start,
    /// Wait.
    Pause,
    /// Go on from where it was left.
    Resume,
    /// Go to what comes next.
    Next,
    /// Go to the start of this part or, shortly after its start, to the part before it.
    Back,
    /// Go to the start of the step with this index, from 0.
    Jump(usize),
    /// Make this hold longer.
    AddTime(Duration),
    /// Skip the rest of the instructions.
    InPosition,
    /// Do this side again in an easier way.
    Easier,
    /// Stop the hold: it hurts.
    Hurts,
    /// Stop the hold: the person feels dizzy.
    Dizzy,
    /// Do this side again from its beginning.
    RepeatSide,
    /// Count this hold as done.
    CountAsDone,
    /// End the session.
    Stop,
}
