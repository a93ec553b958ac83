//! A routine that somebody passed on, before it is kept.

use super::routine::{RoutineView, of};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::time::Moment;
use crate::format::routine::read;
use crate::text::en;

/// What is shown of a text that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakingIn {
    /// There is no text yet.
    Nothing,
    /// What is wrong with it, a sentence each.
    Wrong(Vec<String>),
    /// What it is.
    Routine {
        /// As it suits this person.
        shown: RoutineView,
        /// Where it is, if it is known already.
        known: Option<Route>,
    },
}

/// What a text is that is to be taken in.
pub fn taking_in(model: &Model, text: &str, now: Moment) -> TakingIn {
    if text.trim().is_empty() {
        return TakingIn::Nothing;
    }
    let (id, routine) = match read(text) {
        Ok(read) => read,
        Err(faults) => {
            let faults = faults.iter().map(|it| en::fault(it.line, &it.what));
            return TakingIn::Wrong(faults.collect());
        }
    };
    let known = model.own.get(&id).is_some();
    of(model, &routine, now).map_or(TakingIn::Nothing, |shown| TakingIn::Routine {
        shown,
        known: known.then_some(Route::Own(id)),
    })
}
