//! Other preferences, or another body, for a session that waits: the rest of it is laid out by them.

use super::snapshot::Snapshot;
use super::state::State;
use super::voice::Voice;
use super::{Output, Session};
use crate::domain::body::Body;
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
        self.go_on_with(voice, |snapshot| snapshot.plan.preferences = preferences)
    }

    /// From here on, this is what the person said of their body: what it excludes is done in a gentler way
    /// that suits them, or left out. Only a session that is paused heeds it.
    pub fn heed(&mut self, body: &Body, _now: crate::domain::time::Moment) -> Vec<Output> {
        if *body == self.plan.profile.body {
            return Vec::new();
        }
        self.go_on_with(self.voice.clone(), |snapshot| snapshot.heed(body))
    }

    /// Lays a session that is paused out anew, from its own snapshot with a change in it.
    fn go_on_with(&mut self, voice: Voice, change: impl FnOnce(&mut Snapshot)) -> Vec<Output> {
        let State::Paused { since, why, .. } = self.state else {
            return Vec::new();
        };
        let Some(mut snapshot) = self.snapshot() else {
            return Vec::new();
        };
        change(&mut snapshot);
        // What waits here was laid out before, and neither preferences nor a body refuse anything.
        let Ok(mut changed) = Self::restore(snapshot, self.phrasing, false, self.seen) else {
            return Vec::new();
        };
        if let State::Paused { phase, point, .. } = changed.state {
            changed.state = State::Paused {
                phase,
                point,
                since,
                why,
            };
        }
        changed.voice = voice;
        *self = changed;
        vec![Output::Changed]
    }
}

impl Session {
    /// Interim.
    pub fn utterance_started(
        &mut self,
        _id: super::UtteranceId,
        now: crate::domain::time::Moment,
    ) -> Vec<Output> {
        self.advance(now)
    }
    /// Interim.
    pub fn voice_found(&mut self, now: crate::domain::time::Moment) -> Vec<Output> {
        self.voice.speak_aloud(true);
        self.advance(now)
    }
}
