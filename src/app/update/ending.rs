//! What is kept of a session that is over, and what the person says about it.

use crate::app::effect::{Effect, Over};
use crate::app::model::{Model, Over as SessionOver};
use crate::app::route::Route;
use crate::app::update::{keeping, settings};
use crate::domain::history::SessionRecord;
use crate::domain::pain::Pain;
use crate::domain::session::{Ending, Snapshot};
use crate::domain::time::Moment;
use crate::store::{keys, print_session};

/// A line to remember is cut off here, in characters.
const LONGEST_NOTE: usize = 500;

/// The session under way is over: it becomes a record, at once.
pub(super) fn ended(model: &mut Model, ending: Ending, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = model.playing.take() else {
        return;
    };
    let plan = playing.session.plan();
    let started = playing.session.started().unwrap_or(now);
    let record = SessionRecord {
        routine: plan.routine.id.clone(),
        title: plan.routine.title.clone(),
        started,
        ended: now,
        ending,
        done: playing.session.done().to_vec(),
        before: plan.profile.before,
        after: None,
        note: String::new(),
    };
    let key = keys::history(started, model.tab);
    model.kept.history.push(record.clone());
    model.kept.sessions += 1;
    model.over = Some(SessionOver { record, key });
    keep(model, out);
    keeping::forget(model, playing.key, out);
    // What was learned of the voice's pace is kept with the next write of the settings.
    settings::keep(model, out);
    out.push(Effect::Unclaim);
    out.push(Effect::GoTo(Route::Ending));
}

/// The record of a session that was interrupted and never gone on with.
pub(super) fn abandoned(snapshot: &Snapshot) -> SessionRecord {
    let Snapshot {
        plan,
        done,
        started,
        seen,
        ..
    } = snapshot;
    SessionRecord {
        routine: plan.routine.id.clone(),
        title: plan.routine.title.clone(),
        started: *started,
        ended: *seen,
        ending: Ending::Stopped,
        done: done.clone(),
        before: plan.profile.before,
        after: None,
        note: String::new(),
    }
}

pub(super) fn rated(model: &mut Model, pain: Pain, out: &mut Vec<Effect>) {
    if let Some(over) = &mut model.over {
        let after = &mut over.record.after;
        *after = if *after == Some(pain) {
            None
        } else {
            Some(pain)
        };
        keep(model, out);
    }
}

pub(super) fn noted(model: &mut Model, note: &str, out: &mut Vec<Effect>) {
    if let Some(over) = &mut model.over {
        over.record.note = note.chars().take(LONGEST_NOTE).collect();
        keep(model, out);
    }
}

fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(over) = &model.over else { return };
    let (record, key) = (over.record.clone(), over.key.clone());
    let text = print_session(&record);
    if let Some(kept) = model
        .kept
        .history
        .iter_mut()
        .rfind(|kept| kept.started == record.started)
    {
        *kept = record;
    }
    keeping::keep(model, key, text, Over::Anything, out);
}
