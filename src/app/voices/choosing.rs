//! Choosing a voice: which one speaks, and how a user finds another among thousands.

use crate::device::Voice;
use crate::domain::collections::k_smallest_by;
use crate::store::settings::VoiceChoice;
use crate::text::letters::in_small_letters;

/// How many voices are shown at once, at most.
const MOST_SHOWN: usize = 12;

/// Voices in one language.
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
    /// The voices by language, the user's own language first.
    pub groups: Vec<VoiceGroup>,
    /// How many more were found.
    pub more: usize,
}

/// The voice that speaks: the chosen one if it is there, or else the best for the language.
///
/// `None` means that no voice of the device speaks the language. Without `network`, only voices that need none count.
pub(super) fn speaking<'a>(
    voices: &'a [Voice],
    choice: Option<&VoiceChoice>,
    language: &str,
    network: bool,
) -> Option<&'a Voice> {
    let mut able = voices.iter().filter(move |voice| network || voice.local);
    // Devices have voices with the same name in several languages, and rename languages.
    let chosen = choice.and_then(|choice| {
        let named = able.clone().filter(|voice| voice.name == choice.name);
        let fits = |voice: &&Voice| {
            let same = same_language(&voice.language, &choice.language);
            (voice.language != choice.language, !same)
        };
        named.min_by_key(fits)
    });
    chosen.or_else(|| {
        able.by_ref()
            .filter(|voice| same_language(&voice.language, language))
            .min_by_key(|voice| rank(voice, language))
    })
}

/// Finds voices whose name or language contains every word of `query`; a few, best first.
///
/// Without a query only voices in the user's own language are shown, unless there are none.
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
    // There may be thousands, of which only the best are sorted.
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

/// Ranks a voice, lower being better: needs no network, undisguised, natural, in the exact dialect.
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

/// Whether two tags denote the same language, whatever the country.
pub(in crate::app) fn same_language(one: &str, other: &str) -> bool {
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
    fn of_voices_of_one_name_the_one_in_the_chosen_language_speaks() {
        let voices = [
            voice("Eddy", "de-DE", true),
            voice("Eddy", "en-GB", true),
            voice("Eddy", "en-US", true),
        ];
        for (language, spoken) in [
            ("en-GB", "en-GB"),
            ("en-US", "en-US"),
            // Its language has been renamed since.
            ("en", "en-GB"),
        ] {
            let choice = VoiceChoice {
                name: "Eddy".into(),
                language: language.into(),
            };
            let found = speaking(&voices, Some(&choice), "en-GB", true).unwrap();
            assert_eq!(found.language, spoken);
        }
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
