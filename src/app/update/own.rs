//! Routines that a person brings along, and routines that they pass on.

use super::{choosing, keeping};
use crate::app::effect::{Effect, Over};
use crate::app::event::{OwnEvent, Start};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::domain::own::OwnId;
use crate::domain::routine::Routine;
use crate::format;
use crate::store::{keys, print_routine};
use crate::text::en;

pub(super) fn happened(model: &mut Model, event: OwnEvent, out: &mut Vec<Effect>) {
    match event {
        OwnEvent::Opened(Ok(text)) => out.push(Effect::GoTo(Route::TakeIn(text))),
        OwnEvent::Opened(Err(_)) => model.tell(Notice::FileNotRead),
        OwnEvent::Written(text) => out.push(Effect::BearInAddress(Route::TakeIn(text))),
        OwnEvent::KeepPressed(text) => take_in(model, &text, out),
        OwnEvent::RemovePressed(id) => remove(model, id, out),
        OwnEvent::PutBackPressed => {
            if let Some((id, routine)) = model.removed.take() {
                keep(model, id, routine, out);
            }
        }
    }
}

/// Keeps the routine of a text. What is wrong with a text is shown where it is looked at.
fn take_in(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    let Ok(read) = format::routine::read(text, en::NAMELESS) else {
        return;
    };
    let id = read.id;
    keep(model, id, read.routine, out);
    // The way back leads to where the text came from, not to its being taken in again.
    out.push(Effect::GiveWay(Route::Own(id)));
}

fn keep(model: &mut Model, id: OwnId, routine: Routine, out: &mut Vec<Effect>) {
    let text = print_routine(&routine);
    // What is kept under this key is the same routine.
    keeping::keep(model, keys::own(id), text, Over::Anything, out);
    model.own.insert(id, routine);
}

fn remove(model: &mut Model, id: OwnId, out: &mut Vec<Effect>) {
    let Some(routine) = model.own.remove(&id) else {
        return;
    };
    keeping::forget(model, keys::own(id), out);
    model.removed = Some((id, routine));
    out.push(Effect::GoTo(Route::Library));
}

/// Passes a routine on: one that the library has by its address, and any other as what it holds.
pub(super) fn pass_on(model: &Model, start: Start, out: &mut Vec<Effect>) {
    let Some(routine) = choosing::written(model, start) else {
        return;
    };
    let route = match start {
        Start::Routine(id) => Route::Routine(id),
        Start::Own(_) | Start::Proposed(_) | Start::Posture(_) => {
            Route::TakeIn(format::routine::print(routine))
        }
    };
    let title = routine.title.clone();
    out.push(Effect::PassOn { title, route });
}
