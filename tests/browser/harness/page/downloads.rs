//! Files that the page lets the person save.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use tokio::time::{Instant, sleep};

use super::{GLANCE, PATIENCE, Page};

impl Page {
    /// Presses the link or button of this name, and waits for the file that the browser saves. Returns the file's name
    /// and text. Chromium only.
    ///
    /// # Errors
    /// When it cannot be pressed, or no file of text is saved in time.
    pub async fn save_by(&self, name: &str) -> Result<(String, String)> {
        let folder = tempfile::Builder::new()
            .prefix("limber-saved-")
            .tempdir()
            .context("no folder for what the page hands out")?;
        let allow = json!({"behavior": "allow", "downloadPath": folder.path()});
        self.ask_chromium("Browser.setDownloadBehavior", allow)
            .await?;
        self.press(name).await?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(file) = saved_in(folder.path())? {
                let text = std::fs::read_to_string(&file)?;
                let name = file.file_name().context("a file has a name")?;
                return Ok((name.to_string_lossy().into_owned(), text));
            }
            if Instant::now() > deadline {
                bail!("“{name}” saves no file");
            }
            sleep(GLANCE).await;
        }
    }
}

/// The file saved in a folder, once it is complete: until then the browser gives it another name.
fn saved_in(folder: &Path) -> Result<Option<PathBuf>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".crdownload") && !name.starts_with('.') {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
