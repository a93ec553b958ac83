//! The device's voice.
//!
//! Browsers differ in how speech fails. This adapter keeps one utterance in flight, holds on to it
//! until it is over (or it may be collected in mid-word), waits after a cancel (or the next
//! utterance may be lost), and reports a voice that never begins. It never pauses the engine: some
//! cannot go on afterwards. A voice that never ends is the session's to notice.

mod voices;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance};

use super::listener::Listener;
use super::window;
use crate::device::{SpeechError, Voice};
use voices::Voices;

/// The engine needs so long after a cancel; shorter waits were seen to fail in Safari.
const AFTER_CANCEL_MS: u32 = 125;
/// A voice that has not begun by then will not.
const BEGIN_WITHIN_MS: u32 = 5_000;

/// What the voice reports, each with the number of its utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// It has begun.
    Started(u64),
    /// It has ended, after so long.
    Ended(u64, Duration),
    /// It was not spoken.
    Failed(u64, SpeechError),
}

/// Something to be spoken.
#[derive(Debug, Clone)]
pub struct Speaking {
    /// To be named in reports.
    pub number: u64,
    /// The words.
    pub words: String,
    /// The language tag. It is set even when a voice is: some engines heed only this.
    pub language: String,
    /// The name of the voice.
    pub voice: Option<String>,
    /// How fast: 1 is usual.
    pub rate: f64,
    /// How loud, from 0 to 1.
    pub volume: f64,
}

/// The voice.
pub struct Speech {
    engine: Option<SpeechSynthesis>,
    report: Rc<dyn Fn(Report)>,
    flight: Rc<RefCell<Option<Flight>>>,
    cancelled_at_ms: Cell<f64>,
    voices: Voices,
}

/// The utterance in flight, with all that belongs to it.
struct Flight {
    number: u64,
    began_ms: Rc<Cell<f64>>,
    utterance: SpeechSynthesisUtterance,
    _listeners: [Listener; 3],
    watchdog: Option<Timeout>,
    delayed: Option<Timeout>,
}

impl Speech {
    /// The device's voice, if it has one.
    pub fn new(report: impl Fn(Report) + 'static) -> Self {
        Self {
            engine: window()
                .speech_synthesis()
                .ok()
                .filter(|engine| engine.is_object()),
            report: Rc::new(report),
            flight: Rc::default(),
            cancelled_at_ms: Cell::new(f64::NEG_INFINITY),
            voices: Voices::default(),
        }
    }

    /// Speaks. What was being said is broken off.
    pub fn speak(&self, speaking: &Speaking) {
        let Some(engine) = &self.engine else {
            (self.report)(Report::Failed(speaking.number, SpeechError::Missing));
            return;
        };
        if self.flight.borrow().is_some() || engine.speaking() || engine.pending() {
            self.hush();
        }
        let Some(flight) = self.prepare(speaking) else {
            (self.report)(Report::Failed(speaking.number, SpeechError::Failed));
            return;
        };
        let utterance = flight.utterance.clone();
        *self.flight.borrow_mut() = Some(flight);
        let since_cancel = now_ms() - self.cancelled_at_ms.get();
        if since_cancel >= f64::from(AFTER_CANCEL_MS) {
            // At once: the first words must be asked for while the tap is being handled.
            begin(engine, &utterance);
        } else {
            let engine = engine.clone();
            let delayed = Timeout::new(AFTER_CANCEL_MS, move || begin(&engine, &utterance));
            if let Some(flight) = self.flight.borrow_mut().as_mut() {
                flight.delayed = Some(delayed);
            }
        }
    }

    /// Stops speaking at once.
    pub fn hush(&self) {
        let flight = self.flight.borrow_mut().take();
        if let Some(engine) = &self.engine
            && (flight.is_some() || engine.speaking() || engine.pending())
        {
            engine.cancel();
            self.cancelled_at_ms.set(now_ms());
        }
    }

    /// Looks for voices until there are some, and reports them; later changes too.
    pub fn list(&self, found: impl Fn(Vec<Voice>) + 'static) {
        match &self.engine {
            Some(engine) => self.voices.look(engine, found),
            None => found(Vec::new()),
        }
    }

