//! Reading and writing files, with errors that name them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The text of a file.
///
/// # Errors
///
/// When it can't be read, or is no text.
pub(crate) fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// The content of a file.
///
/// # Errors
///
/// When it can't be read.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// Writes a file, in place of what was there.
///
/// # Errors
///
/// When it can't be written.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("could not write {}", path.display()))
}
