//! A story's browser, its own or shared. How to start each engine is in a file of its own.

mod browser;
mod chromium;
mod display;
mod firefox;
mod shared;
mod silence;
mod webkit;

use std::time::Duration;

use anyhow::{Context as _, Result};
use thirtyfour::{Capabilities, WebDriver};

use crate::Engine;
use crate::looks::Looks;
use crate::profile::Profile;
use browser::Browser;

/// How long a script or a loading page may keep the driver from answering.
const PAGE_ANSWERS_WITHIN: Duration = Duration::from_secs(30);

/// The socket in the profile where a browser that isn't recorded looks for a sound system.
const SILENT: &str = "nobody-listens";

/// How to start a browser.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) engine: Engine,
    pub(crate) looks: Looks,
    pub(crate) profile: Profile,
    /// Whether other stories may use the browser before and after.
    pub(crate) shares: bool,
    /// The environment for the sound system, if the story records.
    pub(crate) sound: Option<Vec<(String, String)>>,
    /// Whether there is no sound system at all, not even a silent one.
    pub(crate) soundless: bool,
    /// The environment for the media keys, if the story uses them.
    pub(crate) keys: Option<(&'static str, String)>,
    /// Whether hidden pages are throttled, as in every browser unless it is driven.
    pub(crate) dozes: bool,
}

impl Start {
    fn is_audible(&self) -> bool {
        self.sound.is_some()
    }

    fn capabilities(&self) -> Result<Capabilities> {
        match self.engine {
            Engine::Chromium => chromium::capabilities(self),
            Engine::Firefox => firefox::capabilities(self),
            Engine::WebKit => webkit::capabilities(),
        }
    }

    /// The browser's environment. All its files, and its sound unless the story records, stay in the profile.
    fn environment(&self) -> Vec<(String, String)> {
        let at = |name: &str| self.profile.path().join(name).display().to_string();
        let mut environment = Vec::new();
        if self.engine != Engine::Chromium {
            environment.extend([
                ("HOME".to_owned(), at("")),
                ("XDG_CONFIG_HOME".to_owned(), at("config")),
                ("XDG_CACHE_HOME".to_owned(), at("cache")),
                ("XDG_DATA_HOME".to_owned(), at("data")),
                ("XDG_RUNTIME_DIR".to_owned(), at("")),
            ]);
        }
        let keys = self.keys.as_ref();
        environment.extend(keys.map(|(name, value)| ((*name).to_owned(), value.clone())));
        environment.extend(self.sound.clone().unwrap_or_else(|| without_sound(at)));
        environment
    }
}

/// Points the browser's sound and speech away from the developer's own servers, which it would otherwise start.
fn without_sound(at: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let nowhere = format!("unix:{}", at(SILENT));
    vec![
        ("PULSE_SERVER".into(), nowhere),
        ("ALSA_CONFIG_PATH".into(), "/dev/null".into()),
        ("SPEECHD_CMD".into(), "false".into()),
    ]
}

/// A story's browser, its own or one that is shared. Dropping it ends the browser, whatever the outcome.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    /// `None` once it was given back, or is gone.
    browser: Option<Browser>,
    start: Start,
}

impl DriverProcess {
    /// Starts the driver, or takes a browser that no story uses at the moment.
    pub(crate) fn start(start: Start) -> Result<Self> {
        let idle = if start.shares { shared::take() } else { None };
        let browser = idle.map_or_else(|| Browser::start(&start), Ok)?;
        Ok(Self {
            browser: Some(browser),
            start,
        })
    }

    /// Starts the browser, or joins it if it runs already.
    pub(crate) async fn connect(&mut self) -> Result<WebDriver> {
        let driver = self.session().await?;
        driver.set_script_timeout(PAGE_ANSWERS_WITHIN).await?;
        driver.set_page_load_timeout(PAGE_ANSWERS_WITHIN).await?;
        let looks = &self.start.looks;
        if self.start.engine == Engine::Chromium {
            chromium::emulate(&driver, looks).await?;
        } else {
            // As near as the engine's windows allow: none is narrower than about 450 pixels.
            let (width, height) = looks.size.pixels();
            driver.set_window_rect(0, 0, width, height).await?;
        }
        Ok(driver)
    }

    async fn session(&mut self) -> Result<WebDriver> {
        let (engine, capabilities) = (self.engine(), self.start.capabilities()?);
        let browser = self.browser.as_mut().context("the browser is gone")?;
        if browser.shared.is_some() {
            shared::join(browser, capabilities).await
        } else {
            browser.session(engine, capabilities).await
        }
    }

    /// Ends a story's session: closes its browser, or keeps it for the next story if it is shared.
    pub(crate) async fn close(&mut self, driver: WebDriver, origin: &str) -> Result<()> {
        if let Some(shared) = self.browser.as_ref().and_then(|it| it.shared.as_ref()) {
            shared.clear(&driver, origin).await?;
        }
        driver.quit().await?;
        if let Some(browser) = self.browser.take_if(|it| it.shared.is_some()) {
            shared::keep(browser);
        }
        Ok(())
    }

    pub(crate) fn engine(&self) -> Engine {
        self.start.engine
    }

    /// Kills the browser, as in a crash.
    pub(crate) fn kill(&mut self) {
        drop(self.browser.take());
    }
}
