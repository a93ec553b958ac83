//! Reads and writes files, with errors that name them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Reads a file as text.
///
/// # Errors
///
/// When it can't be read, or isn't UTF-8.
pub(crate) fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a file's content.
///
/// # Errors
///
/// When it can't be read.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// Writes a file, replacing its content.
///
/// # Errors
///
/// When it can't be written.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("could not write {}", path.display()))
}

/// Empties a folder, or creates it. The folder itself stays, since it may be a link or a mount point.
///
/// # Errors
///
/// When something can't be removed, or the folder can't be created.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    let problem = || format!("could not clear {}", folder.display());
    fs::create_dir_all(folder).with_context(problem)?;
    for entry in fs::read_dir(folder).with_context(problem)? {
        let entry = entry.with_context(problem)?;
        let removed = if entry.file_type().with_context(problem)?.is_dir() {
            fs::remove_dir_all(entry.path())
        } else {
            fs::remove_file(entry.path())
        };
        removed.with_context(problem)?;
    }
    Ok(())
}
