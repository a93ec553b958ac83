//! Where addresses lead: which screen is shown, and what happens to the one that is left.

use super::Model;
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::want::Want;
use crate::app::{device, session, settings, today};

/// Handles a change of address: shows its screen and leaves the previous one. A screen that has nothing to show gives
/// way to the first screen.
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

/// The screen that an address leads to, or as an error the one it gives way to, so that going back skips it.
fn leads_to(model: &mut Model, route: Route) -> Result<Route, Route> {
    let context = &model.context;
    let nothing_to_show = (route == Route::Player && model.session.playing().is_none())
        || (route == Route::Ending && model.session.over().is_none())
        || (route == Route::Today && context.checked_in().is_none());
    if nothing_to_show {
        Err(Route::Question)
    } else if let Route::CheckIn(feeling) = route {
        // Only the user may give an answer, whoever sent them this link.
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

/// Whether this is a routine of the user's own that isn't here, or is no longer.
fn is_gone(route: &Route, context: &Context) -> bool {
    matches!(route, Route::Own(id) if context.kept.own(*id).is_none())
}

/// The routine of the latest session, or the first screen if it is neither in the library nor one of the user's own.
fn latest(context: &Context) -> Route {
    let latest = context.history().pop();
    let route = latest.and_then(|record| Route::routine(&record.routine));
    let route = route.filter(|route| !is_gone(route, context));
    route.unwrap_or(Route::Question)
}
