//! The browser's speech engine, asked for everything by name: whatever it throws or lacks, it throws nothing here.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::Speaking;
use crate::browser::reflect::{call, construct, count, get, is_truthy, set};
use crate::browser::window;

/// More voices than this are not looked at: some systems have thousands, none so many.
const MOST: u32 = 20_000;

/// The engine.
#[derive(Debug, Clone)]
pub(super) struct Engine(pub(super) JsValue);

impl Engine {
    /// The browser's, if it has one.
    pub(super) fn new() -> Option<Self> {
        let engine = get(&window(), "speechSynthesis")?;
        engine.is_object().then_some(Self(engine))
    }

    /// Whether it has something to say.
    pub(super) fn is_busy(&self) -> bool {
        is_truthy(&self.0, "speaking") || is_truthy(&self.0, "pending")
    }

    /// Asks it to speak. Whether it takes that on.
    pub(super) fn speak(&self, utterance: &JsValue) -> bool {
        // Another page may have left it paused.
        if is_truthy(&self.0, "paused") {
            let _ = call(&self.0, "resume", &Array::new());
        }
        call(&self.0, "speak", &Array::of1(utterance)).is_ok()
    }

    /// Has it stop, and forget what it was to say.
    pub(super) fn cancel(&self) {
        let _ = call(&self.0, "cancel", &Array::new());
    }

    /// Its voices, whatever they are.
    pub(super) fn voices(&self) -> Vec<JsValue> {
        let voices = call(&self.0, "getVoices", &Array::new()).unwrap_or_default();
        let count =
            count(&voices, "length").map_or(0, |count| u32::try_from(count).unwrap_or(MOST));
        // By number: a list that can't be walked through may be looked at nevertheless.
        let voice = |nth| Reflect::get_u32(&voices, nth).ok();
        (0..count.min(MOST)).filter_map(voice).collect()
    }
}

/// What is to be spoken, as the engine wants it; nothing where it can't be made.
pub(super) fn utterance(speaking: &Speaking, voice: Option<&JsValue>) -> Option<JsValue> {
    let words = JsValue::from(speaking.words.as_str());
    let utterance = construct("SpeechSynthesisUtterance", &Array::of1(&words))?;
    set(&utterance, "lang", &speaking.language.as_str().into());
    set(&utterance, "rate", &speaking.rate.into());
    set(&utterance, "volume", &speaking.volume.into());
    if let Some(voice) = voice {
        // One that has gone in the meantime is not taken: the language finds another.
        set(&utterance, "voice", voice);
    }
    Some(utterance)
}
