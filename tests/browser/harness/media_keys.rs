//! The media keys of the desktop, and what it shows of a playing page: a private message bus, on which Chromium appears
//! as a player, as on a Linux desktop.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

/// How long the desktop may take to notice a player or a change.
const NOTICES_WITHIN: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(100);

/// Anybody may send anything to anybody, and no message starts a service.
const RULES: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=FOLDER</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"#;

/// The media keys of one story.
#[derive(Debug)]
pub struct MediaKeys {
    bus: Child,
    address: String,
    _folder: TempDir,
}

impl MediaKeys {
    /// Starts the message bus.
    ///
    /// # Errors
    /// When it is not installed.
    pub fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("limber-bus-").tempdir()?;
        let rules = folder.path().join("bus.conf");
        let place = folder.path().display().to_string();
        std::fs::write(&rules, RULES.replace("FOLDER", &place))?;
        let mut bus = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", rules.display()))
            .args(["--nofork", "--nopidfile", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("dbus-daemon is not installed: `cargo xtask test` installs it")?;
        let said = bus.stdout.take().context("the bus says nothing")?;
        let mut address = String::new();
        BufReader::new(said).read_line(&mut address)?;
        Ok(Self {
            bus,
            address: address.trim().to_owned(),
            _folder: folder,
        })
    }

    /// The environment variable with which a browser finds the bus.
    pub(crate) fn environment(&self) -> (&'static str, String) {
        ("DBUS_SESSION_BUS_ADDRESS", self.address.clone())
    }

    /// Presses a key: `Play`, `Pause`, `PlayPause`, `Next`, `Previous` or `Stop`.
    ///
    /// # Errors
    /// When no page plays.
    pub async fn press(&self, key: &str) -> Result<()> {
        let player = self.player().await?;
        let method = format!("org.mpris.MediaPlayer2.Player.{key}");
        self.send(&player, "/org/mpris/MediaPlayer2", &[&method])?;
        Ok(())
    }

    /// Waits until the desktop shows all these words, such as `Playing` or a title.
    ///
    /// # Errors
    /// When it does not in time; the error says what it shows instead.
    pub async fn show(&self, words: &[&str]) -> Result<()> {
        let player = self.player().await?;
        let everything = [
            "org.freedesktop.DBus.Properties.GetAll",
            "string:org.mpris.MediaPlayer2.Player",
        ];
        let deadline = Instant::now() + NOTICES_WITHIN;
        loop {
            let shown = self.send(&player, "/org/mpris/MediaPlayer2", &everything)?;
            if words.iter().all(|word| shown.contains(word)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("the desktop does not show {words:?}, but {shown}");
            }
            sleep(GLANCE).await;
        }
    }

    /// The browser's name on the bus.
    async fn player(&self) -> Result<String> {
        let deadline = Instant::now() + NOTICES_WITHIN;
        loop {
            let names = ["org.freedesktop.DBus.ListNames"];
            let names = self.send("org.freedesktop.DBus", "/org/freedesktop/DBus", &names)?;
            let quoted = names.split('"').find(|name| name.contains("mpris"));
            if let Some(name) = quoted {
                return Ok(name.to_owned());
            }
            ensure!(Instant::now() < deadline, "no player is on the bus");
            sleep(GLANCE).await;
        }
    }

    fn send(&self, to: &str, object: &str, message: &[&str]) -> Result<String> {
        let sent = Command::new("dbus-send")
            .arg(format!("--bus={}", self.address))
            .args(["--print-reply", "--reply-timeout=5000"])
            .arg(format!("--dest={to}"))
            .arg(object)
            .args(message)
            .output()
            .context("dbus-send is not installed: `cargo xtask test` installs it")?;
        let refused = String::from_utf8_lossy(&sent.stderr).into_owned();
        ensure!(sent.status.success(), "{message:?}: {refused}");
        Ok(String::from_utf8_lossy(&sent.stdout).into_owned())
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}
