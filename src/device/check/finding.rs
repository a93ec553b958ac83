//! What the device check found.

use std::time::Duration;

use super::{Capability, Maker};
use crate::device::{AudioError, SpeechError, StorageError, WakeLockError};

/// One trial of the device check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// Find out what kind of device this is.
    Environment,
    /// See how a capability stands, silently and without asking the person for anything.
    Look(Capability),
    /// Put a capability to the test: it may be heard or felt, and the browser may ask for permission.
    Try(Capability),
}

/// The result of one trial.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named after what it is about")]
pub enum Finding {
    Environment(Environment),
    Speech(SpeechFinding),
    Tones(TonesFinding),
    Vibration(VibrationFinding),
    Screen(Result<(), WakeLockError>),
    Storage(StorageFinding),
    Offline(OfflineFinding),
    Motion(MotionFinding),
    Notifications(NotificationsFinding),
}

/// The kind of device and browser. Holds nothing about the person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Environment {
    /// The user agent string.
    pub user_agent: String,
    /// The maker whose rules the browser follows.
    pub maker: Maker,
    /// The languages that the browser asks for, in order of preference.
    pub languages: String,
    /// Width and height of the screen, in CSS pixels.
    pub screen: (u32, u32),
    /// Width and height of the page's window, in CSS pixels.
    pub window: (u32, u32),
    /// The number of device pixels per CSS pixel.
    pub density: f64,
    /// Whether the page was opened from the home screen, in a window of its own.
    pub standalone: bool,
    /// Whether the page is a secure context; browsers withhold much from any other.
    pub secure: bool,
}

/// What was found out about the voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechFinding {
    /// The browser can speak; whether this device can is untried.
    Untried,
    /// Nothing was spoken.
    Failed(SpeechError),
    /// Speech began, but its end was never reported.
    NeverEnded,
    /// Speech began and ended; this is how long it took.
    Spoke(Duration),
}

/// What was found out about tones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TonesFinding {
    /// The browser can make tones; they have not been tried yet.
    Untried,
    /// No tones can be made.
    Failed(AudioError),
    /// The audio device was asked to run, and stays asleep.
    Asleep,
    /// The audio device runs, and so does its clock.
    Ran,
}

/// What was found out about vibration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VibrationFinding {
    /// The browser does not support it.
    Missing,
    /// The browser supports it; it has not been tried yet.
    Untried,
    /// The browser refused.
    Refused,
    /// The browser accepted.
    Accepted,
}

/// What was found out about storage, by writing a text, reading it back and removing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFinding {
    /// Nothing can be stored.
    Failed(StorageError),
    /// The text was stored.
    Kept {
        /// Whether the browser promised to hold on to what is stored.
        persistence: Persistence,
        /// How much room there is, where the browser says so.
        estimate: Option<StorageEstimate>,
    },
}

/// Whether a browser promised to hold on to what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It promised.
    Given,
    /// It has not promised; it was never asked, or was asked long ago.
    NotGiven,
    /// It was asked just now, and did not promise.
    Refused,
    /// The browser makes no promises, or doesn't say.
    Untold,
}

/// The storage space, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageEstimate {
    /// The space in use.
    pub used: u64,
    /// The space there is in all.
    pub quota: u64,
}

/// How the page is stored for use without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfflineFinding {
    /// The browser has no service workers, or none for this page.
    Missing,
    /// The browser has service workers, but refuses them.
    Refused,
    /// The browser was asked and did not answer.
    Silent,
    /// No worker is registered for this address.
    None,
    /// A worker is being installed.
    Installing,
    /// A worker is active, and will serve the page from the next visit on.
    Idle,
    /// A worker serves this page.
    Serving,
    /// A worker serves this page, and a newer one is waiting.
    NewerWaits,
}

/// What was found out about the motion sensors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MotionFinding {
    /// The browser has no motion sensors.
    Missing,
    /// Permission has to be asked for, from a tap.
    Unasked,
    /// Permission was asked for and denied.
    Denied,
    /// No readings arrived.
    Silent,
    /// Readings arrived.
    Reads,
}

/// What was found out about notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotificationsFinding {
    /// The browser has no notifications.
    Missing,
    /// The person was never asked.
    Unasked,
    /// They are denied.
    Denied,
    /// They are allowed.
    Allowed,
}

/// Everything found so far, and what the person noticed of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// The kind of device.
    pub environment: Option<Environment>,
    /// The voice.
    pub speech: Option<SpeechFinding>,
    /// Tones.
    pub tones: Option<TonesFinding>,
    /// Vibration.
    pub vibration: Option<VibrationFinding>,
    /// Whether the screen can be kept on.
    pub screen: Option<Result<(), WakeLockError>>,
    /// Storage.
    pub storage: Option<StorageFinding>,
    /// How the page is stored for use without a network.
    pub offline: Option<OfflineFinding>,
    /// The motion sensors.
    pub motion: Option<MotionFinding>,
    /// Notifications.
    pub notifications: Option<NotificationsFinding>,
    /// Whether the person heard or felt the latest trial of each capability.
    pub noticed: Vec<(Capability, bool)>,
}

impl Findings {
    /// Records a finding in place of an older one, and returns the capability it is about, if any.
    pub fn take(&mut self, finding: Finding) -> Option<Capability> {
        let capability = match finding {
            Finding::Environment(found) => {
                self.environment = Some(found);
                return None;
            }
            Finding::Speech(found) => {
                self.speech = Some(found);
                Capability::Speech
            }
            Finding::Tones(found) => {
                self.tones = Some(found);
                Capability::Tones
            }
            Finding::Vibration(found) => {
                self.vibration = Some(found);
                Capability::Vibration
            }
            Finding::Screen(found) => {
                self.screen = Some(found);
                Capability::Screen
            }
            Finding::Storage(found) => {
                self.storage = Some(found);
                Capability::Storage
            }
            Finding::Offline(found) => {
                self.offline = Some(found);
                Capability::Offline
            }
            Finding::Motion(found) => {
                self.motion = Some(found);
                Capability::Motion
            }
            Finding::Notifications(found) => {
                self.notifications = Some(found);
                Capability::Notifications
            }
        };
        // Whatever the person noticed was about an earlier trial.
        self.forget(capability);
        Some(capability)
    }

    /// Records whether the person heard or felt a capability's latest trial.
    pub fn notice(&mut self, capability: Capability, noticed: bool) {
        self.forget(capability);
        self.noticed.push((capability, noticed));
    }

    /// Forgets whether the person heard or felt a capability.
    pub fn forget(&mut self, capability: Capability) {
        self.noticed.retain(|(of, _)| *of != capability);
    }

    /// Whether the person heard or felt a capability; `None` until they have said so.
    pub fn noticed(&self, capability: Capability) -> Option<bool> {
        let said = self.noticed.iter().find(|(of, _)| *of == capability);
        said.map(|(_, noticed)| *noticed)
    }

    /// The maker whose rules the device follows.
    pub fn maker(&self) -> Maker {
        let environment = self.environment.as_ref();
        environment.map_or_else(Maker::default, |around| around.maker)
    }

    /// Whether a capability was tried in a way that only the person can tell the result of.
    pub fn asks(&self, capability: Capability) -> bool {
        match capability {
            Capability::Speech => matches!(self.speech, Some(SpeechFinding::Spoke(_))),
            Capability::Tones => self.tones == Some(TonesFinding::Ran),
            Capability::Vibration => self.vibration == Some(VibrationFinding::Accepted),
            Capability::Screen
            | Capability::Storage
            | Capability::Offline
            | Capability::Motion
            | Capability::Notifications => false,
        }
    }
}
