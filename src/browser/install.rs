//! Adding the page to the home screen.
//!
//! Chromium offers this once, by an event that `index.html` catches, since it may come before the program. iPhones and
//! iPads leave it to the user. Other browsers do it from their own menus and say nothing.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::listener::Listener;
use super::reflect::{boolean, call, get, set};
use super::{page, window};
use crate::device::Installing;

/// The property in which `index.html` leaves the browser's offer.
const OFFER: &str = "limberInstall";

/// Whether and how the page can be added to the home screen at present.
pub fn state() -> Installing {
    if stands_alone() {
        Installing::Done
    } else if offer().is_some() {
        Installing::Offered
    } else if by_apple().is_some() {
        Installing::ByHand
    } else {
        Installing::Unknown
    }
}

/// Whether the page was opened from the home screen.
pub fn stands_alone() -> bool {
    // On iOS 26 the query can be false while Apple's older property is true.
    page::matches("(display-mode: standalone)") || by_apple() == Some(true)
}

/// Apple's own property for this; `None` in other browsers.
fn by_apple() -> Option<bool> {
    boolean(&window().navigator(), "standalone")
}

/// Listens for changes to [`state`].
pub fn listen(report: impl Fn(Installing) + Clone + 'static) -> [Listener; 2] {
    let offered = report.clone();
    [
        Listener::new(&window(), "beforeinstallprompt", move |_| offered(state())),
        Listener::new(&window(), "appinstalled", move |_| {
            take_offer();
            report(Installing::Done);
        }),
    ]
}

/// Has the browser ask the user, and reports what follows from their answer. An offer can be used only once.
pub fn ask(report: impl FnOnce(Installing) + 'static) {
    let Some(offer) = take_offer() else {
        // It was used before, and the browser never said what came of it.
        return report(Installing::Unknown);
    };
    let Ok(asking) = call(&offer, "prompt", &Array::new()) else {
        report(state());
        return;
    };
    spawn_local(async move {
        let _ = JsFuture::from(Promise::resolve(&asking)).await;
        let choice = get(&offer, "userChoice").unwrap_or_default();
        let choice = JsFuture::from(Promise::resolve(&choice))
            .await
            .unwrap_or_default();
        let outcome = get(&choice, "outcome").unwrap_or_default();
        report(if outcome == "accepted" {
            Installing::Done
        } else {
            state()
        });
    });
}

fn offer() -> Option<JsValue> {
    get(&window(), OFFER).filter(JsValue::is_object)
}

fn take_offer() -> Option<JsValue> {
    let offer = offer();
    set(&window(), OFFER, &JsValue::UNDEFINED);
    offer
}
