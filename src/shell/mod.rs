//! Carries out effects through `browser`, and turns their outcomes into events.

mod app;
mod device_check;
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
use leptos::prelude::{RwSignal, Update, UpdateUntracked, WithUntracked};

use crate::app::records;
use crate::app::view;
use crate::app::{Effect, Event, Model, Now, Route, Tag, device, next_wake, session, update};
use crate::browser::clock::{self, Clock};
use crate::browser::focus::Focus;
use crate::browser::guard::{after, caught};
use crate::browser::listener::Listener;
use crate::browser::speech::Speech;
use crate::browser::tabs::{Claim, ClaimReport};
use crate::browser::tones::Tones;
use crate::browser::wake_lock::WakeLock;
use crate::browser::worker::Worker;
use crate::browser::{files, install, page, storage, tabs, vibration};
use crate::domain::time::whole_millis;
use crate::store::{PREFIX, RecordKey};
use crate::text::en;

/// Everything that reaches outside the core.
struct Shell {
    model: RwSignal<Model>,
    keys_shown: RwSignal<bool>,
    clock: Rc<Clock>,
    /// A number unique to this tab.
    tab: u32,
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
    /// Events that happened while another was being handled.
    waiting: RefCell<VecDeque<Event>>,
    busy: Cell<bool>,
    /// Whether a translation of the page was noticed and reported.
    translated: Cell<bool>,
    /// The last screen presented.
    presented: RefCell<Option<Route>>,
    listeners: RefCell<Vec<Listener>>,
}

impl Shell {
    fn dispatch(self: &Rc<Self>, event: Event) {
        self.waiting.borrow_mut().push_back(event);
        if self.busy.replace(true) {
            return;
        }
        // Whatever throws here, what happens next gets through.
        let _ = caught(|| self.handle_waiting());
        self.busy.set(false);
        let _ = caught(|| self.model.update(|_| ()));
        let _ = caught(|| self.present_screen());
        let focus = Rc::clone(&self.focus);
        after(0, move || focus.keep()).forget();
        self.wake_up_in_time();
        if !self.translated.get() && page::is_translated() {
            self.translated.set(true);
            self.dispatch(device::Event::PageTranslated.into());
        }
    }

    /// Handles the events that wait. If the clock can't be read, they wait for the next one.
    fn handle_waiting(self: &Rc<Self>) {
        while !self.waiting.borrow().is_empty() {
            let now = Now {
                at: self.clock.now(),
                utc_offset: clock::utc_offset(),
            };
            self.tones.keep_time();
            let Some(event) = self.waiting.borrow_mut().pop_front() else {
                break;
            };
            let mut effects = Vec::new();
            self.model
                .update_untracked(|model| effects = update(model, event, now));
            for effect in effects {
                // One that throws must affect nothing but itself.
                if caught(|| self.carry_out(effect)).is_err() {
                    self.dispatch(device::Event::BrowserThrew.into());
                }
            }
        }
    }

    /// Claims to be the one tab on the device that plays a session.
    fn claim(self: &Rc<Self>, key: &RecordKey, take_over: bool) {
        drop(self.claim.take());
        let dispatch = self.dispatcher();
        let claim = Claim::new(&key.to_string(), take_over, move |report| {
            let claimed = match report {
                ClaimReport::Held => session::Claimed::Held,
                ClaimReport::Refused => session::Claimed::Refused,
                ClaimReport::Lost => session::Claimed::Lost,
            };
            dispatch(session::Event::Claimed(claimed).into());
        });
        self.claim.replace(Some(claim));
    }

    /// Sets the page's title and, after a change of screen, the focus on its heading once that is drawn.
    fn present_screen(&self) {
        let (route, title) = self
            .model
            .with_untracked(|model| (model.context.route.clone(), view::title(model)));
        page::set_title(&title);
        let before = self.presented.replace(Some(route.clone()));
        // The first screen leaves the focus where the browser put it.
        if before.is_some_and(|before| before != route) {
            after(0, page::focus_heading).forget();
        }
    }

