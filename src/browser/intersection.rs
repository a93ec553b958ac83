//! Whether an element is in sight, or nearly so.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::guard::{after, caught};
use super::reflect::{boolean, call, construct, object};

/// Half a page ahead, so that users who scroll or tab onwards find what comes into sight already drawn.
const AHEAD: &str = "50% 0px";

/// Watches whether an element is in sight, for as long as it lives: an `IntersectionObserver` for one element.
#[derive(Debug)]
#[must_use = "an observer that is dropped watches nothing"]
pub struct IntersectionObserver(How);

#[derive(Debug)]
enum How {
    Watched {
        observer: JsValue,
        _callback: Closure<dyn FnMut(JsValue)>,
    },
    /// The browser can't watch, so the element is assumed to be in sight.
    Taken(#[expect(dead_code, reason = "it reports for as long as it is kept")] Timeout),
}

impl IntersectionObserver {
    /// Starts watching, and reports each change. If the browser can't watch, reports soon that the element is in sight.
    pub fn new(element: &Element, report: impl FnMut(bool) + 'static) -> Self {
        let report = Rc::new(RefCell::new(report));
        let told = Rc::clone(&report);
        let callback = Closure::<dyn FnMut(JsValue)>::new(move |entries: JsValue| {
            let latest = call(&entries, "pop", &Array::new()).unwrap_or_default();
            let within = boolean(&latest, "isIntersecting");
            if let (Some(within), Ok(mut told)) = (within, told.try_borrow_mut()) {
                let _ = caught(|| told(within));
            }
        });
        let options = object(&[("rootMargin", AHEAD.into())]);
        let observer = construct(
            "IntersectionObserver",
            &Array::of2(callback.as_ref(), &options),
        );
        let watched =
            observer.filter(|it| call(it, "observe", &Array::of1(element.as_ref())).is_ok());
        Self(match watched {
            Some(observer) => How::Watched {
                observer,
                _callback: callback,
            },
            None => How::Taken(after(0, move || {
                if let Ok(mut report) = report.try_borrow_mut() {
                    report(true);
                }
            })),
        })
    }
}

impl Drop for IntersectionObserver {
    fn drop(&mut self) {
        if let How::Watched { observer, .. } = &self.0 {
            let _ = call(observer, "disconnect", &Array::new());
        }
    }
}
