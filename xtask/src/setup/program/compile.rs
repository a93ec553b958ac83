//! Compiled from the published source.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Program, Surroundings};
use crate::process;
use crate::setup::staging::Staging;
use crate::setup::tool::find_program;

/// How a program is compiled.
#[derive(Debug, Clone, Copy)]
pub(in crate::setup) struct Compiling {
    /// What `cargo install` is told besides the package.
    pub(in crate::setup) options: &'static [&'static str],
    /// How well it is optimised. The tools spend seconds on a page, and each level costs minutes of compiling.
    pub(in crate::setup) level: &'static str,
    /// What is said of the time that it takes.
    pub(in crate::setup) time: &'static str,
}

/// Compiles with settings that are quick to build rather than quick to run, unlike the tools' own for a release.
///
/// # Errors
///
/// When there is no cargo, or the program does not compile.
pub(super) fn bring(program: &Program, staging: &Staging, around: &Surroundings) -> Result<()> {
    let tool = &program.tool;
    let cargo = find_program("cargo", &around.path).context("no cargo on the PATH")?;
    // Not in the staging folder: a run that was interrupted is gone on with where it was.
    let scratch = staging.folder().with_extension("build");
    let mut install = process::in_root(cargo);
    install
        .arg("install")
        .arg(format!("{}@{}", tool.package, tool.version))
        .args(program.compiling.options)
        .arg("--root")
        .arg(staging.folder())
        .env("CARGO_TARGET_DIR", &scratch)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", program.compiling.level)
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    let outcome = process::run(&mut install);
    removed(&scratch)?;
    Ok(outcome?)
}

fn removed(scratch: &Path) -> Result<()> {
    if !scratch.exists() {
        return Ok(());
    }
    fs::remove_dir_all(scratch).with_context(|| format!("could not remove {}", scratch.display()))
}
