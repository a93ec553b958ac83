//! A routine that somebody passed on, before it is kept.

use super::State;
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::routine::view::{RoutineView, of};
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
pub fn taking_in(text: &str, context: &Context) -> TakingIn {
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
    let known = context.kept.own.get(&id).is_some();
    of(&routine, context).map_or(TakingIn::Nothing, |shown| TakingIn::Routine {
        shown,
        known: known.then_some(Route::Own(id)),
    })
}

/// What became of the routine that was removed last, in a sentence.
pub fn removed(state: &State) -> Option<String> {
    let (_, routine) = state.removed.as_ref()?;
    Some(en::removed(&routine.title))
}
