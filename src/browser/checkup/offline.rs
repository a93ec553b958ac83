//! Whether the page is stored for use without a network.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{Answer, answer, ask, get};
use crate::browser::window;
use crate::device::checkup::Offline;

/// Looks at the service worker for this address.
pub fn look(report: impl FnOnce(Offline) + 'static) {
    let Some(workers) = get(&window().navigator(), "serviceWorker") else {
        report(Offline::Missing);
        return;
    };
    let Some(asked) = ask(&workers, "getRegistration") else {
        report(Offline::Refused);
        return;
    };
    spawn_local(async move {
        report(match answer(asked).await {
            Answer::Silent => Offline::Silent,
            Answer::Refused => Offline::Refused,
            Answer::Given(registration) if !registration.is_object() => Offline::None,
            Answer::Given(registration) => state(&workers, &registration),
        });
    });
}

fn state(workers: &JsValue, registration: &JsValue) -> Offline {
    let there = |name| get(registration, name).is_some();
    let serves = get(workers, "controller").is_some();
    match (there("active"), serves, there("waiting")) {
        (true, true, true) => Offline::NewerWaits,
        (true, true, false) => Offline::Serving,
        (true, false, _) => Offline::Idle,
        (false, ..) if there("installing") || there("waiting") => Offline::Installing,
        (false, ..) => Offline::None,
    }
}
