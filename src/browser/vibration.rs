//! Letting tones be felt, on devices that can.

use wasm_bindgen::JsValue;

use super::window;
use crate::domain::cue::Tone;

/// Vibrates for a tone. Devices that cannot do nothing.
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
    let navigator = JsValue::from(window().navigator());
    // Not every browser has it, so it is looked for.
    let Ok(vibrate) = js_sys::Reflect::get(&navigator, &"vibrate".into()) else {
        return;
    };
    if let Ok(vibrate) = wasm_bindgen::JsCast::dyn_into::<js_sys::Function>(vibrate) {
        let pattern: js_sys::Array = pattern
            .iter()
            .map(|length| JsValue::from(*length))
            .collect();
        let _ = vibrate.call1(&navigator, &pattern);
    }
}
