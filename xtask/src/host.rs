//! Serves a built page on this machine, by the package `limber-host`.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::process;

/// The package that serves; it is compiled alongside the page.
pub(crate) const PACKAGE: &str = "limber-host";

/// A running host. Dropping it stops it.
#[derive(Debug)]
pub(crate) struct Host {
    child: Child,
    /// The host's standard input. Closing it ends the host, even when this process is killed.
    _alive: Option<ChildStdin>,
    url: String,
}

impl Host {
    /// Serves the page in a folder. Port 0 takes any free port.
    ///
    /// # Errors
    ///
    /// When the host does not compile, or the port was taken in the meantime.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self> {
        let mut cargo = process::cargo();
        cargo
            .args(["run", "--quiet", "--package", PACKAGE, "--"])
            .arg(folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = cargo
            .spawn()
            .context("cargo could not be started to serve the page; is it on the PATH?")?;
        let alive = child.stdin.take();
        let mut url = String::new();
        if let Some(said) = child.stdout.take() {
            BufReader::new(said).read_line(&mut url)?;
        }
        let url = url.trim().to_owned();
        ensure!(
            !url.is_empty(),
            "the page could not be served; why stands above"
        );
        Ok(Self {
            child,
            _alive: alive,
            url,
        })
    }

    /// The address at which it serves.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Waits until the process is stopped from outside.
    ///
    /// # Errors
    ///
    /// When the host ends by itself, which it never should.
    pub(crate) fn wait(mut self) -> Result<()> {
        let status = self.child.wait()?;
        bail!("the host of the page ended by itself ({status}); why stands above")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Checks that a port is free, before time is spent on building the page.
///
/// # Errors
///
/// When it is taken or not permitted.
pub(crate) fn ensure_free(port: u16) -> Result<()> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(wanted)
        .map(drop)
        .with_context(|| format!("could not serve on {wanted}; another port: `--port NUMBER`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_named_with_what_to_type() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = ensure_free(port).expect_err("it is taken").to_string();
        assert!(
            error.contains(&port.to_string()) && error.contains("--port NUMBER"),
            "{error}"
        );
    }
}
