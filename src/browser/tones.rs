//! Tones, by Web Audio.
//!
//! They are scheduled ahead on the audio clock, so that a busy main thread does not move them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AudioContext, OscillatorNode, OscillatorType};

use super::clock::Clock;
use super::listener::Listener;
use crate::device::AudioError;
use crate::domain::cue::Tone;
use crate::domain::time::Moment;

/// A tone that is later than this is left out rather than sounded late, in seconds.
const TOO_LATE: f64 = 0.3;
/// How long a note takes to reach its loudness, in seconds: at once would click.
const ATTACK: f64 = 0.012;

/// One note of a tone.
struct Note {
    /// In seconds after the tone's moment.
    after: f64,
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
const fn notes(tone: Tone) -> &'static [Note] {
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

/// What makes the tones.
pub struct Tones {
    clock: Rc<Clock>,
    context: RefCell<Option<Rc<AudioContext>>>,
    plan: Rc<RefCell<Plan>>,
    state_listener: RefCell<Option<Listener>>,
    failed: Cell<bool>,
}

/// What is to be sounded, and the notes laid out for it.
#[derive(Default)]
struct Plan {
    tones: Vec<(Moment, Tone)>,
    volume: f64,
    /// Notes with the time on the audio clock at which they begin.
    laid_out: Vec<(f64, OscillatorNode)>,
}

impl Tones {
    /// No sound is made, and no audio device is opened, before [`Tones::make_ready`].
    pub fn new(clock: Rc<Clock>) -> Self {
        Self {
            clock,
            context: RefCell::default(),
            plan: Rc::default(),
            state_listener: RefCell::default(),
            failed: Cell::new(false),
        }
    }

    /// Opens the audio device. Browsers want this to happen while a tap is being handled.
    ///
    /// # Errors
    /// [`AudioError`], once.
    pub fn make_ready(&self) -> Result<(), AudioError> {
        if self.failed.get() {
            return Ok(());
        }
        if self.context.borrow().is_none() {
            let context = AudioContext::new().map_err(|thrown| {
                self.failed.set(true);
                if thrown.has_type::<js_sys::ReferenceError>()
                    || thrown.has_type::<js_sys::TypeError>()
                {
                    AudioError::Missing
                } else {
                    AudioError::Refused
                }
            })?;
            let context = Rc::new(context);
            self.lay_out_when_running(&context);
            *self.context.borrow_mut() = Some(context);
        }
        self.wake();
        Ok(())
    }

    /// Wakes an audio device that the browser or a call put to sleep.
    pub fn wake(&self) {
        if let Some(context) = self.context.borrow().as_ref()
            && !is_running(context)
        {
            let _ = context.resume();
        }
    }

    /// Sounds these tones at these moments, besides those that are planned already.
    pub fn sound(&self, tones: &[(Moment, Tone)], volume: f64) {
        let now = self.clock.now();
        let mut plan = self.plan.borrow_mut();
        plan.volume = volume;
        plan.tones.retain(|(at, _)| *at > now);
        plan.tones.extend(tones);
        if let Some(context) = self.context.borrow().as_ref()
            && is_running(context)
        {
            plan.lay_out(tones, context, now);
        }
    }

    /// Forgets the tones that have not sounded yet.
    pub fn cancel(&self) {
        let mut plan = self.plan.borrow_mut();
        plan.tones.clear();
        if let Some(context) = self.context.borrow().as_ref() {
            plan.clear(context);
        }
    }

    /// The audio clock stands still while the device sleeps: when it goes on, the tones are laid
    /// out anew.
    fn lay_out_when_running(&self, context: &Rc<AudioContext>) {
        let (plan, clock, running) = (
            Rc::clone(&self.plan),
            Rc::clone(&self.clock),
            Rc::clone(context),
        );
        let listener = Listener::new(context, "statechange", move |_| {
            if is_running(&running) {
                let mut plan = plan.borrow_mut();
                plan.clear(&running);
                let tones = plan.tones.clone();
                plan.lay_out(&tones, &running, clock.now());
            }
        });
        *self.state_listener.borrow_mut() = Some(listener);
    }
}

impl Plan {
    fn lay_out(&mut self, tones: &[(Moment, Tone)], context: &AudioContext, now: Moment) {
        let audio_now = context.current_time();
        self.laid_out
            .retain(|(begins, _)| *begins + 3.0 > audio_now);
        for (at, tone) in tones {
            let ahead = at.since(now).as_secs_f64() - now.since(*at).as_secs_f64();
            if ahead > -TOO_LATE {
                for note in notes(*tone) {
                    let begins = (audio_now + ahead + note.after).max(audio_now);
                    if let Ok(oscillator) = lay_out_note(context, note, begins, self.volume) {
                        self.laid_out.push((begins, oscillator));
                    }
                }
            }
        }
    }

    /// Takes back every note that has not begun. What rings may ring out.
    fn clear(&mut self, context: &AudioContext) {
        let audio_now = context.current_time();
        for (begins, oscillator) in self.laid_out.drain(..) {
            if begins > audio_now {
                let _ = oscillator.disconnect();
            }
        }
    }
}

impl Drop for Tones {
    fn drop(&mut self) {
        self.cancel();
        if let Some(context) = self.context.borrow_mut().take() {
            let _ = context.close();
        }
    }
}

impl std::fmt::Debug for Tones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tones")
            .field("planned", &self.plan.borrow().tones)
            .finish_non_exhaustive()
    }
}

/// One note: a sine that swells quickly and dies away slowly.
fn lay_out_note(
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

/// Whether the audio clock runs. Read as text, since web-sys does not know `interrupted`.
fn is_running(context: &AudioContext) -> bool {
    let state = js_sys::Reflect::get(context, &"state".into()).ok();
    state.and_then(|state| state.as_string()).as_deref() == Some("running")
}
