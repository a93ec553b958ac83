//! What is kept on the device, as far as this tab knows: every record enters here, wherever it comes from.
//!
//! | kind | read at the start | written over | another tab wrote it | dated in the future |
//! | --- | --- | --- | --- | --- |
//! | settings | the one there is | only what is known to be there | taken over | has no date |
//! | person | the one there is | only what is known to be there | taken over, and heeded | has no date |
//! | check-in | the latest 200 | its tab's own | entered | not the latest until it has come |
//! | screening | all, since each can lock | its tab's own | entered; a lock holds at once | answers nothing; a lock holds |
//! | session under way | all | its tab's own | tells where that tab stands | gone on with from now |
//! | session that is over | the latest 60, all are counted | its tab's own | entered | not the latest until it has come |
//! | routine of one's own | all | the same routine | entered, or gone | has no date |
//! | put aside | none, all are counted | nothing | counted at the next start | no matter |
//!
//! What can't be read is put aside, whichever kind it is, and told; but what a newer version wrote is left where it is. What
//! another tab wrote and this build can't read is that tab's to deal with. Answers about warning signs that can't be read
//! may have locked: all is asked again. All carry the version of [`crate::store`].

use crate::app::effect::{Effect, Overwrite};
use crate::app::want::Want;
use crate::domain::collections::{Map, Set, k_smallest_by, sort_by_time};
use crate::domain::episode::CheckIn;
use crate::domain::history::{Done, SessionRecord};
use crate::domain::own::OwnId;
use crate::domain::person::Person;
use crate::domain::routine::Routine;
use crate::domain::screening::{Screening, lock};
use crate::domain::settings::Settings;
use crate::domain::time::Moment;
use crate::store::{Record, RecordKey, RecordStamp};
use crate::text::RecordKind;

/// So many of the latest sessions are read when the page opens; the rest only counts.
const RECENT: usize = 60;
/// So many of the latest check-ins are read: an episode is watched for twelve weeks.
const RECENT_CHECK_INS: usize = 200;

/// What is kept on the device.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// What was set.
    pub settings: Settings,
    /// What the person said of themselves.
    pub person: Person,
    /// How the back was, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The answers about warning signs, oldest first, each with when and where it was made.
    pub screenings: Vec<(RecordStamp, Screening)>,
    /// When answers about warning signs were given that can't be read, latest of all: they may have named a sign, so that
    /// answers before them answer nothing any more.
    pub unread: Option<Moment>,
    /// Recent sessions that are over, oldest first.
    pub history: Vec<SessionRecord>,
    /// What was done in sessions that are not over: under way, waiting, interrupted, or another tab's.
    /// Each with when it was last seen.
    pub under_way: Map<RecordStamp, (Moment, Vec<Done>)>,
    /// Every session that is kept.
    pub sessions: Set<RecordStamp>,
    /// Routines of one's own.
    pub own: Map<OwnId, Routine>,
    /// How many things were put aside because they could not be read.
    pub aside: usize,
    /// What could not be kept: part of every export.
    pub unkept: Map<RecordKey, String>,
    /// What is known to be kept under keys that several tabs write to.
    pub(super) texts: Map<RecordKey, String>,
    /// Keys that hold what this build can't read, and another may: it is put aside before anything is kept there.
    pub(super) not_read: Set<RecordKey>,
}

