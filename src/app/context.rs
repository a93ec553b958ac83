//! What every feature may read. Features ask for changes; `flow` makes them.

use std::time::Duration;

use super::records::Kept;
use super::route::Route;
use super::voices::Voices;
use crate::device::Voice;
use crate::domain::collections::sort_by_time;
use crate::domain::episode::{self, CheckIn, Day, Episode};
use crate::domain::history::{Done, SessionRecord};
use crate::domain::pain::Pain;
use crate::domain::person::Person;
use crate::domain::screening::{self, Action, Due, Screening};
use crate::domain::time::Moment;
use crate::store::{Record, RecordKey, Settings};
use crate::text::Locale;

/// Everything that every feature may read.
#[derive(Debug, Clone)]
pub struct Context {
    /// The language.
    pub locale: Locale,
    /// The moment of the latest event.
    pub now: Moment,
    /// The user's offset from UTC at that moment, in minutes east.
    pub utc_offset: i32,
    /// A number unique to this tab.
    pub tab: u32,
    /// The current screen.
    pub route: Route,
    /// What is stored on the device.
    pub kept: Kept,
    /// The device's voices.
    pub voices: Voices,
    /// The pain rating for the session about to begin, and when it was given.
    pub rated: Option<(Pain, Moment)>,
}

/// How long a rating applies to a session that begins after it. A design choice.
const RATING_HOLDS: Duration = Duration::from_secs(2 * 60 * 60);

/// A plan is made for an answer that was given within this time: over a night, no longer. A design choice.
const CHECK_IN_HOLDS: Duration = Duration::from_secs(12 * 60 * 60);

impl Context {
    /// Creates a context that knows nothing yet.
    pub fn new(locale: Locale, route: Route) -> Self {
        Self {
            locale,
            now: Moment::from_millis(0),
            utc_offset: 0,
            tab: 0,
            route,
            kept: Kept::default(),
            voices: Voices::default(),
            rated: None,
        }
    }

    /// Notes the moment of an event. When the clock was set back, what could not be read was known before that, so that
    /// what is answered from now on comes after it.
    pub(super) fn it_is(&mut self, now: Moment, utc_offset: i32) {
        (self.now, self.utc_offset) = (now, utc_offset);
        if self.kept.unreadable_at > Some(now) {
            self.kept.unreadable_at = Some(now - Duration::from_millis(1));
        }
    }

    /// The settings.
    pub const fn settings(&self) -> &Settings {
        &self.kept.settings
    }

    /// What the user said about themselves.
    pub const fn person(&self) -> &Person {
        &self.kept.person
    }

    /// The voice that speaks; `None` if no listed voice speaks the language.
    pub fn voice(&self) -> Option<&Voice> {
        let choice = self.settings().voice.as_ref();
        self.voices.speaking(choice, self.locale.tag(), self.now)
    }

    /// The name under which the pace of the current voice is learned.
    pub fn voice_name(&self) -> &str {
        self.voice().map_or("", |voice| &voice.name)
    }

    /// Learns how the time the current voice took compares with its estimate.
    pub(super) fn learn_slowness(&mut self, ratio: f64) {
        let voice = self.voice_name().to_owned();
        self.kept.settings.learn_slowness(&voice, ratio);
    }

    /// Today's date in the user's own calendar.
    pub fn today(&self) -> Day {
        Day::of(self.now, self.utc_offset)
    }

    /// The records that there may be many of: kind by kind, those of a dated kind oldest first, without any that a wrong
    /// clock dated in the future.
    pub fn past(&self) -> impl DoubleEndedIterator<Item = (&RecordKey, &Record)> {
        let past = |at: Moment| at.is_past(self.now);
        let all = self.kept.records();
        all.filter(move |(_, record)| record.dated().is_none_or(past))
    }

    /// The check-ins, oldest first.
    pub fn check_ins(&self) -> impl DoubleEndedIterator<Item = &CheckIn> {
        self.past().filter_map(|(_, record)| record.check_in())
    }

    /// Whether a moment is over, and by no more than `length`.
    fn is_within(&self, at: Moment, length: Duration) -> bool {
        at.is_past(self.now) && self.now.since(at) <= length
    }

    /// How the back is, as far as the person said so lately: what was said yesterday morning is no plan for today.
    pub fn checked_in(&self) -> Option<&CheckIn> {
        let latest = self.check_ins().next_back()?;
        self.is_within(latest.at, CHECK_IN_HOLDS).then_some(latest)
    }

    /// The answers about warning signs, oldest first, as far as they have come. After some that can't be read, earlier ones
    /// answer nothing.
    pub fn screenings(&self) -> Vec<Screening> {
        let all = self.past().filter_map(|(_, record)| record.screening());
        let unreadable_at = self.kept.unreadable_at;
        let answers = all.filter(|it| Some(it.at) > unreadable_at || it.locking().is_some());
        answers.cloned().collect()
    }

    /// Recent sessions that are over, oldest first.
    pub fn history(&self) -> Vec<&SessionRecord> {
        let history = self.past().filter_map(|(_, record)| record.session());
        let mut history: Vec<_> = history.collect();
        // A clock that was set while one went on moved its start, but not its key.
        sort_by_time(&mut history, |session| (0, session.started));
        history
    }

    /// What was done in sessions that are not over, here or elsewhere, and when each was last seen.
    pub fn under_way(&self) -> impl Iterator<Item = (Moment, &[Done])> {
        self.kept.records().filter_map(|(_, record)| {
            let snapshot = record.playing()?;
            Some((snapshot.seen, &*snapshot.done))
        })
    }

    /// The episode that is open, if one is.
    pub fn episode(&self) -> Option<Episode> {
        episode::open(self.check_ins())
    }

    /// What keeps every routine from being played: a sign the user ticked, whatever its date, until they state that
    /// someone has examined them.
    pub fn lock(&self) -> Option<Action> {
        screening::lock(self.kept.screenings().map(|(_, screening)| screening))
    }

    /// The questions about warning signs that are due, if any.
    pub fn due(&self) -> Option<Due> {
        screening::due(
            &self.screenings(),
            self.episode(),
            &self.ratings(),
            self.now,
            self.today(),
            self.utc_offset,
        )
    }

    /// Whether the questions about warning signs leave the way open: none was ticked, and none is due.
    pub fn is_open(&self) -> bool {
        self.lock().is_none() && self.due().is_none()
    }

    /// The pain rating for the session about to begin, if it is recent.
    pub fn before(&self) -> Option<Pain> {
        let (pain, at) = self.rated?;
        self.is_within(at, RATING_HOLDS).then_some(pain)
    }

    /// All known pain ratings, oldest first, including that for the next session.
    pub fn ratings(&self) -> Vec<(Moment, Pain)> {
        let sessions = self.history().into_iter().flat_map(|session| {
            let before = session.before.map(|pain| (session.started, pain));
            let after = session.after.map(|pain| (session.ended, pain));
            before.into_iter().chain(after)
        });
        let next = self.before().map(|pain| (self.now, pain));
        sessions.chain(next).collect()
    }

    /// The sessions of the last two weeks, oldest first.
    pub fn fortnight(&self) -> impl Iterator<Item = &SessionRecord> {
        let fortnight = Duration::from_secs(14 * 24 * 60 * 60);
        self.history()
            .into_iter()
            .filter(move |record| self.is_within(record.started, fortnight))
    }
}