    fn prepare(&self, speaking: &Speaking) -> Option<Flight> {
        let utterance = SpeechSynthesisUtterance::new_with_text(&speaking.words).ok()?;
        utterance.set_lang(&speaking.language);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a rate and a volume near 1"
        )]
        {
            utterance.set_rate(speaking.rate as f32);
            utterance.set_volume(speaking.volume as f32);
        }
        let voice = speaking.voice.as_ref();
        let voice = voice.and_then(|name| self.voices.called(name));
        utterance.set_voice(voice.as_ref());
        let (number, began_ms) = (speaking.number, Rc::new(Cell::new(now_ms())));
        let listeners = [
            self.on(&utterance, "start", number, Rc::clone(&began_ms)),
            self.on(&utterance, "end", number, Rc::clone(&began_ms)),
            self.on(&utterance, "error", number, Rc::clone(&began_ms)),
        ];
        Some(Flight {
            number,
            began_ms,
            utterance,
            _listeners: listeners,
            watchdog: Some(self.watchdog(number)),
            delayed: None,
        })
    }

    /// Gives up on an utterance that does not begin.
    fn watchdog(&self, number: u64) -> Timeout {
        let (flight, report, engine) = (
            Rc::clone(&self.flight),
            Rc::clone(&self.report),
            self.engine.clone(),
        );
        Timeout::new(BEGIN_WITHIN_MS, move || {
            let silent = flight
                .borrow()
                .as_ref()
                .is_some_and(|flight| flight.number == number);
            if silent {
                flight.borrow_mut().take();
                if let Some(engine) = &engine {
                    engine.cancel();
                }
                report(Report::Failed(number, SpeechError::NoStart));
            }
        })
    }

    /// Reports what the engine says about the utterance in flight, and about no other.
    fn on(
        &self,
        utterance: &SpeechSynthesisUtterance,
        kind: &'static str,
        number: u64,
        began_ms: Rc<Cell<f64>>,
    ) -> Listener {
        let (flight, report) = (Rc::clone(&self.flight), Rc::clone(&self.report));
        Listener::new(utterance, kind, move |event| {
            let current = flight
                .borrow()
                .as_ref()
                .is_some_and(|flight| flight.number == number);
            if !current {
                return;
            }
            if kind == "start" {
                began_ms.set(now_ms());
                if let Some(flight) = flight.borrow_mut().as_mut() {
                    flight.watchdog = None;
                }
                report(Report::Started(number));
                return;
            }
            // Taken out, and dropped only after the report, which may begin the next one.
            let over = flight.borrow_mut().take();
            let took = Duration::from_secs_f64((now_ms() - began_ms.get()).max(0.0) / 1_000.0);
            report(outcome(&event, number, took));
            drop(over);
        })
    }
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let flight = self
            .flight
            .borrow()
            .as_ref()
            .map(|flight| (flight.number, flight.began_ms.get()));
        f.debug_struct("Speech")
            .field("engine", &self.engine)
            .field("flight", &flight)
            .finish_non_exhaustive()
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        self.hush();
    }
}

/// How an utterance ended, or why it did not.
fn outcome(event: &Event, number: u64, took: Duration) -> Report {
    // Read as text, since web-sys does not know all of them.
    let error = js_sys::Reflect::get(event, &"error".into())
        .ok()
        .and_then(|error| error.as_string());
    match error.as_deref() {
        // Broken off from outside: as over as it will ever be.
        None | Some("canceled" | "interrupted") => Report::Ended(number, took),
        Some("not-allowed") => Report::Failed(number, SpeechError::NotAllowed),
        Some(_) => Report::Failed(number, SpeechError::Failed),
    }
}

fn begin(engine: &SpeechSynthesis, utterance: &SpeechSynthesisUtterance) {
    // Another page may have left the engine paused.
    if engine.paused() {
        engine.resume();
    }
    engine.speak(utterance);
}

fn now_ms() -> f64 {
    window()
        .performance()
        .map_or_else(js_sys::Date::now, |performance| performance.now())
}
