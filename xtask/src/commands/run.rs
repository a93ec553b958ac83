//! `cargo xtask run`: the page in a browser on this machine.

use std::fs;
use std::net::Ipv4Addr;

use anyhow::{Context, Result};

use super::build_beside;
use crate::base::Base;
use crate::host::{self, Host};
use crate::page;
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Builds the page as it is deployed, and serves it until stopped.
///
/// # Errors
///
/// When the set-up or the build fails, or the port is taken.
pub(crate) fn serve_release(port: u16) -> Result<()> {
    host::ensure_free(port)?;
    let toolbox = Toolbox::open()?;
    // Not the folder of `dist` and `test`: rebuilt there, a new document would come with the old security policy.
    let folder = project::root().join("target").join("page-served");
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_page(&toolbox)
        }),
        Stage::new("Building the page", || {
            build_beside(&toolbox, &["build", "--package", host::PACKAGE])?
                .put(&Base::default(), &folder)
        }),
    ])?;
    let host = Host::start(&folder, port)?;
    println!("\nLimber is on {}  (Ctrl+C ends it)", host.url());
    host.wait()
}

/// Builds without optimisation, and serves with trunk, which rebuilds at every change.
///
/// # Errors
///
/// When the port is taken, or the set-up or trunk fails.
pub(crate) fn serve_while_editing(port: u16) -> Result<()> {
    host::ensure_free(port)?;
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_page(&toolbox)
        }),
        Stage::new(
            format!("Serving on http://{}:{port}", Ipv4Addr::LOCALHOST),
            || {
                let folder = project::root().join("target").join("page-in-progress");
                // trunk refuses to ignore a missing folder, and `target` is missing when cargo compiles elsewhere.
                fs::create_dir_all(&folder)
                    .with_context(|| format!("could not make {}", folder.display()))?;
                let mut trunk = page::trunk(&toolbox)?;
                trunk
                    .args(["serve", "--offline", "--dist"])
                    .arg(&folder)
                    .args(["--port", &port.to_string()]);
                Ok(process::run(&mut trunk)?)
            },
        ),
    ])
}
