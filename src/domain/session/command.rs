//! What a person may ask of a session.

use std::time::Duration;

/// What the person asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Begin.
    Start,
    /// Wait.
    Pause,
    /// Go on where it was left.
    Resume,
    /// Go to what comes next.
    Next,
    /// Go to the start of this, or shortly after its start to what was before it.
    Back,
    /// Go to the start of this step, from 0.
    Jump(usize),
    /// Make this hold longer.
    AddTime(Duration),
    /// Skip the rest of the instructions.
    InPosition,
    /// Do this side again in an easier way.
    Easier,
    /// Stop the hold: it hurts.
    Hurts,
    /// Stop the hold: the head swims.
    Dizzy,
    /// Do this side again from its beginning.
    RepeatSide,
    /// Take this hold as done.
    CountAsDone,
    /// End the session.
    Stop,
}
