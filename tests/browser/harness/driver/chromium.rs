//! Chromium, and what only its debugger can do: screens narrower than any window, touch, media features.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities,
    DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};

use super::Start;
use crate::looks::{Looks, Scheme};

/// The engine without a browser around it, as Debian and Chrome for Testing call it.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

const ALWAYS: [&str; 9] = [
    // The browser refuses to start as root, as in containers, with its sandbox.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    // A renderer ahead of the next page is for a person's patience, and a seventh of what a story costs.
    "--disable-features=SpareRendererForSitePerProcess",
];

/// The switches by which chromedriver keeps hidden pages awake. A muted page counts as silent, so a browser that may
/// throttle is not muted, but plays to a sound server that isn't there.
const KEPT_AWAKE_BY: [&str; 3] = [
    "disable-background-timer-throttling",
    "disable-renderer-backgrounding",
    "disable-backgrounding-occluded-windows",
];

pub(super) fn command(port: u16) -> Command {
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    command
}

/// A new session's capabilities, for a browser that is started with it.
pub(super) fn capabilities(start: &Start) -> Result<Capabilities> {
    let mut capabilities = if start.shares {
        of_shared()?
    } else {
        DesiredCapabilities::chrome()
    };
    if let Some(shell) = shell().filter(|_| start.shares) {
        capabilities.set_binary(&shell.to_string_lossy())?;
    } else {
        capabilities.add_arg("--headless=new")?;
    }
    for argument in ALWAYS {
        capabilities.add_arg(argument)?;
    }
    // Stories that don't record should not be heard on the developer's machine.
    if start.is_audible() {
        capabilities.add_arg("--enable-speech-dispatcher")?;
    } else if !start.dozes {
        capabilities.add_arg("--mute-audio")?;
    }
    if start.dozes {
        capabilities.add_experimental_option("excludeSwitches", KEPT_AWAKE_BY)?;
    }
    let folder = start.profile.path().display();
    capabilities.add_arg(&format!("--user-data-dir={folder}"))?;
    if !start.shares {
        log_everything(&mut capabilities)?;
    }
    Ok(capabilities.into())
}

/// The capabilities of a session with a browser that runs already.
pub(super) fn attached(debugger: &str) -> Result<Capabilities> {
    let mut capabilities = of_shared()?;
    capabilities.set_debugger_address(debugger)?;
    log_everything(&mut capabilities)?;
    Ok(capabilities.into())
}

/// Stories share the bare engine, if there is one here: a whole browser draws its tabs and its toolbar for nobody, which
/// takes a third of a story's processor time.
fn of_shared() -> Result<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    if shell().is_some() {
        CapabilitiesHelper::set(&mut capabilities, "browserName", "chrome-headless-shell")?;
    }
    Ok(capabilities)
}

/// The bare engine, if it is on the PATH.
fn shell() -> Option<&'static Path> {
    static SHELL: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = SHELL.get_or_init(|| {
        let path = std::env::var_os("PATH")?;
        let mut places =
            std::env::split_paths(&path).flat_map(|it| SHELLS.map(|name| it.join(name)));
        places.find(|it| it.is_file())
    });
    found.as_deref()
}

/// What a whole browser lets a page do without asking: keep the screen awake, copy to the clipboard.
const UNASKED: [&str; 2] = ["screen-wake-lock", "clipboard-write"];

/// Lets pages do what a whole browser would.
pub(super) async fn permit(driver: &WebDriver) -> Result<()> {
    for name in UNASKED {
        let granted = json!({"permission": {"name": name}, "setting": "granted"});
        let tools = driver.cdp();
        tools.send_raw("Browser.setPermission", granted).await?;
    }
    Ok(())
}

/// Logs every request and every error of the page, for `Page::requests` and `Page::console_errors`.
fn log_everything(capabilities: &mut ChromeCapabilities) -> Result<()> {
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(())
}

/// The address at which a session's browser can be reached by further sessions.
pub(super) fn debugger_of(driver: &WebDriver) -> Result<String> {
    let options = driver.capabilities().get("goog:chromeOptions");
    let address = options.and_then(|options| options["debuggerAddress"].as_str());
    Ok(address.context("no address of a debugger")?.to_owned())
}

/// Uses the debugger, since a window cannot be as narrow as a phone.
pub(super) async fn emulate(driver: &WebDriver, looks: &Looks) -> Result<()> {
    let tools = driver.cdp();
    let ((width, height), touched) = (looks.size.pixels(), looks.size.is_touched());
    let metrics =
        json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": touched});
    tools
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    let touch = json!({"enabled": touched, "maxTouchPoints": 5});
    tools
        .send_raw("Emulation.setTouchEmulationEnabled", touch)
        .await?;
    let scheme = match looks.scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let mut wishes = looks.wishes.clone();
    wishes.push(("prefers-color-scheme", scheme));
    let feature = |(name, value)| json!({"name": name, "value": value});
    let features: Vec<_> = wishes.into_iter().map(feature).collect();
    tools
        .send_raw("Emulation.setEmulatedMedia", json!({"features": features}))
        .await?;
    Ok(())
}
