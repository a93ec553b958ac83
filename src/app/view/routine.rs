//! A routine, as it suits this person.

use std::time::Duration;

use crate::app::event::Start;
use crate::app::model::Model;
use crate::app::suiting::{plan, suited};
use crate::app::update::written;
use crate::domain::compile;
use crate::domain::cue::Density;
use crate::domain::place::Thing;
use crate::domain::routine::{Routine, Step};
use crate::domain::session::Ending;
use crate::domain::suiting::Change;
use crate::domain::time::Moment;
use crate::text::{Key, en};

/// What is shown of a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutineView {
    /// Its title.
    pub title: String,
    /// Its length and what it needs.
    pub time: String,
    /// How often it was finished this week.
    pub finished: Option<String>,
    /// Its steps; none, where nothing in it suits.
    pub steps: Vec<StepView>,
    /// Why these, in this order.
    pub purpose: String,
    /// What was changed for this person, and why.
    pub changes: Vec<ChangeView>,
    /// For each posture whom it does not suit: its name and a sentence or two.
    pub care: Vec<(&'static str, &'static str)>,
    /// How much is said.
    pub density: &'static str,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// The posture's id.
    pub posture: &'static str,
    /// Its figure's id.
    pub figure: &'static str,
    /// The posture.
    pub name: &'static str,
    /// Which way of doing it, where that is not the usual one.
    pub way: Option<&'static str>,
    /// How much.
    pub dose: String,
}

/// A change: what became of a posture, and why, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeView {
    /// What became of it.
    pub what: String,
    /// Why, a sentence each.
    pub why: Vec<&'static str>,
}

/// A routine of the library, or one's own; nothing, where there is none of this id.
pub fn routine(model: &Model, start: Start, now: Moment) -> Option<RoutineView> {
    of(model, written(model, start)?, now)
}

/// A routine, wherever it is from; nothing, where it cannot be led.
pub(super) fn of(model: &Model, routine: &Routine, now: Moment) -> Option<RoutineView> {
    let suited = suited(model, routine)?;
    let mut care: Vec<_> = Vec::new();
    for step in &suited.steps {
        let entry = (step.posture.name, step.posture.care);
        if !care.contains(&entry) {
            care.push(entry);
        }
    }
    Some(RoutineView {
        title: routine.title.clone(),
        time: en::time_and_needs(length(model, routine.clone()), &needs(&suited.steps)),
        finished: en::finished_this_week(finished_this_week(model, &routine.id, now)),
        steps: steps(&suited.steps),
        purpose: routine.purpose.clone(),
        changes: changes(&suited.changes),
        care,
        density: density(model),
    })
}

/// How long a routine takes as it would be led now: made to suit the person, with as much said as they chose.
pub(super) fn length(model: &Model, routine: Routine) -> Duration {
    let suited = suited(model, &routine).map(|suited| suited.routine(&routine));
    let routine = suited.unwrap_or(routine);
    compile::length(&plan(model, routine), model.locale.phrasing()).unwrap_or_default()
}

fn finished_this_week(model: &Model, id: &str, now: Moment) -> usize {
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    let finished = model.kept.history.iter().filter(|record| {
        record.routine == id && record.ending == Ending::Finished && now.since(record.ended) <= week
    });
    finished.count()
}

pub(super) fn steps(steps: &[Step]) -> Vec<StepView> {
    let shown = |step: &Step| {
        let form = step.form();
        StepView {
            posture: step.posture.id,
            figure: form.figure,
            name: step.posture.name,
            way: (form.id != step.posture.usual.id).then_some(form.name),
            dose: en::dose(step),
        }
    };
    steps.iter().map(shown).collect()
}

pub(super) fn changes(changes: &[Change]) -> Vec<ChangeView> {
    let shown = |change: &Change| ChangeView {
        what: en::outcome(change.posture.name, change.outcome),
        why: change.because.iter().copied().map(en::objection).collect(),
    };
    changes.iter().map(shown).collect()
}

/// What one must have at hand for some steps, each thing once.
pub(super) fn needs(steps: &[Step]) -> Vec<Thing> {
    let needed = |thing: &Thing| steps.iter().any(|step| step.form().needs.contains(thing));
    Thing::ALL.into_iter().filter(needed).collect()
}

/// How much is said.
pub fn density(model: &Model) -> &'static str {
    model.locale.word(match model.settings.preferences.density {
        Density::Teaching => Key::VoiceTeaching,
        Density::Reminding => Key::VoiceReminding,
        Density::TonesOnly => Key::VoiceTones,
        Density::Silent => Key::VoiceSilent,
    })
}
