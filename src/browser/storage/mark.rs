//! The mark in localStorage: the number of the latest write that it holds. A copy in sessionStorage records that this
//! tab has seen a mark.

use js_sys::{Array, Number};

use super::{local, read as kept};
use crate::browser::reflect::{call, get};
use crate::browser::window;
use crate::device::StorageError;
use crate::device::journal::JournalMark;
use crate::domain::decimal::fixed;

/// The key of the mark. Its prefix differs from all others, so it isn't part of the user's data.
const LATEST: &str = "limber-latest-write";

/// The current mark.
pub(super) fn read() -> Result<JournalMark, StorageError> {
    let text = kept(LATEST)?;
    Ok(JournalMark::read(text.as_deref(), Number::parse_float))
}

/// Writes the mark, and returns whether there was room for it.
pub(super) fn put(number: f64) -> bool {
    local().is_ok_and(|it| it.set_item(LATEST, &fixed(number, 0)).is_ok())
}

/// Records that this tab has seen a mark.
pub(super) fn remember() {
    if let Some(tab) = get(&window(), "sessionStorage") {
        let _ = call(&tab, "setItem", &Array::of2(&LATEST.into(), &"1".into()));
    }
}

/// Whether this tab has seen a mark before.
pub(super) fn was_seen_here() -> bool {
    let tab = get(&window(), "sessionStorage");
    let left = tab.and_then(|tab| call(&tab, "getItem", &Array::of1(&LATEST.into())).ok());
    left.is_some_and(|left| left.is_string())
}
