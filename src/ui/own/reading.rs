//! Loads the reader of imported texts, a part of the program of its own. It is as large as the words of all other
//! screens together, and few people ever import a routine.

use leptos::wasm_split::SplitLoaderError;

use crate::app::own::view::{Recognised, look_at};

/// Finds out what a text is.
pub(super) type LookAt = fn(&str) -> Recognised;

/// The reader. During development, when trunk builds the page as a whole, it is there at once.
#[cfg(not(parts))]
pub(super) fn reader() -> std::future::Ready<Result<LookAt, SplitLoaderError>> {
    std::future::ready(Ok(look_at))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(reading, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn reader() -> Result<LookAt, SplitLoaderError> {
    Ok(look_at)
}
