//! Knowing about other tabs: which session is being played elsewhere.
//!
//! A tab that plays holds two Web Locks: one that is the same for the whole device, so that no two tabs play, and one
//! named after its session, which tells others what is played. The browser frees both when the tab is gone, however it
//! went.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::guard::{after, caught};
use super::held::Held;
use super::reflect::{
    Settled, call, call_async, from_navigator, get, object, settled_within, string,
};

/// The lock that only one tab on the device can hold.
const PLAYING: &str = "limber/playing";
/// How long to wait for the browser to answer, in milliseconds.
const ANSWER_WITHIN_MS: u32 = 2_000;
/// How many times to ask for the lock, and the pause between, in milliseconds: browsers take a moment to free one.
const ASKED: u32 = 3;
const AGAIN_AFTER_MS: u32 = 150;

/// A number that no other tab is likely to have.
pub fn number() -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a random number of 32 bits"
    )]
    let number = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    number
}

/// The outcome of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimReport {
    /// No other tab plays, as far as the browser can tell.
    Held,
    /// Another tab plays, so nothing is claimed.
    Refused,
    /// Another tab took over, and plays now.
    Lost,
}

/// The claim to the one session under way on this device, until it is dropped.
#[derive(Debug)]
#[must_use = "a claim that is dropped is let go"]
pub struct Claim(Rc<Hold>);

/// The state of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The browser was asked.
    Asked,
    /// The browser doesn't answer, and so can't say that another tab plays.
    AssumedHeld,
    Held,
    Over,
}

struct Hold {
    key: String,
    take_over: bool,
    state: Cell<State>,
    /// How many times the browser was asked.
    asked: Cell<u32>,
    report: Box<dyn Fn(ClaimReport)>,
    /// The browser holds the locks until this is resolved.
    until: Promise,
    /// Resolves `until`.
    release: Function,
    held: RefCell<Option<Held>>,
}

impl Claim {
    /// Claims the session with this key, and reports the outcome. With `take_over`, another tab that plays loses its
    /// claim. If the browser can't tell, the claim counts as held.
    pub fn new(key: &str, take_over: bool, report: impl Fn(ClaimReport) + 'static) -> Self {
        let mut release = None;
        let until = Promise::new(&mut |resolve, _| release = Some(resolve));
        let hold = Rc::new(Hold {
            key: key.to_owned(),
            take_over,
            state: Cell::new(State::Asked),
            asked: Cell::default(),
            report: Box::new(report),
            until,
            release: release.unwrap_or_else(Function::default),
            held: RefCell::default(),
        });
        hold.ask();
        let waiting = Rc::clone(&hold);
        let silent = after(ANSWER_WITHIN_MS, move || {
            if waiting.state.get() == State::Asked {
                waiting.state.set(State::AssumedHeld);
                (waiting.report)(ClaimReport::Held);
            }
        });
        silent.forget();
        Self(hold)
    }
}

impl Hold {
    fn ask(self: &Rc<Self>) {
        self.asked.set(self.asked.get() + 1);
        let hold = Rc::clone(self);
        let granted = Closure::once_into_js(move |lock: JsValue| hold.answered(&lock));
        let how = if self.take_over {
            "steal"
        } else {
            "ifAvailable"
        };
        let how = object(&[("mode", "exclusive".into()), (how, true.into())]);
        let asked = locks().and_then(|locks| {
            let named = Array::of3(&PLAYING.into(), &how, &granted);
            call_async(&locks, "request", &named).ok()
        });
        let Some(asked) = asked else {
            self.become_held();
            return;
        };
        let hold = Rc::clone(self);
        spawn_local(async move {
            // Rejected when another tab took over, or when the browser has no locks for this page after all.
            if JsFuture::from(asked).await.is_err() {
                match hold.state.get() {
                    State::Asked => hold.become_held(),
                    State::Held => hold.lose(),
                    State::AssumedHeld | State::Over => {}
                }
            }
        });
    }

    /// Handles the browser granting the lock, or saying that it is taken. The lock is held until the returned promise
    /// settles.
    fn answered(self: &Rc<Self>, lock: &JsValue) -> JsValue {
        if self.state.get() == State::Over {
            return JsValue::UNDEFINED;
        }
        if lock.is_null() || lock.is_undefined() {
            self.unavailable();
            return JsValue::UNDEFINED;
        }
        let until = self.until.clone();
        let named = Closure::once_into_js(move |_: JsValue| JsValue::from(until));
        if let Some(locks) = locks() {
            let named = Array::of2(&self.key.as_str().into(), &named);
            let _ = call(&locks, "request", &named);
        }
        self.held.replace(Some(Held::new(&self.release, "call")));
        if self.state.get() == State::AssumedHeld {
            self.state.set(State::Held);
        } else {
            let _ = caught(|| self.become_held());
        }
        self.until.clone().into()
    }

    /// Handles the lock being taken, by another tab or by this one, which has only just released it.
    fn unavailable(self: &Rc<Self>) {
        if self.asked.get() < ASKED {
            let hold = Rc::clone(self);
            after(AGAIN_AFTER_MS, move || {
                if hold.state.get() != State::Over {
                    hold.ask();
                }
            })
            .forget();
            return;
        }
        let report = match self.state.replace(State::Over) {
            State::AssumedHeld => ClaimReport::Lost,
            State::Asked | State::Held | State::Over => ClaimReport::Refused,
        };
        let _ = caught(|| (self.report)(report));
    }

    fn become_held(&self) {
        self.state.set(State::Held);
        (self.report)(ClaimReport::Held);
    }

    fn lose(&self) {
        self.let_go();
        (self.report)(ClaimReport::Lost);
    }

    fn let_go(&self) {
        self.state.set(State::Over);
        let _ = self.release.call0(&JsValue::UNDEFINED);
        drop(self.held.take());
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.0.let_go();
    }
}

impl std::fmt::Debug for Hold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hold")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Finds out which sessions are played in any tab, and reports their keys; none if the browser doesn't say.
pub fn look(report: impl FnOnce(Vec<String>) + 'static) {
    spawn_local(async move { report(held().await.unwrap_or_default()) });
}

async fn held() -> Option<Vec<String>> {
    let query = call_async(&locks()?, "query", &Array::new()).ok()?;
    let Settled::Fulfilled(answer) = settled_within(ANSWER_WITHIN_MS, query).await else {
        return None;
    };
    let held: Array = get(&answer, "held")?.dyn_into().ok()?;
    let name = |lock: JsValue| string(&lock, "name");
    Some(held.iter().filter_map(name).collect())
}

/// `navigator.locks`, if it exists.
fn locks() -> Option<JsValue> {
    from_navigator("locks")
}
