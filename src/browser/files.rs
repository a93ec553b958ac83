//! Offering text as a file.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document;
use super::reflect::call;

/// An address at which the browser serves `text` as a file, for as long as the page lives.
pub fn address_of(text: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Offers `text` as a file of this name, and returns whether the browser lets it.
pub fn save(name: &str, text: &str) -> bool {
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Some(address)) = (link, address_of(text)) else {
        return false;
    };
    link.set_href(&address);
    link.set_download(name);
    call(&link, "click", &Array::new()).is_ok()
}

/// Today's date in the device's calendar, like `2026-11-23`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}
