//! What works on this very device: what is looked at, what was found, and what that means.
//!
//! `browser` finds, the rules here judge, `text` has the words. No rule guesses: what only the person
//! can tell stays open until they have told it.

mod finding;
mod maker;
mod reason;
mod verdict;

pub use finding::{
    Finding, Findings, Motion, Notifications, Offline, Promise, Room, Speech, Storage,
    Surroundings, Tones, Trial, Vibration,
};
pub use maker::Maker;
pub use reason::Reason;
pub use verdict::{Circumstances, Standing, Verdict, Voices, Wish, verdict};

/// What of a device Limber works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The device's voice.
    Speech,
    /// Tones.
    Tones,
    /// Vibration.
    Vibration,
    /// The screen that stays on.
    Screen,
    /// What is kept on the device.
    Storage,
    /// Working without a network.
    Offline,
    /// The sensors that know how the device is turned.
    Motion,
    /// Notifications.
    Notifications,
}

impl Part {
    /// All of them, in the order in which they matter to a session.
    pub const ALL: [Self; 8] = [
        Self::Speech,
        Self::Tones,
        Self::Vibration,
        Self::Screen,
        Self::Storage,
        Self::Offline,
        Self::Motion,
        Self::Notifications,
    ];

    /// Whether Limber uses it already. The others are looked at so that a report is complete.
    pub const fn is_used(self) -> bool {
        !matches!(self, Self::Motion | Self::Notifications)
    }
}
