//! Which voice speaks, when one that failed is tried again, and how a person finds another among thousands.

use std::time::Duration;

use super::want::VoiceNews;
use crate::device::Voice;
use crate::domain::collections::k_smallest_by;
use crate::domain::settings::VoiceChoice;
use crate::domain::time::Moment;
use crate::text::letters::in_small_letters;

/// No more voices than this are shown at once.
pub const MOST_SHOWN: usize = 12;

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
    NoNetwork { until: Moment },
    /// None spoke: none is asked until then.
    Silent { until: Moment },
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
        matches!(self.trouble, Trouble::NoNetwork { .. })
    }

    /// Whether none spoke.
    pub const fn are_silent(&self) -> bool {
        matches!(self.trouble, Trouble::Silent { .. })
    }

    /// Whether they failed before, and the person was told.
    pub const fn failed_before(&self) -> bool {
        self.failures > 0
    }

    /// Whether it is time to try again what failed.
    pub fn are_to_be_tried_again(&self, now: Moment) -> bool {
        match self.trouble {
            Trouble::None => false,
            Trouble::NoNetwork { until } | Trouble::Silent { until } => now >= until,
        }
    }

    /// Takes note of what became known.
    pub(super) fn learn(&mut self, news: VoiceNews, now: Moment) {
        let wait = AGAIN_AFTER * 2_u32.pow(self.failures.min(4));
        let until = now + wait.min(AGAIN_AT_LAST);
        match news {
            VoiceNews::Listed(voices) => self.listed = Some(voices),
            VoiceNews::NetworkLost => {
                (self.trouble, self.failures) = (Trouble::NoNetwork { until }, self.failures + 1);
            }
            VoiceNews::Lost => {
                (self.trouble, self.failures) = (Trouble::Silent { until }, self.failures + 1);
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

/// Some voices of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceGroup {
    /// The language tag.
    pub language: String,
    /// The voices, best first.
    pub voices: Vec<Voice>,
}

/// What a search for voices found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceSearch {
    /// The voices, by language; the person's own language first.
    pub groups: Vec<VoiceGroup>,
    /// How many more there are.
    pub more: usize,
}

/// The voice that speaks: the chosen one if it is there, or the best for the language.
///
/// Nothing means that no voice of the device speaks the language. Without a network only those
/// that need none are asked.
fn speaking<'a>(
    voices: &'a [Voice],
    choice: Option<&VoiceChoice>,
    language: &str,
    network: bool,
) -> Option<&'a Voice> {
    let mut able = voices.iter().filter(move |voice| network || voice.local);
    let chosen = choice.and_then(|choice| able.clone().find(|voice| voice.name == choice.name));
    chosen.or_else(|| {
        able.by_ref()
            .filter(|voice| same_language(&voice.language, language))
            .min_by_key(|voice| rank(voice, language))
    })
}

/// The voices whose name or language holds every word of `query`; a few, best first.
///
/// Without a query only the person's own language is shown, unless it has none.
pub fn search(voices: &[Voice], query: &str, language: &str) -> VoiceSearch {
    let words: Vec<_> = query.split_whitespace().map(in_small_letters).collect();
    let own = |voice: &Voice| same_language(&voice.language, language);
    let any_own = voices.iter().any(own);
    let found = voices
        .iter()
        .filter(|voice| !words.is_empty() || own(voice) || !any_own)
        .filter(|voice| {
            let text = in_small_letters(&format!("{} {}", voice.name, voice.language));
            words.iter().all(|word| text.contains(word))
        });
    // Of thousands only the best are put in order.
    let mut all = 0;
    let ranked = found.map(|voice| {
        all += 1;
        ((!own(voice), rank(voice, language), &voice.name), voice)
    });
    let best = k_smallest_by(ranked, MOST_SHOWN, |(one, _), (other, _)| one.cmp(other));
    let more = all - best.len();
    let mut groups: Vec<VoiceGroup> = Vec::new();
    for (_, voice) in best {
        match groups
            .iter_mut()
            .find(|group| group.language == voice.language)
        {
            Some(group) => group.voices.push(voice.clone()),
            None => groups.push(VoiceGroup {
                language: voice.language.clone(),
                voices: vec![voice.clone()],
            }),
        }
    }
    VoiceSearch { groups, more }
}

/// Lower is better: without a network, natural, plain, in the very dialect.
fn rank(voice: &Voice, language: &str) -> (bool, bool, bool, bool) {
    let name = voice.name.to_ascii_lowercase();
    let natural = ["natural", "premium", "enhanced", "neural", "siri"];
    // espeak-ng offers each language in a hundred disguises, named "English+whisper".
    let disguised = name.contains('+');
    (
        !voice.local,
        disguised,
        !natural.iter().any(|word| name.contains(word)),
        !voice.language.eq_ignore_ascii_case(language),
    )
}

/// Whether two tags mean the same language, whatever the country.
pub(super) fn same_language(one: &str, other: &str) -> bool {
    let primary = |tag| str::split(tag, ['-', '_']).next().unwrap_or("");
    primary(one).eq_ignore_ascii_case(primary(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(name: &str, language: &str, local: bool) -> Voice {
        Voice {
            name: name.to_owned(),
            language: language.to_owned(),
            local,
        }
    }

    fn thousands() -> Vec<Voice> {
        let languages = ["de-DE", "en-GB", "en-US", "fr-FR"];
        let mut voices: Vec<_> = (0..13_000)
            .map(|nth| voice(&format!("Voice {nth}+disguise"), languages[nth % 4], true))
            .collect();
        voices.push(voice("Plain English", "en-GB", true));
        voices.push(voice("Online Natural", "en-GB", false));
        voices
    }

    #[test]
    fn a_plain_voice_of_the_language_that_needs_no_network_is_taken() {
        let voices = thousands();
        assert_eq!(
            speaking(&voices, None, "en-GB", true).unwrap().name,
            "Plain English"
        );
        assert_eq!(speaking(&voices, None, "nl", true), None);
        let choice = VoiceChoice {
            name: "Online Natural".into(),
            language: "en-GB".into(),
        };
        assert_eq!(
            speaking(&voices, Some(&choice), "en-GB", true)
                .unwrap()
                .name,
            "Online Natural"
        );
        assert_eq!(
            speaking(&voices, Some(&choice), "en-GB", false)
                .unwrap()
                .name,
            "Plain English"
        );
        let gone = VoiceChoice {
            name: "Uninstalled".into(),
            language: "en-GB".into(),
        };
        assert_eq!(
            speaking(&voices, Some(&gone), "en-GB", true).unwrap().name,
            "Plain English"
        );
    }

    #[test]
    fn a_person_never_sees_thousands_and_finds_any_by_searching() {
        let voices = thousands();
        let found = search(&voices, "", "en-GB");
        assert!(
            found
                .groups
                .iter()
                .map(|group| group.voices.len())
                .sum::<usize>()
                <= MOST_SHOWN
        );
        assert_eq!(found.groups[0].voices[0].name, "Plain English");
        assert!(
            found
                .groups
                .iter()
                .all(|group| group.language.starts_with("en"))
        );
        let french = search(&voices, "fr 103", "en-GB");
        assert!(french.groups.iter().all(|group| group.language == "fr-FR"));
        assert!(
            french.groups[0]
                .voices
                .iter()
                .any(|voice| voice.name == "Voice 103+disguise")
        );
        assert_eq!(search(&voices, "klingon", "en-GB").groups, []);
    }
}
