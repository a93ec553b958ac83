//! The voices of a device, which come late.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

use crate::browser::listener::Listener;
use crate::device::Voice;
use crate::domain::few::Map;

/// They are looked for so often, so many times.
const LOOK_EVERY_MS: u32 = 250;
const LOOKS: u32 = 40;

type ByName = Map<String, SpeechSynthesisVoice>;

/// The voices that were found, and the search for more.
#[derive(Default)]
pub(super) struct Voices {
    by_name: Rc<RefCell<ByName>>,
    looking: Rc<RefCell<Option<Looking>>>,
}

struct Looking {
    _changes: Listener,
    poll: Option<Interval>,
}

impl Voices {
    /// The voice of this name, if it was found.
    pub(super) fn called(&self, name: &String) -> Option<SpeechSynthesisVoice> {
        self.by_name.borrow().get(name).cloned()
    }

    /// Looks for voices until there are some, and reports them; later changes too.
    pub(super) fn look(&self, engine: &SpeechSynthesis, found: impl Fn(Vec<Voice>) + 'static) {
        let (by_name, looking) = (Rc::clone(&self.by_name), Rc::clone(&self.looking));
        let (source, looks) = (engine.clone(), Cell::new(0));
        let look = Rc::new(move || {
            looks.set(looks.get() + 1);
            let listed = take(&source, &mut by_name.borrow_mut());
            if !listed.is_empty() || looks.get() >= LOOKS {
                if let Some(looking) = looking.borrow_mut().as_mut() {
                    looking.poll = None;
                }
                found(listed);
            }
        });
        let (on_change, on_poll) = (Rc::clone(&look), Rc::clone(&look));
        *self.looking.borrow_mut() = Some(Looking {
            _changes: Listener::new(engine, "voiceschanged", move |_| on_change()),
            poll: Some(Interval::new(LOOK_EVERY_MS, move || on_poll())),
        });
        look();
    }
}

/// Reads the engine's voices, and keeps them by name for speaking.
fn take(engine: &SpeechSynthesis, by_name: &mut ByName) -> Vec<Voice> {
    let voices = engine.get_voices();
    let voices = voices.iter().map(JsCast::unchecked_into);
    let list = |voice: SpeechSynthesisVoice| {
        let name = voice.name();
        let listed = Voice {
            name: name.clone(),
            // Android writes en_US.
            language: voice.lang().replace('_', "-"),
            local: voice.local_service(),
        };
        by_name.insert(name, voice);
        listed
    };
    voices.map(list).collect()
}
