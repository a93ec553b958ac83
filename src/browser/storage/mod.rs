//! What is stored on the device, in localStorage, with a journal of the latest writes.

mod catching_up;
mod journal;
mod mark;
mod writer;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

pub use self::writer::Writer;
use super::reflect::set;
use super::window;
use crate::device::StorageError;

/// The key of a trial record, stored briefly to see whether anything can be. It isn't part of the user's data either.
const TRIAL: &str = "limber-trial";

/// What happens to stored data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageReport {
    /// What a killed browser lost was recovered, so there is more than was read.
    MadeUp,
    /// Everything was cleared by the user or the browser while the page was open.
    Cleared,
    /// This was lost and can't be recovered for now. It is tried again with each write.
    NotMadeUp {
        /// Its key.
        key: String,
        /// The text that was written.
        text: String,
        /// Why it can't be recovered.
        error: StorageError,
    },
    /// This was lost too, but something else has been written under its key since.
    Superseded {
        /// Its key.
        key: String,
        /// The text that was lost.
        text: String,
    },
    /// Another version of Limber has the journal, so what is written just before the browser is killed may be lost.
    /// Reported once.
    JournalBlocked,
}

/// The device's storage, or an error if the browser forbids it.
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

/// All keys with this prefix.
///
/// # Errors
/// Returns [`StorageError::Forbidden`] or [`StorageError::Failed`].
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = local()?;
    let count = storage.length().map_err(|thrown| error(&thrown))?;
    let keys = (0..count).filter_map(|nth| storage.key(nth).transpose());
    let keys = keys.filter(|key| key.as_ref().map_or(true, |it| it.starts_with(prefix)));
    keys.map(|key| key.map_err(|thrown| error(&thrown)))
        .collect()
}

/// The text stored under a key.
///
/// # Errors
/// As for [`keys`].
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    local()?.get_item(key).map_err(|thrown| error(&thrown))
}

/// Everything stored under keys with this prefix, and `more`, as the text of one JSON object.
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

/// Writes a text under a key of its own, reads it back and removes it.
///
/// # Errors
/// As for [`Writer::write`], and [`StorageError::Failed`] if the text read isn't the one written.
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

/// Carries out a write in localStorage: stores the text, or removes the key if there is none.
fn carry_out(key: &str, text: Option<&str>) -> Result<(), StorageError> {
    let storage = local()?;
    match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    }
    .map_err(|thrown| error(&thrown))
}
