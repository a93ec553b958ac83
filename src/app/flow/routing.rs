//! What an address leads to: which screen is shown, and what is left behind.

use super::Model;
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::want::Want;
use crate::app::{device, session, settings, today};

/// The address changed: which screen is shown, and what is left behind. A screen that has nothing to show gives way to
/// the first one.
pub(super) fn address_changed(model: &mut Model, route: Route) -> Vec<Want> {
    let (to, gives_way) = match leads_to(model, route) {
        Ok(route) => (route, None),
        Err(instead) => (instead.clone(), Some(Want::GiveWay(instead))),
    };
    let from = std::mem::replace(&mut model.context.route, to.clone());
    let Model { context, .. } = model;
    let mut wants = session::moved(&mut model.session, &from, &to, context);
    wants.extend(settings::moved(&from, &to));
    wants.extend(device::moved(&mut model.device, &from, &to));
    today::moved(&mut model.today, &from, &to, context);
    wants.extend(gives_way);
    wants
}

/// The screen that an address leads to, or the one that it gives way to, so that the way back does not lead through it.
fn leads_to(model: &mut Model, route: Route) -> Result<Route, Route> {
    let context = &model.context;
    let nothing_to_show = (route == Route::Player && model.session.playing().is_none())
        || (route == Route::Ending && model.session.over().is_none())
        || (route == Route::Today && context.checked_in().is_none());
    if nothing_to_show {
        Err(Route::Question)
    } else if let Route::CheckIn(feeling) = route {
        // An answer is the person's own to give, whoever sent them here.
        model.today.suggested = Some(feeling);
        Err(Route::Question)
    } else if route == Route::Latest {
        Err(latest(context))
    } else if is_gone(&route, context) {
        let address = route.fragment();
        Ok(Route::Unknown(address.trim_start_matches("#/").to_owned()))
    } else {
        Ok(route)
    }
}

/// Whether it is a routine of one's own that is not here, or not any more.
fn is_gone(route: &Route, context: &Context) -> bool {
    matches!(route, Route::Own(id) if context.kept.own.get(id).is_none())
}

/// The routine of the latest session, or the first screen if it is neither of the library nor one's own.
fn latest(context: &Context) -> Route {
    let latest = context.history().last();
    let route = latest.and_then(|record| Route::routine(&record.routine));
    let route = route.filter(|route| !is_gone(route, context));
    route.unwrap_or(Route::Question)
}
