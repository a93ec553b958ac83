//! Catching up with the journal once it is read: what the browser lost when it was killed is written again.

use super::journal::Opened;
use super::writer::Inner;
use super::{StorageReport, carry_out, mark, read};
use crate::device::StorageError;
use crate::device::journal::{JournalEntry, JournalMark, JournalVerdict, WHOLE, judged};

impl Inner {
    /// Handles the outcome of opening the journal.
    pub(super) fn opened(
        &self,
        journal: Opened,
        marked: Result<JournalMark, StorageError>,
        left_here: bool,
    ) {
        match journal {
            Opened::Read(entries) => {
                let early = self.early.borrow().clone().unwrap_or_default();
                // If storing is forbidden, nothing was cleared either.
                if let Ok(mark) = marked.or_else(|_| mark::read()) {
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
        let numbers = entries.iter().map(|entry| entry.number);
        let greatest = numbers.fold(self.greatest.get(), f64::max);
        self.greatest.set(greatest);
        self.whole.set(entries.iter().any(|it| it.key == WHOLE));
        let JournalVerdict::Kept {
            lost,
            superseded,
            settled,
        } = judged(entries, mark, left_here, early, &self.elsewhere.borrow())
        else {
            return self.empty();
        };
        for key in settled {
            self.journal.forget(&key);
        }
        let made = self.write_again(lost);
        // Whatever was lost is below the mark from now on.
        if greatest > mark.number() {
            self.number(None);
        }
        for JournalEntry { key, text, .. } in superseded {
            if let Some(text) = text
                && read(&key).is_ok_and(|there| there.as_ref() != Some(&text))
            {
                self.tell(StorageReport::Superseded { key, text });
            }
        }
        if made {
            self.tell(StorageReport::MadeUp);
        }
    }

    /// Writes again what was lost, and returns whether there was room for any of it.
    fn write_again(&self, lost: Vec<JournalEntry>) -> bool {
        let mut made = false;
        for entry in lost {
            match carry_out(&entry.key, entry.text.as_deref()) {
                Ok(()) => made = true,
                Err(error) => {
                    self.owed.borrow_mut().push(entry.clone());
                    if let JournalEntry {
                        key,
                        text: Some(text),
                        ..
                    } = entry
                    {
                        self.tell(StorageReport::NotMadeUp { key, text, error });
                    }
                }
            }
        }
        made
    }

    /// Numbers and records the writes made before the journal was read.
    pub(super) fn number_early(&self) {
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

    /// Makes sure that nothing comes back after everything was cleared.
    pub(super) fn empty(&self) {
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
