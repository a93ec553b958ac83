//! What the browser noted down about the page.

use serde_json::Value;
use tokio::sync::Mutex;

use anyhow::Result;
use thirtyfour::WebDriver;

/// chromedriver hands every entry over once, so they are gathered here.
#[derive(Debug, Default)]
pub(super) struct Log {
    requests: Mutex<Vec<String>>,
    errors: Mutex<Vec<String>>,
}

impl Log {
    /// Every address asked for so far, the page's own among them, allowed or not.
    pub(super) async fn requests(&self, driver: &WebDriver) -> Result<Vec<String>> {
        let mut requests = self.requests.lock().await;
        for entry in driver.get_log("performance").await? {
            let entry: Value = serde_json::from_str(&entry.message)?;
            let message = &entry["message"];
            let asked_for = match message["method"].as_str() {
                Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
                Some("Network.webSocketCreated") => &message["params"]["url"],
                _ => continue,
            };
            requests.extend(asked_for.as_str().map(str::to_owned));
        }
        Ok(requests.clone())
    }

    /// Every complaint so far: uncaught errors, `console.error`, refused or failed requests.
    pub(super) async fn errors(&self, driver: &WebDriver) -> Result<Vec<String>> {
        let mut errors = self.errors.lock().await;
        let noted = driver.browser_log().await?;
        let severe = noted.into_iter().filter(|entry| entry.level == "SEVERE");
        errors.extend(severe.map(|entry| entry.message));
        Ok(errors.clone())
    }
}
