//! The audio device, as offered by Web Audio.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::browser::held::Held;
use crate::browser::listener::Listener;
use crate::browser::reflect::{call, construct, get, method, number, set, string};
use crate::browser::window;
use crate::device::AudioError;

/// The pitch of the undertone, in hertz: too low, and too faint, to be heard.
const DEEP: f64 = 40.0;
/// The gain of the undertone, from 0 to 1. Chromium takes less than half of it for silence.
const FAINT: f64 = 0.001;

/// A change that the device makes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It runs, or runs again: its clock may have stopped in between.
    Runs,
    /// It was running, and was taken away, perhaps by a call.
    Taken,
}

/// An open audio device. Dropping it closes it.
pub(super) struct AudioDevice {
    pub(super) context: JsValue,
    /// The oscillator, and the gain that makes it faint.
    undertone: RefCell<Option<(JsValue, JsValue)>>,
    _listener: Listener,
    _held: Held,
}

impl AudioDevice {
    /// Opens the device; `turned` is called with what it does by itself.
    pub(super) fn open(turned: impl Fn(Turn) + 'static) -> Result<Self, AudioError> {
        method(&window(), "AudioContext").ok_or(AudioError::Missing)?;
        let context = construct("AudioContext", &Array::new()).ok_or(AudioError::Refused)?;
        let (watched, ran) = (context.clone(), Rc::new(Cell::new(false)));
        let listener = Listener::to(&context, "statechange", move |_| {
            let runs = is_running(&watched);
            let ran = ran.replace(runs);
            if runs {
                turned(Turn::Runs);
            } else if ran {
                turned(Turn::Taken);
            }
        });
        Ok(Self {
            _held: Held::new(&context, "close"),
            context,
            undertone: RefCell::default(),
            _listener: listener,
        })
    }

    pub(super) fn is_running(&self) -> bool {
        is_running(&self.context)
    }

    /// The time on its clock, in seconds; not a number if it doesn't say.
    pub(super) fn time(&self) -> f64 {
        number(&self.context, "currentTime").unwrap_or(f64::NAN)
    }

    /// Asks it to run, whatever put it to sleep.
    pub(super) fn wake(&self) {
        if !self.is_running() {
            let _ = call(&self.context, "resume", &Array::new());
        }
    }

    /// Starts or stops the undertone.
    pub(super) fn undertone(&self, wanted: bool) {
        let before = self.undertone.take();
        let after = match before {
            Some((oscillator, gain)) if !wanted => {
                let _ = call(&oscillator, "stop", &Array::new());
                let _ = call(&gain, "disconnect", &Array::new());
                None
            }
            None if wanted => faint(&self.context),
            as_it_is => as_it_is,
        };
        self.undertone.replace(after);
    }
}

impl Drop for AudioDevice {
    fn drop(&mut self) {
        self.undertone(false);
        let _ = call(&self.context, "close", &Array::new());
    }
}

fn faint(context: &JsValue) -> Option<(JsValue, JsValue)> {
    let (oscillator, gain) = swinging(context, DEEP)?;
    set(&get(&gain, "gain")?, "value", &FAINT.into());
    call(&oscillator, "start", &Array::new()).ok()?;
    Some((oscillator, gain))
}

/// An oscillator with this pitch, in hertz, and a gain for its loudness, connected to the output; `None` if the browser
/// can't make them.
pub(super) fn swinging(context: &JsValue, pitch: f64) -> Option<(JsValue, JsValue)> {
    let oscillator = call(context, "createOscillator", &Array::new()).ok()?;
    let gain = call(context, "createGain", &Array::new()).ok()?;
    set(&get(&oscillator, "frequency")?, "value", &pitch.into());
    call(&oscillator, "connect", &Array::of1(&gain)).ok()?;
    let out = get(context, "destination")?;
    call(&gain, "connect", &Array::of1(&out)).ok()?;
    Some((oscillator, gain))
}

/// Whether the audio clock is running. The state is read as text, since web-sys doesn't know `interrupted`.
fn is_running(context: &JsValue) -> bool {
    string(context, "state").as_deref() == Some("running")
}
