//! A silent sound system, for a browser whose audio clock stands still without one.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// A silent sound server with its own folder. Dropping it ends the server.
#[derive(Debug)]
pub(super) struct Silence(Child);

impl Silence {
    /// Starts the server. It listens at this path a moment later, before a browser needs it.
    pub(super) fn start(folder: &Path, at: &Path) -> Result<Self> {
        let listening = format!("module-native-protocol-unix socket={}", at.display());
        let server = Command::new("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1"])
            .args(["--load=module-null-sink", "--load", &listening])
            .envs(["HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH"].map(|name| (name, folder)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("pulseaudio is not installed: `cargo xtask test` installs it")?;
        Ok(Self(server))
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
