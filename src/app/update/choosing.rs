//! How the back is, what the person said of themselves, and what is proposed.

use super::{keeping, screening};
use crate::app::effect::{Effect, Over};
use crate::app::event::{Start, Telling};
use crate::app::model::{Model, Then};
use crate::app::route::Route;
use crate::app::suiting::{alone, preferences, profile, suited};
use crate::domain::episode::{CheckIn, Feeling};
use crate::domain::proposing::{Asking, Lately, Wish, propose as propose_for};
use crate::domain::routine::Routine;
use crate::domain::screening::gentle_only;
use crate::domain::time::Moment;
use crate::library::{self, catalogue};
use crate::store::{keys, print_check_in, print_person};

/// Takes note of how the back is, and goes on to what to do today.
pub(super) fn checked_in(model: &mut Model, feeling: Feeling, now: Moment, out: &mut Vec<Effect>) {
    let check_in = CheckIn {
        at: now,
        day: model.today(now),
        feeling,
    };
    // The same answer twice on one day says nothing new.
    let known = model
        .check_ins
        .last()
        .is_some_and(|last| last.day == check_in.day && last.feeling == feeling);
    if !known {
        let key = keys::check_in(now, model.tab);
        keeping::keep(model, key, print_check_in(&check_in), Over::Anything, out);
        model.check_ins.push(check_in);
    }
    if screening::open(model, Then::Today, now, out) {
        out.push(Effect::GoTo(Route::Today));
    }
}

/// Takes note of what the person said of themselves.
pub(super) fn told(model: &mut Model, telling: Telling, now: Moment, out: &mut Vec<Effect>) {
    let person = &mut model.person;
    let body = &mut person.body;
    match telling {
        Telling::Caution(caution, true) => {
            body.cautions.insert(caution);
        }
        Telling::Caution(caution, false) => {
            body.cautions.remove(&caution);
        }
        Telling::Age(age) => body.age = age,
        Telling::LeftOut(id, true) => {
            body.left_out.insert(id.to_owned());
        }
        Telling::LeftOut(id, false) => {
            body.left_out.remove(id);
        }
        Telling::Time(time) => person.time = time,
        Telling::Place(place) => person.surroundings.place = place,
        Telling::Thing(thing, true) => {
            person.surroundings.things.insert(thing);
        }
        Telling::Thing(thing, false) => {
            person.surroundings.things.remove(&thing);
        }
        Telling::Emergency(number) => person.emergency = number,
    }
    keep(model, out);
    if model.route == Route::Today {
        propose(model, now);
    }
}

/// Keeps what the person said of themselves.
pub(super) fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let text = print_person(&model.person);
    if model.kept.person.as_ref() == Some(&text) {
        return;
    }
    let known = model.kept.person.replace(text.clone());
    let key = keys::PERSON.to_owned();
    keeping::keep(model, key, text, Over::Known(known), out);
}

/// Works out what to do today, for the latest check-in.
pub(super) fn propose(model: &mut Model, now: Moment) {
    let Some(check_in) = model.check_ins.last() else {
        model.proposed = None;
        return;
    };
    let wish = Wish {
        feeling: check_in.feeling,
        time: model.person.time,
        surroundings: model.person.surroundings.clone(),
    };
    let answers = model.answers();
    let asking = Asking {
        preferences: preferences(model),
        profile: profile(model),
        lately: Lately::of(&model.kept.history, now),
        gentle: gentle_only(&answers, now),
        phrasing: model.locale.phrasing(),
    };
    model.proposed = Some(propose_for(&wish, &asking, catalogue()));
}

/// The routine that is to begin, made to suit the person's body; nothing where there is none, or where
/// nothing in it suits.
pub(super) fn routine(model: &Model, start: Start) -> Option<Routine> {
    let routine = match start {
        Start::Posture(id) => &alone(model, library::posture(id)?),
        Start::Proposed(_) | Start::Routine(_) | Start::Own(_) => written(model, start)?,
    };
    let suited = suited(model, routine)?;
    (!suited.steps.is_empty()).then(|| suited.routine(routine))
}

/// The routine that is meant, as it is written down; nothing where there is none, and for a posture alone.
pub(in crate::app) fn written(model: &Model, start: Start) -> Option<&Routine> {
    match start {
        Start::Proposed(nth) => {
            let proposals = model.proposed.as_ref()?.as_ref().ok()?;
            Some(&proposals.get(nth)?.routine)
        }
        Start::Routine(id) => Some(&library::routine(id)?.routine),
        Start::Own(id) => model.own.get(&id),
        Start::Posture(_) => None,
    }
}
