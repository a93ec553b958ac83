//! Vibration, on devices that have it.

use js_sys::{Array, Function};
use wasm_bindgen::JsValue;

use super::reflect::method;
use super::window;
use crate::device::check::VibrationFinding;
use crate::domain::cue::Tone;

/// Vibrates for a tone, on devices that can.
pub fn vibrate(tone: Tone) {
    let pattern: &[u32] = match tone {
        Tone::GetReady | Tone::LastSeconds => &[40],
        Tone::HoldBegins => &[180],
        Tone::Halfway => &[80, 80, 80],
        Tone::HoldEnds => &[120, 80, 240],
        Tone::SideChange => &[80, 60, 80, 60, 80],
        Tone::There | Tone::Stay | Tone::Back => &[50],
        Tone::Finished => &[200, 100, 200, 100, 400],
    };
    call(pattern);
}

/// Whether the browser can vibrate, as far as it says, without trying.
pub fn look() -> VibrationFinding {
    function().map_or(VibrationFinding::Missing, |_| VibrationFinding::Untried)
}

/// Vibrates in a way that can't be missed, and returns what the browser says to that.
pub fn try_out() -> VibrationFinding {
    match call(&[400, 150, 400]) {
        None => VibrationFinding::Missing,
        Some(true) => VibrationFinding::Accepted,
        Some(false) => VibrationFinding::Refused,
    }
}

/// Whether the browser accepts a pattern; `None` if it can't vibrate.
fn call(pattern: &[u32]) -> Option<bool> {
    let pattern: Array = pattern
        .iter()
        .map(|length| JsValue::from(*length))
        .collect();
    let said = function()?.call1(&window().navigator(), &pattern);
    Some(said.is_ok_and(|said| said.is_truthy()))
}

/// `navigator.vibrate`, which not every browser has.
fn function() -> Option<Function> {
    method(&window().navigator(), "vibrate")
}
