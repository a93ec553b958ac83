//! The open page, and what a person does with it.

mod checks;
mod downloads;
mod eyes;
mod hands;
mod hiding;
pub(crate) mod log;
mod reading;
mod tabbing;
mod tabs;
mod waiting;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::Engine;
use crate::driver::DriverProcess;
use log::Log;
pub use tabs::Tab;

/// How long to wait for something to appear. A person would not wait half as long, but has the machine to themselves.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to wait between two looks.
const GLANCE: Duration = Duration::from_millis(100);

/// An open page.
#[derive(Debug)]
pub struct Page {
    process: DriverProcess,
    driver: WebDriver,
    address: String,
    log: Log,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, process: DriverProcess, address: String) -> Self {
        let log = Log::of(process.engine());
        Self {
            process,
            driver,
            address,
            log,
        }
    }

    /// The engine in which the page is open.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.process.engine()
    }

    /// Runs a script; it may `return` something.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        self.run_with(script, Vec::new()).await
    }

    /// Runs a script with these `arguments`.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let returned = self.driver.execute(script, arguments).await;
        Ok(returned
            .with_context(|| format!("this script failed: {script}"))?
            .json()
            .clone())
    }

    /// Sends a command to Chromium's debugger.
    ///
    /// # Errors
    /// When it refuses, or the browser is another engine or gone.
    pub async fn ask_chromium(&self, method: &str, parameters: Value) -> Result<Value> {
        let engine = self.engine();
        ensure!(
            engine == Engine::Chromium,
            "{engine} cannot be asked for {method}"
        );
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| method.to_owned())
    }

    /// Everything in `localStorage`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn storage(&self) -> Result<BTreeMap<String, String>> {
        let all = self
            .run("return Object.fromEntries(Object.entries(localStorage))")
            .await?;
        Ok(serde_json::from_value(all)?)
    }

    /// Stores something, as an earlier visit would have.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub async fn keep(&self, key: &str, text: &str) -> Result<()> {
        let keep = "localStorage.setItem(arguments[0], arguments[1])";
        self.run_with(keep, vec![json!(key), json!(text)]).await?;
        Ok(())
    }

    /// Reloads the page as a person does: the refresh of Firefox's driver bypasses the service worker, and leaves the
    /// page without one.
    ///
    /// # Errors
    /// When the browser is gone, or the page does not load again.
    pub async fn reload(&self) -> Result<()> {
        if self.engine() != Engine::Firefox {
            return Ok(self.driver.refresh().await?);
        }
        self.run("window.before = true; setTimeout(() => location.reload())")
            .await?;
        let anew = "return window.before === undefined && document.readyState === 'complete'";
        self.comes_true(anew, PATIENCE).await
    }

    /// Goes to a fragment, or to a path below the site's address.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn go_to(&self, fragment: &str) -> Result<()> {
        let address = format!("{}{fragment}", self.address);
        let went = self.driver.goto(&address).await;
        went.with_context(|| format!("{address} could not be opened"))
    }

    /// Takes a picture of what is in view.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }

    /// Kills the browser. What the page has just stored may be lost: the browser writes it to disk when it finds the
    /// time.
    pub fn kill(mut self) {
        self.process.kill();
    }

    /// Closes the page, as a person would: with its browser, unless other stories may use that.
    ///
    /// # Errors
    /// When the browser is gone already.
    pub async fn close(mut self) -> Result<()> {
        let origin: Vec<&str> = self.address.splitn(4, '/').take(3).collect();
        let origin = origin.join("/");
        self.process.close(self.driver.clone(), &origin).await
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.process.kill();
        // The library would ask a dead chromedriver to end the session, and wait for two minutes. That the session is
        // over already is no error here.
        let _ = self.driver.clone().leak();
    }
}
