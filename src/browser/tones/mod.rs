//! Tones, by Web Audio.
//!
//! They are scheduled ahead on the audio clock, so that a busy main thread can't delay them. While it is wanted, an
//! inaudible undertone plays beneath them: browsers let a hidden page doze, but not one that makes sound.

mod device;
mod notes;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsValue;

use self::device::{AudioDevice, Turn};
use self::notes::{lay_out_note, notes};
use super::clock::Clock;
use super::guard::after;
use super::page;
use super::reflect::call;
use crate::device::AudioError;
use crate::domain::cue::Tone;
use crate::domain::time::Moment;

/// A tone later than this, in seconds, is left out rather than played late.
const TOO_LATE: f64 = 0.3;
/// How long a woken device gets to start its clock, in milliseconds, before it is given up for a new one.
const WAKES_WITHIN_MS: u32 = 1_500;

/// A problem with an open audio device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A call or another app took it away.
    Taken,
    /// Its clock never moved on, even on a new device, so there may be nothing to play on. Reported once.
    Still,
}

/// The player of tones.
pub struct Tones(Rc<Inner>);

struct Inner {
    clock: Rc<Clock>,
    report: Box<dyn Fn(Trouble)>,
    device: RefCell<Option<Rc<AudioDevice>>>,
    /// The tones to play, and when on the page's steady clock, in milliseconds, as the user's own clock may be set
    /// meanwhile.
    planned: RefCell<Vec<(f64, Tone)>>,
    volume: Cell<f64>,
    /// How far the audio clock was ahead of the page's steady one when notes were last laid out, in seconds.
    ahead: Cell<f64>,
    /// Notes with the time on the audio clock at which they begin, in seconds.
    laid_out: RefCell<Vec<(f64, JsValue)>>,
    undertone: Cell<bool>,
    /// Whether a device was replaced because its clock stood still, and whether that was reported.
    still: Cell<Stillness>,
    watch: RefCell<Option<Timeout>>,
}

/// What was done about a clock that stands still.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stillness {
    #[default]
    Unknown,
    Replaced,
    Told,
}

impl Tones {
    /// Creates a player, which makes no sound and opens no audio device until [`Tones::make_ready`]. `report` is called
    /// when something goes wrong later.
    pub fn new(clock: Rc<Clock>, report: impl Fn(Trouble) + 'static) -> Self {
        Self(Rc::new(Inner {
            clock,
            report: Box::new(report),
            device: RefCell::default(),
            planned: RefCell::default(),
            volume: Cell::default(),
            ahead: Cell::default(),
            laid_out: RefCell::default(),
            undertone: Cell::default(),
            still: Cell::default(),
            watch: RefCell::default(),
        }))
    }

    /// Opens the audio device. Browsers require a tap to be in progress.
    ///
    /// # Errors
    /// Returns [`AudioError`] each time.
    pub fn make_ready(&self) -> Result<(), AudioError> {
        // One that once stood still may be running by now, or another may be free.
        let given_up = self.0.still.get() == Stillness::Told;
        if self.0.device().is_none() || given_up {
            self.0.open()?;
        }
        self.wake();
        Ok(())
    }

    /// Wakes an audio device that the browser or a call put to sleep.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Starts or stops the inaudible undertone.
    pub fn undertone(&self, wanted: bool) {
        self.0.undertone.set(wanted);
        if let Some(device) = self.0.device() {
            device.undertone(wanted);
        }
        if wanted {
            self.wake();
        }
    }

    /// The time on the audio clock, in seconds, and whether it is said to be running; `None` until the audio device is
    /// open.
    pub fn audio_clock(&self) -> Option<(f64, bool)> {
        let device = self.0.device()?;
        Some((device.time(), device.is_running()))
    }

    /// Plays these tones at these moments, in addition to those planned already.
    pub fn sound(&self, tones: &[(Moment, Tone)], volume: f64) {
        let inner = &self.0;
        let (now, steady) = (inner.clock.now(), inner.clock.steady_ms());
        let planned = |(at, tone): &(Moment, Tone)| {
            let ahead = at.since(now).as_secs_f64() - now.since(*at).as_secs_f64();
            (steady + 1_000.0 * ahead, *tone)
        };
        let tones: Vec<_> = tones.iter().map(planned).collect();
        inner.volume.set(volume);
        {
            let mut all = inner.planned.borrow_mut();
            all.retain(|(at, _)| *at > steady);
            all.extend(&tones);
        }
        if let Some(device) = inner.device().filter(|device| device.is_running()) {
            inner.lay_out(&device, &tones);
        }
    }

