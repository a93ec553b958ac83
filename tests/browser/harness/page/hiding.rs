//! Hides the page behind another tab.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;

use super::Page;

impl Page {
    /// Hides the page for this long.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn hidden_for(&self, length: Duration) -> Result<()> {
        let wait = async || {
            sleep(length).await;
            Ok(())
        };
        self.hidden(wait).await
    }

    /// Hides the page behind another tab until `meanwhile` is done. A hidden page can't be queried: to learn what it
    /// did, let it take notes.
    ///
    /// # Errors
    /// When the browser is gone, or `meanwhile` fails.
    pub async fn hidden(&self, meanwhile: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        let page = self.driver.window().await?;
        let other = self.driver.new_tab().await?;
        self.driver.switch_to_window(other).await?;
        let outcome = meanwhile().await;
        self.driver.close_window().await?;
        self.driver.switch_to_window(page).await?;
        outcome
    }
}
