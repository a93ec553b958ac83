//! What is stored on the device: reading it, storing it, and what happens when either fails.
//!
//! `kept` holds what is known, and says what holds for all kinds of record; `entering` says what follows where one is
//! not like the others.

mod entering;
mod keeping;
mod kept;

pub(super) use keeping::{forget, keep, keep_settings, quarantine, replace};
pub use kept::{Kept, needed};

use self::keeping::{not_kept, refused};

use super::context::Context;
use super::effect::Effect;
use super::notice::Notice;
use super::want::Want;
use crate::device::StorageError;
use crate::domain::session::Snapshot;
use crate::domain::time::Moment;
use crate::store::{Record, RecordKey, RecordStamp, Unreadable};

/// Something that happened to the stored records.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page opened, or came back, and found this stored on the device; or nothing can be stored.
    Opened {
        /// The records that [`needed`] asked for, by name.
        kept: Result<Vec<(String, String)>, StorageError>,
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
        Event::KeepFailed(failed) => vec![not_kept(&mut context.kept, failed)],
        Event::NotRecovered(lost) => not_recovered(context, lost),
        Event::NotRemoved(error) => vec![refused(error)],
        Event::NotQuarantined { key, error } => {
            context.kept.quarantined = context.kept.quarantined.saturating_sub(1);
            context.kept.not_read.insert(key);
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

/// Reads what is stored. This may happen again later: once it is known what was lost since the last write, or when
/// the page comes back.
fn opened(
    context: &mut Context,
    kept: Result<Vec<(String, String)>, StorageError>,
    names: &[String],
) -> Vec<Want> {
    let mut wants = vec![Want::Do(Effect::ListVoices)];
    let read = match kept {
        Ok(read) => read,
        // What was known before holds on.
        Err(error) => {
            wants.push(refused(error));
            return wants;
        }
    };
    let before = std::mem::take(&mut context.kept);
    let kept = &mut context.kept;
    for key in names.iter().filter_map(|name| RecordKey::named(name)) {
        if matches!(key, RecordKey::Quarantined { .. }) {
            kept.put_aside(&key, context.now);
        }
        kept.count(&key);
    }
    // What could not be kept is not there, and no less known for that.
    kept.unkept = before.unkept;
    let unkept = kept.unkept_by_name();
    // What could not be stored comes last, and supersedes what was stored before.
    for (name, text) in read.into_iter().chain(unkept) {
        let Some(key) = RecordKey::named(&name) else {
            continue;
        };
        // Where something could not be stored, only what this tab knew was there may be written over.
        let known = kept.unkept.get(&key).is_none() || before.texts.get(&key) == Some(&text);
        wants.extend(found(kept, key, text, known, context.now));
    }
    let under_way = under_way(kept, names, &mut wants);
    wants.push(Want::Do(Effect::Paint(
        kept.settings.theme,
        kept.settings.figure.skin,
    )));
    wants.push(Want::LookAfter(under_way));
    // A session under way here must apply what was read, as with any other change.
    wants.extend([Want::SettingsChanged, Want::BodyChanged]);
    let asked_again = context.kept.unread > before.unread && context.due().is_some();
    let holds_back = context.kept.locks() || asked_again;
    wants.extend(holds_back.then_some(Want::HoldBack));
    wants
}

/// Takes in a text that was found stored, and whether it may be written over unseen.
fn found(kept: &mut Kept, key: RecordKey, text: String, known: bool, now: Moment) -> Vec<Want> {
    match Record::read(&key, &text) {
        Ok(Some(record)) => {
            if known {
                kept.know(&key, text);
            }
            kept.put(&key, record);
            Vec::new()
        }
        Ok(None) => {
            kept.put_aside(&key, now);
            Vec::new()
        }
        Err(why) => {
            kept.cannot_read(&key, now);
            unreadable(key, why)
        }
    }
}

/// The sessions under way, without those that are over: where the browser was killed between two writes, what is left of
/// them is removed. One that went on after it was recorded as over, in a tab that this one's record knew nothing of, is not.
fn under_way(
    kept: &mut Kept,
    names: &[String],
    wants: &mut Vec<Want>,
) -> Vec<(RecordStamp, Snapshot)> {
    let found = kept
        .records()
        .filter_map(|(key, record)| Some((key.made()?, record.playing()?.clone())));
    let is_over = |(made, snapshot): &(RecordStamp, Snapshot)| {
        let record = kept
            .get(&RecordKey::Session(*made))
            .and_then(Record::session);
        kept.sessions.contains(made) && record.is_none_or(|it| it.done.len() >= snapshot.done.len())
    };
    let (over, under_way): (Vec<_>, _) = found.partition(is_over);
    for (made, _) in over {
        let key = RecordKey::Playing(made);
        kept.forget(&key);
        // Until its end is stored, the only trace of it stays.
        let is_stored = names.contains(&RecordKey::Session(made).to_string());
        wants.extend(is_stored.then_some(Want::Forget(key)));
    }
    under_way
}

/// Decides what happens to an unreadable record. One from a newer version is left in place, as that version may be open
/// in another tab; it is put aside only when this tab stores something there.
fn unreadable(key: RecordKey, why: Unreadable) -> Vec<Want> {
    match why {
        Unreadable::Newer { .. } => vec![Want::Tell(Notice::FromNewerVersion)],
        Unreadable::Malformed { place } | Unreadable::Senseless { place } => {
            let notice = Notice::Quarantined {
                kind: key.kind(),
                place,
            };
            vec![Want::Quarantine(key), Want::Tell(notice)]
        }
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
    if let Some(superseded) = kept.unkept.remove(key)
        && superseded != text
    {
        let aside = key.quarantined(context.now);
        kept.put_aside(&aside, context.now);
        kept.unkept.insert(aside, superseded);
    }
    kept.know(key, text.to_owned());
    kept.not_read.remove(key);
    learned(context, key, text).unwrap_or_else(|| unknown(context, key))
}

/// What was lost, and finds no room, is known all the same. What this build can't read is kept as if it had been put aside,
/// since what may still be stored under its key is another text.
fn not_recovered(context: &mut Context, mut lost: NotStored) -> Vec<Want> {
    let learned = learned(context, &lost.key, &lost.text);
    let mut wants = learned.unwrap_or_else(|| {
        if lost.key.before_quarantine().is_none() {
            lost.key = lost.key.quarantined(context.now);
        }
        unknown(context, &lost.key)
    });
    wants.push(Want::Do(Effect::LookAtOtherTabs));
    wants.push(not_kept(&mut context.kept, lost));
    wants
}

/// Handles a record that nobody can read here. It may be a sign that locks.
fn unknown(context: &mut Context, key: &RecordKey) -> Vec<Want> {
    let before = context.kept.unread;
    if key.before_quarantine().is_some() {
        context.kept.put_aside(key, context.now);
    } else {
        context.kept.cannot_read(key, context.now);
    }
    let asks = context.kept.unread > before && context.due().is_some();
    asks.then_some(Want::HoldBack).into_iter().collect()
}

/// Enters a text that this tab did not write itself, and returns what follows from it; `None` if it can't be read.
fn learned(context: &mut Context, key: &RecordKey, text: &str) -> Option<Vec<Want>> {
    let kept = &mut context.kept;
    kept.count(key);
    let record = Record::read(key, text).ok().flatten()?;
    let mut wants = kept.enter(key, record);
    if let RecordKey::Session(made) = key {
        // It is over, although what stood in its place may not have been removed.
        kept.forget(&RecordKey::Playing(*made));
        wants.push(Want::PlayedElsewhere(*made, None));
    } else if let RecordKey::Playing(made) = key
        && !kept.sessions.contains(made)
        && let Some(snapshot) = kept.get(key).and_then(Record::playing)
    {
        let snapshot = Box::new(snapshot.clone());
        wants.push(Want::PlayedElsewhere(*made, Some(snapshot)));
    }
    Some(wants)
}
