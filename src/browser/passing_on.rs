//! Sharing an address with someone.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::reflect::{call_async, get, object};
use super::{clipboard, window};
use crate::device::ClipboardError;

/// Has the browser share an address, while a tap is being handled. If it can't, the address is copied, and the outcome
/// of that is reported. Users who change their mind need no report.
pub fn pass_on(
    title: &str,
    address: &str,
    report: impl FnOnce(Result<(), ClipboardError>) + 'static,
) {
    let Some(passing) = share(title, address) else {
        clipboard::copy(address, report);
        return;
    };
    let address = address.to_owned();
    spawn_local(async move {
        if let Err(why) = JsFuture::from(passing).await
            && !is_change_of_mind(&why)
        {
            clipboard::copy(&address, report);
        }
    });
}

/// Calls `navigator.share({title, url})`, if it exists.
fn share(title: &str, address: &str) -> Option<Promise> {
    let what = object(&[("title", title.into()), ("url", address.into())]);
    call_async(&window().navigator(), "share", &Array::of1(&what)).ok()
}

fn is_change_of_mind(why: &JsValue) -> bool {
    get(why, "name").is_some_and(|name| name == "AbortError")
}
