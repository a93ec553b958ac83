//! What is stored of a session that is over, and what the user says about it.

use super::{EndedSession, Stage, State, key};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::history::{Done, SessionRecord};
use crate::domain::pain::Pain;
use crate::domain::plan::Plan;
use crate::domain::session::{Ending, Snapshot};
use crate::domain::time::Moment;
use crate::store::{Record, RecordKey, RecordStamp};

/// The longest note, in characters; the rest is cut off.
const LONGEST_NOTE: usize = 500;

/// Ends the session under way, and turns it into a record at once.
pub(super) fn conclude(state: &mut State, ending: Ending, context: &Context) -> Vec<Want> {
    let playing = match std::mem::take(&mut state.stage) {
        Stage::Playing(playing) => playing,
        other @ (Stage::Idle | Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Over(_)) => {
            state.stage = other;
            return Vec::new();
        }
    };
    let plan = playing.session.plan();
    let started = playing.session.started().unwrap_or(context.now);
    let done = playing.session.done().to_vec();
    let record = record(plan, done, (started, context.now), ending);
    let made = playing.made;
    let kept = over(made, record.clone());
    state.stage = Stage::Over(EndedSession { record, made });
    vec![
        kept,
        // This stores what was learned about the voice's pace.
        Want::KeepSettings,
        Want::Do(Effect::Unclaim),
    ]
}

/// Stores the record of a finished session in place of its snapshot.
pub(super) fn over(made: RecordStamp, record: SessionRecord) -> Want {
    Want::Replace {
        of: key(made),
        by: RecordKey::Session(made),
        record: Box::new(Record::Session(record)),
    }
}

/// The record of a session that was interrupted and never resumed.
pub(super) fn abandoned(snapshot: &Snapshot) -> SessionRecord {
    let Snapshot {
        plan,
        done,
        started,
        seen,
        ..
    } = snapshot;
    record(plan, done.clone(), (*started, *seen), Ending::Stopped)
}

/// A record that the user has not commented on yet.
fn record(
    plan: &Plan,
    done: Vec<Done>,
    (started, ended): (Moment, Moment),
    ending: Ending,
) -> SessionRecord {
    SessionRecord {
        routine: plan.routine.id.clone(),
        title: plan.routine.title.clone(),
        started,
        ended: ended.max(started),
        ending,
        done,
        before: plan.profile.before,
        after: None,
        note: String::new(),
    }
}

pub(super) fn rated(state: &mut State, pain: Pain) -> Vec<Want> {
    change(state, |record| {
        let again = record.after == Some(pain);
        record.after = (!again).then_some(pain);
    })
}

pub(super) fn noted(state: &mut State, note: &str) -> Vec<Want> {
    change(state, |record| {
        record.note = note.chars().take(LONGEST_NOTE).collect();
    })
}

fn change(state: &mut State, change: impl FnOnce(&mut SessionRecord)) -> Vec<Want> {
    let Stage::Over(over) = &mut state.stage else {
        return Vec::new();
    };
    change(&mut over.record);
    vec![kept(over)]
}

fn kept(over: &EndedSession) -> Want {
    Want::keep(
        RecordKey::Session(over.made),
        Record::Session(over.record.clone()),
    )
}
