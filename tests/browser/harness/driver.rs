//! chromedriver with its browser.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};
use tokio::time::{Instant, sleep};

use crate::profile::Profile;
use crate::{Sound, offspring};

/// How long chromedriver and the browser may take to start: two stories share two cores with a
/// compiler, perhaps.
const STARTS_WITHIN: Duration = Duration::from_secs(60);

const ALWAYS: [&str; 9] = [
    "--headless=new",
    // As root, which is what containers run as, the browser refuses to start with its sandbox.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

/// A chromedriver with its browser. Dropping it ends both, however the test went.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    child: Child,
    port: u16,
    profile: Profile,
    audible: bool,
}

impl DriverProcess {
    /// Starts chromedriver, which starts the browser when it is connected to.
    pub(crate) fn start(sound: Option<&Sound>, profile: Profile) -> Result<Self> {
        // Free at this moment; if it is taken before chromedriver has it, connecting says so.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let environment = sound.map_or_else(|| without_sound(&profile), Sound::environment);
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .envs(environment)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver is not installed: `cargo xtask test` installs it")?;
        let audible = sound.is_some();
        Ok(Self {
            child,
            port,
            profile,
            audible,
        })
    }

    /// Starts the browser.
    pub(crate) async fn connect(&mut self) -> Result<WebDriver> {
        let deadline = Instant::now() + STARTS_WITHIN;
        let address = format!("http://127.0.0.1:{}", self.port);
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("chromedriver ended by itself: {status}");
            }
            match WebDriver::new(&address, self.capabilities()?).await {
                Ok(driver) => return Ok(driver),
                Err(error) if Instant::now() > deadline => {
                    bail!("no browser could be started: {error}")
                }
                Err(_) => sleep(Duration::from_millis(200)).await,
            }
        }
    }

    fn capabilities(&self) -> Result<ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ALWAYS {
            capabilities.add_arg(argument)?;
        }
        // Nobody is to hear the stories that have no ears of their own.
        capabilities.add_arg(if self.audible {
            "--enable-speech-dispatcher"
        } else {
            "--mute-audio"
        })?;
        capabilities.add_arg(&format!(
            "--user-data-dir={}",
            self.profile.path().display()
        ))?;
        // Every request and every complaint of the page, for `Page::requests` and
        // `Page::console_errors`.
        capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(capabilities)
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile.clone()
    }

    /// Kills the browser as a crash or an impatient system would.
    pub(crate) fn kill(&mut self) {
        offspring::end(self.child.id(), self.profile.path());
        let _ = self.child.wait();
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Points the browser's sound away from the developer's own sound server, which it would start if
/// it did not run.
fn without_sound(profile: &Profile) -> Vec<(String, String)> {
    let nowhere = profile.path().join("no-sound-server");
    vec![("PULSE_SERVER".into(), format!("unix:{}", nowhere.display()))]
}