/// Which of these names must be read when the page opens. What a wrong clock dated in the future crowds out nothing.
pub fn needed(names: &[String], now: Moment) -> Vec<String> {
    let keys: Vec<_> = names
        .iter()
        .filter_map(|name| RecordKey::named(name))
        .collect();
    let latest = |of: fn(&RecordKey) -> bool, count| {
        let all = keys.iter().filter(|key| of(key));
        // Of years of them only the latest are looked for, in whichever order the browser names them.
        let to_come = |key: &RecordKey| key.made().is_some_and(|made| !made.at.is_past(now));
        let mut latest = k_smallest_by(all, count, |one, other| {
            let by_clock = to_come(one).cmp(&to_come(other));
            by_clock.then_with(|| other.cmp(one))
        });
        latest.reverse();
        latest
    };
    let all = keys.iter().filter(|key| match key {
        RecordKey::Settings
        | RecordKey::Person
        | RecordKey::Screening(_)
        | RecordKey::Playing(_)
        | RecordKey::Own(_) => true,
        RecordKey::CheckIn(_) | RecordKey::History(_) | RecordKey::Aside { .. } => false,
    });
    let check_ins = latest(|key| matches!(key, RecordKey::CheckIn(_)), RECENT_CHECK_INS);
    let sessions = latest(|key| matches!(key, RecordKey::History(_)), RECENT);
    let needed = all.chain(check_ins).chain(sessions);
    needed.map(RecordKey::to_string).collect()
}

/// What is kept under a key is called so where it can't be read; nothing for what was put aside.
pub(super) const fn called(key: &RecordKey) -> Option<RecordKind> {
    Some(match key {
        RecordKey::Settings => RecordKind::Settings,
        RecordKey::Person => RecordKind::Person,
        RecordKey::CheckIn(_) => RecordKind::CheckIn,
        RecordKey::Screening(_) => RecordKind::Screening,
        RecordKey::Playing(_) => RecordKind::UnderWay,
        RecordKey::History(_) => RecordKind::Session,
        RecordKey::Own(_) => RecordKind::Own,
        RecordKey::Aside { .. } => return None,
    })
}

impl Kept {
    /// Takes a record in, in place of what was known under its key; and says what follows from it.
    pub(super) fn enter(&mut self, key: &RecordKey, record: Record) -> Vec<Want> {
        match (key, record) {
            (_, Record::Settings(settings)) => self.enter_settings(settings),
            (_, Record::Person(person)) => self.enter_person(person),
            (_, Record::CheckIn(check_in)) => {
                self.check_ins.retain(|known| known.at != check_in.at);
                let earlier = self.check_ins.partition_point(|it| it.at <= check_in.at);
                self.check_ins.insert(earlier, check_in);
                vec![Want::WishesChanged]
            }
            (RecordKey::Screening(made), Record::Screening(screening)) => {
                self.screenings.retain(|(known, _)| known != made);
                self.screenings.push((*made, screening));
                self.screenings_in_order();
                let holds_back = self.locks().then_some(Want::HoldBack);
                let changed = std::iter::once(Want::WishesChanged);
                changed.chain(holds_back).collect()
            }
            (_, Record::Session(session)) => {
                self.enter_session(session);
                vec![Want::WishesChanged]
            }
            (RecordKey::Own(id), Record::Own(routine)) => {
                self.own.insert(*id, routine);
                Vec::new()
            }
            (RecordKey::Playing(made), Record::Playing(snapshot)) => {
                self.enter_under_way(*made, (snapshot.seen, snapshot.done))
            }
            // They belong under other keys.
            (_, Record::Playing(_) | Record::Screening(_) | Record::Own(_)) => Vec::new(),
        }
    }

    /// Enters what was done in a session that is not over, here or elsewhere: what hurt in it holds from then on.
    pub(super) fn enter_under_way(
        &mut self,
        made: RecordStamp,
        done: (Moment, Vec<Done>),
    ) -> Vec<Want> {
        let harms = |done: &[Done]| done.iter().filter(|it| it.end.harm().is_some()).count();
        let now = harms(&done.1);
        let before = self.under_way.insert(made, done);
        let changed = before.map_or(0, |(_, done)| harms(&done)) != now;
        changed.then_some(Want::WishesChanged).into_iter().collect()
    }

    fn enter_settings(&mut self, settings: Settings) -> Vec<Want> {
        let paint = Effect::Paint(settings.theme, settings.figure.skin);
        let before = std::mem::replace(&mut self.settings, settings);
        let now = &self.settings;
        let painted = (before.theme, before.figure.skin) == (now.theme, now.figure.skin);
        let paint = (!painted).then_some(Want::Do(paint));
        let changed = (before != *now).then_some(Want::SettingsChanged);
        paint.into_iter().chain(changed).collect()
    }

