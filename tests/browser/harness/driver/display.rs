//! A virtual screen, for a browser that cannot run without one.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, ensure};

/// Large enough for every window.
const SCREEN: &str = "1400x1000x24";

/// A virtual screen. Dropping it switches it off.
#[derive(Debug)]
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a screen under the first free number.
    pub(super) fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb is not installed: `cargo xtask test` installs it")?;
        let said = server.stdout.take().context("the screen says nothing")?;
        let mut display = Self {
            server,
            name: String::new(),
        };
        let mut number = String::new();
        BufReader::new(said).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb could not start");
        display.name = format!(":{}", number.trim());
        Ok(display)
    }

    /// The environment variable with which a browser appears on it.
    pub(super) fn environment(&self) -> (&'static str, &str) {
        ("DISPLAY", &self.name)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
