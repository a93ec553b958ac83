//! Reading and writing what is stored on the device.

use std::rc::Rc;

use super::Shell;
use crate::app::records::{Event, Found, NotStored, needed};
use crate::app::{Overwrite, Route};
use crate::browser::guard::after;
use crate::browser::page;
use crate::browser::storage::{self, StorageReport};
use crate::device::StorageError;
use crate::domain::time::Moment;
use crate::store::{PREFIX, RecordKey};

/// Reads what is kept.
fn opened(tab: u32, now: Moment) -> Event {
    let names = storage::keys(PREFIX);
    let read = |name: String| {
        let text = storage::read(&name).transpose()?;
        Some(Found { name, text })
    };
    let (kept, names) = match names {
        Ok(names) => {
            let needed = needed(&names, now).into_iter();
            (Ok(needed.filter_map(read).collect()), names)
        }
        Err(error) => (Err(error), Vec::new()),
    };
    Event::Opened { kept, names, tab }
}

/// What could not be stored, and what is there instead.
fn not_stored(key: RecordKey, text: String, error: StorageError) -> NotStored {
    let there = storage::read(&key.to_string()).ok().flatten();
    NotStored {
        key,
        text,
        error,
        there,
    }
}

impl Shell {
    /// Reads what is stored, at the start or again later.
    pub(super) fn read_all(self: &Rc<Self>) {
        let opened = opened(self.tab, self.clock.now());
        // Whoever left something here does not only look.
        if matches!(&opened, Event::Opened { names, .. } if !names.is_empty()) {
            self.worker.keep_everything();
        }
        self.dispatch(opened.into());
    }

    /// Reads the last writes from before the browser was killed, and recovers what was lost.
    pub(super) fn read_journal(self: &Rc<Self>) {
        let shell = Rc::downgrade(self);
        self.writer.catch_up(move |report| {
            let Some(shell) = shell.upgrade() else { return };
            match report {
                // Not in the midst of an event, of which half may be stored.
                StorageReport::MadeUp | StorageReport::Cleared => {
                    after(0, move || shell.read_all()).forget();
                }
                StorageReport::Superseded { key, text } => {
                    if let Some(key) = RecordKey::named(&key) {
                        shell.keep_aside(&key, text);
                    }
                }
                StorageReport::NotMadeUp { key, text, error } => {
                    if let Some(key) = RecordKey::named(&key) {
                        shell.dispatch(Event::NotRecovered(not_stored(key, text, error)).into());
                    }
                }
                StorageReport::JournalBlocked => shell.dispatch(Event::JournalBlocked.into()),
            }
        });
    }

    /// Handles the page coming back as it was left: other tabs, clock changes and another day may have come in between.
    pub(super) fn came_back(self: &Rc<Self>) {
        self.read_all();
        // Its screen may have nothing left to show.
        let route = Route::of_fragment(&page::fragment());
        self.dispatch(crate::app::Event::AddressChanged(route));
        self.dispatch(crate::app::Event::PageShown);
    }

    /// Stores a record, and returns whether it is stored: a device that is full, or fails, must not lose what it
    /// replaces as well.
    pub(super) fn put(self: &Rc<Self>, key: RecordKey, text: String, over: Overwrite) -> bool {
        let name = key.to_string();
        let stored = match self.make_way(&key, &name, &over, &text) {
            Ok(()) => self
                .writer
                .write(&name, &text)
                .map_err(|error| not_stored(key, text, error)),
            Err(error) => Err(NotStored {
                key,
                text,
                error,
                there: over.known(),
            }),
        };
        match stored {
            Ok(()) => {
                // Who keeps something here will come back, perhaps without a network.
                self.worker.keep_everything();
                true
            }
            Err(failed) => {
                self.dispatch(Event::KeepFailed(failed).into());
                false
            }
        }
    }

    /// Copies what another tab wrote under a key at the same moment.
    fn make_way(
        self: &Rc<Self>,
        key: &RecordKey,
        name: &str,
        over: &Overwrite,
        text: &str,
    ) -> Result<(), StorageError> {
        if let Some(there) = over.strange(text, || storage::read(name))? {
            let aside = key.quarantined(self.clock.now());
            self.writer.write(&aside.to_string(), &there)?;
            self.dispatch(Event::Quarantined.into());
        }
        Ok(())
    }

    /// Keeps aside what is no longer in force.
    fn keep_aside(self: &Rc<Self>, key: &RecordKey, text: String) {
        let aside = key.quarantined(self.clock.now());
        let kept = Event::KeptElsewhere {
            name: aside.to_string(),
            text: Some(text.clone()),
        };
        self.dispatch(kept.into());
        self.put(aside, text, Overwrite::Anything);
    }

    /// Removes a record. One that can't be removed does no harm: it is found again, and offered again.
    pub(super) fn forget(self: &Rc<Self>, key: &RecordKey) {
        if let Err(error) = self.writer.remove(&key.to_string()) {
            self.dispatch(Event::NotRemoved(error).into());
        }
    }

    pub(super) fn quarantine(self: &Rc<Self>, key: RecordKey, to: &RecordKey) {
        let copied = storage::read(&key.to_string()).and_then(|there| {
            there.map_or(Ok(()), |text| self.writer.write(&to.to_string(), &text))
        });
        match copied {
            Ok(()) => self.forget(&key),
            Err(error) => self.dispatch(Event::NotQuarantined { key, error }.into()),
        }
    }
}
