//! The device check: what works on this very device, what was found, and what that means.
//!
//! `browser` finds, the rules here judge, and `text` has the words. No rule guesses: what only the person can tell
//! stays open until they say.

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

/// Something a device can do that Limber relies on or looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// Speaking, with one of the device's voices.
    Speech,
    /// Sounding tones.
    Tones,
    /// Vibrating.
    Vibration,
    /// Keeping the screen on.
    Screen,
    /// Storing data on the device.
    Storage,
    /// Working without a network.
    Offline,
    /// Reading the sensors that know how the device is turned.
    Motion,
    /// Showing notifications.
    Notifications,
}

impl Capability {
    /// Every capability, in order of importance to a session.
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

    /// Whether Limber uses the capability yet. The others are looked at only to complete the report.
    pub const fn is_used(self) -> bool {
        !matches!(self, Self::Motion | Self::Notifications)
    }
}
