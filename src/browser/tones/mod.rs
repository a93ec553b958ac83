//! Tones, by Web Audio.
//!
//! They are scheduled ahead on the audio clock, so that a busy main thread does not move them. Under
//! them sounds, while it is wanted, a tone that nobody hears: browsers let a hidden page doze, but not
//! one that sounds.

mod device;
mod notes;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use web_sys::{AudioContext, OscillatorNode};

use self::device::{Device, Turn};
use self::notes::{lay_out_note, notes};
use super::clock::Clock;
use super::page;
use crate::device::AudioError;
use crate::domain::cue::Tone;
use crate::domain::time::Moment;

/// A tone that is later than this is left out rather than sounded late, in seconds.
const TOO_LATE: f64 = 0.3;
/// A device that was woken and whose clock still stands after so long is given up for a new one.
const WAKES_WITHIN_MS: u32 = 1_500;

/// What goes wrong with an open audio device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A call or another app took it away.
    Taken,
    /// Its clock never went on, on a new device either: there may be nothing to sound on. Told once.
    Still,
}

/// What makes the tones.
pub struct Tones(Rc<Inner>);

struct Inner {
    clock: Rc<Clock>,
    report: Box<dyn Fn(Trouble)>,
    device: RefCell<Option<Device>>,
    plan: RefCell<Plan>,
    undertone: Cell<bool>,
    failed: Cell<bool>,
    /// Whether a device was replaced because its clock stood still; whether that was told.
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

/// What is to be sounded, and the notes laid out for it.
#[derive(Default)]
struct Plan {
    tones: Vec<(Moment, Tone)>,
    volume: f64,
    /// Notes with the time on the audio clock at which they begin.
    laid_out: Vec<(f64, OscillatorNode)>,
}

impl Tones {
    /// No sound is made, and no audio device is opened, before [`Tones::make_ready`]. `report` is told
    /// what goes wrong later.
    pub fn new(clock: Rc<Clock>, report: impl Fn(Trouble) + 'static) -> Self {
        Self(Rc::new(Inner {
            clock,
            report: Box::new(report),
            device: RefCell::default(),
            plan: RefCell::default(),
            undertone: Cell::default(),
            failed: Cell::default(),
            still: Cell::default(),
            watch: RefCell::default(),
        }))
    }

    /// Opens the audio device. Browsers want this to happen while a tap is being handled.
    ///
    /// # Errors
    /// [`AudioError`], once.
    pub fn make_ready(&self) -> Result<(), AudioError> {
        if self.0.failed.get() {
            return Ok(());
        }
        if self.0.device.borrow().is_none() {
            let opened = self.0.open();
            self.0.failed.set(opened.is_err());
            opened?;
        }
        self.wake();
        Ok(())
    }

    /// Wakes an audio device that the browser or a call put to sleep.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Begins or ends the tone that nobody hears.
    pub fn undertone(&self, wanted: bool) {
        self.0.undertone.set(wanted);
        if let Some(device) = &mut *self.0.device.borrow_mut() {
            device.undertone(wanted);
        }
        if wanted {
            self.wake();
        }
    }

    /// Where the audio clock stands, in seconds, and whether it is said to run; nothing before the
    /// audio device is open.
    pub fn audio_clock(&self) -> Option<(f64, bool)> {
        let device = self.0.device.borrow();
        let device = device.as_ref()?;
        Some((device.context.current_time(), device.is_running()))
    }

    /// Sounds these tones at these moments, besides those that are planned already.
    pub fn sound(&self, tones: &[(Moment, Tone)], volume: f64) {
        let now = self.0.clock.now();
        let mut plan = self.0.plan.borrow_mut();
        plan.volume = volume;
        plan.tones.retain(|(at, _)| *at > now);
        plan.tones.extend(tones);
        if let Some(device) = &*self.0.device.borrow()
            && device.is_running()
        {
            plan.lay_out(tones, &device.context, now);
        }
    }

    /// Forgets the tones that have not sounded yet.
    pub fn cancel(&self) {
        let mut plan = self.0.plan.borrow_mut();
        plan.tones.clear();
        if let Some(device) = &*self.0.device.borrow() {
            plan.clear(&device.context);
        }
    }
}

impl Inner {
    fn open(self: &Rc<Self>) -> Result<(), AudioError> {
        let inner = Rc::downgrade(self);
        let mut device = Device::open(move |turn| turned(&inner, turn))?;
        device.undertone(self.undertone.get());
        *self.device.borrow_mut() = Some(device);
        Ok(())
    }

    fn audio_time(&self) -> Option<f64> {
        let device = self.device.borrow();
        device.as_ref().map(|device| device.context.current_time())
    }

    fn wake(self: &Rc<Self>) {
        let Some(before) = self.audio_time() else {
            return;
        };
        if let Some(device) = &*self.device.borrow() {
            device.wake();
        }
        let inner = Rc::downgrade(self);
        let watch = Timeout::new(WAKES_WITHIN_MS, move || {
            if let Some(inner) = inner.upgrade() {
                inner.replace_if_still_at(before);
            }
        });
        *self.watch.borrow_mut() = Some(watch);
    }

    /// After a call some devices say that they run, and their clock stands still: only a new one helps.
    fn replace_if_still_at(self: &Rc<Self>, before: f64) {
        let stands = self.audio_time().is_some_and(|now| now <= before);
        // Before the first tap browsers keep the sound back, from a shortcut that starts at once, say.
        let wanted = self.undertone.get() && page::was_touched();
        match (stands && wanted, self.still.get()) {
            (_, Stillness::Told) => {}
            (false, _) => self.still.set(Stillness::Unknown),
            (true, Stillness::Replaced) => {
                self.still.set(Stillness::Told);
                (self.report)(Trouble::Still);
            }
            (true, Stillness::Unknown) => {
                self.still.set(Stillness::Replaced);
                // What was laid out goes with the old one; the new one is laid out when it runs.
                self.plan.borrow_mut().laid_out.clear();
                if self.open().is_ok() {
                    self.wake();
                }
            }
        }
    }

    /// The audio clock stands still while the device sleeps: when it goes on, the tones are laid out
    /// anew.
    fn lay_out_anew(&self) {
        let mut plan = self.plan.borrow_mut();
        if let Some(device) = &*self.device.borrow() {
            plan.clear(&device.context);
            let tones = plan.tones.clone();
            plan.lay_out(&tones, &device.context, self.clock.now());
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

impl std::fmt::Debug for Tones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tones")
            .field("planned", &self.0.plan.borrow().tones)
            .finish_non_exhaustive()
    }
}
