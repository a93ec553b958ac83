//! Whether anything can be stored, for how long, and how much.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::answer;
use crate::browser::reflect::{Settled, call_async, count, from_navigator};
use crate::browser::storage;
use crate::device::check::{Persistence, StorageEstimate, StorageFinding};

/// Stores something for a moment, and looks up what the browser promises.
pub fn look(report: impl FnOnce(StorageFinding) + 'static) {
    if let Err(error) = storage::try_out() {
        report(StorageFinding::Failed(error));
        return;
    }
    spawn_local(async move {
        let persistence =
            match manager().and_then(|it| call_async(&it, "persisted", &Array::new()).ok()) {
                Some(asked) => match answer(asked).await {
                    Settled::Fulfilled(given) if given.is_truthy() => Persistence::Given,
                    Settled::Fulfilled(_) => Persistence::NotGiven,
                    Settled::Rejected | Settled::TimedOut => Persistence::Untold,
                },
                None => Persistence::Untold,
            };
        let estimate = estimate().await;
        report(StorageFinding::Kept {
            persistence,
            estimate,
        });
    });
}

/// Asks the browser to promise to keep what is stored, which may prompt the user.
pub fn try_out(report: impl FnOnce(StorageFinding) + 'static) {
    if let Err(error) = storage::try_out() {
        report(StorageFinding::Failed(error));
        return;
    }
    let asked = manager().and_then(|it| call_async(&it, "persist", &Array::new()).ok());
    spawn_local(async move {
        let persistence = said(asked).await;
        let estimate = estimate().await;
        report(StorageFinding::Kept {
            persistence,
            estimate,
        });
    });
}

/// The browser's answer. The user may take their time to give one.
async fn said(asked: Option<Promise>) -> Persistence {
    let Some(asked) = asked else {
        return Persistence::Untold;
    };
    match JsFuture::from(asked).await {
        Ok(given) if given.is_truthy() => Persistence::Given,
        Ok(_) | Err(_) => Persistence::Refused,
    }
}

async fn estimate() -> Option<StorageEstimate> {
    let asked = call_async(&manager()?, "estimate", &Array::new()).ok()?;
    let Settled::Fulfilled(estimate) = answer(asked).await else {
        return None;
    };
    Some(StorageEstimate {
        used: count(&estimate, "usage")?,
        quota: count(&estimate, "quota")?,
    })
}

/// `navigator.storage`, if it exists.
fn manager() -> Option<JsValue> {
    from_navigator("storage")
}
