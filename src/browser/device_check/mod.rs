//! Finding out what this very device can do. Each trial is made for real, and reports what came of it.
//!
//! What is looked at here makes no noise and asks the person for nothing; what does has `try` in its name,
//! and is called while a tap is being handled.

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
use crate::device::check::{Maker, Notifications, Speech, Surroundings, Tones};
use crate::device::{AudioError, SpeechError};

/// A browser that has not answered by then, in milliseconds, is not waited for.
const ANSWER_WITHIN_MS: u32 = 5_000;

/// What kind of device and browser this is.
pub fn surroundings() -> Surroundings {
    let (window, navigator) = (window(), JsValue::from(window().navigator()));
    let user_agent = string(&navigator, "userAgent").unwrap_or_default();
    let touch_points = size(&navigator, "maxTouchPoints");
    let screen = get(&window, "screen").unwrap_or_default();
    let languages = get(&navigator, "languages").and_then(|list| list.dyn_into::<Array>().ok());
    Surroundings {
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
pub fn look_at_speech() -> Speech {
    let engine = get(&window(), "speechSynthesis").filter(JsValue::is_object);
    let words = get(&window(), "SpeechSynthesisUtterance").filter(JsValue::is_function);
    match engine.and(words) {
        Some(_) => Speech::Untried,
        None => Speech::Failed(SpeechError::Missing),
    }
}

/// Whether the browser can make tones, without opening the audio device.
pub fn look_at_tones() -> Tones {
    match get(&window(), "AudioContext").filter(JsValue::is_function) {
        Some(_) => Tones::Untried,
        None => Tones::Failed(AudioError::Missing),
    }
}

/// How notifications stand. The person is not asked.
pub fn look_at_notifications() -> Notifications {
    let kind = get(&window(), "Notification").filter(JsValue::is_function);
    let said = kind.and_then(|kind| string(&kind, "permission"));
    match said.as_deref() {
        None => Notifications::Missing,
        Some("granted") => Notifications::Allowed,
        Some("denied") => Notifications::Denied,
        Some(_) => Notifications::Unasked,
    }
}

/// A property that is a number of pixels or points; nought if it is none.
fn size(of: &JsValue, name: &str) -> u32 {
    count(of, name).map_or(0, |size| u32::try_from(size).unwrap_or(u32::MAX))
}

/// Waits for an answer, but not for ever.
async fn answer(to: Promise) -> Settled {
    settled_within(ANSWER_WITHIN_MS, to).await
}
