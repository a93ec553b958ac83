//! Checks of what a person cannot see, but which has to be right.

use anyhow::{Context as _, Result};

use super::Page;

/// Returns axe's findings, one line each. WCAG 2.2's rules on target size are off unless asked for by name.
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
    /// Everything that axe finds wrong, one line each.
    ///
    /// # Errors
    /// When `LIMBER_AXE` names no file.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let file = std::env::var("LIMBER_AXE")
            .context("LIMBER_AXE names the file axe.min.js; `cargo xtask test` sets it")?;
        // It is half a megabyte, and stays where it was put in most engines, but not in all.
        let known = format!("if (!window.axe) return arguments[0](null);\n{RUN_AXE}");
        let mut found = self.driver.execute_async(known, Vec::new()).await?;
        if found.json().is_null() {
            let source = std::fs::read_to_string(&file).with_context(|| file.clone())?;
            let script = format!("{source}\n{RUN_AXE}");
            found = self.driver.execute_async(script, Vec::new()).await?;
        }
        let found = found.json().as_str().context("axe said nothing")?;
        Ok(serde_json::from_str(found)?)
    }

    /// Every address requested since the page was opened, including its own, and those that were refused or
    /// unreachable.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        self.log.requests(&self.driver).await
    }

    /// The requests that would have left the page's own origin.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn foreign_requests(&self) -> Result<Vec<String>> {
        let mut requests = self.requests().await?;
        // The browser's own start page doesn't count.
        let stays = |address: &String| {
            address.starts_with(&self.address)
                || ["data:", "blob:", "about:", "chrome:"]
                    .iter()
                    .any(|scheme| address.starts_with(scheme))
        };
        requests.retain(|address| !stays(address));
        Ok(requests)
    }

    /// Every console error since the page was opened: uncaught exceptions, `console.error`, failed or refused requests.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.log.errors(&self.driver).await
    }
}
