//! The open page, and what a person does with it.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::visit::{DriverProcess, Profile};

/// How long a person would wait for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// An open page.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    process: DriverProcess,
    address: String,
}

/// Finds the visible control of an accessible name.
const FIND: &str = r"
const name = arguments[0];
const text = (element) => (element.innerText || element.textContent || '').trim().replace(/\s+/g, ' ');
const named = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(' ').map((id) => text(document.getElementById(id))).join(' ');
  const label = element.labels && element.labels[0];
  return element.getAttribute('aria-label') || (label ? text(label.querySelector('span') || label) : text(element));
};
const all = [...document.querySelectorAll('button, a[href], summary, input, textarea')];
const seen = all.filter((element) => element.getClientRects().length > 0);
return seen.find((element) => named(element) === name)
  || seen.find((element) => named(element).startsWith(name)) || null;
";

impl Page {
    pub(crate) fn new(driver: WebDriver, process: DriverProcess, address: String) -> Self {
        Self {
            driver,
            process,
            address,
        }
    }

    /// Presses the button, link or option of this name.
    ///
    /// # Errors
    /// When there is none in time, or it cannot be pressed.
    pub async fn press(&self, name: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let pressed = self.try_press(name).await;
            match pressed {
                Ok(()) => return Ok(()),
                Err(error) if Instant::now() > deadline => {
                    return Err(error).with_context(|| format!("“{name}” could not be pressed"));
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    async fn try_press(&self, name: &str) -> Result<()> {
        let found = self.driver.execute(FIND, vec![json!(name)]).await?;
        if found.json().is_null() {
            bail!(
                "there is no control “{name}”; the page says:\n{}",
                self.text().await?
            );
        }
        let control = found.element()?;
        // A person scrolls a control out from under what sticks to the edge.
        let to_the_middle = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.driver
            .execute(to_the_middle, vec![control.to_json()?])
            .await?;
        control.click().await?;
        Ok(())
    }

    /// Whether there is a control of this name.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn offers(&self, name: &str) -> Result<bool> {
        Ok(!self
            .driver
            .execute(FIND, vec![json!(name)])
            .await?
            .json()
            .is_null())
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn press_key(&self, key: &str) -> Result<()> {
        self.driver.action_chain().send_keys(key).perform().await?;
        Ok(())
    }

    /// Types into the field of this name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let found = self.driver.execute(FIND, vec![json!(name)]).await?;
        found
            .element()
            .with_context(|| format!("there is no field “{name}”"))?
            .send_keys(text)
            .await?;
        Ok(())
    }

    /// Waits until these words can be read.
    ///
    /// # Errors
    /// When they do not appear in time. The error says what can be read instead.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.see_within(words, PATIENCE).await
    }

    /// As [`Page::see`], with a patience of its own.
    ///
    /// # Errors
    /// As [`Page::see`].
    pub async fn see_within(&self, words: &str, patience: Duration) -> Result<()> {
        let deadline = Instant::now() + patience;
        loop {
            let text = self.text().await?;
            if text.contains(words) {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("“{words}” does not appear; the page says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// All that can be read.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn text(&self) -> Result<String> {
        let text = self
            .run("return document.body ? document.body.innerText : ''")
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script; it may `return` something.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self
            .driver
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// Everything kept on the device.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn storage(&self) -> Result<BTreeMap<String, String>> {
        let all = self
            .run("return Object.fromEntries(Object.entries(localStorage))")
            .await?;
        Ok(serde_json::from_value(all)?)
    }

    /// Keeps something, as an earlier visit would have.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn keep(&self, key: &str, text: &str) -> Result<()> {
        self.driver
            .execute(
                "localStorage.setItem(arguments[0], arguments[1])",
                vec![json!(key), json!(text)],
            )
            .await?;
        Ok(())
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.driver.refresh().await?)
    }

    /// Goes to a fragment.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn go_to(&self, fragment: &str) -> Result<()> {
        Ok(self
            .driver
            .goto(format!("{}{fragment}", self.address))
            .await?)
    }

    /// Takes a picture of what is in view.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }

    /// Everything that axe finds wrong, a line each.
    ///
    /// # Errors
    /// When `LIMBER_AXE` names no file.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let file = std::env::var("LIMBER_AXE")
            .context("LIMBER_AXE names the file axe.min.js; `cargo xtask test` sets it")?;
        let source = std::fs::read_to_string(&file).with_context(|| file.clone())?;
        // By the debugger, since the page's own policy lets no foreign script in.
        self.driver
            .cdp()
            .send_raw("Runtime.evaluate", json!({"expression": source}))
            .await?;
        let run = "axe.run(document, {resultTypes: ['violations']}).then((found) => JSON.stringify(found.violations.map(
            (fault) => fault.id + ': ' + fault.help + ' — ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | '))))";
        let evaluated = self
            .driver
            .cdp()
            .send_raw(
                "Runtime.evaluate",
                json!({"expression": run, "awaitPromise": true, "returnByValue": true}),
            )
            .await?;
        let found = evaluated["result"]["value"]
            .as_str()
            .with_context(|| format!("axe did not run: {evaluated}"))?;
        Ok(serde_json::from_str(found)?)
    }

    /// Every address that the page asked for, beyond its own.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let all = self
            .run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await?;
        Ok(serde_json::from_value(all)?)
    }

    /// Kills the browser in the midst of it, and hands back its profile.
    pub fn kill(mut self) -> Profile {
        self.process.kill();
        let profile = self.process.profile();
        // The session is gone: asking it to end would only wait for nobody.
        std::mem::forget(self.driver);
        profile
    }

    /// Ends the visit.
    ///
    /// # Errors
    /// When the browser is gone already.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}
