//! What is kept on the device, in localStorage, with a journal of the latest writes.

mod journal;
mod mark;
mod writer;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

pub use self::writer::Writer;
use super::reflect::set;
use super::window;
use crate::device::StorageError;

/// The key of what is kept for a moment, to see whether anything can be. It is no part of what a person
/// kept either.
const TRIAL: &str = "limber-trial";

/// What becomes of what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageReport {
    /// What a killed browser lost was made up for: there is more than was read.
    MadeUp,
    /// What was kept was cleared, by the person or by the browser, while the page was open.
    Cleared,
    /// This was lost, and can't be made up for. It is tried again with each write.
    NotMadeUp {
        /// Its key.
        key: String,
        /// What was written.
        text: String,
        /// Why not.
        error: StorageError,
    },
    /// Another version of Limber has the journal: what is written just before the browser is killed may be lost. Told
    /// once.
    JournalBlocked,
}

/// The device's storage; refused where the browser forbids it.
fn local() -> Result<Storage, StorageError> {
    match window().local_storage() {
        Ok(Some(storage)) => Ok(storage),
        Ok(None) | Err(_) => Err(StorageError::Forbidden),
    }
}

fn error(thrown: &JsValue) -> StorageError {
    match thrown
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .as_deref()
    {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Forbidden,
        _ => StorageError::Failed,
    }
}

/// All keys that begin with `prefix`.
///
/// # Errors
/// [`StorageError::Forbidden`] or [`StorageError::Failed`].
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = local()?;
    let count = storage.length().map_err(|thrown| error(&thrown))?;
    let keys = (0..count).filter_map(|nth| storage.key(nth).ok().flatten());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}

/// What is kept under a key.
///
/// # Errors
/// As [`keys`].
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    local()?.get_item(key).map_err(|thrown| error(&thrown))
}

/// Everything under keys that begin with `prefix`, and `more`, as the text of one JSON object.
pub fn everything(prefix: &str, more: &[(String, String)]) -> String {
    let all = js_sys::Object::new();
    for key in keys(prefix).unwrap_or_default() {
        if let Ok(Some(text)) = read(&key) {
            set(&all, &key, &text.into());
        }
    }
    for (key, text) in more {
        set(&all, key, &text.into());
    }
    js_sys::JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &2.into())
        .map_or_else(|_| "{}".to_owned(), String::from)
}

/// Writes a text under a key of its own, reads it again and removes it.
///
/// # Errors
/// As [`Writer::write`], and [`StorageError::Failed`] if what is read is not what was written.
pub fn try_out() -> Result<(), StorageError> {
    let storage = local()?;
    let text = js_sys::Math::random().to_bits().to_string();
    storage
        .set_item(TRIAL, &text)
        .map_err(|thrown| error(&thrown))?;
    let kept = storage.get_item(TRIAL).map_err(|thrown| error(&thrown));
    storage
        .remove_item(TRIAL)
        .map_err(|thrown| error(&thrown))?;
    if kept? == Some(text) {
        Ok(())
    } else {
        Err(StorageError::Failed)
    }
}

/// Does what a write is about, in localStorage.
fn carry_out(key: &str, text: Option<&str>) -> Result<(), StorageError> {
    let storage = local()?;
    match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    }
    .map_err(|thrown| error(&thrown))
}