    /// Lays the tones out anew where the page's clock went on and the audio clock did not, or the other way round: the
    /// clock was set forward, or the device slept for a moment and nobody said so.
    pub fn keep_time(&self) {
        let inner = &self.0;
        let Some(device) = inner.device().filter(|device| device.is_running()) else {
            return;
        };
        let moved = inner.ahead_of_page(&device) - inner.ahead.get();
        if moved.abs() > TOO_LATE && !inner.laid_out.borrow().is_empty() {
            inner.lay_out_anew();
        }
    }

    /// Forgets the tones that have not sounded yet.
    pub fn cancel(&self) {
        self.0.planned.borrow_mut().clear();
        self.0.clear();
    }
}

impl Inner {
    fn device(&self) -> Option<Rc<AudioDevice>> {
        self.device.borrow().clone()
    }

    fn open(self: &Rc<Self>) -> Result<(), AudioError> {
        let inner = Rc::downgrade(self);
        let device = AudioDevice::open(move |turn| turned(&inner, turn))?;
        device.undertone(self.undertone.get());
        // The previous device is closed once nothing is borrowed any more.
        let before = self.device.replace(Some(Rc::new(device)));
        drop(before);
        Ok(())
    }

    fn wake(self: &Rc<Self>) {
        let Some(device) = self.device() else { return };
        let before = device.time();
        device.wake();
        let inner = Rc::downgrade(self);
        let watch = after(WAKES_WITHIN_MS, move || {
            if let Some(inner) = inner.upgrade() {
                inner.replace_if_still_at(before);
            }
        });
        self.watch.replace(Some(watch));
    }

    /// Replaces a device whose clock stands still: after a call, some say that they run and don't, and only a new one
    /// helps.
    fn replace_if_still_at(self: &Rc<Self>, before: f64) {
        let goes_on = |device: Rc<AudioDevice>| device.time() > before;
        let stands = self.device().is_some_and(|device| !goes_on(device));
        // Browsers hold back sound before the first tap, as when a shortcut starts a session at once.
        let wanted = self.undertone.get() && page::was_touched();
        match (stands && wanted, self.still.get()) {
            (true, Stillness::Told) => {}
            (false, _) => self.still.set(Stillness::Unknown),
            (true, Stillness::Replaced) => self.tell(),
            (true, Stillness::Unknown) => {
                self.still.set(Stillness::Replaced);
                // Scheduled notes go with the old device; the new one gets its own when it runs.
                drop(self.laid_out.take());
                if self.open().is_ok() {
                    self.wake();
                }
            }
        }
    }

    /// Reports once that there is no sound.
    fn tell(&self) {
        if self.still.replace(Stillness::Told) != Stillness::Told {
            (self.report)(Trouble::Still);
        }
    }

    /// Schedules all tones again. The audio clock stands still while the device sleeps, so this is needed when it goes
    /// on.
    fn lay_out_anew(&self) {
        self.clear();
        let tones = self.planned.borrow().clone();
        if let Some(device) = self.device() {
            self.lay_out(&device, &tones);
        }
    }

    fn lay_out(&self, device: &AudioDevice, tones: &[(f64, Tone)]) {
        let (audio_now, steady) = (device.time(), self.clock.steady_ms());
        self.ahead.set(self.ahead_of_page(device));
        let (mut laid_out, mut failed) = (Vec::new(), false);
        for (at, tone) in tones {
            let ahead = (at - steady) / 1_000.0;
            if ahead <= -TOO_LATE {
                continue;
            }
            for note in notes(*tone) {
                let begins = (audio_now + ahead + note.after).max(audio_now);
                let note = lay_out_note(&device.context, note, begins, self.volume.get());
                failed |= note.is_none();
                laid_out.extend(note.map(|note| (begins, note)));
            }
        }
        let mut all = self.laid_out.take();
        all.retain(|(begins, _)| *begins + 3.0 > audio_now);
        all.extend(laid_out);
        self.laid_out.replace(all);
        if failed {
            self.tell();
        }
    }

    fn ahead_of_page(&self, device: &AudioDevice) -> f64 {
        device.time() - self.clock.steady_ms() / 1_000.0
    }

    /// Takes back every note that has not begun. What rings may ring out.
    fn clear(&self) {
        let Some(device) = self.device() else { return };
        let audio_now = device.time();
        for (begins, note) in self.laid_out.take() {
            if begins > audio_now {
                let _ = call(&note, "disconnect", &Array::new());
            }
        }
    }
}

fn turned(inner: &Weak<Inner>, turn: Turn) {
    let Some(inner) = inner.upgrade() else { return };
    match turn {
        Turn::Runs => inner.lay_out_anew(),
        Turn::Taken => (inner.report)(Trouble::Taken),
    }
}

impl std::fmt::Debug for Tones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tones")
            .field("planned", &self.0.planned.borrow())
            .finish_non_exhaustive()
    }
}
