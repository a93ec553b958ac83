//! Whether the page is stored for use without a network.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::answer;
use crate::browser::reflect::{Settled, call_async, from_navigator, get};
use crate::device::check::OfflineFinding;

/// Examines the service worker for this address.
pub fn look(report: impl FnOnce(OfflineFinding) + 'static) {
    let Some(workers) = from_navigator("serviceWorker") else {
        report(OfflineFinding::Missing);
        return;
    };
    let Ok(asked) = call_async(&workers, "getRegistration", &Array::new()) else {
        report(OfflineFinding::Refused);
        return;
    };
    spawn_local(async move {
        let mut found = state(&workers, answer(asked).await);
        // On the first visit the page is still being stored, which is worth a moment's wait.
        if matches!(found, OfflineFinding::None | OfflineFinding::Installing)
            && let Some(ready) = get(&workers, "ready").and_then(|it| it.dyn_into().ok())
            && let ready @ Settled::Fulfilled(_) = answer(ready).await
        {
            found = state(&workers, ready);
        }
        report(found);
    });
}

fn state(workers: &JsValue, registration: Settled) -> OfflineFinding {
    let registration = match registration {
        Settled::TimedOut => return OfflineFinding::Silent,
        Settled::Rejected => return OfflineFinding::Refused,
        Settled::Fulfilled(registration) if !registration.is_object() => {
            return OfflineFinding::None;
        }
        Settled::Fulfilled(registration) => registration,
    };
    let there = |name| get(&registration, name).is_some();
    let serves = get(workers, "controller").is_some();
    match (there("active"), serves, there("waiting")) {
        (true, true, true) => OfflineFinding::NewerWaits,
        (true, true, false) => OfflineFinding::Serving,
        (true, false, _) => OfflineFinding::Idle,
        (false, ..) if there("installing") || there("waiting") => OfflineFinding::Installing,
        (false, ..) => OfflineFinding::None,
    }
}