    fn enter_person(&mut self, person: Person) -> Vec<Want> {
        let before = std::mem::replace(&mut self.person, person);
        if before.body != self.person.body {
            vec![Want::BodyChanged]
        } else if before != self.person {
            vec![Want::WishesChanged]
        } else {
            Vec::new()
        }
    }

    /// Enters a session into a history that stays in order of time, in place of what was known of it.
    fn enter_session(&mut self, session: SessionRecord) {
        // What is kept has whole milliseconds, and the page's clock counts more finely.
        let began = session.started.as_millis();
        self.history
            .retain(|known| known.started.as_millis() != began);
        let earlier = self
            .history
            .partition_point(|other| other.started <= session.started);
        self.history.insert(earlier, session);
    }

    /// What a write under a key may write over.
    pub(super) fn over(&mut self, key: &RecordKey, text: &str) -> Overwrite {
        let known = self.know(key, text.to_owned());
        if self.not_read.contains(key) {
            // Where there is no room for a copy, it is not written over.
            return Overwrite::Known(None);
        }
        match key {
            RecordKey::Settings | RecordKey::Person => Overwrite::Known(known),
            RecordKey::CheckIn(_)
            | RecordKey::Screening(_)
            | RecordKey::Playing(_)
            | RecordKey::History(_)
            | RecordKey::Own(_)
            | RecordKey::Aside { .. } => Overwrite::Anything,
        }
    }

    /// Takes note of what is there under a key that several tabs write to.
    pub(super) fn know(&mut self, key: &RecordKey, text: String) -> Option<String> {
        match key {
            RecordKey::Settings | RecordKey::Person => self.texts.insert(key.clone(), text),
            RecordKey::CheckIn(_)
            | RecordKey::Screening(_)
            | RecordKey::Playing(_)
            | RecordKey::History(_)
            | RecordKey::Own(_)
            | RecordKey::Aside { .. } => None,
        }
    }

    /// Takes note of what is there still, since a write came to nothing.
    pub(super) fn know_again(&mut self, key: &RecordKey, there: Option<String>) {
        match there {
            Some(there) => drop(self.know(key, there)),
            None => drop(self.texts.remove(key)),
        }
    }

    /// What could not be kept, by name.
    pub fn unkept_by_name(&self) -> Vec<(String, String)> {
        let all = self.unkept.iter();
        all.map(|(key, text)| (key.to_string(), text.clone()))
            .collect()
    }

    /// Takes note of what can't be read, or was put aside because of that.
    pub(super) fn cannot_read(&mut self, key: &RecordKey, now: Moment) {
        let before = key.before_aside();
        let known_by = if let RecordKey::Aside { at, .. } = key {
            now.min(*at)
        } else {
            now
        };
        if before.is_none() {
            self.not_read.insert(key.clone());
        }
        if let RecordKey::Screening(made) = before.as_ref().unwrap_or(key) {
            self.unread = self.unread.max(Some(made.at.min(known_by)));
        }
    }

    /// Takes out what was removed.
    pub(super) fn forget(&mut self, key: &RecordKey) {
        self.texts.remove(key);
        self.not_read.remove(key);
        if let RecordKey::Own(id) = key {
            self.own.remove(id);
        }
        if let RecordKey::Playing(made) = key {
            self.under_way.remove(made);
        }
    }

    /// Counts the session of a key, once.
    pub(super) fn count(&mut self, key: &RecordKey) {
        if let RecordKey::History(made) = key {
            self.sessions.insert(*made);
        }
    }

    /// Puts the answers in order of time: once for all, since there may be thousands.
    pub(super) fn screenings_in_order(&mut self) {
        sort_by_time(&mut self.screenings, |(_, screening)| (0, screening.at));
    }

    pub(super) fn locks(&self) -> bool {
        lock(self.screenings.iter().map(|(_, screening)| screening)).is_some()
    }
}
