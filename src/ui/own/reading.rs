//! What reads a text that somebody brings: a part of the program of its own, loaded when it is wanted. It is as large as all
//! other screens' words together, and few ever take a routine in.

use leptos::wasm_split::SplitLoaderError;

use crate::app::own::view::{Recognised, look_at};
use crate::text::Locale;

/// What finds out what a text is.
pub(super) type LookAt = fn(&str, Locale) -> Recognised;

/// While editing, where trunk builds the page whole, it is at hand.
#[cfg(not(parts))]
pub(super) fn reader() -> std::future::Ready<Result<LookAt, SplitLoaderError>> {
    std::future::ready(Ok(look_at))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(reading, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn reader() -> Result<LookAt, SplitLoaderError> {
    Ok(look_at)
}
