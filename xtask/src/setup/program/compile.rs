//! Compiles programs from their published source.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Program, Surroundings};
use crate::process;
use crate::setup::staging::Staging;
use crate::setup::tool::find_program;

/// How to compile a program.
#[derive(Debug, Clone, Copy)]
pub(in crate::setup) struct Compiling {
    /// Options for `cargo install`, besides the package.
    pub(in crate::setup) options: &'static [&'static str],
    /// The optimisation level. The tools take seconds for a page, and each level costs minutes of compiling.
    pub(in crate::setup) level: &'static str,
    /// How long it takes, in words for the person.
    pub(in crate::setup) time: &'static str,
}

/// Compiles a program with settings that favour build time over run time, unlike its own release profile.
///
/// # Errors
///
/// When there is no cargo, or the program does not compile.
pub(super) fn bring(program: &Program, staging: &Staging, around: &Surroundings) -> Result<()> {
    let tool = &program.tool;
    let cargo = find_program("cargo", &around.path).context("no cargo on the PATH")?;
    // Not in the staging folder: after an interruption, the next run continues from here.
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
