//! The sound of each tone, note by note.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::device::swinging;
use crate::browser::reflect::{call, get};
use crate::domain::cue::Tone;

/// How long a note takes to reach its full loudness, in seconds. An abrupt start would click.
const ATTACK: f64 = 0.012;
/// The gain at which a note begins and ends: a ramp can't begin or end at zero.
const FAINTEST: f64 = 0.0001;

/// One note of a tone.
pub(super) struct Note {
    /// The delay after the tone's moment, in seconds.
    pub(super) after: f64,
    /// The pitch in hertz.
    pitch: f64,
    /// How long it rings, in seconds.
    rings: f64,
    /// How loud it is, from 0 to 1.
    loud: f64,
}

const fn note(after: f64, pitch: f64, rings: f64, loud: f64) -> Note {
    Note {
        after,
        pitch,
        rings,
        loud,
    }
}

/// The notes of each tone, as a table. Rising notes mean a beginning, falling ones an end, and a repeated one half-way.
pub(super) const fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::GetReady => const { &[note(0.0, 440.0, 0.4, 0.5)] },
        Tone::HoldBegins => const { &[note(0.0, 523.25, 0.5, 0.7), note(0.16, 783.99, 0.9, 0.7)] },
        Tone::Halfway => const { &[note(0.0, 659.25, 0.3, 0.5), note(0.22, 659.25, 0.5, 0.5)] },
        Tone::LastSeconds => const { &[note(0.0, 587.33, 0.4, 0.5)] },
        Tone::HoldEnds => const { &[note(0.0, 783.99, 0.5, 0.7), note(0.16, 523.25, 1.1, 0.7)] },
        Tone::SideChange => {
            const {
                &[
                    note(0.0, 493.88, 0.3, 0.6),
                    note(0.18, 622.25, 0.3, 0.6),
                    note(0.36, 493.88, 0.7, 0.6),
                ]
            }
        }
        Tone::There => const { &[note(0.0, 392.0, 1.2, 0.4)] },
        Tone::Stay => const { &[note(0.0, 349.23, 0.8, 0.3)] },
        Tone::Back => const { &[note(0.0, 293.66, 1.2, 0.4)] },
        Tone::Finished => {
            const {
                &[
                    note(0.0, 523.25, 0.8, 0.6),
                    note(0.2, 659.25, 0.8, 0.6),
                    note(0.4, 1_046.5, 1.6, 0.6),
                ]
            }
        }
    }
}

/// Schedules a note: a sine that swells quickly and dies away slowly. `None` if the browser can't make it.
pub(super) fn lay_out_note(
    context: &JsValue,
    note: &Note,
    begins: f64,
    volume: f64,
) -> Option<JsValue> {
    let loud = (volume * note.loud).max(FAINTEST);
    let (oscillator, gain) = swinging(context, note.pitch)?;
    let swell = get(&gain, "gain")?;
    for (how, to, at) in [
        ("setValueAtTime", FAINTEST, begins),
        ("exponentialRampToValueAtTime", loud, begins + ATTACK),
        (
            "exponentialRampToValueAtTime",
            FAINTEST,
            begins + note.rings,
        ),
    ] {
        call(&swell, how, &Array::of2(&to.into(), &at.into())).ok()?;
    }
    call(&oscillator, "start", &Array::of1(&begins.into())).ok()?;
    let over = begins + note.rings + 0.05;
    call(&oscillator, "stop", &Array::of1(&over.into())).ok()?;
    Some(oscillator)
}
