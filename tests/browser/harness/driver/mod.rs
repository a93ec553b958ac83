//! A browser with its driver. How to start each engine is in a file of its own.

mod chromium;
mod display;
mod firefox;
mod silence;
mod webkit;

use std::net::TcpListener;
use std::process::{Child, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::{Instant, sleep};

use crate::looks::Looks;
use crate::profile::Profile;
use crate::{Engine, process_group};
use display::Display;
use silence::Silence;

/// How long the driver and the browser may take to start, with perhaps two stories and a compiler on two cores.
const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// How long a driver may take to answer any request: one that has lost its page never would.
const ANSWERS_WITHIN: Duration = Duration::from_secs(45);
/// How long a script or a loading page may keep the driver from answering.
const PAGE_ANSWERS_WITHIN: Duration = Duration::from_secs(30);

/// The only media feature that every engine can be told.
const TOLD_EVERYWHERE: &str = "prefers-reduced-motion";

/// The socket in the profile where a browser that isn't recorded looks for a sound system.
const SILENT: &str = "nobody-listens";

/// How to start a browser.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) engine: Engine,
    pub(crate) looks: Looks,
    pub(crate) profile: Profile,
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

/// A driver with its browser. Dropping it ends both, whatever the outcome.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    child: Child,
    port: u16,
    start: Start,
    /// Dropped last: the browser shows on the one and plays into the other.
    _display: Option<Display>,
    _silence: Option<Silence>,
}

impl DriverProcess {
    /// Starts the driver. It starts the browser on [`Self::connect`].
    pub(crate) fn start(start: Start) -> Result<Self> {
        if start.engine != Engine::Chromium {
            let wish = start
                .looks
                .wishes
                .iter()
                .find(|(w, _)| *w != TOLD_EVERYWHERE);
            ensure!(wish.is_none(), "only Chromium can be told of {wish:?}");
        }
        // Free at this moment; if it is taken before the driver has it, connecting fails.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let (mut display, mut silence) = (None, None);
        let mut command = match start.engine {
            Engine::Chromium => chromium::command(port),
            Engine::Firefox => {
                if !start.is_audible() && !start.soundless {
                    let folder = start.profile.path();
                    silence = Some(Silence::start(folder, &folder.join(SILENT))?);
                }
                firefox::command(port)
            }
            Engine::WebKit => {
                webkit::settle(&start)?;
                display = Some(Display::start()?);
                webkit::command(port)
            }
        };
        let child = command
            .envs(start.environment())
            .envs(display.as_ref().map(Display::environment))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| {
                let driver = command.get_program().to_string_lossy();
                format!("{driver} is not installed: `cargo xtask test` installs it")
            })?;
        Ok(Self {
            child,
            port,
            start,
            _display: display,
            _silence: silence,
        })
    }

    /// Starts the browser.
    pub(crate) async fn connect(&mut self) -> Result<WebDriver> {
        let driver = self.session().await?;
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
        let deadline = Instant::now() + STARTS_WITHIN;
        let address = format!("http://127.0.0.1:{}", self.port);
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("the driver of {} ended by itself: {status}", self.engine());
            }
            let session = WebDriver::builder(&address, self.start.capabilities()?)
                .request_timeout(ANSWERS_WITHIN)
                .await;
            match session {
                Ok(driver) => {
                    driver.set_script_timeout(PAGE_ANSWERS_WITHIN).await?;
                    driver.set_page_load_timeout(PAGE_ANSWERS_WITHIN).await?;
                    return Ok(driver);
                }
                Err(error) if Instant::now() > deadline => {
                    bail!("no {} could be started: {error}", self.engine())
                }
                Err(_) => sleep(Duration::from_millis(200)).await,
            }
        }
    }

    pub(crate) fn engine(&self) -> Engine {
        self.start.engine
    }

    pub(crate) fn profile(&self) -> Profile {
        self.start.profile.clone()
    }

    /// Kills the browser, as in a crash.
    pub(crate) fn kill(&mut self) {
        process_group::end(self.child.id(), self.start.profile.path());
        let _ = self.child.wait();
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
