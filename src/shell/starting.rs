//! Starting up: creates what reaches outside, reads what is stored, and starts listening.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use leptos::prelude::RwSignal;

use super::{App, Shell, outside};
use crate::app::{Event, Model, Route, device, read_ahead, session};
use crate::browser::clock::Clock;
use crate::browser::fault::{FaultWords, show_on_panic};
use crate::browser::guard::after;
use crate::browser::speech::Speech;
use crate::browser::tones::{Tones, Trouble};
use crate::browser::wake_lock::WakeLock;
use crate::browser::worker::Worker;
use crate::browser::{first_screen, page, storage, tabs};
use crate::device::AudioError;
use crate::store::PREFIX;
use crate::text::{Key, Locale, en};

/// How long after the start the library is read, in milliseconds, if nothing has asked for it: by then the first screen
/// is there, and the user hasn't gone on yet.
const READ_AHEAD_MS: u32 = 300;

/// Starts the application: reads what is stored, and listens.
pub fn start() -> App {
    let locale = Locale::default();
    show_on_panic(fault_words(locale), PREFIX, en::file_name);
    let beforehand = first_screen::give_way();
    let shell = Rc::new_cyclic(|shell| Shell::new(shell, locale));
    shell.read_all();
    shell.read_journal();
    shell.dispatch(Event::AddressChanged(Route::of_fragment(&page::fragment())));
    shell.listen();
    shell.make_up_for(beforehand);
    shell.keep_page();
    shell.learn_of_installing();
    shell.open_files();
    after(READ_AHEAD_MS, read_ahead).forget();
    App::of(shell)
}

/// The words of the fault page.
fn fault_words(locale: Locale) -> FaultWords {
    FaultWords {
        title: locale.word(Key::FaultTitle),
        means: locale.word(Key::FaultMeans),
        reload: locale.word(Key::FaultReload),
        save: locale.word(Key::FaultSave),
        help: locale.word(Key::GetHelp),
        details: locale.word(Key::FaultDetails),
    }
}

impl Shell {
    /// Creates a shell that has read nothing yet, and isn't listening.
    fn new(shell: &Weak<Self>, locale: Locale) -> Self {
        let clock = Rc::new(Clock::default());
        let (reports, troubled) = (shell.clone(), shell.clone());
        Self {
            model: RwSignal::new(Model::new(locale, Route::Question)),
            keys_shown: RwSignal::new(false),
            speech: Speech::new(move |report| {
                if let Some(shell) = reports.upgrade() {
                    shell.reported(report);
                }
            }),
            tones: Tones::new(Rc::clone(&clock), move |trouble| {
                if let Some(shell) = troubled.upgrade() {
                    shell.dispatch(match trouble {
                        Trouble::Taken => session::Event::SoundInterrupted.into(),
                        Trouble::Still => device::Event::AudioFailed(AudioError::Still).into(),
                    });
                }
            }),
            outside: outside::Outside::new(shell),
            clock,
            tab: tabs::number(),
            writer: storage::Writer::default(),
            wake_lock: WakeLock::default(),
            worker: Worker::default(),
            focus: Rc::default(),
            claim: RefCell::default(),
            uttered: Cell::new((0, None)),
            wake_up: RefCell::default(),
            waiting: RefCell::default(),
            busy: Cell::new(false),
            translated: Cell::new(false),
            presented: RefCell::default(),
            listeners: RefCell::default(),
        }
    }
}
