//! Carries out effects through `browser`, and turns what comes of them into events.

mod app;
mod examining;
mod keeping;
mod keyboard;
mod outside;
mod passing_on;
mod speaking;
mod starting;
mod staying;

pub use app::App;
pub use starting::start;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::{GetUntracked, RwSignal, Set, Update, UpdateUntracked, WithUntracked};

use crate::app::view;
use crate::app::{Effect, Event, Model, Route, Tag, next_wake, update};
use crate::browser::clock::Clock;
use crate::browser::focus::Focus;
use crate::browser::listener::Listener;
use crate::browser::speech::Speech;
use crate::browser::tabs::Claim;
use crate::browser::tones::Tones;
use crate::browser::wake_lock::WakeLock;
use crate::browser::worker::Worker;
use crate::browser::{files, install, page, storage, tabs, vibration};
use crate::domain::time::{Moment, whole_millis};
use crate::store::keys;
use crate::text::en;

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
            Effect::Claim { key } => {
                drop(self.claim.take());
                self.claim.replace(Some(Claim::new(&key, false, |_| ())));
            }
            Effect::Unclaim => drop(self.claim.take()),
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
