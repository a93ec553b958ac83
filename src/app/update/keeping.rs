//! What is kept on the device: reading it, and what becomes of what can't be read or kept.

use super::{ending, settings};
use crate::app::effect::{Effect, Over};
use crate::app::model::{Interrupted, Model};
use crate::app::notice::Notice;
use crate::device::StorageError;
use crate::domain::few::{Map, first_few, put_in_order};
use crate::domain::history::SessionRecord;
use crate::domain::own::OwnId;
use crate::domain::screening::Screening;
use crate::domain::time::Moment;
use crate::store::{
    Unreadable, keys, print_session, read_check_in, read_person, read_routine, read_screening,
    read_session, read_settings, read_snapshot,
};

/// So many of the latest sessions are read when the page opens; the rest only counts.
const RECENT: usize = 60;
/// So many of the latest check-ins are read: an episode is watched for twelve weeks.
const RECENT_CHECK_INS: usize = 200;

/// Which of these keys must be read when the page opens.
pub fn needed(keys: &[String]) -> Vec<String> {
    // Of years of sessions only the latest are looked for, in whichever order the browser names them.
    let latest = |prefix: &str, count: usize| {
        let all = keys.iter().filter(|key| key.starts_with(prefix));
        let mut latest = first_few(all, count, |one, other| other.cmp(one));
        latest.reverse();
        latest.into_iter().cloned()
    };
    let rest = keys.iter().filter(|key| {
        let single = [keys::SETTINGS, keys::PERSON].contains(&key.as_str());
        let every = [keys::PLAYING, keys::SCREENINGS, keys::OWN];
        single || every.iter().any(|prefix| key.starts_with(prefix))
    });
    rest.cloned()
        .chain(latest(keys::HISTORY, RECENT))
        .chain(latest(keys::CHECK_INS, RECENT_CHECK_INS))
        .collect()
}

pub(super) fn opened(
    model: &mut Model,
    kept: Result<Vec<(String, String)>, StorageError>,
    keys: &[String],
    now: Moment,
    out: &mut Vec<Effect>,
) {
    // It may be read a second time, when it is known what was lost since it was last written.
    model.kept.history.clear();
    model.check_ins.clear();
    model.screenings.clear();
    model.unended.clear();
    model.own = Map::default();
    model.interrupted = None;
    out.push(Effect::ListVoices);
    let Ok(kept) = kept else {
        model.tell(Notice::StorageForbidden);
        return;
    };
    model.kept.aside = keys
        .iter()
        .filter(|key| key.starts_with(keys::ASIDE))
        .count();
    model.kept.sessions = keys
        .iter()
        .filter(|key| key.starts_with(keys::HISTORY))
        .count();
    for (key, text) in kept {
        if let Err(why) = read(model, &key, text) {
            put_aside_unreadable(model, &key, &why, now, out);
        }
    }
    // Once for all: there may be thousands, each of which can lock, and so none is left unread.
    screenings_in_order(&mut model.screenings);
    out.push(settings::paint(model));
    if !model.unended.is_empty() {
        out.push(Effect::LookAtOtherTabs);
    }
}

fn read(model: &mut Model, key: &str, text: String) -> Result<(), Unreadable> {
    if key == keys::SETTINGS {
        model.settings = read_settings(&text)?;
        model.kept.settings = Some(text);
    } else if key == keys::PERSON {
        model.person = read_person(&text)?;
        model.kept.person = Some(text);
    } else if key.starts_with(keys::CHECK_INS) {
        let check_in = read_check_in(&text)?;
        model.check_ins.retain(|known| known.at != check_in.at);
        model.check_ins.push(check_in);
        put_in_order(&mut model.check_ins, |one, other| one.at.cmp(&other.at));
    } else if key.starts_with(keys::SCREENINGS) {
        let screening = read_screening(&text)?;
        model.screenings.push((key.to_owned(), screening));
    } else if key.starts_with(keys::HISTORY) {
        enter(&mut model.kept.history, read_session(&text)?);
    } else if key.starts_with(keys::OWN) {
        let (id, routine) = read_routine(&text)?;
        model.own.insert(id, routine);
    } else if key.starts_with(keys::PLAYING) {
        let snapshot = read_snapshot(&text)?;
        model.unended.push(Interrupted {
            key: key.to_owned(),
            snapshot,
        });
    }
    Ok(())
}

/// Puts screenings in order of time. Of several under one key, that one holds which was read last.
fn screenings_in_order(screenings: &mut Vec<(String, Screening)>) {
    put_in_order(screenings, |(one, _), (other, _)| one.cmp(other));
    screenings.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    put_in_order(screenings, |(_, one), (_, other)| one.at.cmp(&other.at));
}

/// Enters a session into a history that stays in order of time, in place of what was known of it.
fn enter(history: &mut Vec<SessionRecord>, record: SessionRecord) {
    history.retain(|known| known.started != record.started);
    let earlier = history.partition_point(|other| other.started <= record.started);
    history.insert(earlier, record);
}

fn put_aside_unreadable(
    model: &mut Model,
    key: &str,
    why: &Unreadable,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    match why {
        Unreadable::Newer { .. } => {
            out.push(aside(model, key, now));
            model.tell(Notice::FromNewerVersion);
        }
        Unreadable::Malformed(_) | Unreadable::Senseless { .. } => {
            put_aside(model, key, why.to_string(), now, out);
        }
    }
}

