//! The device's voice.
//!
//! Browsers differ in how speech fails. This adapter keeps one utterance in flight, holds on to it until it is over (or
//! it may be collected in mid-word), waits after a cancel (or the next utterance may be lost), and reports a voice that
//! never begins. It never pauses the engine, as some can't resume. Noticing a voice that never ends is up to the
//! session.

mod engine;
mod voices;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::Event;

use self::engine::Engine;
use self::voices::VoiceList;
use super::clock::since_opened_ms;
use super::guard::after;
use super::held::Held;
use super::listener::Listener;
use super::reflect::string;
use crate::device::{SpeechError, Voice};

/// How long the engine needs after a cancel, in milliseconds. Shorter waits were seen to fail in Safari.
const AFTER_CANCEL_MS: u32 = 125;
/// How long to wait for an utterance to begin, in milliseconds.
const BEGIN_WITHIN_MS: u32 = 5_000;
/// How long to wait for the first utterance of a page, in milliseconds: it is what starts some engines.
const FIRST_WITHIN_MS: u32 = 15_000;

/// Reports from the voice, each with the number of the utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechReport {
    /// It has begun.
    Started(u64),
    /// It has ended, after this long.
    Ended(u64, Duration),
    /// It was not spoken.
    Failed(u64, SpeechError),
}

/// Something to be spoken.
#[derive(Debug, Clone)]
pub struct Speaking {
    /// Identifies it in reports.
    pub number: u64,
    /// The words.
    pub words: String,
    /// The language tag. It is set even if a voice is, as some engines look only at this.
    pub language: String,
    /// The name and the language tag of the voice. Several voices may share a name.
    pub voice: Option<(String, String)>,
    /// How fast; 1 is normal.
    pub rate: f64,
    /// How loud, from 0 to 1.
    pub volume: f64,
}

/// The voice.
pub struct Speech {
    inner: Rc<Inner>,
    voices: VoiceList,
    _held: Option<Held>,
}

struct Inner {
    engine: Option<Engine>,
    report: Box<dyn Fn(SpeechReport)>,
    flight: RefCell<Option<Flight>>,
    cancelled_at_ms: Cell<f64>,
    /// Whether any utterance of this page has been heard to begin or end.
    heard: Cell<bool>,
}

/// The utterance in flight, with everything that belongs to it.
struct Flight {
    number: u64,
    began_ms: f64,
    _utterance: JsValue,
    _listeners: [Listener; 3],
    watchdog: Option<Timeout>,
    delayed: Option<Timeout>,
}

impl Speech {
    /// The device's voice, if it has one.
    pub fn new(report: impl Fn(SpeechReport) + 'static) -> Self {
        let engine = Engine::new();
        Self {
            _held: engine.as_ref().map(|engine| Held::new(&engine.0, "cancel")),
            inner: Rc::new(Inner {
                engine,
                report: Box::new(report),
                flight: RefCell::default(),
                cancelled_at_ms: Cell::new(f64::NEG_INFINITY),
                heard: Cell::default(),
            }),
            voices: VoiceList::default(),
        }
    }

    /// Speaks, cutting off what was being said.
    pub fn speak(&self, speaking: &Speaking) {
        let inner = &self.inner;
        let number = speaking.number;
        if inner.engine.is_none() {
            (inner.report)(SpeechReport::Failed(number, SpeechError::Missing));
            return;
        }
        self.hush();
        let voice = speaking.voice.as_ref();
        let voice = voice.and_then(|(name, language)| self.voices.called(name, language));
        let Some(utterance) = engine::utterance(speaking, voice.as_ref()) else {
            (inner.report)(SpeechReport::Failed(number, SpeechError::Failed));
            return;
        };
        let flight = inner.prepare(number, utterance.clone());
        inner.flight.replace(Some(flight));
        let since_cancel = since_opened_ms() - inner.cancelled_at_ms.get();
        if since_cancel >= f64::from(AFTER_CANCEL_MS) {
            // At once, since the first words must be asked for while the tap is being handled.
            inner.begin(number, &utterance);
            return;
        }
        let later = Rc::clone(inner);
        let delayed = after(AFTER_CANCEL_MS, move || later.begin(number, &utterance));
        if let Some(flight) = inner.flight.borrow_mut().as_mut() {
            flight.delayed = Some(delayed);
        }
    }

    /// Stops speaking at once.
    pub fn hush(&self) {
        self.inner.hush();
    }

