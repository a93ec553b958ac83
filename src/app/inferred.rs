//! What follows from what the application knows.

use super::Model;
use super::voices;
use crate::device::Voice;
use crate::domain::episode::{self, Day, Episode};
use crate::domain::history::SessionRecord;
use crate::domain::pain::Pain;
use crate::domain::screening::{self, Action, Due, Screening};
use crate::domain::time::Moment;

impl Model {
    /// The voice that speaks; nothing if none of those listed speaks the language.
    pub fn voice(&self) -> Option<&Voice> {
        let voices = self.voices.as_deref().unwrap_or_default();
        let (choice, network) = (self.settings.voice.as_ref(), !self.network_lost);
        voices::speaking(voices, choice, self.locale.tag(), network)
    }

    /// The day, by the person's own calendar.
    pub fn today(&self, now: Moment) -> Day {
        Day::of(now, self.east)
    }

    /// The episode that is open, if one is.
    pub fn episode(&self) -> Option<Episode> {
        episode::open(&self.check_ins)
    }

    /// The answers about warning signs, oldest first.
    pub fn answers(&self) -> Vec<Screening> {
        let screenings = self.screenings.iter();
        screenings.map(|(_, screening)| screening.clone()).collect()
    }

    /// What keeps every routine from being played: something the person ticked, until they state that
    /// someone has examined them.
    pub fn lock(&self) -> Option<Action> {
        screening::lock(self.screenings.iter().map(|(_, screening)| screening))
    }

    /// Which questions about warning signs are due, if any are.
    pub fn due(&self, now: Moment) -> Option<Due> {
        let (answers, ratings) = (self.answers(), self.ratings(now));
        let (today, east) = (self.today(now), self.east);
        screening::due(&answers, self.episode(), &ratings, now, today, east)
    }

    /// All ratings of pain that are known, oldest first, that before the next session included.
    pub fn ratings(&self, now: Moment) -> Vec<(Moment, Pain)> {
        let sessions = self.kept.history.iter().flat_map(|session| {
            let before = session.before.map(|pain| (session.started, pain));
            let after = session.after.map(|pain| (session.ended, pain));
            before.into_iter().chain(after)
        });
        sessions
            .chain(self.before.map(|pain| (now, pain)))
            .collect()
    }

    /// The sessions of the last two weeks that have a rating, oldest first.
    pub fn recent(&self, now: Moment) -> impl Iterator<Item = &SessionRecord> {
        let fortnight = std::time::Duration::from_secs(14 * 24 * 60 * 60);
        self.kept
            .history
            .iter()
            .filter(move |record| now.since(record.started) <= fortnight)
    }
}
