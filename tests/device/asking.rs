//! What a test looks for on the made-up device, and what a person answers on it.

use limber::app::{Effect, Notice, Utterance, screening};
use limber::domain::screening::WarningSign;
use limber::store::RecordKey;

use super::Device;

impl Device {
    /// Ticks these on the group of warning signs that is shown, and is done with it. What was carried out then.
    pub(crate) fn answers(&mut self, tab: usize, signs: &[WarningSign]) -> Vec<Effect> {
        for sign in signs {
            self.happens(tab, screening::Event::SignTicked(*sign, true));
        }
        self.happens(tab, screening::Event::SheetAnswered)
    }

    /// Answers every group of warning signs that is asked, with nothing ticked.
    pub(crate) fn answers_with_nothing(&mut self, tab: usize) {
        while self.model(tab).screening.asked.is_some() {
            self.answers(tab, &[]);
        }
    }

    /// What the person is told in a tab.
    pub(crate) fn told(&self, tab: usize) -> &[Notice] {
        &self.tabs[tab].model.notices
    }

    /// Whether a session is under way in a tab.
    pub(crate) fn plays(&self, tab: usize) -> bool {
        self.model(tab).session.playing().is_some()
    }

    /// The keys of what is kept.
    pub(crate) fn keys(&self) -> Vec<RecordKey> {
        self.storage
            .keys()
            .filter_map(|name| RecordKey::named(name))
            .collect()
    }

    /// What is kept under a key.
    pub(crate) fn kept(&self, key: &RecordKey) -> Option<&str> {
        self.storage.get(&key.to_string()).map(String::as_str)
    }

    /// The only key of its kind under which something is kept.
    pub(crate) fn only(&self, kind: fn(&RecordKey) -> bool) -> RecordKey {
        let mut keys = self.keys();
        keys.retain(kind);
        assert_eq!(keys.len(), 1, "{keys:?}");
        keys.remove(0)
    }
}

/// What was to be kept first under a key of a kind, with its key.
pub(crate) fn kept(effects: &[Effect], kind: fn(&RecordKey) -> bool) -> Option<(&RecordKey, &str)> {
    effects.iter().find_map(|effect| {
        let Effect::Keep { key, text, .. } = effect else {
            return None;
        };
        kind(key).then_some((key, text.as_str()))
    })
}

/// What was to be spoken, in order.
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
    matches!(key, RecordKey::History(_))
}

pub(crate) const fn is_screening(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Screening(_))
}

pub(crate) const fn is_settings(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Settings)
}
