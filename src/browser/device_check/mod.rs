//! Finds out what this particular device can do. Each trial is made for real, and reports its outcome.
//!
//! Functions that look make no noise and ask the user for nothing. Those that do have `try` in their name, and are
//! called while a tap is being handled.

mod motion;
mod offline;
mod room;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};

pub use motion::{look as look_at_motion, try_out as try_motion};
pub use offline::look as look_at_worker;
pub use room::{look as look_at_storage, try_out as try_storage};

use super::reflect::{Settled, count, get, is_truthy, number, settled_within, string};
use super::{install, window};
use crate::device::check::{Environment, Maker, NotificationsFinding, SpeechFinding, TonesFinding};
use crate::device::{AudioError, SpeechError};

/// How long to wait for an answer from the browser, in milliseconds.
const ANSWER_WITHIN_MS: u32 = 5_000;

/// What kind of device and browser this is.
pub fn environment() -> Environment {
    let (window, navigator) = (window(), JsValue::from(window().navigator()));
    let user_agent = string(&navigator, "userAgent").unwrap_or_default();
    let touch_points = size(&navigator, "maxTouchPoints");
    let screen = get(&window, "screen").unwrap_or_default();
    let languages = get(&navigator, "languages").and_then(|list| list.dyn_into::<Array>().ok());
    Environment {
        maker: Maker::of(&user_agent, touch_points),
        user_agent,
        languages: languages.map_or_else(
            || string(&navigator, "language").unwrap_or_default(),
            |list| String::from(list.join(", ")),
        ),
        screen: (size(&screen, "width"), size(&screen, "height")),
        window: (size(&window, "innerWidth"), size(&window, "innerHeight")),
        density: number(&window, "devicePixelRatio").unwrap_or(1.0),
        standalone: install::stands_alone(),
        secure: is_truthy(&window, "isSecureContext"),
    }
}

/// Whether the browser can speak, without speaking.
pub fn look_at_speech() -> SpeechFinding {
    let engine = get(&window(), "speechSynthesis").filter(JsValue::is_object);
    let words = get(&window(), "SpeechSynthesisUtterance").filter(JsValue::is_function);
    match engine.and(words) {
        Some(_) => SpeechFinding::Untried,
        None => SpeechFinding::Failed(SpeechError::Missing),
    }
}

/// Whether the browser can make tones, without opening the audio device.
pub fn look_at_tones() -> TonesFinding {
    match get(&window(), "AudioContext").filter(JsValue::is_function) {
        Some(_) => TonesFinding::Untried,
        None => TonesFinding::Failed(AudioError::Missing),
    }
}

/// The state of notifications, without asking the user.
pub fn look_at_notifications() -> NotificationsFinding {
    let kind = get(&window(), "Notification").filter(JsValue::is_function);
    let said = kind.and_then(|kind| string(&kind, "permission"));
    match said.as_deref() {
        None => NotificationsFinding::Missing,
        Some("granted") => NotificationsFinding::Allowed,
        Some("denied") => NotificationsFinding::Denied,
        Some(_) => NotificationsFinding::Unasked,
    }
}

/// A property that is a number of pixels or points; 0 if it isn't one.
fn size(of: &JsValue, name: &str) -> u32 {
    count(of, name).map_or(0, |size| u32::try_from(size).unwrap_or(u32::MAX))
}

/// Waits for an answer, but not for ever.
async fn answer(to: Promise) -> Settled {
    settled_within(ANSWER_WITHIN_MS, to).await
}
