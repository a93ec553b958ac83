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

/// A voice that failed is tried again after so long; each further time after twice as long. A design choice.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// It is tried again after so long at the latest.
const AGAIN_AT_LAST: Duration = Duration::from_secs(16 * 60);

/// The device's voices, and whether they speak.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// Those there are; nothing before they are known.
    pub listed: Option<Vec<Voice>>,
    trouble: Trouble,
    /// How often in a row they failed.
    failures: u32,
}

/// What is wrong with the voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// One that needs a network did not answer: only those that need none are asked until then.
    NoNetwork(Wait),
    /// None spoke: none is asked until then.
    Silent(Wait),
}

impl Voices {
    /// The voice that speaks; nothing if none of those listed speaks the language.
    pub fn speaking(&self, choice: Option<&VoiceChoice>, language: &str) -> Option<&Voice> {
        self.asked_for(choice, language, !self.lacks_network())
    }

    /// The same, where it is known otherwise whether those that need a network are to be asked.
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

    /// Whether none spoke.
    pub const fn are_silent(&self) -> bool {
        matches!(self.trouble, Trouble::Silent(_))
    }

    /// Whether they failed before, and the person was told.
    pub const fn failed_before(&self) -> bool {
        self.failures > 0
    }

    /// Whether it is time to try again what failed.
    pub fn are_to_be_tried_again(&self, now: Moment) -> bool {
        match self.trouble {
            Trouble::None => false,
            Trouble::NoNetwork(wait) | Trouble::Silent(wait) => wait.is_over(now),
        }
    }

    /// Takes note of what became known.
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
