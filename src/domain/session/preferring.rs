//! Other preferences for a session that waits: the rest of it is laid out by them.

use super::state::{Place, State};
use super::{Output, Session};
use crate::domain::plan::Preferences;

impl Session {
    /// From here on, so much is said, so fast. `aloud` says whether there is a voice now.
    ///
    /// Only a session that is paused heeds it. How long each side is held stays as it was planned:
    /// what is done already was done by that.
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
        let State::Paused {
            phase: here,
            place,
            since,
            why,
        } = self.state
        else {
            return Vec::new();
        };
        let Some(mut snapshot) = self.snapshot() else {
            return Vec::new();
        };
        snapshot.plan.preferences = preferences;
        // What waits here was laid out before, and preferences refuse nothing.
        let Ok(mut changed) = Self::restore(snapshot, self.phrasing, false, self.seen) else {
            return Vec::new();
        };
        if let State::Paused {
            phase,
            place: there,
            ..
        } = changed.state
        {
            // Whoever is told how to come out waits there, and not where an opened page goes on.
            let told = matches!(place, Place::Harmed(_));
            let (phase, place) = if told { (here, place) } else { (phase, there) };
            changed.state = State::Paused {
                phase,
                place,
                since,
                why,
            };
        }
        changed.voice = voice;
        *self = changed;
        vec![Output::Changed]
    }
}
