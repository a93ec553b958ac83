//! Staging folders: a tool's folder is filled beside its final place, and moved there once complete.
//!
//! So an interrupted run never leaves anything that looks like a tool. Only one `cargo xtask` at a time installs into a
//! tools folder; its lock ends with the process, even if that is killed.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::tool::Tool;

/// The file in a tools folder that is locked while something is installed there.
const LOCK: &str = ".lock";

/// A folder to build a tool in. It is removed unless it was moved to its final place.
#[derive(Debug)]
pub(super) struct Staging {
    home: PathBuf,
    folder: PathBuf,
    /// Held for as long as this lives.
    _lock: File,
}

impl Staging {
    /// An empty folder beside the tool's own.
    ///
    /// # Errors
    ///
    /// When the tools folder isn't writable, with what to do about it.
    pub(super) fn of(tool: &Tool) -> Result<Self> {
        let (Some(tools), Some(name)) = (tool.home.parent(), tool.home.file_name()) else {
            bail!("{} can't be the folder of a tool", tool.home.display());
        };
        let lock = locked(tools).with_context(|| {
            format!(
                "the tools folder {} can't be written to; name another one: \
                 set LIMBER_TOOLS=FOLDER and type the same again",
                tools.display()
            )
        })?;
        let staging = Self {
            home: tool.home.clone(),
            folder: tools.join(format!(".{}.part", name.to_string_lossy())),
            _lock: lock,
        };
        staging.clear()?;
        Ok(staging)
    }

    /// The folder to fill.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Empties the folder.
    ///
    /// # Errors
    ///
    /// When something in it can't be removed.
    pub(super) fn clear(&self) -> Result<()> {
        remove(&self.folder)?;
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("could not make {}", self.folder.display()))
    }

    /// Moves the folder to the tool's final place, replacing what is there.
    ///
    /// # Errors
    ///
    /// When what is there can't be removed, or the folder can't be moved.
    pub(super) fn finish(self) -> Result<()> {
        remove(&self.home)?;
        fs::rename(&self.folder, &self.home)
            .with_context(|| format!("could not make {}", self.home.display()))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The next run clears what can't be removed now, or says why it can't.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Creates the tools folder, and waits until no other process installs into it.
fn locked(tools: &Path) -> Result<File> {
    fs::create_dir_all(tools)?;
    let file = File::create(tools.join(LOCK))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!("      waiting for another `cargo xtask` that is installing");
            file.lock()?;
        }
        // Some file systems have no locks; most machines run one `cargo xtask` at a time.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    Ok(file)
}

fn remove(path: &Path) -> Result<()> {
    let problem = || format!("could not remove {}", path.display());
    if path.is_dir() {
        fs::remove_dir_all(path).with_context(problem)
    } else if path.exists() {
        fs::remove_file(path).with_context(problem)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(name: &str) -> Tool {
        let tools = std::env::temp_dir().join(format!("limber-{name}-{}", std::process::id()));
        Tool {
            package: "cushion",
            version: "1.0".to_owned(),
            home: tools.join("cushion-1.0"),
            file: PathBuf::from("cushion"),
            program: None,
        }
    }

    fn tools(tool: &Tool) -> &Path {
        tool.home.parent().unwrap()
    }

    #[test]
    fn nothing_counts_as_installed_before_it_is_in_its_place() {
        let tool = tool("staging-place");
        let staging = Staging::of(&tool).unwrap();
        fs::write(staging.folder().join("cushion"), "half").unwrap();
        assert_eq!(tool.find(), None);
        staging.finish().unwrap();
        assert_eq!(tool.find(), Some(tool.home.join("cushion")));
        fs::remove_dir_all(tools(&tool)).unwrap();
    }

    #[test]
    fn what_was_interrupted_is_made_anew_and_what_was_half_there_is_replaced() {
        let tool = tool("staging-anew");
        let part = tools(&tool).join(".cushion-1.0.part");
        fs::create_dir_all(&part).unwrap();
        fs::write(part.join("rubbish"), "of a run that was killed").unwrap();
        fs::create_dir_all(&tool.home).unwrap();
        fs::write(tool.home.join("rubbish"), "of an older xtask").unwrap();

        let staging = Staging::of(&tool).unwrap();
        assert_eq!(fs::read_dir(staging.folder()).unwrap().count(), 0);
        fs::write(staging.folder().join("cushion"), "whole").unwrap();
        staging.finish().unwrap();
        assert_eq!(fs::read_dir(&tool.home).unwrap().count(), 1);
        fs::remove_dir_all(tools(&tool)).unwrap();
    }

    #[test]
    fn what_fails_leaves_nothing_but_the_lock() {
        let tool = tool("staging-fails");
        drop(Staging::of(&tool).unwrap());
        let left: Vec<_> = fs::read_dir(tools(&tool)).unwrap().flatten().collect();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].file_name(), LOCK);
        fs::remove_dir_all(tools(&tool)).unwrap();
    }

    #[test]
    fn a_tools_folder_that_is_none_is_named_with_what_to_do() {
        let tool = tool("staging-none");
        fs::write(tools(&tool), "a file").unwrap();
        let error = Staging::of(&tool).expect_err("a file holds no tools");
        let line = format!("{error:#}");
        assert!(line.contains("can't be written to; name another one: set LIMBER_TOOLS=FOLDER"));
        assert_eq!(line.lines().count(), 1, "{line}");
        fs::remove_file(tools(&tool)).unwrap();
    }
}
