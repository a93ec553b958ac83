//! Applies changed preferences to a paused session: the rest of it is laid out by them.

use super::state::{PausedAt, State};
use super::{Output, Session};
use crate::domain::plan::Preferences;

impl Session {
    /// Applies preferences from here on. `aloud` says whether there is a voice now.
    ///
    /// Only a paused session applies them. How long each side is held stays as planned, because what is already done
    /// was done by that plan.
    pub fn prefer(&mut self, preferences: Preferences, aloud: bool) -> Vec<Output> {
        let preferences = Preferences {
            stiffer_side: self.plan.preferences.stiffer_side,
            ..preferences
        };
        let mut voice = self.voice.clone();
        voice.speak_aloud(aloud && preferences.density.speaks());
        if preferences == self.plan.preferences && voice == self.voice {
            return Vec::new();
        }
        let Some(mut changed) = self.laid_out_by(preferences) else {
            return Vec::new();
        };
        changed.voice = voice;
        *self = changed;
        vec![Output::Changed]
    }

    /// The session with the rest of it laid out by other preferences; `None` if it isn't paused.
    fn laid_out_by(&self, preferences: Preferences) -> Option<Self> {
        let State::Paused {
            phase: here,
            place,
            since,
            why,
        } = self.state
        else {
            return None;
        };
        let mut snapshot = self.snapshot()?;
        snapshot.plan.preferences = preferences;
        // The paused session compiled before, and preferences never make a routine invalid.
        let mut changed = Self::restore(snapshot, self.phrasing, false, self.seen).ok()?;
        if let State::Paused {
            phase,
            place: there,
            ..
        } = changed.state
        {
            // Someone who is being told how to come out is paused there, not where a reopened page would go on.
            let told = matches!(place, PausedAt::Harmed(_));
            let (phase, place) = if told { (here, place) } else { (phase, there) };
            changed.state = State::Paused {
                phase,
                place,
                since,
                why,
            };
        }
        Some(changed)
    }
}
