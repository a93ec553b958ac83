//! Opening the page in a browser of its own.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::{Page, Site, Sound};

/// The sizes at which every screen is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 360 × 740.
    Phone,
    /// 740 × 360.
    PhoneOnItsSide,
    /// 1280 × 800.
    Desktop,
    /// 320 × 640: the narrowest.
    Narrow,
}

/// The device's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A browser's profile: what survives when the browser is killed.
#[derive(Debug, Clone)]
pub struct Profile(Arc<TempDir>);

impl Profile {
    /// An empty one.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn new() -> Result<Self> {
        Ok(Self(Arc::new(
            tempfile::Builder::new()
                .prefix("limber-profile-")
                .tempdir()?,
        )))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

/// How the page is to be opened.
#[derive(Debug)]
pub struct Visit<'a> {
    site: &'a Site,
    size: Size,
    scheme: Scheme,
    scripts: Vec<String>,
    fragment: String,
    profile: Option<Profile>,
    environment: Vec<(String, String)>,
}

impl<'a> Visit<'a> {
    /// A visit on a phone, in light colours.
    pub fn to(site: &'a Site) -> Self {
        Self {
            site,
            size: Size::Phone,
            scheme: Scheme::Light,
            scripts: Vec::new(),
            fragment: String::new(),
            profile: None,
            environment: Vec::new(),
        }
    }

    /// On a screen of this size.
    #[must_use]
    pub fn size(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// In these colours.
    #[must_use]
    pub fn scheme(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// With a script that runs before the page's own, on every load.
    #[must_use]
    pub fn before_load(mut self, script: impl Into<String>) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// At this fragment.
    #[must_use]
    pub fn at(self, fragment: &str) -> Self {
        Self {
            fragment: fragment.to_owned(),
            ..self
        }
    }

    /// With this profile.
    #[must_use]
    pub fn profile(self, profile: &Profile) -> Self {
        Self {
            profile: Some(profile.clone()),
            ..self
        }
    }

    /// With a voice and ears.
    #[must_use]
    pub fn sound(self, sound: &Sound) -> Self {
        Self {
            environment: sound.environment(),
            ..self
        }
    }

    /// Opens it.
    ///
    /// # Errors
    /// When no browser can be started.
    pub async fn open(self) -> Result<Page> {
        let profile = self.profile.map_or_else(Profile::new, Ok)?;
        let mut process = DriverProcess::start(&self.environment, profile.clone())?;
        let driver = process.connect().await?;
        let tools = driver.cdp();
        let (width, height, mobile) = match self.size {
            Size::Phone => (360, 740, true),
            Size::PhoneOnItsSide => (740, 360, true),
            Size::Desktop => (1280, 800, false),
            Size::Narrow => (320, 640, true),
        };
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": mobile});
        tools
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let scheme = if self.scheme == Scheme::Dark {
            "dark"
        } else {
            "light"
        };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        tools.send_raw("Emulation.setEmulatedMedia", media).await?;
        for source in &self.scripts {
            let script = json!({"source": source});
            tools
                .send_raw("Page.addScriptToEvaluateOnNewDocument", script)
                .await?;
        }
        driver
            .goto(format!("{}{}", self.site.address, self.fragment))
            .await?;
        Ok(Page::new(driver, process, self.site.address.clone()))
    }
}

/// A chromedriver with its browser. Dropping it ends both, however the test went.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    child: Child,
    port: u16,
    profile: Profile,
}

impl DriverProcess {
    fn start(environment: &[(String, String)], profile: Profile) -> Result<Self> {
        // Free at this moment; chromedriver says so if it is not any more.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .envs(environment.iter().cloned())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver is not installed: `cargo xtask test` installs it")?;
        Ok(Self {
            child,
            port,
            profile,
        })
    }

    async fn connect(&mut self) -> Result<WebDriver> {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let driver = WebDriver::new(
                format!("http://127.0.0.1:{}", self.port),
                self.capabilities()?,
            )
            .await;
            match driver {
                Ok(driver) => return Ok(driver),
                Err(error) if Instant::now() > deadline => {
                    bail!("no browser could be started: {error}")
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        }
    }

    fn capabilities(&self) -> Result<thirtyfour::ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--enable-speech-dispatcher",
            &profile,
        ] {
            capabilities.add_arg(argument)?;
        }
        Ok(capabilities)
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile.clone()
    }

    /// Kills the browser as a crash or an impatient system would.
    pub(crate) fn kill(&mut self) {
        let pattern = format!("user-data-dir={}", self.profile.path().display());
        // "--": the pattern must not be taken for an option.
        let _ = Command::new("pkill")
            .args(["-9", "-f", "--", &pattern])
            .status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
