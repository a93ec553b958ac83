//! Copying a text.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;
use crate::device::ClipboardError;

/// Copies a text, while a tap is being handled.
pub fn copy(text: &str, report: impl FnOnce(Result<(), ClipboardError>) + 'static) {
    let Some(writing) = write(text) else {
        report(Err(ClipboardError::Missing));
        return;
    };
    spawn_local(async move {
        let written = JsFuture::from(writing).await;
        report(written.map(|_| ()).map_err(|_| ClipboardError::Refused));
    });
}

/// `navigator.clipboard.writeText(text)`, where there is such a thing: it is missing at addresses that
/// are not secure.
fn write(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())
        .ok()
        .filter(JsValue::is_object)?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let writing = write.call1(&clipboard, &text.into()).ok()?;
    writing.dyn_into().ok()
}