    /// Sets the timer for the next moment at which the session, or the displayed second, must change.
    fn wake_up_in_time(self: &Rc<Self>) {
        let now = self.clock.now();
        let next = self.model.with_untracked(|model| next_wake(model, now));
        *self.wake_up.borrow_mut() = next.map(|next| {
            // One millisecond more, since timers may fire a fraction early.
            let millis = u32::try_from(whole_millis(next.since(now)) + 1).unwrap_or(u32::MAX);
            let shell = Rc::downgrade(self);
            after(millis, move || {
                if let Some(shell) = shell.upgrade() {
                    shell.dispatch(Event::TimePassed);
                }
            })
        });
    }

    #[expect(clippy::too_many_lines, reason = "a table: an arm for each effect")]
    fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Speak(utterance) => self.speak(utterance),
            Effect::Hush => self.speech.hush(),
            Effect::ReadyTones => {
                if let Err(error) = self.tones.make_ready() {
                    self.dispatch(device::Event::AudioFailed(error).into());
                }
            }
            Effect::Sound { tones, volume } => self.tones.sound(&tones, volume),
            Effect::CancelTones => self.tones.cancel(),
            Effect::Vibrate(tone) => vibration::vibrate(tone),
            Effect::Keep { key, text, over } => drop(self.put(key, text, over)),
            Effect::Replace { of, by, text, over } => {
                if self.put(by, text, over) {
                    self.forget(&of);
                }
            }
            Effect::Forget { key } => self.forget(&key),
            Effect::Quarantine { from, to } => self.quarantine(from, &to),
            Effect::KeepAwake => {
                let dispatch = self.dispatcher();
                self.wake_lock
                    .hold(move |error| dispatch(device::Event::WakeLockFailed(error).into()));
            }
            Effect::LetSleep => self.wake_lock.let_go(),
            Effect::ShareSound(kind) => self.outside.share(kind),
            Effect::Undertone(wanted) => self.tones.undertone(wanted),
            Effect::ShowOutside(playing) => self.outside.show(playing.as_ref(), self.clock.now()),
            Effect::Claim { key, take_over } => self.claim(&key, take_over),
            Effect::Unclaim => drop(self.claim.take()),
            Effect::LookAtOtherTabs => {
                let dispatch = self.dispatcher();
                tabs::look(move |keys| dispatch(session::Event::OtherTabsLooked(keys).into()));
            }
            Effect::ListVoices => {
                let dispatch = self.dispatcher();
                self.speech
                    .list(move |voices| dispatch(device::Event::VoicesListed(voices).into()));
            }
            Effect::GiveWay(route) => page::give_way(&route.fragment()),
            Effect::Install => {
                let dispatch = self.dispatcher();
                install::ask(move |installing| {
                    dispatch(device::Event::InstallingKnown(installing).into());
                });
            }
            Effect::LookForNewer => self.worker.look_for_newer(),
            Effect::TakeNewer => self.worker.take_over(),
            Effect::GoTo(route) => page::go_to(&route.fragment()),
            Effect::BearInAddress(route) => page::bear_in_address(&route.fragment()),
            Effect::Paint(theme, skin) => page::paint(theme, skin),
            Effect::Export { unsaved } => {
                let name = en::file_name(&files::today());
                if !files::save(&name, &storage::everything(PREFIX, &unsaved)) {
                    self.dispatch(records::Event::ExportFailed.into());
                }
            }
            Effect::Examine(trial) => self.examine(trial),
            Effect::PassOn { title, route } => self.pass_on(&title, &route),
            Effect::Copy(text) => self.copy(&text),
        }
    }

    /// Returns a callback that dispatches events, for those who answer later.
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
        let weak = || Rc::downgrade(self);
        let (gesture, keys, restored) = (weak(), weak(), weak());
        let gestures = page::on_gesture(move || {
            if let Some(shell) = gesture.upgrade() {
                shell.tones.wake();
            }
        });
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
            page::on_leaving(move || leaving(Event::PageLeft)),
            page::on_restored(move || {
                if let Some(shell) = restored.upgrade() {
                    shell.came_back();
                }
            }),
            page::on_kept_elsewhere(move |name, text| {
                kept(records::Event::KeptElsewhere { name, text }.into());
            }),
            page::on_key(move |key| keys.upgrade().is_some_and(|shell| shell.key_pressed(key))),
        ];
        self.listeners.borrow_mut().extend(gestures);
    }
}

impl std::fmt::Debug for Shell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shell")
            .field("tab", &self.tab)
            .finish_non_exhaustive()
    }
}
