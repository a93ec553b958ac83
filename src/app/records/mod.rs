//! What is stored on the device: reading it, storing it, and what happens when either fails.
//!
//! `kept` holds what is known, and says what holds for all kinds of record; `entering` says what follows where one is
//! not like the others.

mod entering;
mod keeping;
mod kept;
mod opening;

pub(super) use keeping::{forget, keep, keep_settings, quarantine, replace};
pub use kept::{Kept, needed};

use self::keeping::{aside, refused, save_failed};
use self::opening::opened;

use super::context::Context;
use super::effect::Effect;
use super::notice::Notice;
use super::want::Want;
use crate::device::StorageError;
use crate::store::{Record, RecordKey};

/// Something that happened to the stored records.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page opened, or came back, and found this stored on the device; or nothing can be stored.
    Opened {
        /// The records that [`needed`] asked for, by name, as far as each can be read.
        kept: Result<Vec<Found>, StorageError>,
        /// The names of all stored records.
        names: Vec<String>,
        /// A number unique to this tab.
        tab: u32,
    },
    /// Something could not be stored.
    KeepFailed(NotStored),
    /// The browser had lost what was written last before it was killed, and that can't be stored again.
    NotRecovered(NotStored),
    /// A record could not be removed, and will be found again.
    NotRemoved(StorageError),
    /// A record could not be put aside, and is still where it was.
    NotQuarantined {
        /// Its key.
        key: RecordKey,
        /// Why it can't be put aside.
        error: StorageError,
    },
    /// Another tab had written the same key in between; what it wrote was put aside.
    Quarantined,
    /// The journal can't keep a second copy of the latest writes, as a newer version's journal is there.
    JournalBlocked,
    /// The browser did not hand out the file that everything was to be saved in.
    ExportFailed,
    /// Another tab wrote or removed a record.
    KeptElsewhere {
        /// The name of its key.
        name: String,
        /// The text it wrote; `None` if it removed the record.
        text: Option<String>,
    },
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The name of its key.
    pub name: String,
    /// Its text, or why it can't be read.
    pub text: Result<String, StorageError>,
}

/// A record that is not stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NotStored {
    /// Its key.
    pub key: RecordKey,
    /// Its text.
    pub text: String,
    /// Why it can't be stored.
    pub error: StorageError,
    /// What is stored there instead.
    pub there: Option<String>,
}

/// Handles an event.
pub(super) fn update(context: &mut Context, event: Event) -> Vec<Want> {
    match event {
        Event::Opened { kept, names, tab } => {
            context.tab = tab;
            opened(context, kept, &names)
        }
        Event::KeepFailed(failed) => vec![save_failed(&mut context.kept, failed)],
        Event::NotRecovered(lost) => not_recovered(context, lost),
        Event::NotRemoved(error) => vec![refused(error)],
        Event::NotQuarantined { key, error } => {
            context.kept.quarantined = context.kept.quarantined.saturating_sub(1);
            context.kept.unreadable_keys.insert(key);
            vec![refused(error)]
        }
        Event::Quarantined => {
            context.kept.quarantined += 1;
            vec![Want::Tell(Notice::OtherTabWrote)]
        }
        Event::JournalBlocked => vec![Want::Tell(Notice::NoJournal)],
        Event::ExportFailed => vec![Want::Tell(Notice::NotSaved)],
        Event::KeptElsewhere { name, text } => RecordKey::named(&name)
            .map_or_else(Vec::new, |key| elsewhere(context, &key, text.as_deref())),
    }
}

/// Another tab kept something: what it was told is known here at once. A warning sign that was ticked there
/// must keep this tab from leading anyone, too.
fn elsewhere(context: &mut Context, key: &RecordKey, text: Option<&str>) -> Vec<Want> {
    let kept = &mut context.kept;
    let Some(text) = text else {
        kept.forget(key);
        return if let RecordKey::Playing(made) = key {
            vec![Want::PlayedElsewhere(*made, None)]
        } else {
            Vec::new()
        };
    };
    // It supersedes what could not be stored here, which is kept aside: that tab knew nothing of it. And it is known to be
    // there, whether this build can read it or not. What it can't read is left to the one that can, and not overwritten.
    let superseded = kept.unsaved.remove(key).filter(|it| it != text);
    let mut wants: Vec<_> = superseded
        .map(|it| aside(context, key, it))
        .into_iter()
        .collect();
    let kept = &mut context.kept;
    kept.know(key, text.to_owned());
    kept.unreadable_keys.remove(key);
    wants.extend(
        enter_from_elsewhere(context, key, text).unwrap_or_else(|| enter_unreadable(context, key)),
    );
    wants
}

/// What was lost, and finds no room, is known all the same. What this build can't read is kept as if it had been put aside,
/// since what may still be stored under its key is another text.
fn not_recovered(context: &mut Context, mut lost: NotStored) -> Vec<Want> {
    let entered = enter_from_elsewhere(context, &lost.key, &lost.text);
    let mut wants = entered.unwrap_or_else(|| {
        if !matches!(lost.key, RecordKey::Quarantined { .. }) {
            lost.key = lost.key.quarantined(context.now);
        }
        enter_unreadable(context, &lost.key)
    });
    wants.push(Want::Do(Effect::LookAtOtherTabs));
    wants.push(save_failed(&mut context.kept, lost));
    wants
}

/// Handles a record that nobody can read here. It may be a sign that locks.
fn enter_unreadable(context: &mut Context, key: &RecordKey) -> Vec<Want> {
    let before = context.kept.unreadable_at;
    if matches!(key, RecordKey::Quarantined { .. }) {
        context.kept.put_aside(key, context.now);
    } else {
        context.kept.cannot_read(key, context.now);
    }
    let asks = context.kept.unreadable_at > before && context.due().is_some();
    asks.then_some(Want::HoldBack).into_iter().collect()
}

/// Enters a text that this tab did not write itself, and returns what follows from it; `None` if it can't be read.
fn enter_from_elsewhere(context: &mut Context, key: &RecordKey, text: &str) -> Option<Vec<Want>> {
    let kept = &mut context.kept;
    kept.count(key);
    let record = Record::read(key, text).ok().flatten()?;
    let mut wants = kept.enter(key, record);
    if let RecordKey::Session(made) = key {
        // It is over, although what stood in its place may not have been removed.
        kept.forget(&RecordKey::Playing(*made));
        wants.push(Want::PlayedElsewhere(*made, None));
    } else if let RecordKey::Playing(made) = key
        && let Some(snapshot) = kept.get(key).and_then(Record::playing)
        && !kept.is_over(*made, snapshot)
    {
        let snapshot = Box::new(snapshot.clone());
        wants.push(Want::PlayedElsewhere(*made, Some(snapshot)));
    }
    Some(wants)
}
