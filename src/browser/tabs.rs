//! Knowing of other tabs: which session is being played elsewhere.
//!
//! A tab holds a Web Lock named after the session it plays. The browser frees it when the tab is
//! gone, however it went.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::by_name::{ask, get, method, of_navigator};

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

/// Tells other tabs that a session is played here, until it is dropped.
#[derive(Debug)]
#[must_use = "a claim that is dropped is let go"]
pub struct Claim {
    /// Resolves the promise for whose length the browser holds the lock.
    release: Function,
    held: Option<Closure<dyn FnMut(JsValue) -> Promise>>,
}

impl Claim {
    /// Claims a session by its key.
    pub fn new(key: &str) -> Self {
        let mut release = None;
        let until = Promise::new(&mut |resolve, _| release = Some(resolve));
        let held = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |_| until.clone());
        if let Some(locks) = locks()
            && let Some(request) = method(&locks, "request")
        {
            let _ = request.call2(&locks, &key.into(), held.as_ref());
        }
        Self {
            release: release.unwrap_or_else(Function::default),
            held: Some(held),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
        // The browser may not have asked for the promise yet; the closure must outlive that.
        if let Some(held) = self.held.take() {
            held.forget();
        }
    }
}

/// Looks which sessions are played in any tab, and reports their keys.
pub fn look(report: impl FnOnce(Vec<String>) + 'static) {
    spawn_local(async move { report(held().await.unwrap_or_default()) });
}

async fn held() -> Option<Vec<String>> {
    let query = ask(&locks()?, "query", &Array::new())?;
    let answer = JsFuture::from(query).await.ok()?;
    let held: Array = get(&answer, "held")?.dyn_into().ok()?;
    let name = |lock: JsValue| get(&lock, "name")?.as_string();
    Some(held.iter().filter_map(name).collect())
}

/// `navigator.locks`, where there is such a thing.
fn locks() -> Option<JsValue> {
    of_navigator("locks")
}
