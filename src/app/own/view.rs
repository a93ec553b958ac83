//! What is shown of a routine that somebody shared, before it is stored.

pub use super::errors::{fault, remark};

use super::{State, leads_to};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::routine::view::{RoutineView, of};
use crate::domain::own::OwnId;
use crate::domain::routine::Routine;
use crate::format::routine::read;
use crate::text::en;

/// What a text turned out to be, whoever the user is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// There is no text yet.
    Nothing,
    /// The address of something that is here.
    Leads(Route),
    /// Not a routine: what is wrong with it, a sentence each.
    Wrong(Vec<String>),
    /// A routine.
    Routine {
        /// The routine to store, whose id is that of one of the user's own.
        routine: Box<Routine>,
        /// What was understood differently from how it is written, a sentence each.
        taken_as: Vec<String>,
        /// The lines of the text that aren't part of it.
        aside: Vec<String>,
    },
}

/// What is shown of a text to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakingIn {
    /// What the text is.
    pub looked: Recognised,
    /// The routine as it suits this user.
    pub shown: Option<RoutineView>,
    /// Where the routine is, if it is stored already.
    pub known: Option<Route>,
}

/// Finds out what a text is. This is a part of the program that is loaded on demand, as few users import routines.
pub fn look_at(text: &str) -> Recognised {
    if text.trim().is_empty() {
        return Recognised::Nothing;
    }
    let to = leads_to(text);
    let Route::TakeIn(text) = to else {
        return Recognised::Leads(to);
    };
    match read(&text, en::NAMELESS) {
        Ok(read) => Recognised::Routine {
            routine: Box::new(read.routine),
            taken_as: few(read.remarks.iter().map(remark).collect()),
            aside: few(read.aside),
        },
        Err(faults) => Recognised::Wrong(faults.iter().map(fault).collect()),
    }
}

/// Prepares for display what [`look_at`] found out.
pub fn taking_in(looked: Recognised, context: &Context) -> TakingIn {
    let (shown, known) = match &looked {
        Recognised::Routine { routine, .. } => {
            let known = OwnId::named(&routine.id).filter(|id| context.kept.own(*id).is_some());
            (of(routine, context), known.map(Route::Own))
        }
        Recognised::Nothing | Recognised::Leads(_) | Recognised::Wrong(_) => (None, None),
    };
    TakingIn {
        looked,
        shown,
        known,
    }
}

/// Limits lines to what people will look through, and says how many more there are.
fn few(mut lines: Vec<String>) -> Vec<String> {
    const MOST: usize = 40;
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        lines.truncate(MOST);
        lines.push(en::more_lines(more));
    }
    lines
}

/// Says that the routine removed last is gone, in a sentence.
pub fn removed(state: &State) -> Option<String> {
    let (_, routine) = state.removed.as_ref()?;
    Some(en::removed(&routine.title))
}
