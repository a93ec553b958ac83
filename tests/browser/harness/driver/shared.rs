//! Browsers that one story after another uses: starting one costs as much as most stories do in it.
//!
//! A story opens a tab of its own, at an origin that no other story has. When it is over its tabs are closed, and what
//! it kept is cleared. A browser in which a story failed is ended, and never used again.

use std::net::{TcpStream, ToSocketAddrs as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

use super::browser::Browser;
use super::chromium;
use crate::Engine;

/// How long a browser that waits may take to answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// The browsers that no story uses at the moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What is known of a browser that is shared.
#[derive(Debug)]
pub(super) struct Shared {
    /// `None` until it runs.
    running: Option<Running>,
    _watch: Watch,
}

#[derive(Debug)]
struct Running {
    /// The address at which its debugger listens.
    debugger: String,
    /// The tab that is always there: without any the browser would end.
    home: WindowHandle,
}

impl Shared {
    /// Shares the browser of this driver.
    pub(super) fn new(driver: &Child, profile: &Path) -> Result<Self> {
        Ok(Self {
            running: None,
            _watch: Watch::over(driver, profile)?,
        })
    }

    /// Whether the browser's debugger still listens.
    fn is_alive(&self) -> bool {
        let debugger = self.running.as_ref().map(|it| it.debugger.as_str());
        let address = debugger.and_then(|it| it.to_socket_addrs().ok()?.next());
        address.is_some_and(|it| TcpStream::connect_timeout(&it, ANSWERS_WITHIN).is_ok())
    }

    /// Closes what a story has opened, and clears what it kept at this origin.
    pub(super) async fn clear(&self, driver: &WebDriver, origin: &str) -> Result<()> {
        let running = self.running.as_ref().context("no story began")?;
        let home = running.home.clone();
        for tab in driver.windows().await? {
            if tab != home {
                driver.switch_to_window(tab).await?;
                driver.close_window().await?;
            }
        }
        driver.switch_to_window(home).await?;
        let everything = json!({"origin": origin, "storageTypes": "all"});
        let tools = driver.cdp();
        tools
            .send_raw("Storage.clearDataForOrigin", everything)
            .await?;
        tools
            .send_raw("Network.clearBrowserCache", json!({}))
            .await?;
        Ok(())
    }
}

/// Begins a story's session with a shared browser, which the first one starts with these capabilities. The story has a
/// tab in front, as if a person had opened it.
pub(super) async fn join(browser: &mut Browser, capabilities: Capabilities) -> Result<WebDriver> {
    let running = browser.shared.as_ref().and_then(|it| it.running.as_ref());
    let debugger = if let Some(running) = running {
        running.debugger.clone()
    } else {
        let first = browser.session(Engine::Chromium, capabilities).await?;
        let debugger = chromium::debugger_of(&first)?;
        // The browser would end with this session.
        first.leak()?;
        debugger
    };
    let attached = chromium::attached(&debugger)?;
    let driver = browser.session(Engine::Chromium, attached).await?;
    let home = driver.window().await?;
    let tab = driver.new_tab().await?;
    driver.switch_to_window(tab).await?;
    let front = json!({});
    driver.cdp().send_raw("Page.bringToFront", front).await?;
    chromium::permit(&driver).await?;
    if let Some(shared) = &mut browser.shared {
        shared.running = Some(Running { debugger, home });
    }
    Ok(driver)
}

/// A browser that waits for its next story. One that died meanwhile is ended with its driver, which would wait for it.
pub(super) fn take() -> Option<Browser> {
    loop {
        let browser = idle().pop()?;
        if browser.shared.as_ref().is_some_and(Shared::is_alive) {
            return Some(browser);
        }
    }
}

/// Keeps a browser for the next story.
pub(super) fn keep(browser: Browser) {
    idle().push(browser);
}

fn idle() -> MutexGuard<'static, Vec<Browser>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts a driver and its browser into a process group of their own, by which [`Watch`] ends them.
pub(super) fn apart(driver: &mut Command) {
    driver.process_group(0);
}

/// Ends a browser, and removes its profile, when the process of the stories is gone, however that ended: test runners
/// exit without dropping what is static.
#[derive(Debug)]
struct Watch(Child);

impl Watch {
    fn over(driver: &Child, profile: &Path) -> Result<Self> {
        // The input ends with the process that holds its other end.
        let until_then = "cat; kill -s KILL -- \"-$0\"; sleep 0.5; rm -rf -- \"$1\"";
        let shell = Command::new("sh")
            .args(["-c", until_then, &driver.id().to_string()])
            .arg(profile)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("no shell to watch over the browser")?;
        Ok(Self(shell))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_and_its_profile_are_gone_when_the_stories_are() {
        let profile = tempfile::tempdir().unwrap();
        let mut driver = Command::new("sleep");
        driver.arg("60");
        apart(&mut driver);
        let mut driver = driver.stdout(Stdio::null()).spawn().unwrap();
        let mut watch = Watch::over(&driver, profile.path()).unwrap();
        std::thread::sleep(Duration::from_millis(200));
        assert!(driver.try_wait().unwrap().is_none(), "it runs meanwhile");

        drop(watch.0.stdin.take());
        watch.0.wait().unwrap();

        assert!(driver.try_wait().unwrap().is_some(), "it was ended");
        assert!(!profile.path().exists());
    }
}
