//! Writing to localStorage, and recording the writes in a journal.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::journal::Journal;
use super::{StorageReport, carry_out, mark};
use crate::browser::clock::{since_opened_ms, wall_ms};
use crate::browser::guard::after;
use crate::browser::listener::Listener;
use crate::browser::reflect::string;
use crate::browser::{document, window};
use crate::device::StorageError;
use crate::device::journal::{JournalEntry, JournalMark, SURE_MS, WHOLE, next_number};

/// How long to wait for the journal to be read, in milliseconds.
const READ_WITHIN_MS: u32 = 3_000;

/// Writes to localStorage, and records the writes in a journal.
#[derive(Debug, Default)]
pub struct Writer(Rc<Inner>);

/// The callback for reports about stored data.
type Told = Rc<dyn Fn(StorageReport)>;

#[derive(Default)]
pub(super) struct Inner {
    pub(super) journal: Journal,
    report: RefCell<Option<Told>>,
    listeners: RefCell<Vec<Listener>>,
    /// Whether writes get numbers. They wait for the journal, which may hold greater ones.
    pub(super) numbered: Cell<bool>,
    /// The keys written before the journal was read; `None` afterwards.
    pub(super) early: RefCell<Option<Vec<String>>>,
    /// The keys that other tabs wrote meanwhile, which are theirs to record.
    pub(super) elsewhere: RefCell<Vec<String>>,
    /// Lost writes for which there was no room.
    pub(super) owed: RefCell<Vec<JournalEntry>>,
    /// The greatest number seen.
    pub(super) greatest: Cell<f64>,
    /// Since when there has been a mark, in milliseconds on the page's clock, as far as this page knows.
    pub(super) marked_ms: Cell<Option<f64>>,
    /// Whether the journal says that the mark has reached the disk.
    pub(super) whole: Cell<bool>,
    pub(super) blocked: Cell<bool>,
}

impl Writer {
    /// Recovers what the journal holds and localStorage lost because the browser was killed before writing it to disk.
    /// What somebody cleared stays cleared. `report` is called from then on.
    pub fn catch_up(&self, report: impl Fn(StorageReport) + 'static) {
        let inner = &self.0;
        inner.report.replace(Some(Rc::new(report)));
        inner.early.replace(Some(Vec::new()));
        let (mark, left_here) = (mark::read(), mark::was_seen_here());
        if mark.is_ok_and(|mark| mark != JournalMark::None) {
            inner.marked();
        }
        let opened = Rc::downgrade(inner);
        inner.journal.open(move |journal| {
            if let Some(inner) = opened.upgrade() {
                inner.opened(journal, mark, left_here);
            }
        });
        let waiting = Rc::downgrade(inner);
        let late = move || drop(waiting.upgrade().inspect(|inner| inner.number_early()));
        after(READ_WITHIN_MS, late).forget();
        inner.listen();
    }

    /// Stores a text.
    ///
    /// # Errors
    /// As for [`super::keys`], and [`StorageError::Full`]. What was there before is then still there.
    pub fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.take_down(key, Some(text))
    }

    /// Removes a text, if it is there.
    ///
    /// # Errors
    /// As for [`super::keys`].
    pub fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.take_down(key, None)
    }
}

impl Inner {
    pub(super) fn tell(&self, what: StorageReport) {
        let report = self.report.borrow().clone();
        if let Some(report) = report {
            report(what);
        }
    }

    /// Checks the mark whenever the page is hidden, shown or left, and when another tab clears everything.
    fn listen(self: &Rc<Self>) {
        let on = |target: &web_sys::EventTarget, kind| {
            let inner = Rc::downgrade(self);
            Listener::new(target, kind, move |event| {
                let Some(inner) = inner.upgrade() else { return };
                if let Some(key) = string(&event, "key") {
                    // When other tabs write to a single key, nothing is cleared; and that is newer than what was lost.
                    inner.supersede(&key);
                    let mut elsewhere = inner.elsewhere.borrow_mut();
                    if inner.early.borrow().is_some() && !elsewhere.contains(&key) {
                        elsewhere.push(key);
                    }
                } else {
                    // A page that is being left has handed all its writes to the browser.
                    inner.look(kind == "pagehide");
                }
            })
        };
        self.listeners.replace(vec![
            on(&window(), "pagehide"),
            on(&document(), "visibilitychange"),
            on(&window(), "storage"),
        ]);
    }

    fn take_down(&self, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        carry_out(key, text)?;
        // Only now, since the report that all was cleared has everything read again.
        self.look(false);
        self.supersede(key);
        if let Some(early) = &mut *self.early.borrow_mut()
            && !early.iter().any(|it| it == key)
        {
            early.push(key.to_owned());
        }
        if self.numbered.get() {
            self.number(Some((key, text)));
        }
        Ok(())
    }

    /// Notes that a key was written, here or in another tab: what the browser lost of it is no longer in force.
    fn supersede(&self, key: &str) {
        self.owed.borrow_mut().retain(|owed| owed.key != key);
    }

    /// Numbers a write, in the mark and in the journal. Writes still owed get a greater number, as the mark must not
    /// cover them.
    pub(super) fn number(&self, write: Option<(&str, Option<&str>)>) {
        let number = next_number(
            wall_ms(),
            mark::read().unwrap_or(JournalMark::None),
            self.greatest.get(),
        );
        self.greatest.set(number);
        // If there is no room for the mark, the write is recovered once more, which does no harm.
        let marked = mark::put(number);
        if marked && self.marked_ms.get().is_none() {
            self.marked();
        }
        let note = |key: &str, text: Option<&str>, number| {
            self.journal.note(&JournalEntry {
                key: key.to_owned(),
                text: text.map(str::to_owned),
                number,
            });
        };
        if let Some((key, text)) = write {
            note(key, text, number);
        }
        let still = |owed: &JournalEntry| {
            let made = carry_out(&owed.key, owed.text.as_deref()).is_ok();
            let number = if made { number } else { number + 0.5 };
            note(&owed.key, owed.text.as_deref(), number);
            !made
        };
        let mut owed = self.owed.take();
        owed.retain(still);
        self.owed.replace(owed);
    }

    /// Notes that there is a mark: if it is missing later, it was cleared.
    fn marked(&self) {
        self.marked_ms.set(Some(since_opened_ms()));
        mark::remember();
    }

    /// Checks whether the mark is where it was put. If not, everything was cleared. If it has been there long enough,
    /// or the page is being left, it has reached the disk.
    pub(super) fn look(&self, left: bool) {
        let (Some(since), Ok(mark)) = (self.marked_ms.get(), mark::read()) else {
            return;
        };
        if mark == JournalMark::None {
            self.empty();
            self.tell(StorageReport::Cleared);
            return;
        }
        let old = |since: f64, now: f64| now - since > SURE_MS;
        let sure = left || old(since, since_opened_ms()) || old(mark.number(), wall_ms());
        let read = self.early.borrow().is_none();
        if read && sure && mark != JournalMark::Unreadable && !self.whole.replace(true) {
            self.journal.note(&JournalEntry {
                key: WHOLE.to_owned(),
                text: None,
                number: mark.number(),
            });
        }
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("journal", &self.journal)
            .finish_non_exhaustive()
    }
}
