//! Packages from npm, and npm itself.

use std::env;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::staging::Staging;
use super::tool::{Tool, find_program, is_on_path};
use super::{Step, debian, network};
use crate::process;

/// npm limits how long it waits for a registry, but not for anything in between.
const PATIENCE: Duration = Duration::from_secs(600);

/// Node.js with npm, which also runs `wasm-opt`.
pub(super) fn itself() -> Step {
    Step {
        name: "Node.js with npm".to_owned(),
        why: "brings and runs wasm-opt",
        source: None,
        check: Box::new(|| Ok(is_on_path("node") && is_on_path("npm"))),
        act: Box::new(|| {
            if debian::is_here() {
                return debian::install(&["nodejs", "npm"]);
            }
            bail!(
                "install Node.js, which brings npm, by your system's package manager \
                 (macOS: `brew install node`, Windows: `winget install OpenJS.NodeJS`), then try again"
            )
        }),
    }
}

/// A package of one exact version in its own folder.
pub(super) fn package(tool: &Tool, why: &'static str) -> Step {
    let (seen, wanted) = (tool.clone(), tool.clone());
    Step {
        name: format!("{} {}", tool.package, tool.version),
        why,
        source: Some(network::PACKAGES),
        check: Box::new(move || Ok(seen.find().is_some())),
        act: Box::new(move || install(&wanted)),
    }
}

/// Installs beside the tool's final place, since npm fills a folder bit by bit.
fn install(tool: &Tool) -> Result<()> {
    let staging = Staging::of(tool)?;
    // On Windows npm is a batch file, which has to be called by its full name.
    let npm = find_program("npm", &env::var_os("PATH").unwrap_or_default())
        .context("npm is not on the PATH any more; type the same again")?;
    let mut command = Command::new(npm);
    command
        .current_dir(staging.folder())
        .args(["install", "--prefix"])
        .arg(staging.folder())
        // None of the packages needs its install scripts.
        .args([
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ])
        // By default npm waits three times five minutes for a registry that does not answer.
        .args(["--fetch-timeout=30000", "--fetch-retries=1"])
        .arg(format!("{}@{}", tool.package, tool.version));
    process::run_within(&mut command, PATIENCE)?;
    staging.finish()
}
