//! Whether something can be kept, for how long, and how much.

use js_sys::{Array, Promise as Answering};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::answer;
use crate::browser::reflect::{Settled, call_async, count, from_navigator};
use crate::browser::storage;
use crate::device::check::{Promise, Room, Storage};

/// Keeps something for a moment, and looks what the browser promises.
pub fn look(report: impl FnOnce(Storage) + 'static) {
    if let Err(error) = storage::try_out() {
        report(Storage::Failed(error));
        return;
    }
    spawn_local(async move {
        let promise =
            match manager().and_then(|it| call_async(&it, "persisted", &Array::new()).ok()) {
                Some(asked) => match answer(asked).await {
                    Settled::Fulfilled(given) if given.is_truthy() => Promise::Given,
                    Settled::Fulfilled(_) => Promise::NotGiven,
                    Settled::Rejected | Settled::TimedOut => Promise::Untold,
                },
                None => Promise::Untold,
            };
        let room = room().await;
        report(Storage::Kept { promise, room });
    });
}

/// Asks the browser to promise it, which may ask the person.
pub fn try_out(report: impl FnOnce(Storage) + 'static) {
    if let Err(error) = storage::try_out() {
        report(Storage::Failed(error));
        return;
    }
    let asked = manager().and_then(|it| call_async(&it, "persist", &Array::new()).ok());
    spawn_local(async move {
        let promise = said(asked).await;
        let room = room().await;
        report(Storage::Kept { promise, room });
    });
}

/// What the browser says to that. The person may take their time to answer.
async fn said(asked: Option<Answering>) -> Promise {
    let Some(asked) = asked else {
        return Promise::Untold;
    };
    match JsFuture::from(asked).await {
        Ok(given) if given.is_truthy() => Promise::Given,
        Ok(_) | Err(_) => Promise::Refused,
    }
}

async fn room() -> Option<Room> {
    let asked = call_async(&manager()?, "estimate", &Array::new()).ok()?;
    let Settled::Fulfilled(estimate) = answer(asked).await else {
        return None;
    };
    Some(Room {
        used: count(&estimate, "usage")?,
        quota: count(&estimate, "quota")?,
    })
}

/// `navigator.storage`, where there is such a thing.
fn manager() -> Option<JsValue> {
    from_navigator("storage")
}
