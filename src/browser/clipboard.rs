//! Copying a text.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::by_name::{Unasked, ask, of_navigator};
use crate::device::ClipboardError;

/// Copies a text, while a tap is being handled.
pub fn copy(text: &str, report: impl FnOnce(Result<(), ClipboardError>) + 'static) {
    let writing = match write(text) {
        Ok(writing) => writing,
        Err(why) => {
            report(Err(match why {
                Unasked::Missing => ClipboardError::Missing,
                Unasked::Refused => ClipboardError::Refused,
            }));
            return;
        }
    };
    spawn_local(async move {
        let written = JsFuture::from(writing).await;
        report(written.map(|_| ()).map_err(|_| ClipboardError::Refused));
    });
}

/// `navigator.clipboard.writeText(text)`, where there is such a thing: it is missing at addresses that
/// are not secure.
fn write(text: &str) -> Result<Promise, Unasked> {
    let clipboard = of_navigator("clipboard").ok_or(Unasked::Missing)?;
    ask(&clipboard, "writeText", &Array::of1(&text.into()))
}
