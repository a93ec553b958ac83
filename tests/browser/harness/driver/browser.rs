//! A driver and the browser that it starts.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::{Instant, sleep};

use super::display::Display;
use super::shared::{self, Shared};
use super::silence::Silence;
use super::{SILENT, Start};
use super::{chromium, firefox, webkit};
use crate::profile::Profile;
use crate::{Engine, process_group};

/// How long the driver and the browser may take to start, with perhaps two stories and a compiler on two cores.
const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// How long a driver may take to answer any request: one that has lost its page never would.
const ANSWERS_WITHIN: Duration = Duration::from_secs(45);

/// The only media feature that every engine can be told.
const TOLD_EVERYWHERE: &str = "prefers-reduced-motion";

/// A driver with its browser. Dropping it ends both, whatever the outcome.
#[derive(Debug)]
pub(super) struct Browser {
    child: Child,
    port: u16,
    profile: Profile,
    pub(super) shared: Option<Shared>,
    /// Dropped last: the browser shows on the one and plays into the other.
    _display: Option<Display>,
    _silence: Option<Silence>,
}

impl Browser {
    /// Starts the driver. It starts the browser once a story connects.
    pub(super) fn start(start: &Start) -> Result<Self> {
        can_be_told(start)?;
        let port = free_port()?;
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
                webkit::settle(start)?;
                display = Some(Display::start()?);
                webkit::command(port)
            }
        };
        if start.shares {
            shared::apart(&mut command);
        }
        let child = command
            .envs(start.environment())
            .envs(display.as_ref().map(Display::environment))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| not_installed(&command))?;
        let profile = start.profile.clone();
        let shared = start.shares.then(|| Shared::new(&child, profile.path()));
        Ok(Self {
            shared: shared.transpose()?,
            child,
            port,
            profile,
            _display: display,
            _silence: silence,
        })
    }

    /// Begins a session with these capabilities, as soon as the driver takes one.
    pub(super) async fn session(
        &mut self,
        engine: Engine,
        capabilities: Capabilities,
    ) -> Result<WebDriver> {
        let deadline = Instant::now() + STARTS_WITHIN;
        let address = format!("http://127.0.0.1:{}", self.port);
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("the driver of {engine} ended by itself: {status}");
            }
            let session = WebDriver::builder(&address, capabilities.clone())
                .request_timeout(ANSWERS_WITHIN)
                .await;
            match session {
                Ok(driver) => return Ok(driver),
                Err(error) if Instant::now() > deadline => {
                    bail!("no {engine} could be started: {error}")
                }
                Err(_) => sleep(Duration::from_millis(100)).await,
            }
        }
    }
}

/// A port that is free at this moment; if it is taken before the driver has it, connecting fails.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Checks that the engine can be told of all media features asked for.
fn can_be_told(start: &Start) -> Result<()> {
    let mut wishes = start.looks.wishes.iter();
    let wish = wishes.find(|(feature, _)| *feature != TOLD_EVERYWHERE);
    ensure!(
        start.engine == Engine::Chromium || wish.is_none(),
        "only Chromium can be told of {wish:?}"
    );
    Ok(())
}

fn not_installed(driver: &Command) -> String {
    let driver = driver.get_program().to_string_lossy();
    format!("{driver} is not installed: `cargo xtask test` installs it")
}

impl Drop for Browser {
    fn drop(&mut self) {
        process_group::end(self.child.id(), self.profile.path());
        let _ = self.child.wait();
    }
}
