//! Keeping the screen on.
//!
//! The browser releases the lock whenever the page is hidden, and the caller must ask again when it is shown. It may
//! also take it back at any other time to save the battery: then it is asked again at once and, if it refuses, at every
//! tap.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::clock::since_opened_ms;
use super::held::Held;
use super::listener::Listener;
use super::page;
use super::reflect::{CallError, Settled, call, call_async, from_navigator, get, settled_within};
use crate::device::WakeLockError;

/// How long to wait for the browser to answer, in milliseconds.
const ANSWER_WITHIN_MS: u32 = 5_000;

/// A lock that is taken back sooner than this, in milliseconds, was not really given.
const BRIEF_MS: f64 = 1_000.0;

/// The screen's wake lock. Dropping it lets the screen go dark.
#[derive(Debug, Default)]
pub struct WakeLock(Rc<Inner>);

#[derive(Default)]
struct Inner {
    wish: RefCell<Option<Rc<Wish>>>,
}

impl Inner {
    /// Whether this wish is still the current one.
    fn wants(&self, wish: &Rc<Wish>) -> bool {
        let current = self.wish.borrow();
        current.as_ref().is_some_and(|it| Rc::ptr_eq(it, wish))
    }
}

/// The wish for the screen to stay on, for as long as it stands.
struct Wish {
    refused: Box<dyn Fn(WakeLockError)>,
    /// Whether the browser's refusal was reported.
    told: Cell<bool>,
    /// When the browser was asked, while its answer is awaited, and when it last gave the lock, by the page's clock.
    asked_ms: Cell<Option<f64>>,
    given_ms: Cell<f64>,
    sentinel: RefCell<Option<Sentinel>>,
    /// Asks again at a tap, once the browser has refused.
    tap: RefCell<Option<[Listener; 2]>>,
}

/// A lock given by the browser.
struct Sentinel {
    lock: JsValue,
    _taken: Listener,
    _held: Held,
}

impl WakeLock {
    /// Asks for the screen to stay on. `refused` is called, once, if it won't or no longer does.
    pub fn hold(&self, refused: impl Fn(WakeLockError) + 'static) {
        let wish = self.0.wish.borrow().clone();
        let wish = wish.unwrap_or_else(|| {
            Rc::new(Wish {
                refused: Box::new(refused),
                told: Cell::default(),
                asked_ms: Cell::default(),
                given_ms: Cell::new(f64::NEG_INFINITY),
                sentinel: RefCell::default(),
                tap: RefCell::default(),
            })
        });
        self.0.wish.replace(Some(Rc::clone(&wish)));
        wish.ask(&self.0);
    }

    /// Lets the screen go dark.
    pub fn let_go(&self) {
        let wish = self.0.wish.take();
        let sentinel = wish.and_then(|wish| wish.sentinel.take());
        if let Some(sentinel) = sentinel {
            release(&sentinel.lock);
        }
    }
}

impl Wish {
    /// Asks for the lock, unless it is held already.
    fn ask(self: &Rc<Self>, inner: &Rc<Inner>) {
        let now = since_opened_ms();
        let waits = |asked: f64| now - asked < f64::from(ANSWER_WITHIN_MS);
        if self.is_kept() || self.asked_ms.get().is_some_and(waits) {
            return;
        }
        self.asked_ms.set(Some(now));
        let request = match request() {
            Ok(request) => request,
            Err(why) => {
                self.asked_ms.set(None);
                self.refuse(why);
                return;
            }
        };
        let (wish, inner) = (Rc::clone(self), Rc::clone(inner));
        spawn_local(async move {
            let answer = JsFuture::from(request).await;
            wish.asked_ms.set(None);
            let wanted = inner.wants(&wish);
            match answer {
                Ok(lock) if wanted => wish.given(&inner, lock),
                // Nobody wants it any more.
                Ok(late) => release(&late),
                Err(_) if wanted => wish.refused(&inner),
                Err(_) => {}
            }
        });
    }

    fn is_kept(&self) -> bool {
        let sentinel = self.sentinel.borrow();
        let lock = sentinel.as_ref().map(|it| it.lock.clone());
        drop(sentinel);
        lock.is_some_and(|lock| get(&lock, "released").is_some_and(|it| it.is_falsy()))
    }

    fn given(self: &Rc<Self>, inner: &Rc<Inner>, lock: JsValue) {
        if self.is_kept() {
            release(&lock);
            return;
        }
        self.given_ms.set(since_opened_ms());
        let (wish, all) = (Rc::downgrade(self), Rc::downgrade(inner));
        let taken = Listener::to(&lock, "release", move |_| {
            if let (Some(wish), Some(inner)) = (wish.upgrade(), all.upgrade()) {
                wish.taken(&inner);
            }
        });
        let sentinel = Sentinel {
            _held: Held::new(&lock, "release"),
            lock,
            _taken: taken,
        };
        drop(self.tap.take());
        drop(self.sentinel.replace(Some(sentinel)));
    }

    /// Handles the browser taking the lock back: while the page is visible, it is still wanted.
    fn taken(self: &Rc<Self>, inner: &Rc<Inner>) {
        if !inner.wants(self) || !page::is_seen() {
            return;
        }
        if since_opened_ms() - self.given_ms.get() < BRIEF_MS {
            self.refused(inner);
        } else {
            self.ask(inner);
        }
    }

    /// Handles a refusal by asking again at the next tap.
    fn refused(self: &Rc<Self>, inner: &Rc<Inner>) {
        if !page::is_seen() {
            // The page was hidden just after asking; the caller asks again when it is shown.
            return;
        }
        let (wish, all) = (Rc::downgrade(self), Rc::downgrade(inner));
        let tap = page::on_gesture(move || {
            if let (Some(wish), Some(inner)) = (wish.upgrade(), all.upgrade()) {
                wish.ask(&inner);
            }
        });
        drop(self.tap.replace(Some(tap)));
        self.refuse(WakeLockError::Refused);
    }

    fn refuse(&self, error: WakeLockError) {
        if !self.told.replace(true) {
            (self.refused)(error);
        }
    }
}

/// Asks for the screen to stay on, releases it again, and reports whether it would have.
pub fn try_out(report: impl FnOnce(Result<(), WakeLockError>) + 'static) {
    let request = match request() {
        Ok(request) => request,
        Err(why) => return report(Err(why)),
    };
    let late = request.clone();
    spawn_local(async move {
        report(match settled_within(ANSWER_WITHIN_MS, request).await {
            Settled::Fulfilled(lock) => {
                release(&lock);
                Ok(())
            }
            Settled::Rejected => Err(WakeLockError::Refused),
            Settled::TimedOut => {
                spawn_local(async move {
                    if let Ok(lock) = JsFuture::from(late).await {
                        release(&lock);
                    }
                });
                Err(WakeLockError::Refused)
            }
        });
    });
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let wanted = self.wish.borrow().is_some();
        f.debug_struct("Inner")
            .field("wanted", &wanted)
            .finish_non_exhaustive()
    }
}

/// Calls `navigator.wakeLock.request("screen")`, if it exists. (web-sys has it only as an unstable API.)
fn request() -> Result<Promise, WakeLockError> {
    let wake_lock = from_navigator("wakeLock").ok_or(WakeLockError::Missing)?;
    let request = call_async(&wake_lock, "request", &Array::of1(&"screen".into()));
    request.map_err(|why| match why {
        CallError::Missing => WakeLockError::Missing,
        CallError::Refused => WakeLockError::Refused,
    })
}

fn release(lock: &JsValue) {
    let _ = call(lock, "release", &Array::new());
}
