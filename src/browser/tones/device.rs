//! The audio device, as Web Audio offers it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{AudioContext, AudioScheduledSourceNode, GainNode, OscillatorNode};

use crate::browser::listener::Listener;
use crate::device::AudioError;

/// The undertone, in hertz: too deep and too faint to be heard.
const DEEP: f32 = 40.0;
/// How loud it is, from 0 to 1. Chromium takes less than half of it for silence.
const FAINT: f32 = 0.001;

/// What the device does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It runs, or runs again: its clock may have stood still.
    Runs,
    /// It ran, and was taken away: by a call, perhaps.
    Taken,
}

/// An open audio device. Dropping it closes it.
pub(super) struct Device {
    pub(super) context: AudioContext,
    undertone: Option<(OscillatorNode, GainNode)>,
    _listener: Listener,
}

impl Device {
    /// Opens it, and tells `turned` what it does by itself.
    pub(super) fn open(turned: impl Fn(Turn) + 'static) -> Result<Self, AudioError> {
        let context = AudioContext::new().map_err(|thrown| {
            if thrown.has_type::<js_sys::ReferenceError>() || thrown.has_type::<js_sys::TypeError>()
            {
                AudioError::Missing
            } else {
                AudioError::Refused
            }
        })?;
        let (watched, ran) = (context.clone(), Rc::new(Cell::new(false)));
        let listener = Listener::new(&context, "statechange", move |_| {
            let runs = is_running(&watched);
            let ran = ran.replace(runs);
            if runs {
                turned(Turn::Runs);
            } else if ran {
                turned(Turn::Taken);
            }
        });
        Ok(Self {
            context,
            undertone: None,
            _listener: listener,
        })
    }

    pub(super) fn is_running(&self) -> bool {
        is_running(&self.context)
    }

    /// Asks it to run, whatever put it to sleep.
    pub(super) fn wake(&self) {
        if !self.is_running() {
            let _ = self.context.resume();
        }
    }

    /// Begins or ends the undertone.
    pub(super) fn undertone(&mut self, wanted: bool) {
        if !wanted {
            if let Some((oscillator, gain)) = self.undertone.take() {
                let oscillator: &AudioScheduledSourceNode = &oscillator;
                let _ = oscillator.stop();
                let _ = gain.disconnect();
            }
        } else if self.undertone.is_none() {
            self.undertone = faint(&self.context).ok();
        }
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        self.undertone(false);
        let _ = self.context.close();
    }
}

fn faint(context: &AudioContext) -> Result<(OscillatorNode, GainNode), wasm_bindgen::JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.frequency().set_value(DEEP);
    gain.gain().set_value(FAINT);
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    Ok((oscillator, gain))
}

/// Whether the audio clock runs. Read as text, since web-sys does not know `interrupted`.
fn is_running(context: &AudioContext) -> bool {
    let state = js_sys::Reflect::get(context, &"state".into()).ok();
    state.and_then(|state| state.as_string()).as_deref() == Some("running")
}
