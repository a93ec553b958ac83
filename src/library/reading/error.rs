//! What is wrong with a text, and where.

/// Something wrong with a text of the library.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {what}")]
pub struct LibraryError {
    /// The file, below `src/library`.
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

    /// What was read; where it could not be, nothing, and the fault is noted.
    pub(super) fn note<T>(&mut self, line: usize, read: Result<T, impl Into<String>>) -> Option<T> {
        read.map_err(|what| self.add(line, what)).ok()
    }

    pub(super) fn all(self) -> Vec<LibraryError> {
        self.found
    }
}
