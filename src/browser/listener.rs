//! A listener that stops listening when it is dropped.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

use super::guard::caught;

/// Listens to one kind of event on one target for as long as it lives.
#[derive(Debug)]
#[must_use = "a listener that is dropped hears nothing"]
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen. What the browser throws while something is done about an event holds up nothing else.
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::boxed(target, kind, Box::new(callback))
    }

    fn boxed(
        target: &EventTarget,
        kind: &'static str,
        mut callback: Box<dyn FnMut(Event)>,
    ) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(move |event| {
            let _ = caught(|| callback(event));
        });
        // Adding a listener fails for no kind of event and no target.
        let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        Self {
            target: target.clone(),
            kind,
            callback,
        }
    }

    /// Begins to listen to what may be no target at all; nothing is heard of it then.
    pub(super) fn to(
        what: &JsValue,
        kind: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::new(what.unchecked_ref(), kind, callback)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, callback);
    }
}
