//! Keeping the screen on.
//!
//! The browser lets go of the lock whenever the page is hidden; whoever wants it asks again when
//! the page is seen.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::by_name::{ask, method, of_navigator};
use crate::device::WakeLockError;

/// The screen's lock. Letting it drop lets the screen go dark.
#[derive(Debug, Default)]
pub struct WakeLock {
    held: Rc<RefCell<Held>>,
}

/// What is held. The number tells a request that was overtaken by a release.
#[derive(Debug, Default)]
struct Held {
    sentinel: Option<JsValue>,
    wanted: u32,
}

impl WakeLock {
    /// Asks for the screen to stay on. `refused` is told if it will not.
    pub fn hold(&self, refused: impl FnOnce(WakeLockError) + 'static) {
        self.held.borrow_mut().wanted += 1;
        let wanted = self.held.borrow().wanted;
        let Some(request) = request() else {
            refused(WakeLockError::Missing);
            return;
        };
        let held = Rc::clone(&self.held);
        spawn_local(async move {
            match JsFuture::from(request).await {
                Ok(sentinel) if held.borrow().wanted == wanted => {
                    held.borrow_mut().sentinel = Some(sentinel);
                }
                Ok(overtaken) => release(&overtaken),
                Err(_) => refused(WakeLockError::Refused),
            }
        });
    }

    /// Lets the screen go dark.
    pub fn let_go(&self) {
        let mut held = self.held.borrow_mut();
        held.wanted += 1;
        if let Some(sentinel) = held.sentinel.take() {
            release(&sentinel);
        }
    }
}

/// Asks for the screen to stay on, lets it go again, and reports whether it would.
pub fn try_out(report: impl FnOnce(Result<(), WakeLockError>) + 'static) {
    let Some(request) = request() else {
        report(Err(WakeLockError::Missing));
        return;
    };
    spawn_local(async move {
        report(match JsFuture::from(request).await {
            Ok(sentinel) => {
                release(&sentinel);
                Ok(())
            }
            Err(_) => Err(WakeLockError::Refused),
        });
    });
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.let_go();
    }
}

/// `navigator.wakeLock.request("screen")`, where there is such a thing. (web-sys has it only as an
/// unstable API.)
fn request() -> Option<Promise> {
    ask(
        &of_navigator("wakeLock")?,
        "request",
        &Array::of1(&"screen".into()),
    )
}

fn release(sentinel: &JsValue) {
    if let Some(release) = method(sentinel, "release") {
        let _ = release.call0(sentinel);
    }
}
