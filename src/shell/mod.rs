//! Carries out effects through `browser`, and turns what comes of them into events.

mod examining;
mod keeping;
mod keyboard;
mod outside;
mod passing_on;
mod speaking;
mod staying;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::{
    GetUntracked, RwSignal, Set, StoredValue, Update, UpdateUntracked, WithUntracked, WithValue,
};
use leptos::reactive::owner::LocalStorage;

use crate::app::view;
use crate::app::{Effect, Event, Model, Route, Tag, next_wake, update};
use crate::browser::clock::Clock;
use crate::browser::fault::{FaultWords, show_on_panic};
use crate::browser::focus::Focus;
use crate::browser::listener::Listener;
use crate::browser::sight::Sight;
use crate::browser::speech::Speech;
use crate::browser::tabs::Claim;
use crate::browser::tones::{Tones, Trouble};
use crate::browser::wake_lock::WakeLock;
use crate::browser::worker::Worker;
use crate::browser::{files, install, page, storage, tabs, vibration};
use crate::device::AudioError;
use crate::domain::time::{Moment, whole_millis};
use crate::library;
use crate::store::keys;
use crate::text::{Key, Locale, en};

/// What the screens hold on to: the model to look at, and the way to say what happened.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// The model. Only the shell writes it, and only with what `update` made of it.
    pub model: RwSignal<Model>,
    /// The moment for which the screens are drawn.
    pub now: RwSignal<Moment>,
    /// Whether the list of keys is shown: purely visual, so it stands beside the model.
    pub keys_shown: RwSignal<bool>,
    shell: StoredValue<Rc<Shell>, LocalStorage>,
}

impl App {
    /// Says what happened.
    pub fn dispatch(self, event: Event) {
        let shell = self.shell.with_value(Rc::clone);
        shell.dispatch(event);
    }

    /// This very moment, for what moves between two events.
    pub fn moment(self) -> Moment {
        self.shell.with_value(|shell| shell.clock.now())
    }

    /// Watches whether an element is within sight, for as long as what it returns lives.
    pub fn watch(self, element: &web_sys::Element, report: impl FnMut(bool) + 'static) -> Sight {
        Sight::of(element, report)
    }

    /// Does something once what is shown at this moment has been painted.
    pub fn once_painted(self, go: impl FnOnce() + 'static) {
        page::once_painted(go);
    }

    /// Shows the screen from its top, with the focus on its heading, as if it had just been opened.
    pub fn show_from_the_top(self) {
        Timeout::new(0, page::focus_heading).forget();
    }

    /// Selects everything in a field, once it is drawn.
    pub fn select(self, field: web_sys::HtmlTextAreaElement) {
        Timeout::new(0, move || page::select(&field)).forget();
    }

    /// Whether the person has asked their device for less motion.
    pub fn wants_less_motion(self) -> bool {
        page::wants_less_motion()
    }
}

/// Everything that reaches outside.
struct Shell {
    model: RwSignal<Model>,
    now: RwSignal<Moment>,
    keys_shown: RwSignal<bool>,
    clock: Rc<Clock>,
    writer: storage::Writer,
    speech: Speech,
    tones: Tones,
    wake_lock: WakeLock,
    worker: Worker,
    outside: outside::Outside,
    focus: Rc<Focus>,
    claim: RefCell<Option<Claim>>,
    /// The number of the latest utterance, and whose it is.
    uttered: Cell<(u64, Option<Tag>)>,
    wake_up: RefCell<Option<Timeout>>,
    /// Events that happened while another was being taken notice of.
    waiting: RefCell<VecDeque<Event>>,
    busy: Cell<bool>,
    /// The screen that was last presented.
    presented: RefCell<Option<Route>>,
    listeners: RefCell<Vec<Listener>>,
}

/// So long after the start, in milliseconds, the library is read if nothing asked for it yet: the first screen is there
/// then, and nobody has gone on.
const READ_AHEAD_MS: u32 = 300;

