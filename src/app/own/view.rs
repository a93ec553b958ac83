//! A routine that somebody passed on, before it is kept.

pub use super::faults::{fault, remark};

use super::{State, leads_to};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::routine::view::{RoutineView, of};
use crate::domain::routine::Routine;
use crate::format::routine::read;
use crate::text::en;

/// What is shown of a text that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakingIn {
    /// There is no text yet.
    Nothing,
    /// It is the address of something that is here.
    Leads(Route),
    /// What is wrong with it, a sentence each.
    Wrong(Vec<String>),
    /// What it is.
    Routine {
        /// The routine, to be kept.
        routine: Box<Routine>,
        /// As it suits this person.
        shown: Box<RoutineView>,
        /// Where it is, if it is known already.
        known: Option<Route>,
        /// What was taken otherwise than it is written, a sentence each.
        taken_as: Vec<String>,
        /// The lines of the text that are no part of it.
        aside: Vec<String>,
    },
}

/// What a text is that is to be taken in.
pub fn taking_in(text: &str, context: &Context) -> TakingIn {
    if text.trim().is_empty() {
        return TakingIn::Nothing;
    }
    let to = leads_to(text);
    let Route::TakeIn(text) = to else {
        return TakingIn::Leads(to);
    };
    let read = match read(&text, en::NAMELESS) {
        Ok(read) => read,
        Err(faults) => {
            let faults = faults.iter().map(|it| fault(context.locale, it));
            return TakingIn::Wrong(faults.collect());
        }
    };
    let known = context.kept.own.get(&read.id).is_some();
    let Some(shown) = of(&read.routine, context) else {
        return TakingIn::Nothing;
    };
    TakingIn::Routine {
        shown: Box::new(shown),
        known: known.then_some(Route::Own(read.id)),
        taken_as: few(read.remarks.iter().map(remark).collect()),
        aside: few(read.aside),
        routine: Box::new(read.routine),
    }
}

/// So many lines as one looks through, and how many there are besides.
fn few(mut lines: Vec<String>) -> Vec<String> {
    const MOST: usize = 40;
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        lines.truncate(MOST);
        lines.push(en::more_lines(more));
    }
    lines
}

/// What became of the routine that was removed last, in a sentence.
pub fn removed(state: &State) -> Option<String> {
    let (_, routine) = state.removed.as_ref()?;
    Some(en::removed(&routine.title))
}
