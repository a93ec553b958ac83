//! What a session is made from: a routine, the listener's preferences, and what is known about them.

use std::time::Duration;

use super::body::Body;
use super::cue::Density;
use super::pain::Pain;
use super::phrasing::Phrasing;
use super::place::{Height, Position};
use super::posture::Side;
use super::routine::Routine;

/// The slowest rate of speech on offer, relative to the usual one.
pub const SLOWEST: f64 = 0.6;
/// The quickest rate of speech on offer.
pub const QUICKEST: f64 = 1.6;

/// Everything that decides how a session goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The routine.
    pub routine: Routine,
    /// The listener's choices.
    pub preferences: Preferences,
    /// What is known about the listener.
    pub profile: Profile,
}

/// The listener's choices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preferences {
    /// How much is said.
    pub density: Density,
    /// Whether teaching gives way to reminding once a posture is familiar.
    pub fade_teaching: bool,
    /// How fast the voice should speak: 1 is usual, [`SLOWEST`] to [`QUICKEST`].
    pub rate: f64,
    /// How long this voice takes relative to the estimate, learned by listening: 1 is as estimated.
    pub slowness: f64,
    /// How much time is given to get into position.
    pub settling: SettlingTime,
    /// The stiffer side, if there is one; it is held half as long again.
    pub stiffer_side: Option<Side>,
}

/// What is known about the listener.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The number of sessions so far, by which the starting side and the wordings alternate.
    pub sessions: usize,
    /// The ids of the postures done often enough to be familiar.
    pub familiar: Vec<String>,
    /// Pain before this session, if the person said.
    pub before: Option<Pain>,
    /// What they have said about their body; nothing that it excludes is led.
    pub body: Body,
}

/// How much time is given to get into position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SettlingTime {
    /// For those who move easily.
    Brisk,
    /// For most.
    #[default]
    Usual,
    /// For those who need to take care.
    Unhurried,
}

impl Default for Preferences {
    /// The defaults: teaching, at the usual rate.
    fn default() -> Self {
        Self {
            density: Density::default(),
            fade_teaching: false,
            rate: 1.0,
            slowness: 1.0,
            settling: SettlingTime::default(),
            stiffer_side: None,
        }
    }
}

impl Preferences {
    /// How long it takes to say these words, at this rate and in this voice.
    pub fn spoken_length(&self, words: &str, phrasing: &dyn Phrasing) -> Duration {
        let rate = self.rate.clamp(SLOWEST, QUICKEST);
        phrasing
            .spoken_length(words)
            .mul_f64(self.slowness.clamp(0.5, 2.5) / rate)
    }
}

impl Profile {
    /// The side that comes first in this session.
    pub fn starting_side(&self) -> Side {
        if self.sessions.is_multiple_of(2) {
            Side::Left
        } else {
            Side::Right
        }
    }
}

impl SettlingTime {
    /// The time this person has to settle where `usual` is usual.
    pub fn of(self, usual: Duration) -> Duration {
        match self {
            Self::Brisk => usual.mul_f64(0.6),
            Self::Usual => usual,
            Self::Unhurried => usual.mul_f64(1.75),
        }
    }
}

/// How long most people take from one position to another, beyond the pauses of the lines themselves.
///
/// Design choice, without a source: getting up from the floor, or down to it, takes longest.
pub fn transition(from: Option<Position>, to: Position) -> Duration {
    /// How high the body is: 0 lying, 1 on hands and knees or sitting on the floor, 2 above it.
    fn height(position: Position) -> u8 {
        match (position.height(), position) {
            (Height::Floor, Position::AllFours | Position::FloorSitting) => 1,
            (Height::Floor, _) => 0,
            (Height::Chair | Height::Feet, _) => 2,
        }
    }
    let from = from.unwrap_or(Position::Standing);
    if from == to {
        return Duration::from_secs(1);
    }
    let seconds = match height(from).abs_diff(height(to)) {
        0 => 3,
        1 => 5,
        _ => 9,
    };
    Duration::from_secs(seconds)
}
