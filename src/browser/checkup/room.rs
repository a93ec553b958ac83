//! Whether something can be kept, for how long, and how much.

use js_sys::{Array, Promise as Answering};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::answer;
use crate::browser::by_name::{Answer, ask, get, of_navigator};
use crate::browser::storage;
use crate::device::checkup::{Promise, Room, Storage};

/// Keeps something for a moment, and looks what the browser promises.
pub fn look(report: impl FnOnce(Storage) + 'static) {
    if let Err(error) = storage::try_out() {
        report(Storage::Failed(error));
        return;
    }
    spawn_local(async move {
        let promise = match manager().and_then(|it| ask(&it, "persisted", &Array::new()).ok()) {
            Some(asked) => match answer(asked).await {
                Answer::Given(given) if given.is_truthy() => Promise::Given,
                Answer::Given(_) => Promise::NotGiven,
                Answer::Refused | Answer::Silent => Promise::Untold,
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
    let asked = manager().and_then(|it| ask(&it, "persist", &Array::new()).ok());
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
    let asked = ask(&manager()?, "estimate", &Array::new()).ok()?;
    let Answer::Given(estimate) = answer(asked).await else {
        return None;
    };
    Some(Room {
        used: bytes(&estimate, "usage")?,
        quota: bytes(&estimate, "quota")?,
    })
}

fn bytes(of: &JsValue, name: &str) -> Option<u64> {
    let bytes = get(of, name)?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of bytes, never below nought"
    )]
    let whole = bytes.max(0.0) as u64;
    Some(whole)
}

/// `navigator.storage`, where there is such a thing.
fn manager() -> Option<JsValue> {
    of_navigator("storage")
}
