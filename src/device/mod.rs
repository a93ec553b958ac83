//! What a device can offer and refuse: the vocabulary in which `browser` reports and `app` decides.

pub mod check;
pub mod journal;

/// A speech voice of the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The name, by which a voice is chosen.
    pub name: String,
    /// The language tag, with hyphens.
    pub language: String,
    /// Whether it speaks without a network.
    pub local: bool,
}

/// Why an utterance was not spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechError {
    /// The browser has no speech at all.
    Missing,
    /// The browser requires a tap first.
    NotAllowed,
    /// The engine did not begin within five seconds, or within fifteen for the first utterance.
    NoStart,
    /// The engine gave up for reasons of its own.
    Failed,
}

/// Why something could not be stored or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not allow storage here.
    Forbidden,
    /// There is no room left.
    Full,
    /// Storing failed in another way.
    Failed,
}

/// Why there are no tones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AudioError {
    /// The browser has no Web Audio.
    Missing,
    /// The browser has Web Audio, but refuses it.
    Refused,
    /// The audio device claims to run, but its clock stands still.
    Still,
}

/// Why the screen can't be kept on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WakeLockError {
    /// The browser has no wake lock.
    Missing,
    /// The browser has a wake lock, but refuses it, perhaps because the battery is low.
    Refused,
}

/// Why the page is not stored on the device, and won't open without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// The browser has no service workers, or none for this page.
    Missing,
    /// The browser refuses the service worker, or there is no room.
    Refused,
}

/// Whether the page can be put on the home screen, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Installing {
    /// It can't, or nobody knows how.
    #[default]
    Unknown,
    /// The browser offers to install the page when asked to.
    Offered,
    /// By hand, from the browser's menu: on iPhones and iPads.
    ByHand,
    /// The page is installed, and was opened from the home screen.
    Done,
}

/// How the page's sound mixes with that of other apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundKind {
    /// Alone; sound continues when the screen is locked.
    Playback,
    /// Over other sound, which is lowered meanwhile.
    Transient,
    /// Together with other sound, which stays as loud as it was.
    Ambient,
}

/// A media key of a headset, a keyboard or the lock screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKey {
    /// Go on playing.
    Play,
    /// Pause.
    Pause,
    /// Toggle between playing and paused.
    PlayOrPause,
    /// Stop.
    Stop,
    /// Go to what comes next.
    Next,
    /// Go back.
    Previous,
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// The device does not hand the file out.
    Refused,
    /// The file isn't text, or is far too long.
    NoText,
}

/// Why something could not be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardError {
    /// The browser has no clipboard for pages.
    Missing,
    /// The browser has a clipboard, but refuses access.
    Refused,
}
