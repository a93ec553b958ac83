//! What was found on a device.

use std::time::Duration;

use super::{Capability, Maker};
use crate::device::{AudioError, SpeechError, StorageError, WakeLockError};

/// Something to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// What kind of device this is.
    Environment,
    /// How a capability stands, without a noise and without asking the person for anything.
    Look(Capability),
    /// A capability is put to the test: it may be heard or felt, and the browser may ask for leave.
    Try(Capability),
}

/// What one trial found.
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

/// What kind of device and browser this is. Nothing of the person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Environment {
    /// What the browser calls itself.
    pub user_agent: String,
    /// Whose rules it follows.
    pub maker: Maker,
    /// The languages that the browser asks for, the first one first.
    pub languages: String,
    /// Width and height of the screen, in CSS pixels.
    pub screen: (u32, u32),
    /// Width and height of the page's window, in CSS pixels.
    pub window: (u32, u32),
    /// How many of the screen's points make one CSS pixel.
    pub density: f64,
    /// Whether it was opened from the home screen, in a window of its own.
    pub standalone: bool,
    /// Whether the address is secure: much is kept from others.
    pub secure: bool,
}

/// How the voice did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechFinding {
    /// The browser can speak; whether this device does is not tried yet.
    Untried,
    /// It was not spoken.
    Failed(SpeechError),
    /// It began, and never said that it ended.
    NeverEnded,
    /// It began and ended, after so long.
    Spoke(Duration),
}

/// How the tones did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TonesFinding {
    /// The browser can make tones; they are not tried yet.
    Untried,
    /// There are none.
    Failed(AudioError),
    /// The audio device was asked for and sleeps on.
    Asleep,
    /// It runs, and so does its clock.
    Ran,
}

/// How vibration did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VibrationFinding {
    /// The browser has none.
    Missing,
    /// It has; it is not tried yet.
    Untried,
    /// It says no.
    Refused,
    /// It says yes.
    Accepted,
}

/// How keeping did: a text was written, read again and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFinding {
    /// Nothing can be kept.
    Failed(StorageError),
    /// It was kept.
    Kept {
        /// Whether the browser promised to hold on to it.
        persistence: Persistence,
        /// How much room there is, where the browser says it.
        estimate: Option<StorageEstimate>,
    },
}

/// Whether a browser promised to hold on to what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It did.
    Given,
    /// It did not; nobody asked, or it was asked long ago.
    NotGiven,
    /// It was asked just now, and did not.
    Refused,
    /// This browser promises nothing and says nothing.
    Untold,
}

/// The room for what is kept, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageEstimate {
    /// What is taken.
    pub used: u64,
    /// What there is in all.
    pub quota: u64,
}

/// How the page is stored for use without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfflineFinding {
    /// The browser has no service workers, or not here.
    Missing,
    /// It has, and refuses.
    Refused,
    /// It was asked and did not answer.
    Silent,
    /// None is registered for this address.
    None,
    /// One is being installed.
    Installing,
    /// One is there, and will serve from the next visit on.
    Idle,
    /// One serves this page.
    Serving,
    /// One serves this page, and a newer one waits.
    NewerWaits,
}

/// How the sensors for motion did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MotionFinding {
    /// The browser has none.
    Missing,
    /// They want to be asked for, from a tap.
    Unasked,
    /// They were asked for and denied.
    Denied,
    /// Nothing came of them.
    Silent,
    /// Readings came.
    Reads,
}

/// How notifications stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotificationsFinding {
    /// The browser has none.
    Missing,
    /// The person was never asked.
    Unasked,
    /// They are denied.
    Denied,
    /// They are allowed.
    Allowed,
}

/// Everything that was found so far, and what the person noticed of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// What kind of device this is.
    pub environment: Option<Environment>,
    /// How the voice did.
    pub speech: Option<SpeechFinding>,
    /// How the tones did.
    pub tones: Option<TonesFinding>,
    /// How vibration did.
    pub vibration: Option<VibrationFinding>,
    /// Whether the screen can be kept on.
    pub screen: Option<Result<(), WakeLockError>>,
    /// How keeping did.
    pub storage: Option<StorageFinding>,
    /// How the page is stored.
    pub offline: Option<OfflineFinding>,
    /// How the sensors did.
    pub motion: Option<MotionFinding>,
    /// How notifications stand.
    pub notifications: Option<NotificationsFinding>,
    /// What the person heard or felt, or did not, of the latest trial of each capability.
    pub noticed: Vec<(Capability, bool)>,
}

impl Findings {
    /// Takes a finding in, in place of an older one. Names the capability that it is about.
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
        // What was noticed was noticed of an earlier trial.
        self.forget(capability);
        Some(capability)
    }

    /// Takes in whether the person heard or felt it.
    pub fn notice(&mut self, capability: Capability, noticed: bool) {
        self.forget(capability);
        self.noticed.push((capability, noticed));
    }

    /// Forgets what the person heard or felt of a capability.
    pub fn forget(&mut self, capability: Capability) {
        self.noticed.retain(|(of, _)| *of != capability);
    }

    /// Whether the person heard or felt it; nothing before they said so.
    pub fn noticed(&self, capability: Capability) -> Option<bool> {
        let said = self.noticed.iter().find(|(of, _)| *of == capability);
        said.map(|(_, noticed)| *noticed)
    }

    /// Whose rules the device follows.
    pub fn maker(&self) -> Maker {
        let environment = self.environment.as_ref();
        environment.map_or_else(Maker::default, |around| around.maker)
    }

    /// Whether a capability was tried and only the person can tell what came of it.
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