/// Puts aside what is kept under a key, and tells the person why.
pub(super) fn put_aside(
    model: &mut Model,
    key: &str,
    why: String,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    out.push(aside(model, key, now));
    model.tell(Notice::PutAside { why });
}

fn aside(model: &mut Model, key: &str, now: Moment) -> Effect {
    model.kept.aside += 1;
    Effect::PutAside {
        from: key.to_owned(),
        to: keys::aside(key, now),
    }
}

/// Offers the latest session that no other tab plays; older ones are over.
pub(super) fn other_tabs_looked(model: &mut Model, live: &[String], out: &mut Vec<Effect>) {
    let (elsewhere, mut ours): (Vec<_>, Vec<_>) = std::mem::take(&mut model.unended)
        .into_iter()
        .partition(|unended| live.contains(&unended.key));
    if !elsewhere.is_empty() {
        model.tell(Notice::OtherTabPlays);
    }
    let latest = (0..ours.len()).max_by_key(|nth| ours[*nth].snapshot.seen);
    let latest = latest.map(|nth| ours.remove(nth));
    for older in ours {
        abandon(model, &older, out);
    }
    if latest.is_some() {
        model.interrupted = latest;
    }
}

/// The interrupted session is not gone on with: what was done of it goes into the history.
pub(super) fn let_go(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(interrupted) = model.interrupted.take() {
        abandon(model, &interrupted, out);
    }
}

fn abandon(model: &mut Model, interrupted: &Interrupted, out: &mut Vec<Effect>) {
    let record = ending::abandoned(&interrupted.snapshot);
    let key = interrupted.key.replacen(keys::PLAYING, keys::HISTORY, 1);
    keep(model, key, print_session(&record), Over::Anything, out);
    forget(model, interrupted.key.clone(), out);
    enter(&mut model.kept.history, record);
    model.kept.sessions += 1;
}

/// Keeps something, unless what is there can neither be read nor be put aside.
pub(super) fn keep(
    model: &mut Model,
    key: String,
    text: String,
    over: Over,
    out: &mut Vec<Effect>,
) {
    if model.kept.untouchable.contains(&key) {
        model.kept.unkept.insert(key, text);
        return;
    }
    // What could not be kept before is kept now, or comes back as a failure.
    model.kept.unkept.remove(&key);
    out.push(Effect::Keep { key, text, over });
}

pub(super) fn forget(model: &mut Model, key: String, out: &mut Vec<Effect>) {
    model.kept.unkept.remove(&key);
    out.push(Effect::Forget { key });
}

pub(super) fn failed(model: &mut Model, key: String, text: String, error: StorageError) {
    if let Some(bare) = key
        .strip_prefix(keys::ASIDE)
        .and_then(|rest| rest.split_once('/'))
    {
        // It could not be copied aside, so it stays where it is, and is not written over.
        model.kept.aside = model.kept.aside.saturating_sub(1);
        model
            .kept
            .untouchable
            .insert(format!("{}{}", keys::ALL, bare.1));
    } else {
        model.kept.unkept.insert(key, text);
    }
    model.tell(match error {
        StorageError::Forbidden => Notice::StorageForbidden,
        StorageError::Full => Notice::StorageFull,
        StorageError::Failed => Notice::StorageFailed,
    });
}

/// Another tab kept something: what it was told is known here at once. A warning sign that was ticked there
/// must keep this tab from leading anyone, too.
pub(super) fn elsewhere(model: &mut Model, key: &str, text: Option<String>, out: &mut Vec<Effect>) {
    if key.starts_with(keys::PLAYING) {
        if text.is_some() && model.playing.is_some() {
            model.tell(Notice::OtherTabPlays);
        }
        return;
    }
    let Some(text) = text else {
        forgotten_elsewhere(model, key);
        return;
    };
    if key.starts_with(keys::HISTORY) && !model.kept.history.iter().any(|it| is_of(it, key)) {
        model.kept.sessions += 1;
    }
    // What this build cannot read is the other tab's to deal with: nothing is written over here, since what is
    // known to be there is compared before every write.
    let read = read(model, key, text.clone());
    if key.starts_with(keys::SCREENINGS) {
        screenings_in_order(&mut model.screenings);
    }
    if read.is_err() {
        if key == keys::SETTINGS {
            model.kept.settings = Some(text);
        } else if key == keys::PERSON {
            model.kept.person = Some(text);
        }
    } else if key == keys::SETTINGS {
        out.push(settings::paint(model));
    }
}

fn forgotten_elsewhere(model: &mut Model, key: &str) {
    if key == keys::SETTINGS {
        model.kept.settings = None;
    } else if key == keys::PERSON {
        model.kept.person = None;
    } else if let Some(id) = key.strip_prefix(keys::OWN).and_then(OwnId::named) {
        model.own.remove(&id);
    }
}

/// Whether a session that is over is the one kept under this key.
fn is_of(record: &SessionRecord, key: &str) -> bool {
    let began = format!("{}{}-", keys::HISTORY, record.started.as_millis());
    key.starts_with(&began)
}
