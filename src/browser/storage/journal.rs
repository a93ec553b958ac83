//! A second copy of the latest writes, in `IndexedDB`.
//!
//! Chromium writes localStorage to disk five seconds after a change, and only sixty times an hour for a page that
//! changes it all the time, so a browser that is killed would forget up to a minute. What `IndexedDB` has accepted is
//! on its way to the disk at once. Without `IndexedDB`, only that minute is at risk.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::browser::guard::{after, caught};
use crate::browser::reflect::{call, get, set, string};
use crate::browser::window;
use crate::device::journal::{GREATEST, JournalEntry};

const DATABASE: &str = "limber";
const VERSION: u32 = 1;
const ENTRIES: &str = "latest";

/// How long to wait before opening the journal again that the system closed, in milliseconds: it has a reason. A design
/// choice.
const OPENS_AGAIN_AFTER_MS: u32 = 1_000;

/// The outcome of opening the journal.
#[derive(Debug)]
pub(super) enum Opened {
    /// It holds these entries.
    Read(Vec<JournalEntry>),
    /// It isn't available: it may be forbidden, and some private windows lack it.
    Missing,
    /// Another version of Limber has it: a newer one took it over, or another tab doesn't release it.
    Blocked,
}

/// The journal: the latest write to each key.
#[derive(Debug, Clone, Default)]
pub(super) struct Journal {
    /// `None` until it is opened, and if it can't be.
    database: Rc<RefCell<Option<JsValue>>>,
}

impl Journal {
    /// Opens the journal and reads all entries. `then` is called with the outcome: never if the browser doesn't answer,
    /// and a second time if it does after it was blocked.
    pub(super) fn open(&self, then: impl Fn(Opened) + 'static) {
        let Some(opening) = open() else {
            then(Opened::Missing);
            return;
        };
        let then: Rc<dyn Fn(Opened)> = Rc::new(then);
        let (asked, journal, read) = (opening.clone(), self.clone(), Rc::clone(&then));
        on(&opening, "onsuccess", move |_| {
            if let Some(database) = get(&asked, "result") {
                journal.keep(&database, Rc::clone(&read));
            }
            if journal.read(Rc::clone(&read)).is_none() {
                read(Opened::Missing);
            }
        });
        let blocked = Rc::clone(&then);
        on(&opening, "onblocked", move |_| blocked(Opened::Blocked));
        let asked = opening.clone();
        on(&opening, "onerror", move |_| {
            let error = get(&asked, "error").and_then(|error| string(&error, "name"));
            then(match error.as_deref() {
                Some("VersionError") => Opened::Blocked,
                Some(_) | None => Opened::Missing,
            });
        });
    }

    /// Holds the open database until a newer version wants it, which `then` is told, or the system takes it.
    fn keep(&self, database: &JsValue, then: Rc<dyn Fn(Opened)>) {
        let (journal, open, told) = (self.clone(), database.clone(), Rc::clone(&then));
        on(database, "onversionchange", move |event| {
            // At once, since the other version waits for it.
            let _ = call(&open, "close", &Array::new());
            journal.close();
            // Otherwise it is being deleted: somebody clears what is stored.
            let newer = get(event, "newVersion").is_some_and(|it| !it.is_null());
            if newer {
                then(Opened::Blocked);
            }
        });
        let journal = self.clone();
        on(database, "onclose", move |_| {
            journal.close();
            journal.open_again(Rc::clone(&told));
        });
        self.database.replace(Some(database.clone()));
    }

    /// Opens the journal again that the system closed. What was written meanwhile is not in it, and is covered by the mark.
    fn open_again(&self, then: Rc<dyn Fn(Opened)>) {
        let journal = self.clone();
        let again = move || {
            let Some(opening) = open() else { return };
            let asked = opening.clone();
            on(&opening, "onsuccess", move |_| {
                if let Some(database) = get(&asked, "result") {
                    journal.keep(&database, Rc::clone(&then));
                }
            });
        };
        after(OPENS_AGAIN_AFTER_MS, again).forget();
    }

    fn close(&self) {
        drop(self.database.take());
    }

