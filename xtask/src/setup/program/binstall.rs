//! Installs prebuilt programs with cargo-binstall, if that is installed.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Program, Surroundings, attempt};
use crate::setup::staging::Staging;
use crate::setup::tool::find_program;

/// Has cargo-binstall put a program into the staging folder.
///
/// # Errors
///
/// When it isn't on the PATH, or finds nothing prebuilt in time.
pub(super) fn bring(program: &Program, staging: &Staging, around: &Surroundings) -> Result<()> {
    let binstall =
        find_program("cargo-binstall", &around.path).context("no cargo-binstall on the PATH")?;
    let tool = &program.tool;
    let mut call = Command::new(binstall);
    call.args(["--no-confirm", "--force"])
        // Only builds of the program's own project: neither those of third parties, nor a compilation by cargo with
        // other settings than ours.
        .args(["--strategies", "crate-meta-data"])
        .arg("--root")
        .arg(staging.folder())
        .arg(format!("{}@{}", tool.package, tool.version))
        // Public programs need no token. By variable, because older versions refuse unknown options.
        .env("BINSTALL_NO_DISCOVER_GITHUB_TOKEN", "true");
    attempt::run(&mut call, around.patience, staging.folder())
}
