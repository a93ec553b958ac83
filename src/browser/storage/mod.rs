//! What is kept on the device, in localStorage, with a journal of the latest writes.

mod journal;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use self::journal::{Entry, Journal};
use super::window;
use crate::device::StorageError;
use crate::domain::decimal::fixed;

/// The key of the number of the latest write that localStorage holds. It begins unlike all others,
/// and so is no part of what a person kept.
const LATEST: &str = "limber-latest-write";
/// The key of what is kept for a moment, to see whether anything can be. It is no part of what a person
/// kept either.
const TRIAL: &str = "limber-trial";
/// What was written so long ago, in milliseconds, is on the disk for certain.
const SETTLED: f64 = 3_600_000.0;

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
    let put = |key: &str, text: &str| js_sys::Reflect::set(&all, &key.into(), &text.into());
    for key in keys(prefix).unwrap_or_default() {
        if let Ok(Some(text)) = read(&key) {
            let _ = put(&key, &text);
        }
    }
    for (key, text) in more {
        let _ = put(key, text);
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

/// Writes, and takes down in a journal what was written.
#[derive(Debug, Default)]
pub struct Writer {
    journal: Journal,
}

impl Writer {
    /// Makes up for what the journal holds and localStorage lost, because the browser was killed
    /// before it wrote it to the disk. `then` is called if there was anything.
    pub fn catch_up(&self, then: impl FnOnce() + 'static) {
        let journal = self.journal.clone();
        self.journal.open(move |entries| {
            let latest = latest();
            let (mut lost, held): (Vec<_>, Vec<_>) =
                entries.into_iter().partition(|entry| entry.number > latest);
            for entry in held.iter().filter(|it| it.number < latest - SETTLED) {
                journal.forget(&entry.key);
            }
            lost.retain(|entry| make_up_for(entry).is_ok());
            if !lost.is_empty() {
                then();
            }
        });
    }

    /// Keeps something.
    ///
    /// # Errors
    /// As [`keys`], and [`StorageError::Full`]. What was there before is still there then.
    pub fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.take_down(key, Some(text))
    }

    /// Removes something, if it is there.
    ///
    /// # Errors
    /// As [`keys`].
    pub fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.take_down(key, None)
    }

    fn take_down(&self, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        let entry = Entry {
            key: key.to_owned(),
            text: text.map(str::to_owned),
            // Numbers grow even where the clock is set back.
            number: js_sys::Date::now().max(latest() + 1.0),
        };
        make_up_for(&entry)?;
        self.journal.note(&entry);
        Ok(())
    }
}

/// Carries out a write, and says in localStorage that it holds it.
fn make_up_for(entry: &Entry) -> Result<(), StorageError> {
    let storage = local()?;
    match &entry.text {
        Some(text) => storage.set_item(&entry.key, text),
        None => storage.remove_item(&entry.key),
    }
    .map_err(|thrown| error(&thrown))?;
    if entry.number > latest() {
        // If there is no room for it, the write is made up for once more, which does no harm.
        let _ = storage.set_item(LATEST, &fixed(entry.number, 0));
    }
    Ok(())
}

/// The number of the latest write that localStorage holds.
fn latest() -> f64 {
    let text = read(LATEST).ok().flatten();
    text.map_or(0.0, |text| js_sys::Number::parse_float(&text))
        .max(0.0)
}
