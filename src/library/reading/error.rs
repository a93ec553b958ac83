//! Faults in the texts, and where they are.

/// A fault in a text of the library.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {what}")]
pub struct LibraryError {
    /// The file, relative to `src/library`.
    pub file: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// The faults of one file, as they are found.
#[derive(Debug)]
pub(super) struct LibraryErrors {
    file: &'static str,
    found: Vec<LibraryError>,
}

impl LibraryErrors {
    pub(super) const fn of(file: &'static str) -> Self {
        Self {
            file,
            found: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, line: usize, what: impl Into<String>) {
        self.found.push(LibraryError {
            file: self.file,
            line,
            what: what.into(),
        });
    }

    /// Returns what was read; if that failed, notes the fault and returns `None`.
    pub(super) fn note<T>(&mut self, line: usize, read: Result<T, impl Into<String>>) -> Option<T> {
        read.map_err(|what| self.add(line, what)).ok()
    }

    pub(super) fn all(self) -> Vec<LibraryError> {
        self.found
    }
}
