//! Another tab in front of the page.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;

use super::Page;

impl Page {
    /// Lets another tab be in front for so long.
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

    /// Opens another tab, and closes it when `meanwhile` is over. Until then the page is hidden, and
    /// nothing can be asked of it: whoever wants to know what it did meanwhile lets it take notes.
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
