//! What can be told in three lines, and a clock, of the session under way.

use std::time::Duration;

use super::time::Moment;

/// What the lock screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NowPlaying {
    /// The first line.
    pub title: String,
    /// The second line.
    pub detail: String,
    /// What it is part of.
    pub whole: String,
    /// How long it takes, and how far it is; nothing for what has no length of its own.
    pub time: Option<PlayingTime>,
    /// Whether it goes on, or waits.
    pub running: bool,
}

/// How far something is that has a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlayingTime {
    /// How long it takes.
    pub length: Duration,
    /// How far it is, or since when it has been under way.
    pub at: PlayingPoint,
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayingPoint {
    /// It waits, and so much is over.
    Waiting(Duration),
    /// It has been under way since then.
    Since(Moment),
}
