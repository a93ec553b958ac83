//! A routine that somebody passed on, before it is kept.

pub use super::errors::{fault, remark};

use super::{State, leads_to};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::routine::view::{RoutineView, of};
use crate::domain::own::OwnId;
use crate::domain::routine::Routine;
use crate::format::routine::read;
use crate::text::{Locale, en};

/// What a text is, whoever looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// There is no text yet.
    Nothing,
    /// It is the address of something that is here.
    Leads(Route),
    /// What is wrong with it, a sentence each.
    Wrong(Vec<String>),
    /// A routine.
    Routine {
        /// The routine, to be kept. It has an id of one's own.
        routine: Box<Routine>,
        /// What was taken otherwise than it is written, a sentence each.
        taken_as: Vec<String>,
        /// The lines of the text that are no part of it.
        aside: Vec<String>,
    },
}

/// What is shown of a text that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakingIn {
    /// What it is.
    pub looked: Looked,
    /// The routine as it suits this person.
    pub shown: Option<RoutineView>,
    /// Where it is, if it is known already.
    pub known: Option<Route>,
}

/// Finds out what a text is. What does it is a part of the program of its own: few ever take a routine in.
pub fn look_at(text: &str, locale: Locale) -> Looked {
    if text.trim().is_empty() {
        return Looked::Nothing;
    }
    let to = leads_to(text);
    let Route::TakeIn(text) = to else {
        return Looked::Leads(to);
    };
    match read(&text, en::NAMELESS) {
        Ok(read) => Looked::Routine {
            routine: Box::new(read.routine),
            taken_as: few(read.remarks.iter().map(remark).collect()),
            aside: few(read.aside),
        },
        Err(faults) => Looked::Wrong(faults.iter().map(|it| fault(locale, it)).collect()),
    }
}

/// What is shown of what was found out.
pub fn taking_in(looked: Looked, context: &Context) -> TakingIn {
    let (shown, known) = match &looked {
        Looked::Routine { routine, .. } => {
            let known = OwnId::named(&routine.id).filter(|id| context.kept.own.get(id).is_some());
            (of(routine, context), known.map(Route::Own))
        }
        Looked::Nothing | Looked::Leads(_) | Looked::Wrong(_) => (None, None),
    };
    TakingIn {
        looked,
        shown,
        known,
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
