//! The device's voices, which arrive late, change, and may be in the thousands.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::engine::Engine;
use crate::browser::guard::after;
use crate::browser::listener::Listener;
use crate::browser::reflect::{get, string};
use crate::device::Voice;
use crate::domain::collections::Map;

/// How often to look for voices, in milliseconds, and how many times. Changes reported by the browser are looked at no
/// more often than that.
const LOOK_EVERY_MS: u32 = 250;
const LOOKS: u32 = 40;

/// The browser's voices by name and language tag: several may have one name.
type ByName = Map<String, JsValue>;

/// The key by which a voice is found.
fn place(name: &str, language: &str) -> String {
    format!("{name}\n{language}")
}

/// The voices found, and the search for more.
#[derive(Default)]
pub(super) struct VoiceList {
    by_name: Rc<RefCell<ByName>>,
    looking: RefCell<Option<Rc<Looking>>>,
    changes: RefCell<Option<Listener>>,
}

struct Looking {
    engine: Engine,
    found: Box<dyn Fn(Vec<Voice>)>,
    by_name: Rc<RefCell<ByName>>,
    /// The voices last reported.
    told: RefCell<Option<Vec<Voice>>>,
    looks: Cell<u32>,
    next: RefCell<Option<Timeout>>,
}

impl VoiceList {
    /// The voice with this name and language tag, if it was found.
    pub(super) fn called(&self, name: &str, language: &str) -> Option<JsValue> {
        let by_name = self.by_name.borrow();
        by_name.get(&place(name, language)).cloned()
    }

    /// Looks for voices until there are some, and reports them; also reports later changes.
    pub(super) fn look(&self, engine: &Engine, found: impl Fn(Vec<Voice>) + 'static) {
        let looking = Rc::new(Looking {
            engine: engine.clone(),
            found: Box::new(found),
            by_name: Rc::clone(&self.by_name),
            told: RefCell::default(),
            looks: Cell::default(),
            next: RefCell::default(),
        });
        let changed = Rc::downgrade(&looking);
        let listener = Listener::to(&engine.0, "voiceschanged", move |_| {
            if let Some(looking) = changed.upgrade() {
                looking.soon();
            }
        });
        // The previous ones are dropped at the end, when nothing is borrowed.
        let before = (
            self.changes.replace(Some(listener)),
            self.looking.replace(Some(Rc::clone(&looking))),
        );
        looking.look();
        drop(before);
    }
}

impl Looking {
    /// Looks again in a moment, once for all changes until then.
    fn soon(self: &Rc<Self>) {
        if self.next.borrow().is_some() {
            return;
        }
        let looking = Rc::downgrade(self);
        let next = after(LOOK_EVERY_MS, move || {
            if let Some(looking) = looking.upgrade() {
                let this = looking.next.take();
                looking.look();
                drop(this);
            }
        });
        self.next.replace(Some(next));
    }

    fn look(self: &Rc<Self>) {
        let looks = self.looks.get().saturating_add(1);
        self.looks.set(looks);
        let (listed, by_name) = read(&self.engine);
        let before = self.by_name.replace(by_name);
        drop(before);
        let waits = listed.is_empty() && looks < LOOKS && self.told.borrow().is_none();
        if waits {
            self.soon();
            return;
        }
        let known = self.told.borrow().as_ref() == Some(&listed);
        if !known {
            self.told.replace(Some(listed.clone()));
            (self.found)(listed);
        }
    }
}

/// Reads the engine's voices, each name and language once. A voice without a name can't be chosen, and is skipped.
fn read(engine: &Engine) -> (Vec<Voice>, ByName) {
    let (mut listed, mut by_name) = (Vec::new(), ByName::default());
    for voice in engine.voices() {
        let Some(name) = string(&voice, "name").filter(|name| !name.is_empty()) else {
            continue;
        };
        // Android writes en_US.
        let language = string(&voice, "lang").unwrap_or_default().replace('_', "-");
        let place = place(&name, &language);
        if by_name.get(&place).is_some() {
            continue;
        }
        listed.push(Voice {
            name,
            language,
            // A voice that doesn't say is assumed not to need a network.
            local: get(&voice, "localService").is_none_or(|it| it.is_truthy()),
        });
        by_name.insert(place, voice);
    }
    (listed, by_name)
}
