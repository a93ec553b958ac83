//! Writes and removes records, and remembers those that could not be written.

use super::NotStored;
use super::kept::Kept;
use crate::app::context::Context;
use crate::app::effect::{Effect, Overwrite};
use crate::app::notice::Notice;
use crate::app::want::Want;
use crate::device::StorageError;
use crate::store::{Record, RecordKey};

/// Stores a record at once, and returns what follows from it.
pub(in crate::app) fn keep(
    context: &mut Context,
    key: RecordKey,
    record: Record,
    effects: &mut Vec<Effect>,
) -> Vec<Want> {
    let kept = &mut context.kept;
    let text = record.print();
    let wants = kept.enter(&key, record);
    let known = kept.texts.get(&key) == Some(&text);
    if known && kept.unsaved.get(&key).is_none() {
        return wants;
    }
    write(context, key, text, effects);
    keep_again(context, effects);
    wants
}

fn write(context: &mut Context, key: RecordKey, text: String, effects: &mut Vec<Effect>) {
    let over = context.kept.over(&key, &text);
    // This supersedes what could not be stored before.
    context.kept.unsaved.remove(&key);
    if context.kept.unreadable_keys.contains(&key) {
        effects.push(quarantine(context, &key));
    }
    effects.push(Effect::Keep { key, text, over });
}

/// Tries again to store what could not be stored before, whenever anything is stored: there may be room by now.
fn keep_again(context: &mut Context, effects: &mut Vec<Effect>) {
    let unsaved: Vec<_> = context.kept.unsaved.clone().into_iter().collect();
    for (key, text) in unsaved {
        write(context, key, text, effects);
    }
}

/// Stores the settings, with what was learned about voices since. That alone is no reason to put aside the settings of a
/// newer version.
pub(in crate::app) fn keep_settings(context: &mut Context, effects: &mut Vec<Effect>) -> Vec<Want> {
    if context.kept.unreadable_keys.contains(&RecordKey::Settings) {
        return Vec::new();
    }
    let settings = context.settings().clone();
    keep(
        context,
        RecordKey::Settings,
        Record::Settings(settings),
        effects,
    )
}

/// Stores a record in place of another. What another version wrote under either key is put aside.
pub(in crate::app) fn replace(
    context: &mut Context,
    of: RecordKey,
    by: RecordKey,
    record: Record,
    effects: &mut Vec<Effect>,
) -> Vec<Want> {
    let known = context.kept.get(&by).filter(|it| **it != record);
    if known.is_some_and(|it| tells_more(it, &record)) {
        effects.push(forget(context, of));
        return Vec::new();
    }
    // One that was recorded already, and went on: what was said of it since is looked at, and put aside.
    let was_recorded = known.is_some();
    let kept = &mut context.kept;
    let text = record.print();
    let mut wants = kept.enter(&by, record);
    if kept.unreadable_keys.contains(&of) {
        write(context, by, text, effects);
        effects.push(forget(context, of));
    } else if kept.unreadable_keys.contains(&by) {
        // Whether there is room is not known yet, so what is left of the other is removed when the page opens next.
        write(context, by, text, effects);
        context.kept.forget(&of);
    } else {
        kept.forget(&of);
        let over = kept.over(&by, &text);
        let superseded = kept.unsaved.remove(&by).filter(|it| *it != text);
        wants.extend(superseded.map(|it| aside(context, &by, it)));
        let over = if was_recorded {
            Overwrite::Known(None)
        } else {
            over
        };
        effects.push(Effect::Replace { of, by, text, over });
    }
    keep_again(context, effects);
    wants
}

/// Whether a record of a session has all that was done by another of it: it was ended elsewhere, and perhaps rated.
fn tells_more(known: &Record, record: &Record) -> bool {
    match (known.session(), record.session()) {
        (Some(known), Some(record)) => known.done.starts_with(&record.done),
        _ => false,
    }
}

/// Removes a record; one that this build can't read is put aside instead.
pub(in crate::app) fn forget(context: &mut Context, key: RecordKey) -> Effect {
    let is_unread = context.kept.unreadable_keys.contains(&key);
    let aside = is_unread.then(|| quarantine(context, &key));
    context.kept.forget(&key);
    aside.unwrap_or(Effect::Forget { key })
}

/// Moves the record under a key out of the way.
pub(in crate::app) fn quarantine(context: &mut Context, key: &RecordKey) -> Effect {
    context.kept.quarantined += 1;
    context.kept.unreadable_keys.remove(key);
    let to = key.quarantined(context.now);
    Effect::Quarantine {
        from: key.clone(),
        to,
    }
}

/// Keeps aside what is no longer in force.
pub(super) fn aside(context: &mut Context, key: &RecordKey, text: String) -> Want {
    context.kept.quarantined += 1;
    Want::Do(Effect::Keep {
        key: key.quarantined(context.now),
        text,
        over: Overwrite::Anything,
    })
}

/// Remembers what could not be stored, for as long as the page is open, and says so.
pub(super) fn save_failed(kept: &mut Kept, failed: NotStored) -> Want {
    let NotStored {
        key,
        text,
        error,
        there,
    } = failed;
    kept.unsaved.insert(key.clone(), text);
    kept.know_again(&key, there);
    refused(error)
}

/// Says that something could not be stored.
pub(super) const fn refused(error: StorageError) -> Want {
    Want::Tell(match error {
        StorageError::Forbidden => Notice::StorageForbidden,
        StorageError::Full => Notice::StorageFull,
        StorageError::Failed => Notice::StorageFailed,
    })
}
