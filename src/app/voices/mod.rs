//! The device's voices: which one speaks, and when one that failed is tried again.

mod choosing;

pub(super) use choosing::same_language;
pub use choosing::{VoiceGroup, VoiceSearch, search};

use std::time::Duration;

use self::choosing::speaking;
use super::want::VoiceNews;
use crate::device::Voice;
use crate::domain::time::{Moment, Wait};
use crate::store::settings::VoiceChoice;

/// How long before a voice that failed is tried again, doubled with each failure. A design choice.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// Who was told that a voice fails need not be told again for so long, whatever it does. A design choice.
const TOLD_FOR: Duration = Duration::from_secs(10 * 60);
/// It is tried again after so long at the latest.
const AGAIN_AT_LAST: Duration = Duration::from_secs(16 * 60);

/// The device's voices, and whether they speak.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// The voices of the device; `None` until they are known.
    pub listed: Option<Vec<Voice>>,
    trouble: Trouble,
    /// How many times in a row they have failed.
    failures: u32,
    /// Until when it is known to the person that they fail.
    told: Option<Wait>,
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
    /// The voice that speaks; nothing if none of those listed speaks the language.
    pub fn speaking(
        &self,
        choice: Option<&VoiceChoice>,
        language: &str,
        now: Moment,
    ) -> Option<&Voice> {
        self.asked_for(choice, language, !self.lacks_network(now))
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

    /// Whether a voice that needs a network did not answer, and is not to be tried again yet.
    pub fn lacks_network(&self, now: Moment) -> bool {
        matches!(self.trouble, Trouble::NoNetwork(wait) if !wait.is_over(now))
    }

    /// Whether none spoke, and none is to be tried again yet.
    pub fn are_silent(&self, now: Moment) -> bool {
        matches!(self.trouble, Trouble::Silent(wait) if !wait.is_over(now))
    }

    /// Whether the person knows that they fail: they did before, or were heard only for a moment since.
    pub fn are_known_to_fail(&self, now: Moment) -> bool {
        self.have_failed() || self.told.is_some_and(|told| !told.is_over(now))
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
            VoiceNews::NetworkLost => self.fail(Trouble::NoNetwork(wait), now),
            VoiceNews::Lost => self.fail(Trouble::Silent(wait), now),
            VoiceNews::TriedAgain => self.trouble = Trouble::None,
            VoiceNews::Heard => (self.trouble, self.failures) = (Trouble::None, 0),
            VoiceNews::Trusted => {
                (self.trouble, self.failures, self.told) = (Trouble::None, 0, None);
            }
        }
    }

    fn fail(&mut self, trouble: Trouble, now: Moment) {
        self.trouble = trouble;
        self.failures += 1;
        self.told = Some(Wait::new(now, TOLD_FOR));
    }

    /// Whether they failed, and were not heard since.
    pub const fn have_failed(&self) -> bool {
        self.failures > 0
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
