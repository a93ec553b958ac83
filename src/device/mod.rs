//! What a device can offer and refuse. `browser` reports in these words; `app` decides upon them.

pub mod check;
pub mod journal;

/// A voice of the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Its name: the one that it is chosen by.
    pub name: String,
    /// Its language tag, with hyphens.
    pub language: String,
    /// Whether it speaks without a network.
    pub local: bool,
}

/// Why an utterance was not spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechError {
    /// The browser has no speech at all.
    Missing,
    /// The browser wants a tap first.
    NotAllowed,
    /// The engine did not begin within five seconds, or within fifteen where it was the first.
    NoStart,
    /// The engine gave up, for reasons of its own.
    Failed,
}

/// Why something could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser lets nothing be kept here.
    Forbidden,
    /// There is no room left.
    Full,
    /// It failed in another way.
    Failed,
}

/// Why there are no tones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AudioError {
    /// The browser has no Web Audio.
    Missing,
    /// It has, and refuses.
    Refused,
    /// It says that it makes some, and its clock stands still.
    Still,
}

/// How a wish to keep the screen on was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WakeLockError {
    /// The browser has no such thing.
    Missing,
    /// It has, and refuses: the battery is low, perhaps.
    Refused,
}

/// Why the page is not kept on the device, and does not open without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// The browser has no such thing, or not here.
    Missing,
    /// It has, and refuses, or there is no room.
    Refused,
}

/// Whether the page can be put on the home screen, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Installing {
    /// It cannot, or nobody knows how.
    #[default]
    Unknown,
    /// The browser asks when it is told to.
    Offered,
    /// By the person's own hand, in the browser's menu: on iPhones and iPads.
    ByHand,
    /// It is there already, and was opened from there.
    Done,
}

/// How the sound of the page goes together with that of other apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundKind {
    /// Alone; it goes on when the screen is locked.
    Playback,
    /// Over other sound, which grows quieter meanwhile.
    Transient,
    /// Together with other sound, which stays as it is.
    Ambient,
}

/// A key of a headset, a keyboard or the lock screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKey {
    /// Go on.
    Play,
    /// Wait.
    Pause,
    /// Go on or wait, whichever is not the case.
    PlayOrPause,
    /// Stop.
    Stop,
    /// To what comes next.
    Next,
    /// Back.
    Previous,
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// The device does not hand it out.
    Refused,
    /// It is no text, or far too long for one.
    NoText,
}

/// Why something could not be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardError {
    /// The browser has no clipboard for pages.
    Missing,
    /// It has, and refuses.
    Refused,
}
