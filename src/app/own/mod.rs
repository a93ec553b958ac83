//! Routines that the user brings along, and routines that they share.

mod errors;
mod leading;
pub mod view;

pub use leading::leads_to;

use super::context::Context;
use super::effect::Effect;
use super::notice::Notice;
use super::route::Route;
use super::routine::written;
use super::want::{Start, Want};
use crate::device::{ClipboardError, FileError};
use crate::domain::own::OwnId;
use crate::domain::routine::Routine;
use crate::format;
use crate::store::{Record, RecordKey};

/// What is known about the user's own routines besides those stored.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The routine removed last, which can be put back.
    pub removed: Option<(OwnId, Routine)>,
}

/// Something that happened to the user's own routines, or to one being imported or shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file was opened with Limber: its text, or why it could not be read.
    Opened(Result<String, FileError>),
    /// The user wrote this and is now looking elsewhere, perhaps for the name of a posture.
    Written(String),
    /// The shared text leads to another screen.
    Led(Route),
    /// The user wants to keep this routine, whose id is that of one of the user's own.
    KeepPressed(Box<Routine>),
    /// The user wants to remove this routine.
    RemovePressed(OwnId),
    /// The user wants back the routine removed last.
    PutBackPressed,
    /// The user wants to share this routine.
    PassOnPressed(Start),
    /// The address was, or wasn't, copied in place of sharing, which the browser can't do.
    AddressCopied {
        /// The address.
        address: String,
        /// Whether it was copied.
        copied: Result<(), ClipboardError>,
    },
}

/// Handles an event.
pub(super) fn update(state: &mut State, event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::Opened(Ok(text)) => vec![Want::GoTo(Route::TakeIn(text))],
        Event::Opened(Err(_)) => vec![Want::Tell(Notice::FileNotRead)],
        Event::Written(text) => vec![Want::Do(Effect::BearInAddress(Route::TakeIn(text)))],
        Event::Led(route) => vec![Want::GiveWay(route)],
        Event::KeepPressed(routine) => take_in(*routine),
        Event::RemovePressed(id) => remove(state, id, context),
        Event::PutBackPressed => {
            let removed = state.removed.take();
            removed
                .map(|(id, routine)| keep(id, routine))
                .into_iter()
                .collect()
        }
        Event::PassOnPressed(start) => pass_on(start, context).into_iter().collect(),
        Event::AddressCopied { address, copied } => vec![Want::Tell(match copied {
            Ok(()) => Notice::AddressCopied,
            Err(_) => Notice::AddressNotCopied { address },
        })],
    }
}

/// Stores an imported routine. Going back leads to where it came from, not to the import screen.
fn take_in(routine: Routine) -> Vec<Want> {
    let Some(id) = OwnId::named(&routine.id) else {
        return Vec::new();
    };
    vec![keep(id, routine), Want::GiveWay(Route::Own(id))]
}

/// Stores a routine. Anything already stored under this id is the same routine.
fn keep(id: OwnId, routine: Routine) -> Want {
    Want::keep(RecordKey::Own(id), Record::Own(routine))
}

fn remove(state: &mut State, id: OwnId, context: &Context) -> Vec<Want> {
    let Some(routine) = context.kept.own(id) else {
        return Vec::new();
    };
    state.removed = Some((id, routine.clone()));
    vec![Want::Forget(RecordKey::Own(id)), Want::GoTo(Route::Library)]
}

/// Shares a routine: one of the library by its address, any other by its contents.
fn pass_on(start: Start, context: &Context) -> Option<Want> {
    let routine = written(start, context)?;
    let route = match start {
        Start::Routine(id) => Route::Routine(id),
        Start::Own(_) | Start::Proposed(_) | Start::Posture(_) => {
            Route::TakeIn(format::routine::print(routine))
        }
    };
    let title = routine.title.clone();
    Some(Want::Do(Effect::PassOn { title, route }))
}
