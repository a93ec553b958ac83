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

use super::by_name::{Answer, answer_within, get};
use super::{install, window};
use crate::device::checkup::{Maker, Notifications, Speech, Surroundings, Tones};
use crate::device::{AudioError, SpeechError};

/// A browser that has not answered by then, in milliseconds, is not waited for.
const ANSWER_WITHIN_MS: u32 = 5_000;

/// What kind of device and browser this is.
pub fn surroundings() -> Surroundings {
    let (window, navigator) = (window(), JsValue::from(window().navigator()));
    let text = |name| get(&navigator, name).and_then(|text| text.as_string());
    let user_agent = text("userAgent").unwrap_or_default();
    let touch_points = number(&navigator, "maxTouchPoints");
    let screen = get(&window, "screen").unwrap_or_default();
    let languages = get(&navigator, "languages").and_then(|list| list.dyn_into::<Array>().ok());
    Surroundings {
        maker: Maker::of(&user_agent, touch_points),
        user_agent,
        languages: languages.map_or_else(
            || text("language").unwrap_or_default(),
            |list| String::from(list.join(", ")),
        ),
        screen: (number(&screen, "width"), number(&screen, "height")),
        window: (
            number(&window, "innerWidth"),
            number(&window, "innerHeight"),
        ),
        density: get(&window, "devicePixelRatio")
            .and_then(|it| it.as_f64())
            .unwrap_or(1.0),
        standalone: install::stands_alone(),
        secure: get(&window, "isSecureContext").is_some_and(|it| it.is_truthy()),
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
    let said = kind.and_then(|kind| get(&kind, "permission")?.as_string());
    match said.as_deref() {
        None => Notifications::Missing,
        Some("granted") => Notifications::Allowed,
        Some("denied") => Notifications::Denied,
        Some(_) => Notifications::Unasked,
    }
}

/// A property that is a whole number; nought if it is none.
fn number(of: &JsValue, name: &str) -> u32 {
    let number = get(of, name).and_then(|it| it.as_f64()).unwrap_or(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some thousand pixels"
    )]
    let whole = number.round() as u32;
    whole
}

/// Waits for an answer, but not for ever.
async fn answer(to: Promise) -> Answer {
    answer_within(ANSWER_WITHIN_MS, to).await
}
