//! Helpers to query the simulated device, and to answer its questions as a person would.

use limber::app::{Effect, Notice, Utterance, screening};
use limber::domain::screening::WarningSign;
use limber::store::RecordKey;

use super::Device;

impl Device {
    /// Ticks these on the group of warning signs shown, and submits it. Returns the effects of submitting.
    pub(crate) fn answers(&mut self, tab: usize, signs: &[WarningSign]) -> Vec<Effect> {
        for sign in signs {
            self.happens(tab, screening::Event::SignTicked(*sign, true));
        }
        self.happens(tab, screening::Event::SheetAnswered)
    }

    /// Answers every group of warning signs asked, with nothing ticked.
    pub(crate) fn answers_with_nothing(&mut self, tab: usize) {
        while self.model(tab).screening.asked.is_some() {
            self.answers(tab, &[]);
        }
    }

    /// The notices that the person sees in a tab.
    pub(crate) fn told(&self, tab: usize) -> &[Notice] {
        &self.tabs[tab].model.notices
    }

    /// Whether a session is playing in a tab.
    pub(crate) fn plays(&self, tab: usize) -> bool {
        self.model(tab).session.playing().is_some()
    }

    /// Whether a tab has tones to sound.
    pub(crate) fn has_tones_to_come(&self, tab: usize) -> bool {
        self.tabs[tab].tones.iter().any(|at| *at > self.now)
    }

    /// The keys of all stored records.
    pub(crate) fn keys(&self) -> Vec<RecordKey> {
        self.storage
            .keys()
            .filter_map(|name| RecordKey::named(name))
            .collect()
    }

    /// The record stored under a key.
    pub(crate) fn kept(&self, key: &RecordKey) -> Option<&str> {
        self.storage.get(&key.to_string()).map(String::as_str)
    }

    /// The only key of its kind under which a record is stored.
    pub(crate) fn only(&self, kind: fn(&RecordKey) -> bool) -> RecordKey {
        let mut keys = self.keys();
        keys.retain(kind);
        assert_eq!(keys.len(), 1, "{keys:?}");
        keys.remove(0)
    }
}

/// The first record of a kind to be stored by these effects, with its key.
pub(crate) fn kept(effects: &[Effect], kind: fn(&RecordKey) -> bool) -> Option<(&RecordKey, &str)> {
    effects.iter().find_map(|effect| {
        let Effect::Keep { key, text, .. } = effect else {
            return None;
        };
        kind(key).then_some((key, text.as_str()))
    })
}

/// The utterances to be spoken by these effects, in order.
pub(crate) fn spoken(effects: &[Effect]) -> Vec<&Utterance> {
    let spoken = effects.iter().filter_map(|effect| {
        let Effect::Speak(utterance) = effect else {
            return None;
        };
        Some(utterance)
    });
    spoken.collect()
}

/// Whether anything was to be spoken.
pub(crate) fn speaks(effects: &[Effect]) -> bool {
    !spoken(effects).is_empty()
}

pub(crate) const fn is_playing(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Playing(_))
}

pub(crate) const fn is_history(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Session(_))
}

pub(crate) const fn is_screening(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Screening(_))
}

pub(crate) const fn is_settings(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Settings)
}

pub(crate) const fn is_aside(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Quarantined { .. })
}
