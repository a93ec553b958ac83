//! `cargo xtask screenshots`: a picture of every screen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{BROWSER_TESTS, build_the_page, cargo_for_browsers};
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};
use crate::worker;

/// Takes the pictures. `out` is relative to the caller's working directory.
///
/// # Errors
///
/// When the set-up or the build fails, or the program that takes the pictures.
pub(crate) fn run(out: Option<&Path>) -> Result<()> {
    let folder = match out {
        Some(out) => std::path::absolute(out)
            .with_context(|| format!("`screenshots --out {}`", out.display()))?,
        None => project::root().join("target").join("screenshots"),
    };
    take(&folder, &[])
}

/// Takes the pictures that a browser shows when it offers to install the page. They are committed.
///
/// # Errors
///
/// As [`run`].
pub(crate) fn for_installing() -> Result<()> {
    let folder = project::root().join("public").join(worker::FOR_SHOW);
    take(&folder, &["--install"])
}

fn take(folder: &Path, which: &[&str]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_tests(&toolbox)
        }),
        build_the_page(&toolbox),
        Stage::new("Taking the pictures", || {
            let mut cargo = cargo_for_browsers(&toolbox)?;
            cargo
                .args([
                    "run",
                    "--package",
                    BROWSER_TESTS,
                    "--bin",
                    "screenshots",
                    "--",
                    "--out",
                ])
                .arg(folder)
                .args(which);
            Ok(process::run(&mut cargo)?)
        }),
    ])?;
    println!("\nThe pictures are in {}", folder.display());
    Ok(())
}
