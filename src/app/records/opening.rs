//! Reading what is stored, when the page opens and again later.

use super::Found;
use super::keeping::refused;
use super::kept::Kept;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::want::Want;
use crate::device::StorageError;
use crate::domain::session::Snapshot;
use crate::domain::time::Moment;
use crate::store::{Record, RecordKey, RecordStamp, Unreadable};

/// Reads what is stored. This may happen again later: once it is known what was lost since the last write, or when
/// the page comes back.
pub(super) fn opened(
    context: &mut Context,
    kept: Result<Vec<Found>, StorageError>,
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
    let mut before = std::mem::take(&mut context.kept);
    let kept = &mut context.kept;
    kept.count_all(names, context.now);
    // What could not be kept is not there, and no less known for that.
    kept.unsaved = std::mem::take(&mut before.unsaved);
    let unsaved = kept.unsaved_by_name().into_iter();
    let unsaved = unsaved.map(|(name, text)| Found {
        name,
        text: Ok(text),
    });
    // What could not be stored comes last, and supersedes what was stored before.
    for Found { name, text } in read.into_iter().chain(unsaved) {
        if let Some(key) = RecordKey::named(&name) {
            match text {
                Ok(text) => wants.extend(found(kept, &before, key, text, context.now)),
                Err(error) => {
                    kept.hold_on_to(&key, &mut before, context.now);
                    wants.push(refused(error));
                }
            }
        }
    }
    let under_way = under_way(kept, names, &mut wants);
    wants.push(Want::Do(Effect::Paint(
        kept.settings.theme,
        kept.settings.figure.skin,
    )));
    wants.push(Want::LookAfter(under_way));
    // A session under way here must apply what was read, as with any other change.
    wants.extend([Want::SettingsChanged, Want::BodyChanged]);
    let asked_again = context.kept.unreadable_at > before.unreadable_at && context.due().is_some();
    let holds_back = context.kept.locks() || asked_again;
    wants.extend(holds_back.then_some(Want::HoldBack));
    wants
}

/// Takes in a text that was found stored.
fn found(kept: &mut Kept, before: &Kept, key: RecordKey, text: String, now: Moment) -> Vec<Want> {
    match Record::read(&key, &text) {
        Ok(Some(record)) => {
            // Where something could not be stored, only what this tab knew was there may be written over.
            if kept.unsaved.get(&key).is_none() || before.texts.get(&key) == Some(&text) {
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
    let is_over = |(made, snapshot): &(_, _)| kept.is_over(*made, snapshot);
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
