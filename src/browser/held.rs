//! What the browser has given to the page, to be released when the program breaks.
//!
//! A broken program drops nothing: its sounds would go on, and its locks would hold back a version that fixes it. So
//! whatever sounds or is locked is listed here, too, as the browser's own objects, which need nothing of the program
//! but a method name.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::reflect::call;

thread_local! {
    static HELD: RefCell<Vec<Option<(JsValue, &'static str)>>> = const { RefCell::new(Vec::new()) };
}

/// Something that is released if the program breaks while this lives.
#[derive(Debug)]
pub(super) struct Held(usize);

impl Held {
    /// Holds an object that is released by calling its method `by`.
    pub(super) fn new(what: &JsValue, by: &'static str) -> Self {
        HELD.with_borrow_mut(|all| {
            let free = all.iter().position(Option::is_none);
            let place = free.unwrap_or(all.len());
            if free.is_none() {
                all.push(None);
            }
            all[place] = Some((what.clone(), by));
            Self(place)
        })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let held = HELD.with_borrow_mut(|all| all.get_mut(self.0).and_then(Option::take));
        drop(held);
    }
}

/// Releases everything. The panic hook calls this, so it does not panic, whatever was going on.
pub(super) fn let_go_of_all() {
    let all = HELD.try_with(|all| all.try_borrow().map(|all| all.clone()));
    let Ok(Ok(all)) = all else { return };
    for (what, by) in all.into_iter().flatten() {
        let _ = call(&what, by, &Array::new());
    }
}
