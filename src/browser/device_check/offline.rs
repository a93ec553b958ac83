//! Whether the page is stored for use without a network.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::answer;
use crate::browser::reflect::{Settled, call_async, from_navigator, get};
use crate::device::check::Offline;

/// Looks at the service worker for this address.
pub fn look(report: impl FnOnce(Offline) + 'static) {
    let Some(workers) = from_navigator("serviceWorker") else {
        report(Offline::Missing);
        return;
    };
    let Ok(asked) = call_async(&workers, "getRegistration", &Array::new()) else {
        report(Offline::Refused);
        return;
    };
    spawn_local(async move {
        let mut found = state(&workers, answer(asked).await);
        // At the first visit the page is just being stored: that is worth a moment's wait.
        if matches!(found, Offline::None | Offline::Installing)
            && let Some(ready) = get(&workers, "ready").and_then(|it| it.dyn_into().ok())
            && let ready @ Settled::Fulfilled(_) = answer(ready).await
        {
            found = state(&workers, ready);
        }
        report(found);
    });
}

fn state(workers: &JsValue, registration: Settled) -> Offline {
    let registration = match registration {
        Settled::TimedOut => return Offline::Silent,
        Settled::Rejected => return Offline::Refused,
        Settled::Fulfilled(registration) if !registration.is_object() => return Offline::None,
        Settled::Fulfilled(registration) => registration,
    };
    let there = |name| get(&registration, name).is_some();
    let serves = get(workers, "controller").is_some();
    match (there("active"), serves, there("waiting")) {
        (true, true, true) => Offline::NewerWaits,
        (true, true, false) => Offline::Serving,
        (true, false, _) => Offline::Idle,
        (false, ..) if there("installing") || there("waiting") => Offline::Installing,
        (false, ..) => Offline::None,
    }
}
