//! A built page, served on this machine by the package `limber-host`.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::process;

/// The package that serves; it compiles while the page does, where there is a page to build.
pub(crate) const PACKAGE: &str = "limber-host";

/// A host of a page. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Host {
    child: Child,
    /// The host ends when this does: also where this process is killed.
    _alive: Option<ChildStdin>,
    url: String,
}

impl Host {
    /// Serves the page in a folder. Port 0 takes any that is free.
    ///
    /// # Errors
    ///
    /// When the host does not compile, or the port is taken meanwhile.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self> {
        let mut cargo = process::cargo();
        cargo
            .args(["run", "--quiet", "--package", PACKAGE, "--"])
            .arg(folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = cargo.spawn().context("could not start cargo")?;
        let alive = child.stdin.take();
        let mut url = String::new();
        if let Some(said) = child.stdout.take() {
            BufReader::new(said).read_line(&mut url)?;
        }
        let url = url.trim().to_owned();
        ensure!(!url.is_empty(), "the page could not be served");
        Ok(Self {
            child,
            _alive: alive,
            url,
        })
    }

    /// Where it serves.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Waits until it is ended from outside.
    ///
    /// # Errors
    ///
    /// When it ends by itself, which it never should.
    pub(crate) fn wait(mut self) -> Result<()> {
        let status = self.child.wait()?;
        bail!("the host of the page ended by itself: {status}")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Makes sure that a port is free: better to learn it before the page is built than after.
///
/// # Errors
///
/// When it is taken or not allowed.
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
