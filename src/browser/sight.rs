//! Whether an element is within sight, or nearly so.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Half a page ahead, so that who scrolls, or goes on by the tab key, finds in place what is drawn when it is seen.
const AHEAD: &str = "50% 0px";

/// Watches whether an element is within sight, for as long as it lives.
#[derive(Debug)]
#[must_use = "a sight that is dropped watches nothing"]
pub struct Sight {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Begins to watch, and reports each change. A browser that can't watch reports nothing.
    pub fn of(element: &Element, mut report: impl FnMut(bool) + 'static) -> Self {
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let latest = entries.pop().dyn_into::<IntersectionObserverEntry>();
            if let Ok(entry) = latest {
                report(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(AHEAD);
        let told = callback.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(told, &options).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self {
            observer,
            _callback: callback,
        }
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
