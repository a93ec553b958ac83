//! Keeps sound going behind a locked screen: an inaudible tone in an audio element.
//!
//! Browsers show a page on the lock screen, and give it the keys of a headset, while an audio element of more than five
//! seconds plays with sound. One fed by Web Audio doesn't count (measured in Chromium 156), and a file would have to be
//! served in pieces, so the tone is made in memory.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Math, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Url};

use super::guard::after;
use super::held::Held;
use super::listener::Listener;
use super::reflect::{call, construct, is_truthy, number, set, string};

/// The tone's length in seconds. It repeats seamlessly.
const LENGTH: u32 = 8;
/// Samples per second: the fewest that browsers accept.
const RATE: u32 = 3_000;
/// The pitch in hertz. Whole waves fit into the length.
const PITCH: u32 = 40;
/// The amplitude out of 32,767: 60 dB below the loudest. At half of that, Chromium takes it for silence.
const LOUDNESS: f64 = 33.0;

/// What happens to the tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackgroundReport {
    /// It sounds.
    Sounds,
    /// The browser doesn't let it sound; reported once.
    Refused,
    /// Something else took the sound, perhaps a call.
    Interrupted,
}

/// The inaudible tone. Dropping it ends the tone.
pub struct Background {
    report: Rc<dyn Fn(BackgroundReport)>,
    wanted: Rc<Cell<bool>>,
    refused: Rc<Cell<bool>>,
    tone: RefCell<Option<Rc<Element>>>,
}

struct Element {
    audio: JsValue,
    address: String,
    _listeners: [Listener; 3],
    _held: Held,
}

impl Background {
    /// Creates the tone, which is silent until [`Background::sound`] is called.
    pub fn new(report: impl Fn(BackgroundReport) + 'static) -> Self {
        Self {
            report: Rc::new(report),
            wanted: Rc::default(),
            refused: Rc::default(),
            tone: RefCell::default(),
        }
    }

    /// Starts the tone.
    pub fn sound(&self) {
        if self.wanted.replace(true) {
            return;
        }
        let tone = self.tone();
        let tone = tone.or_else(|| Element::new(&self.report, &self.wanted).ok().map(Rc::new));
        let before = self.tone.replace(tone.clone());
        drop(before);
        let playing = tone.map(|tone| call(&tone.audio, "play", &Array::new()));
        let (report, wanted) = (Rc::clone(&self.report), Rc::clone(&self.wanted));
        let told = Rc::clone(&self.refused);
        spawn_local(async move {
            let outcome = match playing {
                // Old browsers return nothing, and play.
                Some(Ok(playing)) => match playing.dyn_into::<Promise>() {
                    Ok(playing) => JsFuture::from(playing).await,
                    Err(nothing) => Ok(nothing),
                },
                Some(Err(thrown)) => Err(thrown),
                None => Err(JsValue::UNDEFINED),
            };
            let refuses = outcome.is_err_and(|thrown| !is_abort(&thrown));
            if refuses && wanted.replace(false) && !told.replace(true) {
                report(BackgroundReport::Refused);
            }
        });
    }

    /// Pauses the tone. The lock screen still shows the page, and can resume it.
    pub fn wait(&self) {
        self.wanted.set(false);
        if let Some(tone) = self.tone() {
            tone.pause();
        }
    }

    /// Ends the tone.
    pub fn end(&self) {
        self.wanted.set(false);
        drop(self.tone.take());
    }

    /// Whether the tone is playing or paused, rather than ended.
    pub fn is_there(&self) -> bool {
        self.tone.borrow().is_some()
    }

    fn tone(&self) -> Option<Rc<Element>> {
        self.tone.borrow().clone()
    }
}

impl std::fmt::Debug for Background {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Background")
            .field("wanted", &self.wanted)
            .finish_non_exhaustive()
    }
}

