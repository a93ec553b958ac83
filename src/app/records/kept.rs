//! What is stored on the device, as far as this tab knows. Every record enters here, wherever it comes from.
//!
//! What holds for the records of a kind is written in its [`Rules`](crate::store::Rules). For all of them alike:
//!
//! - What another tab wrote enters as what was written here does.
//! - One dated in the future is not the latest until its time comes ([`crate::app::Context::past`]). But a warning sign
//!   locks, and a session under way is resumed from now.
//! - An unreadable one is put aside and reported, but one from a newer version is left where it is. One that another
//!   tab wrote and this build can't read is that tab's to deal with. Unreadable answers about warning signs may have
//!   locked, so all questions are asked again.

use std::mem;
use std::time::Duration;

use crate::app::effect::Overwrite;
use crate::domain::collections::{Map, Set, sort_by_time};
use crate::domain::own::OwnId;
use crate::domain::person::Person;
use crate::domain::routine::Routine;
use crate::domain::screening::{Screening, lock};
use crate::domain::session::Snapshot;
use crate::domain::time::Moment;
use crate::store::{AtStart, Record, RecordKey, RecordKind, RecordStamp, Settings};

/// Everything stored on the device, as far as this tab knows.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The settings.
    pub settings: Settings,
    /// What the user said about themselves.
    pub person: Person,
    /// All other records; those of a kind by time.
    records: Map<RecordKey, Record>,
    /// When the latest unreadable answers about warning signs were given. They may have named a sign, so answers before
    /// them no longer count.
    pub unreadable_at: Option<Moment>,
    /// Every session that is kept.
    pub sessions: Set<RecordStamp>,
    /// How many records were put aside because they could not be read.
    pub quarantined: usize,
    /// What could not be stored; part of every export.
    pub unsaved: Map<RecordKey, String>,
    /// The known contents of keys that several tabs write to, or that held what this build can't read.
    pub(super) texts: Map<RecordKey, String>,
    /// Keys whose record this build can't read, though another may: it is put aside before anything is stored there.
    pub(super) unreadable_keys: Set<RecordKey>,
}

/// Which of these names must be read when the page opens; those of a kind by time.
pub fn needed(names: &[String], now: Moment) -> Vec<String> {
    let keys = names.iter().filter_map(|name| RecordKey::named(name));
    let mut keys: Vec<_> = keys.collect();
    // There may be years of them, in whichever order the browser names them.
    sort_by_time(&mut keys, |key| {
        let start = Moment::from_millis(0);
        (0, key.made().map_or(start, |made| made.at))
    });
    let mut kinds: Vec<RecordKind> = Vec::new();
    for key in &keys {
        if !kinds.contains(&key.kind()) {
            kinds.push(key.kind());
        }
    }
    let needed_of = |kind: RecordKind| {
        let all: Vec<_> = keys.iter().filter(|key| key.kind() == kind).collect();
        match kind.rules().at_start {
            AtStart::All => all,
            AtStart::Latest(count) => latest(&all, count, now),
            AtStart::None => Vec::new(),
        }
    };
    let needed = kinds.into_iter().flat_map(needed_of);
    needed.map(RecordKey::to_string).collect()
}

/// The latest of these, which are in order of time. What a wrong clock dated in the future crowds out nothing.
fn latest<'a>(keys: &[&'a RecordKey], count: usize, now: Moment) -> Vec<&'a RecordKey> {
    let past = |key: &&RecordKey| key.made().is_none_or(|made| made.at.is_past(now));
    let (past, to_come) = keys.split_at(keys.partition_point(past));
    let past = &past[past.len().saturating_sub(count)..];
    let room = count - past.len();
    let to_come = &to_come[to_come.len().saturating_sub(room)..];
    [past, to_come].concat()
}

