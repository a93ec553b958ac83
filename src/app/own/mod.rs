//! Routines that a person brings along, and routines that they pass on.

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

/// What is known of routines of one's own besides those that are kept.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The one that was removed last, to be put back.
    pub removed: Option<(OwnId, Routine)>,
}

/// Something that happened to routines of one's own, or to one that is to become that, or is passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file was opened with Limber, and this stands in it; or it is no text.
    Opened(Result<String, FileError>),
    /// The person wrote this, and looks elsewhere now: for the name of a posture, perhaps.
    Written(String),
    /// The text that was passed on leads to another screen.
    Led(Route),
    /// The person wants to keep this routine, which has an id of one's own.
    KeepPressed(Box<Routine>),
    /// The person does not want this one any more.
    RemovePressed(OwnId),
    /// The person wants the one back that was removed last.
    PutBackPressed,
    /// The person wants to pass this routine on.
    PassOnPressed(Start),
    /// The address of what was to be passed on was copied, since the browser passes nothing on; or it was not.
    AddressCopied {
        /// The address.
        address: String,
        /// Whether it was copied.
        copied: Result<(), ClipboardError>,
    },
}

/// Takes notice of an event.
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

/// Keeps a routine. The way back leads to where it came from, not to its being taken in again.
fn take_in(routine: Routine) -> Vec<Want> {
    let Some(id) = OwnId::named(&routine.id) else {
        return Vec::new();
    };
    vec![keep(id, routine), Want::GiveWay(Route::Own(id))]
}

/// What is kept under this key is the same routine.
fn keep(id: OwnId, routine: Routine) -> Want {
    Want::keep(RecordKey::Own(id), Record::Own(routine))
}

fn remove(state: &mut State, id: OwnId, context: &Context) -> Vec<Want> {
    let Some(routine) = context.kept.own.get(&id) else {
        return Vec::new();
    };
    state.removed = Some((id, routine.clone()));
    vec![Want::Forget(RecordKey::Own(id)), Want::GoTo(Route::Library)]
}

/// Passes a routine on: one that the library has by its address, and any other as what it holds.
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
