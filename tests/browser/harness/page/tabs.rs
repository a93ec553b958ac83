//! Several tabs in one window.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WindowHandle;

use super::Page;

/// A tab of the page's window.
#[derive(Debug, Clone)]
pub struct Tab(WindowHandle);

impl Page {
    /// The tab in front.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn tab(&self) -> Result<Tab> {
        Ok(Tab(self.driver.window().await?))
    }

    /// Opens another tab at this fragment, and turns to it; whatever is done from then on is done there. These scripts
    /// run in it before the page's own. Chromium only.
    ///
    /// # Errors
    /// When the engine is not Chromium, or is gone.
    pub async fn open_tab(&self, fragment: &str, scripts: &[String]) -> Result<Tab> {
        let tab = Tab(self.driver.new_tab().await?);
        self.turn_to(&tab).await?;
        for script in scripts {
            let source = json!({"source": script});
            self.ask_chromium("Page.addScriptToEvaluateOnNewDocument", source)
                .await?;
        }
        self.go_to(fragment).await?;
        Ok(tab)
    }

    /// Turns to a tab.
    ///
    /// # Errors
    /// When the tab or the browser is gone.
    pub async fn turn_to(&self, tab: &Tab) -> Result<()> {
        Ok(self.driver.switch_to_window(tab.0.clone()).await?)
    }
}