/// Starts the application: reads what is kept, and listens.
pub fn start() -> App {
    let locale = Locale::default();
    let words = FaultWords {
        title: locale.word(Key::FaultTitle),
        means: locale.word(Key::FaultMeans),
        reload: locale.word(Key::FaultReload),
        save: locale.word(Key::FaultSave),
        details: locale.word(Key::FaultDetails),
    };
    show_on_panic(words, keys::ALL, en::file_name);
    let beforehand = page::clear_first_screen();

    let clock = Rc::new(Clock::default());
    let model = RwSignal::new(Model::new(locale, Route::Question));
    let now = RwSignal::new(clock.now());
    let keys_shown = RwSignal::new(false);
    let shell = Rc::new_cyclic(|shell: &std::rc::Weak<Shell>| {
        let (reports, troubled) = (shell.clone(), shell.clone());
        let report = move |report| {
            if let Some(shell) = reports.upgrade() {
                shell.reported(report);
            }
        };
        Shell {
            model,
            now,
            keys_shown,
            speech: Speech::new(report),
            tones: Tones::new(Rc::clone(&clock), move |trouble| {
                if let Some(shell) = troubled.upgrade() {
                    shell.dispatch(match trouble {
                        Trouble::Taken => Event::SoundInterrupted,
                        Trouble::Still => Event::AudioFailed(AudioError::Still),
                    });
                }
            }),
            outside: outside::Outside::new(shell),
            clock,
            writer: storage::Writer::default(),
            wake_lock: WakeLock::default(),
            worker: Worker::default(),
            focus: Rc::default(),
            claim: RefCell::default(),
            uttered: Cell::new((0, None)),
            wake_up: RefCell::default(),
            waiting: RefCell::default(),
            busy: Cell::new(false),
            presented: RefCell::default(),
            listeners: RefCell::default(),
        }
    });
    shell.dispatch(keeping::opened());
    let again = shell.dispatcher();
    shell.writer.catch_up(move || again(keeping::opened()));
    shell.dispatch(Event::AddressChanged(Route::of_fragment(&page::fragment())));
    shell.listen();
    shell.make_up_for(beforehand);
    shell.keep_page();
    shell.learn_of_installing();
    shell.open_files();
    Timeout::new(READ_AHEAD_MS, library::read_ahead).forget();
    App {
        model,
        now,
        keys_shown,
        shell: StoredValue::new_local(shell),
    }
}

