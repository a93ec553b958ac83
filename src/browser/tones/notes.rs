//! The sound of each tone, note by note.

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, OscillatorNode, OscillatorType};

use crate::domain::cue::Tone;

/// How long a note takes to reach its loudness, in seconds: at once would click.
const ATTACK: f64 = 0.012;

/// One note of a tone.
pub(super) struct Note {
    /// In seconds after the tone's moment.
    pub(super) after: f64,
    /// In hertz.
    pitch: f32,
    /// How long it rings, in seconds.
    rings: f64,
    /// How loud, from 0 to 1.
    loud: f32,
}

const fn note(after: f64, pitch: f32, rings: f64, loud: f32) -> Note {
    Note {
        after,
        pitch,
        rings,
        loud,
    }
}

/// The sound of each tone: a data table. Up begins, down ends; twice the same is half-way.
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

/// One note: a sine that swells quickly and dies away slowly.
pub(super) fn lay_out_note(
    context: &AudioContext,
    note: &Note,
    begins: f64,
    volume: f64,
) -> Result<OscillatorNode, JsValue> {
    #[expect(clippy::cast_possible_truncation, reason = "a loudness from 0 to 1")]
    let loud = (volume as f32 * note.loud).max(0.0001);
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(note.pitch);
    let swell = gain.gain();
    swell.set_value_at_time(0.0001, begins)?;
    swell.exponential_ramp_to_value_at_time(loud, begins + ATTACK)?;
    swell.exponential_ramp_to_value_at_time(0.0001, begins + note.rings)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(begins)?;
    oscillator.stop_with_when(begins + note.rings + 0.05)?;
    Ok(oscillator)
}
