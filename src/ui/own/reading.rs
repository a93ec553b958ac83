//! What reads a text that somebody brings: a part of the program of its own, loaded when it is wanted. It is as large as all
//! other screens' words together, and few ever take a routine in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::app::own::view::{Looked, look_at};
use crate::text::Locale;

/// What finds out what a text is.
type LookAt = fn(&str, Locale) -> Looked;

/// How far the loading is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reading {
    UnderWay,
    Done(LookAt),
    Failed,
}

/// Begins to load it. The screen may be gone when it is there.
pub(super) fn load(reading: RwSignal<Reading>) {
    reading.set(Reading::UnderWay);
    spawn_local(async move {
        reading.try_set(reader().await.map_or(Reading::Failed, Reading::Done));
    });
}

/// While editing, where trunk builds the page whole, it is at hand.
#[cfg(not(parts))]
fn reader() -> std::future::Ready<Result<LookAt, SplitLoaderError>> {
    std::future::ready(Ok(look_at))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(reading, wasm_split_path = ::leptos::wasm_split, fallible)]
fn reader() -> Result<LookAt, SplitLoaderError> {
    Ok(look_at)
}
