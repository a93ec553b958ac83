//! The clipboard.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::reflect::{CallError, call_async, from_navigator};
use crate::device::ClipboardError;

/// Copies a text to the clipboard, while a tap is being handled.
pub fn copy(text: &str, report: impl FnOnce(Result<(), ClipboardError>) + 'static) {
    let writing = match write(text) {
        Ok(writing) => writing,
        Err(why) => {
            report(Err(match why {
                CallError::Missing => ClipboardError::Missing,
                CallError::Refused => ClipboardError::Refused,
            }));
            return;
        }
    };
    spawn_local(async move {
        let written = JsFuture::from(writing).await;
        report(written.map(|_| ()).map_err(|_| ClipboardError::Refused));
    });
}

/// Calls `navigator.clipboard.writeText(text)`, which doesn't exist at insecure addresses.
fn write(text: &str) -> Result<Promise, CallError> {
    let clipboard = from_navigator("clipboard").ok_or(CallError::Missing)?;
    call_async(&clipboard, "writeText", &Array::of1(&text.into()))
}
