//! The clipboard.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::spawn_local;

use super::reflect::{CallError, Settled, call_async, from_navigator, settled_within};
use crate::device::ClipboardError;

/// How long the browser has to answer, in milliseconds.
const ANSWER_WITHIN_MS: u32 = 5_000;

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
        report(match settled_within(ANSWER_WITHIN_MS, writing).await {
            Settled::Fulfilled(_) => Ok(()),
            Settled::Rejected | Settled::TimedOut => Err(ClipboardError::Refused),
        });
    });
}

/// Calls `navigator.clipboard.writeText(text)`, which doesn't exist at insecure addresses.
fn write(text: &str) -> Result<Promise, CallError> {
    let clipboard = from_navigator("clipboard").ok_or(CallError::Missing)?;
    call_async(&clipboard, "writeText", &Array::of1(&text.into()))
}
