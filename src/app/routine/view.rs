//! What is shown of a routine, as it suits this user.

use std::time::Duration;

use super::{length, suited, written};
use crate::app::context::Context;
use crate::app::want::Start;
use crate::domain::cue::Density;
use crate::domain::place::Equipment;
use crate::domain::routine::{Routine, Step};
use crate::domain::session::Ending;
use crate::domain::suiting::Change;
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
    /// Its steps; empty if nothing in it suits.
    pub steps: Vec<StepView>,
    /// Why these steps, in this order.
    pub purpose: String,
    /// What was changed for this user, and why.
    pub changes: Vec<ChangeView>,
    /// Whom each posture doesn't suit: its name and a sentence or two.
    pub care: Vec<(&'static str, &'static str)>,
    /// How much is said, in words.
    pub density: &'static str,
}

/// One step of a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// The posture's id.
    pub posture: &'static str,
    /// The id of its figure.
    pub figure: &'static str,
    /// The posture's name.
    pub name: &'static str,
    /// The name of the variation, unless it is the usual one.
    pub variation: Option<&'static str>,
    /// The dose.
    pub dose: String,
}

/// A change to a posture, and the reasons for it, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeView {
    /// What became of it.
    pub what: String,
    /// The reasons, a sentence each.
    pub why: Vec<&'static str>,
}

/// A routine from the library or the user's own; `None` if there is none with this id.
pub fn routine(start: Start, context: &Context) -> Option<RoutineView> {
    of(written(start, context)?, context)
}

/// A routine from anywhere, as it is shown; `None` if it can't be led.
pub(in crate::app) fn of(routine: &Routine, context: &Context) -> Option<RoutineView> {
    let suited = suited(context, routine)?;
    let mut care: Vec<_> = Vec::new();
    for step in &suited.steps {
        let entry = (step.posture.name, step.posture.care);
        if !care.contains(&entry) {
            care.push(entry);
        }
    }
    Some(RoutineView {
        title: routine.title.clone(),
        time: en::time_and_needs(length(context, routine), &needs(&suited.steps)),
        finished: en::finished_this_week(finished_this_week(&routine.id, context)),
        steps: steps(&suited.steps),
        purpose: routine.purpose.clone(),
        changes: changes(&suited.changes),
        care,
        density: density(context),
    })
}

fn finished_this_week(id: &str, context: &Context) -> usize {
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    let finished = context.history().into_iter().filter(|record| {
        let lately = context.now.since(record.ended) <= week;
        record.routine == id && record.ending == Ending::Finished && lately
    });
    finished.count()
}

pub(in crate::app) fn steps(steps: &[Step]) -> Vec<StepView> {
    let shown = |step: &Step| {
        let form = step.form();
        StepView {
            posture: step.posture.id,
            figure: form.figure,
            name: step.posture.name,
            variation: (form.id != step.posture.usual.id).then_some(form.name),
            dose: en::dose(step),
        }
    };
    steps.iter().map(shown).collect()
}

pub(in crate::app) fn changes(changes: &[Change]) -> Vec<ChangeView> {
    let shown = |change: &Change| ChangeView {
        what: en::outcome(change.posture.name, change.outcome),
        why: change.because.iter().copied().map(en::objection).collect(),
    };
    changes.iter().map(shown).collect()
}

/// The equipment needed for some steps, each thing once.
pub(in crate::app) fn needs(steps: &[Step]) -> Vec<Equipment> {
    let needed = |thing: &Equipment| steps.iter().any(|step| step.form().needs.contains(thing));
    Equipment::ALL.into_iter().filter(needed).collect()
}

/// How much is said, in words.
pub fn density(context: &Context) -> &'static str {
    let density = context.settings().preferences.density;
    context.locale.word(match density {
        Density::Teaching => Key::VoiceTeaching,
        Density::Reminding => Key::VoiceReminding,
        Density::TonesOnly => Key::VoiceTones,
        Density::Silent => Key::VoiceSilent,
    })
}
