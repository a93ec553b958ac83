//! What a person cannot see, and what has to be right all the same.

use anyhow::{Context as _, Result};

use super::Page;

/// Says what axe finds, a line for each fault. The rules on the size of targets belong to WCAG 2.2
/// and are off unless they are asked for by name.
const RUN_AXE: &str = "
const [done] = arguments;
axe.run(document, {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
}).then((found) => JSON.stringify(found.violations.map((fault) =>
  fault.id + ': ' + fault.help + ' — ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | '))))
  .then(done, (error) => done(JSON.stringify(['axe: ' + error])));
";

impl Page {
    /// Everything that axe finds wrong, a line each.
    ///
    /// # Errors
    /// When `LIMBER_AXE` names no file.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let file = std::env::var("LIMBER_AXE")
            .context("LIMBER_AXE names the file axe.min.js; `cargo xtask test` sets it")?;
        let source = std::fs::read_to_string(&file).with_context(|| file.clone())?;
        // In one script with its use: engines differ in what one script leaves to the next.
        let script = format!("{source}\n{RUN_AXE}");
        let found = self.driver.execute_async(script, Vec::new()).await?;
        let found = found.json().as_str().context("axe said nothing")?;
        Ok(serde_json::from_str(found)?)
    }

    /// Every address asked for since the page was opened, its own among them. One that the page's
    /// policy or the network refused is there as well.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        self.log.requests(&self.driver).await
    }

    /// Those requests that would have left the page's own origin.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn foreign_requests(&self) -> Result<Vec<String>> {
        let mut requests = self.requests().await?;
        // The browser's own first page is the browser's.
        let stays = |address: &String| {
            address.starts_with(&self.address)
                || ["data:", "blob:", "about:", "chrome:"]
                    .iter()
                    .any(|scheme| address.starts_with(scheme))
        };
        requests.retain(|address| !stays(address));
        Ok(requests)
    }

    /// Every complaint of the browser since the page was opened: uncaught errors, `console.error`,
    /// requests that failed or were refused.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.log.errors(&self.driver).await
    }
}