impl Shell {
    fn dispatch(self: &Rc<Self>, event: Event) {
        self.waiting.borrow_mut().push_back(event);
        if self.busy.replace(true) {
            return;
        }
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let now = self.clock.now();
            let mut effects = Vec::new();
            self.model
                .update_untracked(|model| effects = update(model, event, now));
            for effect in effects {
                self.carry_out(effect);
            }
        }
        self.busy.set(false);
        self.now.set(self.clock.now());
        self.model.update(|_| ());
        self.present_screen();
        let focus = Rc::clone(&self.focus);
        Timeout::new(0, move || focus.keep()).forget();
        self.wake_up_in_time();
    }

    /// After a change of screen: its name, and the focus on its heading once it is drawn.
    fn present_screen(&self) {
        let (route, title) = self
            .model
            .with_untracked(|model| (model.route.clone(), view::title(model)));
        page::set_title(&title);
        let before = self.presented.replace(Some(route.clone()));
        // The first screen leaves the focus where the browser puts it.
        if before.is_some_and(|before| before != route) {
            Timeout::new(0, page::focus_heading).forget();
        }
    }

    /// Asks to be woken when the session, or the second that is shown, needs it.
    fn wake_up_in_time(self: &Rc<Self>) {
        let now = self.clock.now();
        let next = self.model.with_untracked(|model| next_wake(model, now));
        *self.wake_up.borrow_mut() = next.map(|next| {
            // A millisecond more, since timers may fire a fraction early.
            let millis = u32::try_from(whole_millis(next.since(now)) + 1).unwrap_or(u32::MAX);
            let shell = Rc::downgrade(self);
            Timeout::new(millis, move || {
                if let Some(shell) = shell.upgrade() {
                    shell.dispatch(Event::TimePassed);
                }
            })
        });
    }

    fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Speak(utterance) => self.speak(utterance),
            Effect::Hush => self.speech.hush(),
            Effect::ReadyTones => {
                if let Err(error) = self.tones.make_ready() {
                    self.dispatch(Event::AudioFailed(error));
                }
            }
            Effect::Sound { tones, volume } => self.tones.sound(&tones, volume),
            Effect::CancelTones => self.tones.cancel(),
            Effect::Vibrate(tone) => vibration::vibrate(tone),
            Effect::Keep { key, text, over } => self.keep(key, text, over),
            Effect::Forget { key } => {
                // What cannot be removed does no harm: it is found again, and offered again.
                let _ = self.writer.remove(&key);
            }
            Effect::PutAside { from, to } => self.put_aside(&from, to),
            Effect::KeepAwake => {
                let dispatch = self.dispatcher();
                self.wake_lock
                    .hold(move |error| dispatch(Event::WakeLockFailed(error)));
            }
            Effect::LetSleep => self.wake_lock.let_go(),
            Effect::ShareSound(kind) => self.outside.share(kind),
            Effect::Undertone(wanted) => self.tones.undertone(wanted),
            Effect::ShowOutside(playing) => self.outside.show(playing.as_ref(), self.clock.now()),
            Effect::Claim { key } => *self.claim.borrow_mut() = Some(Claim::new(&key)),
            Effect::Unclaim => *self.claim.borrow_mut() = None,
            Effect::LookAtOtherTabs => {
                let dispatch = self.dispatcher();
                tabs::look(move |keys| dispatch(Event::OtherTabsLooked(keys)));
            }
            Effect::ListVoices => {
                let dispatch = self.dispatcher();
                self.speech
                    .list(move |voices| dispatch(Event::VoicesListed(voices)));
            }
            Effect::GiveWay(route) => page::give_way(&route.fragment()),
            Effect::Install => {
                let dispatch = self.dispatcher();
                install::ask(move |installing| dispatch(Event::InstallingKnown(installing)));
            }
            Effect::LookForNewer => self.worker.look_for_newer(),
            Effect::TakeNewer => self.worker.take_over(),
            Effect::GoTo(route) => page::go_to(&route.fragment()),
            Effect::BearInAddress(route) => page::bear_in_address(&route.fragment()),
            Effect::Paint(theme, skin) => page::paint(theme, skin),
            Effect::Export { unkept } => {
                files::save(
                    &en::file_name(&files::today()),
                    &storage::everything(keys::ALL, &unkept),
                );
            }
            Effect::Examine(trial) => self.examine(trial),
            Effect::PassOn { title, route } => self.pass_on(&title, &route),
            Effect::Copy(text) => self.copy(&text),
        }
    }

    /// A way to say what happened, for those who answer later.
    fn dispatcher(self: &Rc<Self>) -> impl Fn(Event) + 'static {
        let shell = Rc::downgrade(self);
        move |event| {
            if let Some(shell) = shell.upgrade() {
                shell.dispatch(event);
            }
        }
    }

    fn listen(self: &Rc<Self>) {
        let (address, seen, leaving, kept) = (
            self.dispatcher(),
            self.dispatcher(),
            self.dispatcher(),
            self.dispatcher(),
        );
        let (gesture, keys) = (Rc::downgrade(self), Rc::downgrade(self));
        *self.listeners.borrow_mut() = vec![
            page::on_address(move |fragment| {
                address(Event::AddressChanged(Route::of_fragment(&fragment)));
            }),
            page::on_visibility(move |shown| {
                seen(if shown {
                    Event::PageShown
                } else {
                    Event::PageHidden
                });
            }),
            page::on_leaving(move || leaving(Event::PageHidden)),
            page::on_kept_elsewhere(move |key, text| kept(Event::KeptElsewhere { key, text })),
            page::on_gesture(move |_| {
                if let Some(shell) = gesture.upgrade() {
                    shell.tones.wake();
                }
            }),
            page::on_key(move |key| keys.upgrade().is_some_and(|shell| shell.key_pressed(key))),
        ];
    }
}

impl std::fmt::Debug for Shell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shell")
            .field("now", &self.now.get_untracked())
            .finish_non_exhaustive()
    }
}
