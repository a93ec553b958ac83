//! A routine, about to be played.

use std::time::Duration;

use crate::app::model::Model;
use crate::domain::compile::compile;
use crate::domain::cue::Density;
use crate::domain::plan::{Plan, Profile};
use crate::domain::session::Ending;
use crate::domain::time::Moment;
use crate::library::{BuiltIn, built_in};
use crate::text::{Key, en};

/// What the proposal shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// The routine's title.
    pub title: String,
    /// Its length and what it needs.
    pub time: String,
    /// How often it was finished this week.
    pub finished: Option<String>,
    /// Its steps.
    pub steps: Vec<StepView>,
    /// Why these, in this order.
    pub purpose: String,
    /// For each posture whom it does not suit: its name and a sentence.
    pub care: Vec<(&'static str, &'static str)>,
    /// Pain before, if rated.
    pub before: Option<u8>,
    /// How much is said.
    pub density: &'static str,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// The posture's id.
    pub posture: &'static str,
    /// The posture.
    pub name: &'static str,
    /// How much.
    pub dose: String,
}

/// The proposal of a routine.
pub fn proposal(model: &Model, routine: BuiltIn, now: Moment) -> ProposalView {
    let routine = built_in(routine);
    let steps = routine.steps().unwrap_or_default();
    let profile = Profile {
        sessions: model.kept.sessions,
        ..Profile::default()
    };
    let plan = Plan {
        routine: routine.clone(),
        preferences: model.settings.preferences,
        profile,
    };
    let total = compile(&plan, model.locale.phrasing())
        .map(|timeline| timeline.total())
        .unwrap_or_default();
    let mut care: Vec<_> = Vec::new();
    for step in &steps {
        let entry = (step.posture.words.name, step.posture.words.care);
        if !care.contains(&entry) {
            care.push(entry);
        }
    }
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    let finished = model.kept.history.iter().filter(|record| {
        record.routine == routine.id
            && record.ending == Ending::Finished
            && now.since(record.ended) <= week
    });
    let density = match model.settings.preferences.density {
        Density::Teaching => Key::VoiceTeaching,
        Density::Reminding => Key::VoiceReminding,
        Density::TonesOnly => Key::VoiceTones,
        Density::Silent => Key::VoiceSilent,
    };
    ProposalView {
        time: en::time_and_things(total, model.locale.word(Key::MatAndChair)),
        finished: en::finished_this_week(finished.count()),
        steps: steps
            .iter()
            .map(|step| StepView {
                posture: step.posture.id,
                name: step.posture.words.name,
                dose: en::dose(step),
            })
            .collect(),
        title: routine.title,
        purpose: routine.purpose,
        care,
        before: model.before.map(crate::domain::pain::Pain::rating),
        density: model.locale.word(density),
    }
}