impl Element {
    fn new(
        report: &Rc<dyn Fn(BackgroundReport)>,
        wanted: &Rc<Cell<bool>>,
    ) -> Result<Self, JsValue> {
        let kind = BlobPropertyBag::new();
        kind.set_type("audio/wav");
        let bytes = Uint8Array::from(&*wave());
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &kind)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let Some(audio) = construct("Audio", &Array::of1(&address.as_str().into())) else {
            let _ = Url::revoke_object_url(&address);
            return Err(JsValue::UNDEFINED);
        };
        set(&audio, "loop", &true.into());
        // It can't be heard, so it must not be offered to another device.
        set(&audio, "disableRemotePlayback", &true.into());
        let (sounds, interrupted) = (Rc::clone(report), Rc::clone(report));
        let (wanted_still, wanted_again) = (Rc::clone(wanted), Rc::clone(wanted));
        let (resumed, paused) = (audio.clone(), audio.clone());
        let listeners = [
            Listener::to(&audio, "playing", move |_| sounds(BackgroundReport::Sounds)),
            Listener::to(&audio, "pause", move |_| {
                // Events come late: after a pause and an immediate resume, it is playing again by now.
                if is_truthy(&paused, "paused") && wanted_still.replace(false) {
                    interrupted(BackgroundReport::Interrupted);
                }
            }),
            // After a call the system resumes the tone, but only the user may resume the session.
            Listener::to(&audio, "play", move |_| {
                if !wanted_again.get() {
                    let _ = call(&resumed, "pause", &Array::new());
                }
            }),
        ];
        Ok(Self {
            _held: Held::new(&audio, "pause"),
            audio,
            address,
            _listeners: listeners,
        })
    }

    fn pause(&self) {
        let _ = call(&self.audio, "pause", &Array::new());
    }
}

impl Drop for Element {
    fn drop(&mut self) {
        self.pause();
        let _ = Url::revoke_object_url(&self.address);
        unload(self.audio.clone(), SOON_MS);
    }
}

/// The ready state of an element that has something to play.
const HAVE_CURRENT_DATA: f64 = 2.0;
/// How long most take to get there, in milliseconds.
const SOON_MS: u32 = 50;

/// Has the browser forget an element, once it has loaded: `WebKitGTK` 2.50 unloads one that is loading by having the
/// page wait for its decoder, while the decoder waits for the page, and both wait for ever. Looks again after `wait_ms`,
/// and then ever more seldom, as what can't be loaded has nothing to forget.
fn unload(audio: JsValue, wait_ms: u32) {
    if number(&audio, "readyState") < Some(HAVE_CURRENT_DATA) {
        let longer = wait_ms.saturating_mul(2);
        after(wait_ms, move || unload(audio, longer)).forget();
        return;
    }
    let _ = call(&audio, "removeAttribute", &Array::of1(&"src".into()));
    let _ = call(&audio, "load", &Array::new());
}

/// Whether playing failed because it was paused before it began, which isn't a refusal.
fn is_abort(thrown: &JsValue) -> bool {
    string(thrown, "name").as_deref() == Some("AbortError")
}

/// The number of samples.
const SAMPLES: u32 = LENGTH * RATE;

/// The head of a WAV file with one channel of 16 bits.
const HEADER: [[u8; 4]; 11] = [
    *b"RIFF",
    (36 + 2 * SAMPLES).to_le_bytes(),
    *b"WAVE",
    *b"fmt ",
    16_u32.to_le_bytes(),
    [1, 0, 1, 0],
    RATE.to_le_bytes(),
    (2 * RATE).to_le_bytes(),
    [2, 0, 16, 0],
    *b"data",
    (2 * SAMPLES).to_le_bytes(),
];

/// The tone as a WAV file.
fn wave() -> Vec<u8> {
    let mut file = HEADER.as_flattened().to_vec();
    for sample in 0..SAMPLES {
        let turns = f64::from(sample * PITCH % RATE) / f64::from(RATE);
        // This uses the browser's own sine: one in the program would add 2 KB to the download.
        #[expect(clippy::cast_possible_truncation, reason = "between -33 and 33")]
        let height = (LOUDNESS * Math::sin(turns * std::f64::consts::TAU)) as i16;
        file.extend(height.to_le_bytes());
    }
    file
}
