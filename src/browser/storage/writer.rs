//! Writing to localStorage, and taking down in a journal what was written.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::journal::{Journal, Opened};
use super::{StorageReport, carry_out, mark, read};
use crate::browser::clock::{since_opened_ms, wall_ms};
use crate::browser::guard::after;
use crate::browser::listener::Listener;
use crate::browser::reflect::get;
use crate::browser::{document, window};
use crate::device::StorageError;
use crate::device::journal::{
    JournalEntry, JournalMark, JournalVerdict, SURE_MS, WHOLE, judged, next_number,
};

/// A journal that is not read by then, in milliseconds, is not waited for.
const READ_WITHIN_MS: u32 = 3_000;

/// Writes, and takes down in a journal what was written.
#[derive(Debug, Default)]
pub struct Writer(Rc<Inner>);

/// Who is told what becomes of what is kept.
type Told = Rc<dyn Fn(StorageReport)>;

#[derive(Default)]
struct Inner {
    journal: Journal,
    report: RefCell<Option<Told>>,
    listeners: RefCell<Vec<Listener>>,
    /// Whether writes are given numbers: they wait for the journal, in which there may be greater ones.
    numbered: Cell<bool>,
    /// What was written before the journal was read; nothing afterwards.
    early: RefCell<Option<Vec<String>>>,
    /// What was lost, and found no room.
    owed: RefCell<Vec<JournalEntry>>,
    /// The greatest number that was seen.
    greatest: Cell<f64>,
    /// Since when there is a mark, on the page's clock in milliseconds, as far as this page knows.
    marked_ms: Cell<Option<f64>>,
    /// Whether the journal says that the mark has been on the disk.
    whole: Cell<bool>,
    blocked: Cell<bool>,
}

impl Writer {
    /// Makes up for what the journal holds and localStorage lost, because the browser was killed
    /// before it wrote it to the disk; what somebody cleared stays cleared. From then on `report` is told.
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
        after(READ_WITHIN_MS, move || {
            if let Some(inner) = waiting.upgrade() {
                inner.number_early();
            }
        })
        .forget();
        inner.listen();
    }

    /// Keeps something.
    ///
    /// # Errors
    /// As [`super::keys`], and [`StorageError::Full`]. What was there before is still there then.
    pub fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.take_down(key, Some(text))
    }

    /// Removes something, if it is there.
    ///
    /// # Errors
    /// As [`super::keys`].
    pub fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.take_down(key, None)
    }
}

impl Inner {
    fn tell(&self, what: StorageReport) {
        let report = self.report.borrow().clone();
        if let Some(report) = report {
            report(what);
        }
    }

    /// Looks, when the page is left and when another tab clears all, whether what was written is there.
    fn listen(self: &Rc<Self>) {
        let on = |target: &web_sys::EventTarget, kind| {
            let inner = Rc::downgrade(self);
            Listener::new(target, kind, move |event| {
                // Other tabs' writes to one key clear nothing.
                if let Some(inner) = inner.upgrade().filter(|_| get(&event, "key").is_none()) {
                    // A page that is left has handed all that it wrote to the browser.
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

    /// The journal was read, or can't be.
    fn opened(&self, journal: Opened, mark: Result<JournalMark, StorageError>, left_here: bool) {
        match journal {
            Opened::Read(entries) => {
                let early = self.early.borrow().clone().unwrap_or_default();
                // Where nothing may be kept nothing was cleared, either.
                if let Ok(mark) = mark {
                    self.made_up(entries, mark, left_here, &early);
                }
                self.number_early();
                self.early.replace(None);
                self.look(false);
            }
            Opened::Missing => {
                self.number_early();
                self.early.replace(None);
            }
            Opened::Blocked => {
                self.number_early();
                if !self.blocked.replace(true) {
                    self.tell(StorageReport::JournalBlocked);
                }
            }
        }
    }

    fn made_up(
        &self,
        entries: Vec<JournalEntry>,
        mark: JournalMark,
        left_here: bool,
        early: &[String],
    ) {
        let greatest = entries.iter().map(|entry| entry.number);
        let greatest = greatest.fold(self.greatest.get(), f64::max);
        self.greatest.set(greatest);
        self.whole.set(entries.iter().any(|it| it.key == WHOLE));
        let (lost, settled) = match judged(entries, mark, left_here, early) {
            JournalVerdict::Kept { lost, settled } => (lost, settled),
            JournalVerdict::Cleared => {
                self.empty();
                return;
            }
        };
        for key in settled {
            self.journal.forget(&key);
        }
        let any = !lost.is_empty();
        let (mut made, mut owed) = (false, Vec::new());
        for entry in lost {
            match carry_out(&entry.key, entry.text.as_deref()) {
                Ok(()) => made = true,
                Err(error) => {
                    owed.push(entry.clone());
                    if let Some(text) = entry.text {
                        let key = entry.key;
                        self.tell(StorageReport::NotMadeUp { key, text, error });
                    }
                }
            }
        }
        self.owed.replace(owed);
        if any {
            self.number(None);
        }
        if made {
            self.tell(StorageReport::MadeUp);
        }
    }

    /// What was written before the journal was read is given its numbers, and is noted.
    fn number_early(&self) {
        if self.numbered.replace(true) {
            return;
        }
        let early = self.early.borrow().clone().unwrap_or_default();
        for key in early {
            if let Ok(text) = read(&key) {
                self.number(Some((&key, text.as_deref())));
            }
        }
    }

    fn take_down(&self, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        carry_out(key, text)?;
        self.look(false); // Afterwards: who is told that all was cleared reads what is there.
        self.owed.borrow_mut().retain(|owed| owed.key != key);
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

    /// Gives a write its number, in the mark and in the journal. What is owed gets a greater one: it is not held.
    fn number(&self, write: Option<(&str, Option<&str>)>) {
        let number = next_number(
            wall_ms(),
            mark::read().unwrap_or(JournalMark::None),
            self.greatest.get(),
        );
        self.greatest.set(number);
        // If there is no room for it, the write is made up for once more, which does no harm.
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

    /// There is a mark: whoever finds none later knows that it was cleared.
    fn marked(&self) {
        self.marked_ms.set(Some(since_opened_ms()));
        mark::remember();
    }

    /// Looks whether the mark is where it was put. If it is not, all was cleared. If it has been for long enough, it has
    /// been on the disk; so it is when the page is left.
    fn look(&self, left: bool) {
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

    /// All was cleared: nothing of it comes back.
    fn empty(&self) {
        self.journal.empty();
        self.marked_ms.set(None);
        self.whole.set(false);
        drop(self.owed.take());
        let early = self.early.take().map(|early| {
            let there = |key: &String| read(key).is_ok_and(|text| text.is_some());
            early.into_iter().filter(there).collect()
        });
        self.early.replace(early);
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("journal", &self.journal)
            .finish_non_exhaustive()
    }
}
