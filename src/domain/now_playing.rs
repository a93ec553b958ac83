//! The session under way, summed up in three lines and a clock.

use std::time::Duration;

use super::time::Moment;

/// What the lock screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NowPlaying {
    /// The first line.
    pub title: String,
    /// The second line.
    pub detail: String,
    /// What it is part of: the third line.
    pub whole: String,
    /// How long it takes and how far along it is; `None` for something without a length of its own.
    pub time: Option<PlayingTime>,
    /// Whether it is running, rather than waiting.
    pub running: bool,
}

/// How far along something is that has a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlayingTime {
    /// How long it takes.
    pub length: Duration,
    /// How far along it is, or since when it has been under way.
    pub at: PlayingPoint,
}

/// How far along something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayingPoint {
    /// It is waiting, and this much is over.
    Waiting(Duration),
    /// It has been under way since then.
    Since(Moment),
}
