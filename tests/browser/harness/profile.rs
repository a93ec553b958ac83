//! A browser's profile.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// A browser's profile: what survives when the browser is killed. It is removed when the last
/// page and the last story that hold it let go of it.
#[derive(Debug, Clone)]
pub struct Profile(Arc<TempDir>);

impl Profile {
    /// An empty one.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn new() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("limber-profile-")
            .tempdir()
            .context("no folder for a browser's profile")?;
        Ok(Self(Arc::new(folder)))
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