impl Kept {
    /// The records that there may be many of, or none: kind by kind, those of a kind by time.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = (&RecordKey, &Record)> {
        self.records.iter()
    }

    /// The answers about warning signs, oldest first, each with when and in which tab it was made.
    pub fn screenings(&self) -> impl Iterator<Item = (RecordStamp, &Screening)> {
        self.records()
            .filter_map(|(key, record)| Some((key.made()?, record.screening()?)))
    }

    /// The user's own routines.
    pub fn all_own(&self) -> impl Iterator<Item = (OwnId, &Routine)> {
        self.records().filter_map(|it| match it {
            (RecordKey::Own(id), Record::Own(routine)) => Some((*id, routine)),
            _ => None,
        })
    }

    /// One of the user's own routines.
    pub fn own(&self, id: OwnId) -> Option<&Routine> {
        self.get(&RecordKey::Own(id))?.own()
    }

    /// What is known under this key; `None` for the settings and the person, which have fields of their own.
    pub fn get(&self, key: &RecordKey) -> Option<&Record> {
        self.records.get(key)
    }

    /// Puts a record in place of what was known under its key, and returns that.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "of any other kind there may be many, or none"
    )]
    pub fn put(&mut self, key: &RecordKey, record: Record) -> Option<Record> {
        self.count(key);
        Some(match record {
            Record::Settings(now) => Record::Settings(mem::replace(&mut self.settings, now)),
            Record::Person(now) => Record::Person(mem::replace(&mut self.person, now)),
            record => return self.records.insert(key.clone(), record),
        })
    }

    /// Notes the text of a write, and returns what it may overwrite.
    pub(super) fn over(&mut self, key: &RecordKey, text: &str) -> Overwrite {
        if !self.is_watched(key) {
            return Overwrite::Anything;
        }
        let known = self.know(key, text.to_owned());
        // If there was no room to put a copy of what can't be read aside, it must not be overwritten.
        Overwrite::Known(known.filter(|_| !self.unreadable_keys.contains(key)))
    }

    /// Whether another's text may be under this key, so that it is looked at before it is written over.
    fn is_watched(&self, key: &RecordKey) -> bool {
        let held_others = self.unreadable_keys.contains(key) || self.texts.get(key).is_some();
        held_others || self.unsaved.get(key).is_some() || key.kind().rules().is_shared
    }

    /// Notes the contents of a key that is watched, and returns what was known before.
    pub(super) fn know(&mut self, key: &RecordKey, text: String) -> Option<String> {
        let watched = self.is_watched(key);
        watched
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
    pub fn unsaved_by_name(&self) -> Vec<(String, String)> {
        let all = self.unsaved.iter();
        all.map(|(key, text)| (key.to_string(), text.clone()))
            .collect()
    }

    /// Holds on to what was known before of a record that can't be read just now: it may be another by now.
    pub(super) fn hold_on_to(&mut self, key: &RecordKey, before: &mut Self, now: Moment) {
        let known = match key {
            RecordKey::Settings => Some(Record::Settings(mem::take(&mut before.settings))),
            RecordKey::Person => Some(Record::Person(mem::take(&mut before.person))),
            RecordKey::CheckIn(_)
            | RecordKey::Screening(_)
            | RecordKey::Playing(_)
            | RecordKey::Session(_)
            | RecordKey::Own(_)
            | RecordKey::Quarantined { .. } => before.records.remove(key),
        };
        if let Some(record) = known {
            self.put(key, record);
            self.unreadable_keys.insert(key.clone());
        } else {
            self.cannot_read(key, now);
        }
    }

    /// Whether a session under way is over: it is recorded, with all that was done in it.
    pub(super) fn is_over(&self, made: RecordStamp, snapshot: &Snapshot) -> bool {
        let record = self
            .get(&RecordKey::Session(made))
            .and_then(Record::session);
        self.sessions.contains(&made) && record.is_none_or(|it| it.done.starts_with(&snapshot.done))
    }

    /// Counts a record that was put aside.
    pub(super) fn put_aside(&mut self, key: &RecordKey, now: Moment) {
        self.quarantined += 1;
        self.cannot_read(key, now);
    }

    /// Notes a record that can't be read, or that was put aside for that reason.
    pub(super) fn cannot_read(&mut self, key: &RecordKey, now: Moment) {
        let before = key.before_quarantine();
        // What is answered from now on comes after it, whatever its date.
        let now = now - Duration::from_millis(1);
        let known_by = if let RecordKey::Quarantined { at, .. } = key {
            now.min(*at)
        } else {
            now
        };
        if before.is_none() {
            self.unreadable_keys.insert(key.clone());
        }
        if let RecordKey::Screening(made) = before.as_ref().unwrap_or(key) {
            self.unreadable_at = self.unreadable_at.max(Some(made.at.min(known_by)));
        }
    }

    /// Drops a removed record, unless what it said holds on.
    pub(super) fn forget(&mut self, key: &RecordKey) {
        self.unsaved.remove(key);
        self.texts.remove(key);
        self.unreadable_keys.remove(key);
        if !key.kind().rules().outlives_removal {
            self.records.remove(key);
        }
    }

    /// Counts what these names tell of: sessions, and what was put aside.
    pub(super) fn count_all(&mut self, names: &[String], now: Moment) {
        for key in names.iter().filter_map(|name| RecordKey::named(name)) {
            if matches!(key, RecordKey::Quarantined { .. }) {
                self.put_aside(&key, now);
            }
            self.count(&key);
        }
    }

    /// Counts the session of this key, if it is one, once.
    pub(super) fn count(&mut self, key: &RecordKey) {
        if let RecordKey::Session(made) = key {
            self.sessions.insert(*made);
        }
    }

    pub(super) fn locks(&self) -> bool {
        lock(self.screenings().map(|(_, screening)| screening)).is_some()
    }
}
