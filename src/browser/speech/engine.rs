//! The browser's speech engine, reached by name throughout: whatever it throws or lacks, nothing here throws.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::Speaking;
use crate::browser::reflect::{call, construct, count, get, is_truthy, set};
use crate::browser::window;

/// The most voices to look at. Some systems have thousands, but none has this many.
const MOST: u32 = 20_000;

/// The speech engine.
#[derive(Debug, Clone)]
pub(super) struct Engine(pub(super) JsValue);

impl Engine {
    /// The browser's engine, if it has one.
    pub(super) fn new() -> Option<Self> {
        let engine = get(&window(), "speechSynthesis")?;
        engine.is_object().then_some(Self(engine))
    }

    /// Whether it is speaking or about to.
    pub(super) fn is_busy(&self) -> bool {
        is_truthy(&self.0, "speaking") || is_truthy(&self.0, "pending")
    }

    /// Asks it to speak, and returns whether it accepted.
    pub(super) fn speak(&self, utterance: &JsValue) -> bool {
        // Another page may have left it paused.
        if is_truthy(&self.0, "paused") {
            let _ = call(&self.0, "resume", &Array::new());
        }
        call(&self.0, "speak", &Array::of1(utterance)).is_ok()
    }

    /// Stops it, and discards what it was about to say.
    pub(super) fn cancel(&self) {
        let _ = call(&self.0, "cancel", &Array::new());
    }

    /// Its voices, whatever their form.
    pub(super) fn voices(&self) -> Vec<JsValue> {
        let voices = call(&self.0, "getVoices", &Array::new()).unwrap_or_default();
        let count =
            count(&voices, "length").map_or(0, |count| u32::try_from(count).unwrap_or(MOST));
        // By index, since a list that can't be iterated may still be indexed.
        let voice = |nth| Reflect::get_u32(&voices, nth).ok();
        (0..count.min(MOST)).filter_map(voice).collect()
    }
}

/// What to speak, in the form the engine expects; `None` if that can't be made.
pub(super) fn utterance(speaking: &Speaking, voice: Option<&JsValue>) -> Option<JsValue> {
    let words = JsValue::from(speaking.words.as_str());
    let utterance = construct("SpeechSynthesisUtterance", &Array::of1(&words))?;
    set(&utterance, "lang", &speaking.language.as_str().into());
    set(&utterance, "rate", &speaking.rate.into());
    set(&utterance, "volume", &speaking.volume.into());
    if let Some(voice) = voice {
        // If that voice has gone meanwhile it isn't used, and the language finds another.
        set(&utterance, "voice", voice);
    }
    Some(utterance)
}
