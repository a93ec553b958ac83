//! The device's voices: which one speaks, and when one that failed is tried again.

mod choosing;

pub(super) use choosing::same_language;
pub use choosing::{VoiceGroup, VoiceSearch, search};

use std::time::Duration;

use self::choosing::speaking;
use super::want::VoiceNews;
use crate::device::Voice;
use crate::domain::settings::VoiceChoice;
use crate::domain::time::{Moment, Wait};

/// How long before a voice that failed is tried again, doubled with each failure. A design choice.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// The longest such wait.
const AGAIN_AT_LAST: Duration = Duration::from_secs(16 * 60);

/// The device's voices, and whether they speak.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// The voices of the device; `None` until they are known.
    pub listed: Option<Vec<Voice>>,
    trouble: Trouble,
    /// How many times in a row they have failed.
    failures: u32,
}

/// What is wrong with the voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// A voice that needs a network did not answer: until then, only those that need none may speak.
    NoNetwork(Wait),
    /// No voice spoke: until then, none is asked to.
    Silent(Wait),
}

impl Voices {
    /// The voice that speaks; `None` if no listed voice speaks the language.
    pub fn speaking(&self, choice: Option<&VoiceChoice>, language: &str) -> Option<&Voice> {
        self.asked_for(choice, language, !self.lacks_network())
    }

    /// Like [`Self::speaking`], when the caller decides whether voices that need a network count.
    pub(super) fn asked_for(
        &self,
        choice: Option<&VoiceChoice>,
        language: &str,
        network: bool,
    ) -> Option<&Voice> {
        let voices = self.listed.as_deref().unwrap_or_default();
        speaking(voices, choice, language, network)
    }

    /// Whether a voice that needs a network did not answer.
    pub const fn lacks_network(&self) -> bool {
        matches!(self.trouble, Trouble::NoNetwork(_))
    }

    /// Whether no voice spoke.
    pub const fn are_silent(&self) -> bool {
        matches!(self.trouble, Trouble::Silent(_))
    }

    /// Whether voices failed before, so that the user was told.
    pub const fn failed_before(&self) -> bool {
        self.failures > 0
    }

    /// Whether it is time to retry the voices that failed.
    pub fn are_to_be_tried_again(&self, now: Moment) -> bool {
        match self.trouble {
            Trouble::None => false,
            Trouble::NoNetwork(wait) | Trouble::Silent(wait) => wait.is_over(now),
        }
    }

    /// Notes news about the voices.
    pub(super) fn learn(&mut self, news: VoiceNews, now: Moment) {
        let wait = AGAIN_AFTER * 2_u32.pow(self.failures.min(4));
        let wait = Wait::new(now, wait.min(AGAIN_AT_LAST));
        match news {
            VoiceNews::Listed(voices) => self.listed = Some(voices),
            VoiceNews::NetworkLost => {
                (self.trouble, self.failures) = (Trouble::NoNetwork(wait), self.failures + 1);
            }
            VoiceNews::Lost => {
                (self.trouble, self.failures) = (Trouble::Silent(wait), self.failures + 1);
            }
            VoiceNews::TriedAgain => self.trouble = Trouble::None,
            VoiceNews::Trusted => (self.trouble, self.failures) = (Trouble::None, 0),
        }
    }
}

impl From<&Voice> for VoiceChoice {
    fn from(voice: &Voice) -> Self {
        Self {
            name: voice.name.clone(),
            language: voice.language.clone(),
        }
    }
}
