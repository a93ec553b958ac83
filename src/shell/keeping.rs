//! Reading and writing what is stored on the device.

use std::rc::Rc;

use super::Shell;
use crate::app::records::{Event, NotStored, needed};
use crate::app::{Overwrite, Route};
use crate::browser::page;
use crate::browser::storage::{self, StorageReport};
use crate::device::StorageError;
use crate::domain::time::Moment;
use crate::store::{PREFIX, RecordKey};

/// Reads what is kept.
fn opened(tab: u32, now: Moment) -> Event {
    let names = storage::keys(PREFIX);
    let read = |name: String| storage::read(&name).ok().flatten().map(|text| (name, text));
    match names {
        Ok(names) => Event::Opened {
            kept: Ok(needed(&names, now).into_iter().filter_map(read).collect()),
            names,
            tab,
        },
        Err(error) => Event::Opened {
            kept: Err(error),
            names: Vec::new(),
            tab,
        },
    }
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
                StorageReport::MadeUp | StorageReport::Cleared => shell.read_all(),
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

    pub(super) fn keep(self: &Rc<Self>, key: RecordKey, text: String, over: Overwrite) {
        let name = key.to_string();
        if let Overwrite::Known(known) = over
            && let Ok(Some(there)) = storage::read(&name)
            && Some(&there) != known.as_ref()
            && there != text
        {
            // Another tab wrote it at the same moment. That is copied first, so that nothing is lost.
            let aside = key.quarantined(self.clock.now());
            match self.writer.write(&aside.to_string(), &there) {
                Ok(()) => self.dispatch(Event::Quarantined.into()),
                Err(error) => return self.not_kept(key, text, error),
            }
        }
        match self.writer.write(&name, &text) {
            // Who keeps something here will come back, perhaps without a network.
            Ok(()) => self.worker.keep_everything(),
            Err(error) => self.not_kept(key, text, error),
        }
    }

    /// Writes a record before removing the one it replaces: a device that is full, or fails, must not lose both.
    pub(super) fn replace(self: &Rc<Self>, of: &RecordKey, by: RecordKey, text: String) {
        match self.writer.write(&by.to_string(), &text) {
            Ok(()) => self.forget(of),
            Err(error) => self.not_kept(by, text, error),
        }
    }

    pub(super) fn forget(&self, key: &RecordKey) {
        // A record that can't be removed does no harm: it is found again, and offered again.
        let _ = self.writer.remove(&key.to_string());
    }

    fn not_kept(self: &Rc<Self>, key: RecordKey, text: String, error: StorageError) {
        self.dispatch(Event::KeepFailed(not_stored(key, text, error)).into());
    }

    pub(super) fn quarantine(self: &Rc<Self>, key: RecordKey, to: &RecordKey) {
        let from = key.to_string();
        let Ok(Some(text)) = storage::read(&from) else {
            return;
        };
        match self.writer.write(&to.to_string(), &text) {
            Ok(()) => {
                let _ = self.writer.remove(&from);
            }
            Err(error) => self.dispatch(Event::NotQuarantined { key, error }.into()),
        }
    }
}
