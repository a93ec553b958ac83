//! The questions about warning signs: when they are asked, and what comes of them.

use super::{choosing, keeping, playing};
use crate::app::effect::{Effect, Over};
use crate::app::model::{Asked, Model, Playing, Then};
use crate::app::route::Route;
use crate::domain::body::Caution;
use crate::domain::few::Set;
use crate::domain::screening::{Action, Due, Scope, Screening, Sign, Why, action};
use crate::domain::session::Command;
use crate::domain::time::Moment;
use crate::store::{keys, print_screening};

/// Whether the way is open to what the person wants. Where questions are due they are asked first; where
/// something was ticked that someone must look at, the person is told so.
pub(super) fn open(model: &mut Model, then: Then, now: Moment, out: &mut Vec<Effect>) -> bool {
    if model.lock().is_some() {
        model.asked = None;
    } else if let Some(due) = model.due(now) {
        ask(model, due, then);
    } else {
        return true;
    }
    out.push(Effect::GoTo(Route::Screening));
    false
}

/// A session that runs while something that was ticked waits to be looked at is made to wait: it was begun or
/// gone on with before the sign was ticked, here or in another tab.
pub(super) fn hold_back(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let runs = |playing: &Playing| playing.session.is_running();
    if model.playing.as_ref().is_some_and(runs) && model.lock().is_some() {
        playing::command(model, Command::Pause, now, out);
        out.push(Effect::GoTo(Route::Screening));
    }
}

fn ask(model: &mut Model, due: Due, then: Then) {
    model.asked = Some(Asked {
        sheets: due.scope().sheets().to_vec(),
        due,
        signs: Set::new(),
        then,
    });
}

/// Asks everything again, because the person wants it.
pub(super) fn ask_again(model: &mut Model, out: &mut Vec<Effect>) {
    ask(model, Due::Everything(Why::Wanted), Then::Question);
    out.push(Effect::GoTo(Route::Screening));
}

pub(super) fn ticked(model: &mut Model, sign: Sign, there: bool) {
    if let Some(asked) = &mut model.asked {
        if there {
            asked.signs.insert(sign);
        } else {
            asked.signs.remove(&sign);
        }
    }
}

/// A sheet is answered: the next one is shown. An emergency is not kept waiting by more questions.
pub(super) fn answered(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(asked) = &mut model.asked else {
        return;
    };
    if asked.sheets.is_empty() {
        return;
    }
    asked.sheets.remove(0);
    let result = action(&asked.signs);
    let mut scope = asked.due.scope();
    if result == Action::Emergency && !asked.sheets.is_empty() {
        asked.sheets.clear();
        // What was not asked is asked when someone has looked at this.
        scope = Scope::EmergencySigns;
    }
    if !asked.sheets.is_empty() {
        return;
    }
    let screening = Screening {
        at: now,
        scope,
        signs: asked.signs.clone(),
        assessed: None,
    };
    // Pain that runs into the leg is heeded from now on. It stands under "My body", where it can be taken back.
    if asked.signs.contains(&Sign::BelowKnee) {
        model.person.body.cautions.insert(Caution::LegPain);
        choosing::keep(model, out);
    }
    let key = keys::screening(now, model.tab);
    keep(model, key.clone(), &screening, out);
    model.screenings.push((key, screening));
    if model.lock().is_some() {
        model.asked = None;
    } else if result == Action::Go {
        go_on(model, now, out);
    }
}

/// Goes on to what the person wanted.
pub(super) fn go_on(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(asked) = model.asked.take() else {
        return;
    };
    match asked.then {
        Then::Today => out.push(Effect::GoTo(Route::Today)),
        Then::Question => out.push(Effect::GoTo(Route::Question)),
        Then::Start(start) => playing::start(model, start, now, out),
    }
}

/// The person states that someone has examined them: nothing is locked any more.
pub(super) fn assessed(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let mut changed = Vec::new();
    for (key, screening) in &mut model.screenings {
        if action(&screening.signs).locks() && screening.assessed.is_none() {
            screening.assessed = Some(now);
            changed.push((key.clone(), screening.clone()));
        }
    }
    for (key, screening) in changed {
        keep(model, key, &screening, out);
    }
    let route = if model.check_ins.is_empty() {
        Route::Question
    } else {
        Route::Today
    };
    out.push(Effect::GoTo(route));
}

fn keep(model: &mut Model, key: String, screening: &Screening, out: &mut Vec<Effect>) {
    keeping::keep(model, key, print_screening(screening), Over::Anything, out);
}
