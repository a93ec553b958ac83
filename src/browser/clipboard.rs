//! Copying a text.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::by_name::{ask, of_navigator};
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
    ask(
        &of_navigator("clipboard")?,
        "writeText",
        &Array::of1(&text.into()),
    )
}
