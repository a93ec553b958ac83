//! Prebuilt by cargo-binstall, where somebody has installed that.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Program, Surroundings, attempt};
use crate::setup::staging::Staging;
use crate::setup::tool::find_program;

/// Lets cargo-binstall put a program into the staging folder.
///
/// # Errors
///
/// When it is not on the PATH, or finds nothing prebuilt in time.
pub(super) fn bring(program: &Program, staging: &Staging, around: &Surroundings) -> Result<()> {
    let binstall =
        find_program("cargo-binstall", &around.path).context("no cargo-binstall on the PATH")?;
    let tool = &program.tool;
    let mut call = Command::new(binstall);
    call.args(["--no-confirm", "--force"])
        // What the program's own project has built, and nothing else: not what third parties did, and not what
        // cargo would compile with other settings than ours.
        .args(["--strategies", "crate-meta-data"])
        .arg("--root")
        .arg(staging.folder())
        .arg(format!("{}@{}", tool.package, tool.version))
        // A public program needs nobody's name. By variable, because an older one refuses options that it does not know.
        .env("BINSTALL_NO_DISCOVER_GITHUB_TOKEN", "true");
    attempt::run(&mut call, around.patience, staging.folder())
}
