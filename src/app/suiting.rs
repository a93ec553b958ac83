//! Routines as they suit the person: what every start and every page of a routine is made from.

use super::model::Model;
use super::update::voice_name;
use crate::domain::history::familiar;
use crate::domain::plan::{Plan, Preferences, Profile};
use crate::domain::posture::Posture;
use crate::domain::routine::{Part, Routine, Step};
use crate::domain::suiting::{Limits, Suited, suit};
use crate::library::catalogue;

/// A routine made to suit the person's body; nothing, where nobody could play it.
pub(super) fn suited(model: &Model, routine: &Routine) -> Option<Suited> {
    let limits = Limits {
        body: model.person.body.clone(),
        ..Limits::default()
    };
    suit(routine, &limits, catalogue()).ok()
}

/// A routine of one posture.
pub(super) fn alone(model: &Model, posture: &'static Posture) -> Routine {
    Routine {
        id: posture.id.to_owned(),
        title: posture.name.to_owned(),
        purpose: posture.why.to_owned(),
        parts: vec![Part::Step(Step::of(posture, model.person.body.age))],
    }
}

/// How a routine would be led now.
pub(super) fn plan(model: &Model, routine: Routine) -> Plan {
    Plan {
        routine,
        preferences: preferences(model),
        profile: profile(model),
    }
}

/// What was set, with the pace of the voice that speaks.
pub(super) fn preferences(model: &Model) -> Preferences {
    Preferences {
        stretch: model.settings.stretch_of(&voice_name(model)),
        ..model.settings.preferences
    }
}

/// What is known of the listener.
pub(super) fn profile(model: &Model) -> Profile {
    Profile {
        sessions: model.kept.sessions,
        familiar: familiar(&model.kept.history),
        before: model.before,
        body: model.person.body.clone(),
    }
}