    /// Records a write in place of the previous one to the same key.
    pub(super) fn note(&self, entry: &JournalEntry) {
        let kept = entry.text.as_deref().map_or(JsValue::NULL, JsValue::from);
        let value = Array::of2(&entry.number.into(), &kept);
        let to = Array::of2(&value, &entry.key.as_str().into());
        if self.change("put", &to).is_none() {
            // Some systems close it behind the page's back. Things are stored without it.
            self.close();
        }
    }

    /// Deletes the entry for a key.
    pub(super) fn forget(&self, key: &str) {
        let _ = self.change("delete", &Array::of1(&key.into()));
    }

    /// Deletes all entries.
    pub(super) fn empty(&self) {
        let _ = self.change("clear", &Array::new());
    }

    /// Changes the entries; `None` if the journal does not take it.
    fn change(&self, how: &str, what: &Array) -> Option<()> {
        let entries = self.entries("readwrite")?;
        call(&entries, how, what).ok()?;
        // At once: a page that is being left would otherwise take it back. Older browsers can't be asked for this.
        let transaction = get(&entries, "transaction")?;
        let _ = call(&transaction, "commit", &Array::new());
        Some(())
    }

    fn entries(&self, mode: &str) -> Option<JsValue> {
        let database = self.database.borrow().clone()?;
        let what = Array::of2(&ENTRIES.into(), &mode.into());
        let transaction = call(&database, "transaction", &what).ok()?;
        call(&transaction, "objectStore", &Array::of1(&ENTRIES.into())).ok()
    }

    fn read(&self, then: Rc<dyn Fn(Opened)>) -> Option<()> {
        let entries = self.entries("readonly")?;
        let keys = call(&entries, "getAllKeys", &Array::new()).ok()?;
        let values = call(&entries, "getAll", &Array::new()).ok()?;
        let transaction = get(&entries, "transaction")?;
        let told = Rc::new(Cell::new(false));
        let (failed, again) = (Rc::clone(&then), Rc::clone(&told));
        on(&transaction, "oncomplete", move |_| {
            told.set(true);
            then(Opened::Read(pairs(&keys, &values)));
        });
        on(&transaction, "onabort", move |_| {
            if !again.get() {
                failed(Opened::Missing);
            }
        });
        Some(())
    }
}

/// Turns the results of two requests, for keys and values, into entries. Anything else is skipped.
fn pairs(keys: &JsValue, values: &JsValue) -> Vec<JournalEntry> {
    let list = |of| {
        let result = get(of, "result").filter(Array::is_array)?;
        Some(Array::from(&result))
    };
    let (Some(keys), Some(values)) = (list(keys), list(values)) else {
        return Vec::new();
    };
    let pairs = keys.iter().zip(values.iter());
    pairs
        .filter_map(|(key, value)| entry(&key, &value))
        .collect()
}

/// Requests the database, which is made if there is none.
fn open() -> Option<JsValue> {
    let factory = get(&window(), "indexedDB")?;
    let what = Array::of2(&DATABASE.into(), &VERSION.into());
    let opening = call(&factory, "open", &what).ok()?;
    if !opening.is_object() {
        return None;
    }
    let asked = opening.clone();
    on(&opening, "onupgradeneeded", move |_| {
        // This fails only if the store exists already.
        let database = get(&asked, "result").unwrap_or_default();
        let _ = call(&database, "createObjectStore", &Array::of1(&ENTRIES.into()));
    });
    Some(opening)
}

fn entry(key: &JsValue, value: &JsValue) -> Option<JournalEntry> {
    let value = Some(value).filter(|it| Array::is_array(it))?;
    let value = Array::from(value);
    Some(JournalEntry {
        key: key.as_string()?,
        number: value
            .get(0)
            .as_f64()
            .filter(|it| (0.0..=GREATEST).contains(it))?,
        text: value.get(1).as_string(),
    })
}

/// Sets a callback for an event of a request.
fn on(request: &JsValue, what: &str, callback: impl Fn(&Event) + 'static) {
    let callback = Closure::<dyn FnMut(Event)>::new(move |event| {
        let _ = caught(|| callback(&event));
    });
    set(request, what, &callback.into_js_value());
}
