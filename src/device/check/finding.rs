//! What was found on a device.

use std::time::Duration;

use super::{Maker, Part};
use crate::device::{AudioError, SpeechError, StorageError, WakeLockError};

/// Something to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// What kind of device this is.
    Surroundings,
    /// How a part stands, without a noise and without asking the person for anything.
    Look(Part),
    /// A part is put to the test: it may be heard or felt, and the browser may ask for leave.
    Try(Part),
}

/// What one trial found.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named after what it is about")]
pub enum Finding {
    Surroundings(Surroundings),
    Speech(Speech),
    Tones(Tones),
    Vibration(Vibration),
    Screen(Result<(), WakeLockError>),
    Storage(Storage),
    Offline(Offline),
    Motion(Motion),
    Notifications(Notifications),
}

/// What kind of device and browser this is. Nothing of the person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Surroundings {
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
pub enum Speech {
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
pub enum Tones {
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
pub enum Vibration {
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
pub enum Storage {
    /// Nothing can be kept.
    Failed(StorageError),
    /// It was kept.
    Kept {
        /// Whether the browser promised to hold on to it.
        promise: Promise,
        /// How much room there is, where the browser says it.
        room: Option<Room>,
    },
}

/// Whether a browser promised to hold on to what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
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
pub struct Room {
    /// What is taken.
    pub used: u64,
    /// What there is in all.
    pub quota: u64,
}

/// How the page is stored for use without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
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
pub enum Motion {
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
pub enum Notifications {
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
    pub surroundings: Option<Surroundings>,
    /// How the voice did.
    pub speech: Option<Speech>,
    /// How the tones did.
    pub tones: Option<Tones>,
    /// How vibration did.
    pub vibration: Option<Vibration>,
    /// Whether the screen can be kept on.
    pub screen: Option<Result<(), WakeLockError>>,
    /// How keeping did.
    pub storage: Option<Storage>,
    /// How the page is stored.
    pub offline: Option<Offline>,
    /// How the sensors did.
    pub motion: Option<Motion>,
    /// How notifications stand.
    pub notifications: Option<Notifications>,
    /// What the person heard or felt, or did not, of the latest trial of each part.
    pub noticed: Vec<(Part, bool)>,
}

impl Findings {
    /// Takes a finding in, in place of an older one. Names the part that it is about.
    pub fn take(&mut self, finding: Finding) -> Option<Part> {
        let part = match finding {
            Finding::Surroundings(found) => {
                self.surroundings = Some(found);
                return None;
            }
            Finding::Speech(found) => {
                self.speech = Some(found);
                Part::Speech
            }
            Finding::Tones(found) => {
                self.tones = Some(found);
                Part::Tones
            }
            Finding::Vibration(found) => {
                self.vibration = Some(found);
                Part::Vibration
            }
            Finding::Screen(found) => {
                self.screen = Some(found);
                Part::Screen
            }
            Finding::Storage(found) => {
                self.storage = Some(found);
                Part::Storage
            }
            Finding::Offline(found) => {
                self.offline = Some(found);
                Part::Offline
            }
            Finding::Motion(found) => {
                self.motion = Some(found);
                Part::Motion
            }
            Finding::Notifications(found) => {
                self.notifications = Some(found);
                Part::Notifications
            }
        };
        // What was noticed was noticed of an earlier trial.
        self.forget(part);
        Some(part)
    }

    /// Takes in whether the person heard or felt it.
    pub fn notice(&mut self, part: Part, noticed: bool) {
        self.forget(part);
        self.noticed.push((part, noticed));
    }

    /// Forgets what the person heard or felt of a part.
    pub fn forget(&mut self, part: Part) {
        self.noticed.retain(|(of, _)| *of != part);
    }

    /// Whether the person heard or felt it; nothing before they said so.
    pub fn noticed(&self, part: Part) -> Option<bool> {
        let said = self.noticed.iter().find(|(of, _)| *of == part);
        said.map(|(_, noticed)| *noticed)
    }

    /// Whose rules the device follows.
    pub fn maker(&self) -> Maker {
        let surroundings = self.surroundings.as_ref();
        surroundings.map_or_else(Maker::default, |around| around.maker)
    }

    /// Whether a part was tried and only the person can tell what came of it.
    pub fn asks(&self, part: Part) -> bool {
        match part {
            Part::Speech => matches!(self.speech, Some(Speech::Spoke(_))),
            Part::Tones => self.tones == Some(Tones::Ran),
            Part::Vibration => self.vibration == Some(Vibration::Accepted),
            Part::Screen | Part::Storage | Part::Offline | Part::Motion | Part::Notifications => {
                false
            }
        }
    }
}
