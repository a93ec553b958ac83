//! What is stored on the device, as far as this tab knows. Every record enters here, wherever it comes from.
//!
//! | kind | read at the start | a write may overwrite | written by another tab | dated in the future |
//! | --- | --- | --- | --- | --- |
//! | settings | the only one | only what is known to be there | taken over | has no date |
//! | person | the only one | only what is known to be there | taken over and applied | has no date |
//! | check-in | the latest 200 | its tab's own | entered | not the latest until its time comes |
//! | screening | all, as each can lock | its tab's own | entered; a lock applies | answers nothing, but can lock |
//! | session under way | all | its tab's own | says where that tab is | resumed from now |
//! | finished session | the latest 60; all count | its tab's own | entered | not the latest until its time comes |
//! | user's routine | all | the same routine | entered or removed | has no date |
//! | put aside | none; all are counted | nothing | counted at the next start | doesn't matter |
//!
//! An unreadable record of any kind is put aside and reported, but one from a newer version is left where it is. One
//! that another tab wrote and this build can't read is that tab's to deal with. Unreadable answers about warning signs
//! may have locked, so all questions are asked again. Every record carries the version of [`crate::store`].

use crate::app::effect::Overwrite;
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

/// How many of the latest sessions are read when the page opens; the rest are only counted.
const RECENT: usize = 60;
/// How many of the latest check-ins are read: an episode is watched for twelve weeks.
const RECENT_CHECK_INS: usize = 200;

/// Everything stored on the device, as far as this tab knows.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The settings.
    pub settings: Settings,
    /// What the user said about themselves.
    pub person: Person,
    /// The check-ins, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The answers about warning signs, oldest first, each with when and in which tab it was made.
    pub screenings: Vec<(RecordStamp, Screening)>,
    /// When the latest unreadable answers about warning signs were given. They may have named a sign, so answers before
    /// them no longer count.
    pub unread: Option<Moment>,
    /// Recent sessions that are over, oldest first.
    pub history: Vec<SessionRecord>,
    /// What was done in sessions that are not over: under way, waiting, interrupted, or another tab's.
    /// Each with when it was last seen.
    pub under_way: Map<RecordStamp, (Moment, Vec<Done>)>,
    /// Every session that is kept.
    pub sessions: Set<RecordStamp>,
    /// The user's own routines.
    pub own: Map<OwnId, Routine>,
    /// How many records were put aside because they could not be read.
    pub aside: usize,
    /// What could not be stored; part of every export.
    pub unkept: Map<RecordKey, String>,
    /// The known contents of keys that several tabs write to.
    pub(super) texts: Map<RecordKey, String>,
    /// Keys whose record this build can't read, though another may: it is put aside before anything is stored there.
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

/// Whether every tab writes to this one key, and may thus overwrite what another one wrote.
const fn is_written_by_all(key: &RecordKey) -> bool {
    match key {
        RecordKey::Settings | RecordKey::Person => true,
        RecordKey::CheckIn(_)
        | RecordKey::Screening(_)
        | RecordKey::Playing(_)
        | RecordKey::History(_)
        | RecordKey::Own(_)
        | RecordKey::Aside { .. } => false,
    }
}

impl Kept {
    /// Enters a record in place of what was known under its key, and returns what follows from it.
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

    /// Notes the text of a write, and returns what it may overwrite.
    pub(super) fn over(&mut self, key: &RecordKey, text: &str) -> Overwrite {
        let known = self.know(key, text.to_owned());
        if self.not_read.contains(key) {
            // If there was no room to put a copy aside, it must not be overwritten.
            return Overwrite::Known(None);
        }
        if is_written_by_all(key) {
            Overwrite::Known(known)
        } else {
            Overwrite::Anything
        }
    }

    /// Notes the contents of a key that several tabs write to, and returns what was known before.
    pub(super) fn know(&mut self, key: &RecordKey, text: String) -> Option<String> {
        is_written_by_all(key)
            .then(|| self.texts.insert(key.clone(), text))
            .flatten()
    }

    /// Notes what is still there after a write failed.
    pub(super) fn know_again(&mut self, key: &RecordKey, there: Option<String>) {
        match there {
            Some(there) => drop(self.know(key, there)),
            None => drop(self.texts.remove(key)),
        }
    }

    /// What could not be stored, by the name of its key.
    pub fn unkept_by_name(&self) -> Vec<(String, String)> {
        let all = self.unkept.iter();
        all.map(|(key, text)| (key.to_string(), text.clone()))
            .collect()
    }

    /// Notes a record that can't be read, or that was put aside for that reason.
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

    /// Drops a removed record.
    pub(super) fn forget(&mut self, key: &RecordKey) {
        self.unkept.remove(key);
        self.texts.remove(key);
        self.not_read.remove(key);
        match key {
            RecordKey::Own(id) => drop(self.own.remove(id)),
            RecordKey::Playing(made) => drop(self.under_way.remove(made)),
            // They are never removed, or what they said holds on.
            RecordKey::Settings
            | RecordKey::Person
            | RecordKey::CheckIn(_)
            | RecordKey::Screening(_)
            | RecordKey::History(_)
            | RecordKey::Aside { .. } => {}
        }
    }

    /// Counts the session of this key, if it is one, once.
    pub(super) fn count(&mut self, key: &RecordKey) {
        if let RecordKey::History(made) = key {
            self.sessions.insert(*made);
        }
    }

    /// Sorts the answers by time, all at once, since there may be thousands.
    pub(super) fn screenings_in_order(&mut self) {
        sort_by_time(&mut self.screenings, |(_, screening)| (0, screening.at));
    }

    pub(super) fn locks(&self) -> bool {
        lock(self.screenings.iter().map(|(_, screening)| screening)).is_some()
    }
}
