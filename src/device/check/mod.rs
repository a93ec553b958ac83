//! What works on this very device: what is looked at, what was found, and what that means.
//!
//! `browser` finds, the rules here judge, `text` has the words. No rule guesses: what only the person
//! can tell stays open until they have told it.

mod cause;
mod finding;
mod maker;
mod verdict;

pub use cause::Cause;
pub use finding::{
    Environment, Finding, Findings, MotionFinding, NotificationsFinding, OfflineFinding,
    Persistence, SpeechFinding, StorageEstimate, StorageFinding, TonesFinding, Trial,
    VibrationFinding,
};
pub use maker::Maker;
pub use verdict::{Circumstances, OutputSetting, Status, Verdict, VoiceAvailability, verdict};

/// What of a device Limber works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
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

impl Capability {
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
