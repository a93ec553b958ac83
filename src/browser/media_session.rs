//! What the lock screen, a headset and a watch show of the page, and their keys.
//!
//! web-sys has it only as an unstable API, so it is reached by name.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::guard::caught;
use super::page;
use super::reflect::{call, construct, from_navigator, object, set};
use crate::device::MediaKey;
use crate::domain::now_playing::{NowPlaying, PlayingPoint, PlayingTime};
use crate::domain::time::Moment;

/// The keys by their names in browsers. iPhones show the keys for next and previous only if there are none for seeking.
const KEYS: [(&str, Option<MediaKey>); 8] = [
    ("play", Some(MediaKey::Play)),
    ("pause", Some(MediaKey::Pause)),
    ("stop", Some(MediaKey::Stop)),
    ("nexttrack", Some(MediaKey::Next)),
    ("previoustrack", Some(MediaKey::Previous)),
    ("seekforward", None),
    ("seekbackward", None),
    ("seekto", None),
];

/// The icons shown beside the words, with their sizes.
const ICONS: [(&str, &str); 2] = [("icon-192.png", "192x192"), ("icon-512.png", "512x512")];

/// The page's place on the lock screen. Dropping it gives up the place.
pub struct MediaSession {
    pressed: Rc<dyn Fn(MediaKey)>,
    handlers: RefCell<Vec<Handler>>,
}

/// The name of a key, and the callback for it.
type Handler = (&'static str, Closure<dyn FnMut()>);

impl MediaSession {
    /// Creates a media session, which shows nothing until [`MediaSession::show`]; `pressed` is called for each key.
    pub fn new(pressed: impl Fn(MediaKey) + 'static) -> Self {
        Self {
            pressed: Rc::new(pressed),
            handlers: RefCell::default(),
        }
    }

    /// Shows what is playing, in browsers that can.
    pub fn show(&self, playing: &NowPlaying, now: Moment) {
        let Some(session) = session() else { return };
        set(&session, "metadata", &metadata(playing));
        let state = if playing.running { "playing" } else { "paused" };
        set(&session, "playbackState", &state.into());
        let position = position(playing.time, now);
        let _ = call(&session, "setPositionState", &Array::of1(&position));
        self.listen();
    }

    /// Listens to the keys. Some browsers forget the listeners, and must be given them again when sound begins.
    pub fn listen(&self) {
        let Some(session) = session() else { return };
        if self.handlers.borrow().is_empty() {
            let own = KEYS.iter().filter_map(|(name, key)| {
                let (key, pressed) = ((*key)?, Rc::clone(&self.pressed));
                let handler = move || {
                    let _ = caught(|| pressed(key));
                };
                Some((*name, Closure::<dyn FnMut()>::new(handler)))
            });
            self.handlers.replace(own.collect());
        }
        // Taken out of the cell first, as the browser may press a key while it is given the handlers.
        let js = |(name, handler): &Handler| (*name, handler.as_ref().clone());
        let own: Vec<(&str, JsValue)> = self.handlers.borrow().iter().map(js).collect();
        for (name, _) in KEYS {
            let handler = own.iter().find(|(handled, _)| *handled == name);
            let handler = handler.map(|(_, handler)| handler);
            handle(&session, name, handler.unwrap_or(&JsValue::NULL));
        }
    }

    /// Shows nothing any more, and gives up the keys.
    pub fn let_go(&self) {
        let handlers = self.handlers.take();
        let Some(session) = session().filter(|_| !handlers.is_empty()) else {
            return;
        };
        for (name, _) in &handlers {
            handle(&session, name, &JsValue::NULL);
        }
        set(&session, "metadata", &JsValue::NULL);
        set(&session, "playbackState", &"none".into());
    }
}

impl Drop for MediaSession {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl std::fmt::Debug for MediaSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MediaSession").finish_non_exhaustive()
    }
}

/// `navigator.mediaSession`, if it exists.
fn session() -> Option<JsValue> {
    from_navigator("mediaSession")
}

/// Sets the handler of a key. Browsers refuse keys they don't know, which does no harm.
fn handle(session: &JsValue, name: &str, handler: &JsValue) {
    let _ = call(
        session,
        "setActionHandler",
        &Array::of2(&name.into(), handler),
    );
}

/// The words and icons in the form that browsers expect.
fn metadata(playing: &NowPlaying) -> JsValue {
    let icon = |(source, sizes): (&str, &str)| {
        object(&[
            ("src", page::beside(source).into()),
            ("sizes", sizes.into()),
            ("type", "image/png".into()),
        ])
    };
    let icons: Array = ICONS.into_iter().map(icon).collect();
    let words = object(&[
        ("title", playing.title.as_str().into()),
        ("artist", playing.detail.as_str().into()),
        ("album", playing.whole.as_str().into()),
        ("artwork", icons.into()),
    ]);
    construct("MediaMetadata", &Array::of1(&words)).unwrap_or(JsValue::NULL)
}

/// The position in a hold. A phase without a length of its own is endless: otherwise the browser would show the
/// progress of the tone that keeps the page awake.
fn position(time: Option<PlayingTime>, now: Moment) -> JsValue {
    let Some(PlayingTime { length, at }) = time else {
        return object(&[("duration", f64::INFINITY.into()), ("position", 0.0.into())]);
    };
    let over = match at {
        PlayingPoint::Waiting(over) => over,
        PlayingPoint::Since(began) => now.since(began),
    };
    object(&[
        ("duration", length.as_secs_f64().into()),
        ("position", over.min(length).as_secs_f64().into()),
    ])
}
