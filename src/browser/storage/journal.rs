//! What was written last, once more in `IndexedDB`.
//!
//! Chromium puts localStorage on the disk five seconds after a change, and a page that changes it
//! all the time gets sixty turns an hour: a browser that is killed would forget up to a minute.
//! What `IndexedDB` has taken is on its way to the disk at once. Where there is no `IndexedDB` nothing
//! is lost but that minute.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbTransactionMode};

use crate::browser::window;

const DATABASE: &str = "limber";
const ENTRIES: &str = "latest";

/// The latest write to one key.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    /// What was written; nothing if it was removed.
    pub(super) text: Option<String>,
    /// The number of the write. Later writes have greater numbers.
    pub(super) number: f64,
}

/// The latest write to each key.
#[derive(Debug, Clone, Default)]
pub(super) struct Journal {
    /// Nothing before it is opened, and where it cannot be.
    database: Rc<RefCell<Option<IdbDatabase>>>,
}

impl Journal {
    /// Opens it, and reads all entries. Where it cannot be opened, `then` is not called.
    pub(super) fn open(&self, then: impl FnOnce(Vec<Entry>) + 'static) {
        let Some(opening) = open() else { return };
        let asked = opening.clone();
        let made = once(move || {
            // Fails only if it is there already.
            let _ = database_of(&asked).map(|database| database.create_object_store(ENTRIES));
        });
        opening.set_onupgradeneeded(Some(made.unchecked_ref()));
        let (asked, journal) = (opening.clone(), self.clone());
        let opened = once(move || {
            let Some(database) = database_of(&asked) else {
                return;
            };
            *journal.database.borrow_mut() = Some(database);
            let _ = journal.read(then);
        });
        opening.set_onsuccess(Some(opened.unchecked_ref()));
    }

    /// Takes down a write in place of the one before it to the same key.
    pub(super) fn note(&self, entry: &Entry) {
        let text = entry.text.as_deref().map_or(JsValue::NULL, JsValue::from);
        let value = Array::of2(&entry.number.into(), &text);
        let noted = self
            .entries(IdbTransactionMode::Readwrite)
            .map(|entries| entries.put_with_key(&value, &entry.key.as_str().into()));
        if !matches!(noted, Some(Ok(_))) {
            // Some systems close it behind the page's back. Without it things are kept as before.
            *self.database.borrow_mut() = None;
        }
    }

    /// Drops what is said of a key.
    pub(super) fn forget(&self, key: &str) {
        let entries = self.entries(IdbTransactionMode::Readwrite);
        let _ = entries.map(|entries| entries.delete(&key.into()));
    }

    fn entries(&self, mode: IdbTransactionMode) -> Option<IdbObjectStore> {
        let database = self.database.borrow();
        let transaction = database
            .as_ref()?
            .transaction_with_str_and_mode(ENTRIES, mode)
            .ok()?;
        transaction.object_store(ENTRIES).ok()
    }

    fn read(&self, then: impl FnOnce(Vec<Entry>) + 'static) -> Option<()> {
        let entries = self.entries(IdbTransactionMode::Readonly)?;
        let (keys, values) = (entries.get_all_keys().ok()?, entries.get_all().ok()?);
        let read = once(move || {
            let lists = (keys.result(), values.result());
            let (Ok(keys), Ok(values)) = lists else {
                return;
            };
            let (keys, values) = (Array::from(&keys), Array::from(&values));
            let pairs = keys.iter().zip(values.iter());
            then(
                pairs
                    .filter_map(|(key, value)| entry(&key, value))
                    .collect(),
            );
        });
        let transaction = entries.transaction();
        transaction.set_oncomplete(Some(read.unchecked_ref()));
        Some(())
    }
}

/// Asks for the database. It may be forbidden, and is missing in some private windows.
fn open() -> Option<IdbOpenDbRequest> {
    let factory = window().indexed_db().ok().flatten()?;
    factory.open_with_u32(DATABASE, 1).ok()
}

fn database_of(opening: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    opening.result().ok()?.dyn_into().ok()
}

fn entry(key: &JsValue, value: JsValue) -> Option<Entry> {
    let value: Array = value.dyn_into().ok()?;
    Some(Entry {
        key: key.as_string()?,
        number: value.get(0).as_f64()?,
        text: value.get(1).as_string(),
    })
}

/// A callback that is called once, and is gone then.
fn once(callback: impl FnOnce() + 'static) -> JsValue {
    Closure::once_into_js(move |_: Event| callback())
}
