//! A browser's profile.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// A browser's profile: what survives when the browser is killed. It is removed when the last page and story holding it
/// are dropped.
#[derive(Debug, Clone)]
pub struct Profile(Arc<TempDir>);

impl Profile {
    /// An empty profile.
    ///
    /// # Errors
    /// When its folder cannot be created.
    pub fn new() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("limber-profile-")
            .tempdir()
            .context("no folder for a browser's profile")?;
        Ok(Self(Arc::new(folder)))
    }

    /// The profile's folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
