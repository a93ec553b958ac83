//! Routines as they suit the user and as they are shown: the basis of every start and every routine page.

pub mod view;

use super::context::Context;
use super::want::Start;
use crate::domain::compile;
use crate::domain::history::familiar;
use crate::domain::plan::{Plan, Preferences, Profile};
use crate::domain::posture::Posture;
use crate::domain::routine::{Routine, RoutinePart, Step};
use crate::domain::suiting::{Limits, Suited, suit};
use crate::library::{self, catalogue};
use std::time::Duration;

/// A routine made to suit the user's body; `None` if nobody could play it.
pub(super) fn suited(context: &Context, routine: &Routine) -> Option<Suited> {
    let limits = Limits {
        body: context.person().body.clone(),
        ..Limits::default()
    };
    suit(routine, &limits, catalogue()).ok()
}

/// A routine as it is led: made to suit the user's body; `None` if nothing in it suits.
pub(super) fn led(context: &Context, routine: &Routine) -> Option<Routine> {
    let suited = suited(context, routine)?;
    (!suited.steps.is_empty()).then(|| suited.routine(routine))
}

/// The routine to start, as it is written down; `None` if there is none, or it is a proposal or a single posture.
pub(super) fn written(start: Start, context: &Context) -> Option<&Routine> {
    match start {
        Start::Routine(id) => Some(&library::routine(id)?.routine),
        Start::Own(id) => context.kept.own(id),
        Start::Proposed(_) | Start::Posture(_) => None,
    }
}

/// A routine of just this posture.
pub(super) fn alone(context: &Context, posture: &'static Posture) -> Routine {
    Routine {
        id: posture.id.to_owned(),
        title: posture.name.to_owned(),
        purpose: posture.why.to_owned(),
        parts: vec![RoutinePart::Step(Step::of(
            posture,
            context.person().body.age,
        ))],
    }
}

/// The plan by which a routine would be led now.
pub(super) fn plan(context: &Context, routine: Routine) -> Plan {
    Plan {
        routine,
        preferences: preferences(context),
        profile: profile(context),
    }
}

/// How long a routine would take now: made to suit the user, with as much said as they chose.
pub(super) fn length(context: &Context, routine: &Routine) -> Duration {
    all_as_led(context)(routine).1
}

/// Routines as they would be led now, and how long they take: one that does not suit at all, as it is written. There may be
/// thousands of voices to choose from, and a history to look through, so that is done once for many.
pub(super) fn all_as_led(context: &Context) -> impl Fn(&Routine) -> (Routine, Duration) + '_ {
    let (preferences, profile) = (preferences(context), profile(context));
    move |routine| {
        let plan = Plan {
            routine: led(context, routine).unwrap_or_else(|| routine.clone()),
            preferences,
            profile: profile.clone(),
        };
        let takes = compile::length(&plan, context.locale.phrasing()).unwrap_or_default();
        (plan.routine, takes)
    }
}

/// The preferences that were set, with the pace of the current voice.
pub(super) fn preferences(context: &Context) -> Preferences {
    let settings = context.settings();
    Preferences {
        slowness: settings.slowness_of(context.voice_name()),
        ..settings.preferences
    }
}

/// What is known about the listener.
pub(super) fn profile(context: &Context) -> Profile {
    Profile {
        sessions: context.kept.sessions.iter().len(),
        familiar: familiar(context.history()),
        before: context.before(),
        body: context.person().body.clone(),
    }
}
