//! The address changed: which screen is shown, and what is left behind.

use super::{checkup, choosing, playing};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::session::Command;
use crate::domain::time::Moment;

/// Goes to a screen. A session that is left alone waits; a screen that has nothing to show gives
/// way to the question.
pub(super) fn changed(model: &mut Model, route: Route, now: Moment, out: &mut Vec<Effect>) {
    if let Some(effects) = shortcut(model, &route, now) {
        out.extend(effects);
        return;
    }
    let route = if is_gone(model, &route) {
        Route::Unknown(route.fragment().trim_start_matches("#/").to_owned())
    } else {
        route
    };
    let empty = (route == Route::Player && model.playing.is_none())
        || (route == Route::Ending && model.over.is_none())
        || (route == Route::Today && model.check_ins.is_empty());
    if empty {
        model.route = Route::Question;
        out.push(Effect::GiveWay(Route::Question));
        return;
    }
    if model.route == Route::Player && route != Route::Player {
        playing::command(model, Command::Pause, now, out);
    }
    if model.route == Route::Settings && route != Route::Settings {
        playing::prefer(model, now, out);
        hush_a_test(model, out);
    }
    if model.route == Route::Doctor && route != Route::Doctor {
        checkup::leave(model);
        hush_a_test(model, out);
    }
    if model.route == Route::Body && route != Route::Body {
        playing::heed(model, now, out);
    }
    if model.route == Route::Ending && route != Route::Ending {
        model.over = None;
    }
    model.route = route;
    if model.route == Route::Today {
        choosing::propose(model, now);
    }
    if model.route == Route::Doctor {
        checkup::open(model, out);
    }
}

/// Whether it is a routine of one's own that is not here, or not any more.
fn is_gone(model: &Model, route: &Route) -> bool {
    matches!(route, Route::Own(id) if model.own.get(id).is_none())
}

/// A test does not follow one around.
fn hush_a_test(model: &Model, out: &mut Vec<Effect>) {
    if model.playing.is_none() {
        out.push(Effect::Hush);
        out.push(Effect::CancelTones);
    }
}

/// Where an address leads that is no screen but the way to one: it gives way to it, so that the way back does
/// not lead through it.
fn shortcut(model: &mut Model, route: &Route, now: Moment) -> Option<Vec<Effect>> {
    let mut effects = Vec::new();
    if let Route::CheckIn(feeling) = route {
        choosing::checked_in(model, *feeling, now, &mut effects);
    } else if *route == Route::Latest {
        effects.push(Effect::GoTo(latest(model)));
    } else {
        return None;
    }
    let give_way = |effect| {
        if let Effect::GoTo(route) = effect {
            Effect::GiveWay(route)
        } else {
            effect
        }
    };
    Some(effects.into_iter().map(give_way).collect())
}

/// The routine of the latest session, or the first screen if it is neither of the library nor one's own.
fn latest(model: &Model) -> Route {
    let latest = model.kept.history.last();
    let route = latest.and_then(|record| Route::routine(&record.routine));
    route
        .filter(|route| !is_gone(model, route))
        .unwrap_or(Route::Question)
}