    /// Looks for voices until there are some, and reports them; also reports later changes.
    pub fn list(&self, found: impl Fn(Vec<Voice>) + 'static) {
        match &self.inner.engine {
            Some(engine) => self.voices.look(engine, found),
            None => found(Vec::new()),
        }
    }
}

impl Inner {
    /// Listens to what happens to an utterance, and starts waiting for it to begin.
    fn prepare(self: &Rc<Self>, number: u64, utterance: JsValue) -> Flight {
        let on = |kind| {
            let inner = Rc::downgrade(self);
            Listener::to(&utterance, kind, move |event| {
                if let Some(inner) = inner.upgrade() {
                    inner.told(number, kind, &event);
                }
            })
        };
        Flight {
            number,
            began_ms: since_opened_ms(),
            _listeners: [on("start"), on("end"), on("error")],
            _utterance: utterance,
            watchdog: Some(self.watchdog(number)),
            delayed: None,
        }
    }

    /// Has the engine speak the utterance in flight.
    fn begin(&self, number: u64, utterance: &JsValue) {
        let Some(engine) = self.engine.as_ref().filter(|_| self.is_in_flight(number)) else {
            return;
        };
        // It may report the end before this call returns.
        if !engine.speak(utterance)
            && let Some(flight) = self.landed(number)
        {
            (self.report)(SpeechReport::Failed(number, SpeechError::Failed));
            drop(flight);
        }
    }

    fn hush(&self) {
        let flight = self.flight.take();
        if let Some(engine) = &self.engine
            && (flight.is_some() || engine.is_busy())
        {
            self.cancel(engine);
        }
    }

    fn cancel(&self, engine: &Engine) {
        engine.cancel();
        self.cancelled_at_ms.set(since_opened_ms());
    }

    /// Gives up on an utterance that does not begin.
    fn watchdog(self: &Rc<Self>, number: u64) -> Timeout {
        let within = if self.heard.get() {
            BEGIN_WITHIN_MS
        } else {
            FIRST_WITHIN_MS
        };
        let inner = Rc::downgrade(self);
        after(within, move || {
            if let Some(inner) = inner.upgrade()
                && let Some(silent) = inner.landed(number)
            {
                if let Some(engine) = &inner.engine {
                    inner.cancel(engine);
                }
                (inner.report)(SpeechReport::Failed(number, SpeechError::NoStart));
                drop(silent);
            }
        })
    }

    /// Reports what the engine says about the utterance in flight, and about no other.
    fn told(&self, number: u64, kind: &str, event: &Event) {
        if !self.is_in_flight(number) {
            return;
        }
        if kind == "start" {
            self.heard.set(true);
            let watchdog = self.flight.borrow_mut().as_mut().and_then(|flight| {
                flight.began_ms = since_opened_ms();
                flight.watchdog.take()
            });
            drop(watchdog);
            (self.report)(SpeechReport::Started(number));
            return;
        }
        if kind == "end" {
            self.heard.set(true);
        }
        // Taken out, and dropped only after the report, which may start the next one.
        let Some(over) = self.landed(number) else {
            return;
        };
        let took = (since_opened_ms() - over.began_ms).max(0.0);
        let took = Duration::from_secs_f64(took / 1_000.0);
        (self.report)(outcome(kind, event, number, took));
        drop(over);
    }

    fn is_in_flight(&self, number: u64) -> bool {
        let flight = self.flight.borrow();
        flight.as_ref().is_some_and(|it| it.number == number)
    }

    /// Takes the utterance with this number out of flight, if it is there.
    fn landed(&self, number: u64) -> Option<Flight> {
        self.flight.borrow_mut().take_if(|it| it.number == number)
    }
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let flight = self.inner.flight.borrow();
        f.debug_struct("Speech")
            .field("engine", &self.inner.engine)
            .field("flight", &flight.as_ref().map(|it| it.number))
            .finish_non_exhaustive()
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        self.hush();
    }
}

/// How an utterance ended, or why it was not spoken.
fn outcome(kind: &str, event: &Event, number: u64, took: Duration) -> SpeechReport {
    if kind == "end" {
        return SpeechReport::Ended(number, took);
    }
    match string(event, "error").as_deref() {
        // Cut off from outside, so this is as ended as it will ever be.
        Some("canceled" | "interrupted") => SpeechReport::Ended(number, took),
        Some("not-allowed") => SpeechReport::Failed(number, SpeechError::NotAllowed),
        Some(_) | None => SpeechReport::Failed(number, SpeechError::Failed),
    }
}
