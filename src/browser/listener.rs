//! Event listeners that stop listening when dropped.

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
    /// Starts listening. Whatever the browser throws while an event is handled affects nothing else.
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
        // Adding a listener doesn't fail for any kind of event or any target.
        let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        Self {
            target: target.clone(),
            kind,
            callback,
        }
    }

    /// Starts listening to something that may not be an event target, in which case nothing is heard.
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
