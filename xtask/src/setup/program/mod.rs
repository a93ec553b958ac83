//! Installs programs written in Rust: prebuilt where possible, compiled otherwise.

mod attempt;
mod binstall;
mod compile;
mod download;
mod releases;

#[cfg(test)]
#[cfg(unix)]
mod tests;

use std::env;
use std::ffi::OsString;
use std::time::Duration;

use anyhow::{Result, ensure};

use super::Step;
use super::network;
use super::staging::Staging;
use super::tool::Tool;
pub(super) use compile::Compiling;
use releases::Archive;

/// How long to wait for a prebuilt program of a few megabytes; beyond that, compiling is quicker.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program and the ways to install it.
struct Program {
    tool: Tool,
    /// Its pinned release for this machine, if there is one.
    archive: Option<Archive>,
    compiling: Compiling,
}

/// What the ways need from their environment; tests replace it.
struct Surroundings {
    /// Where to look for the programs that install others.
    path: OsString,
    /// How long to wait for a prebuilt program.
    patience: Duration,
}

/// A way to put a prebuilt program into the staging folder. It fails with the reason why that isn't possible.
type Way = fn(&Program, &Staging, &Surroundings) -> Result<()>;

/// The ways to a prebuilt program in the order in which they are tried, each with a phrase for the person.
const PREBUILT: [(Way, &str); 2] = [
    (binstall::bring, "by cargo-binstall"),
    (download::bring, "from its release"),
];

/// The step that installs a program.
pub(super) fn step(tool: Tool, why: &'static str, compiling: Compiling) -> Step {
    let seen = tool.clone();
    let name = format!("{} {}", tool.package, tool.version);
    Step {
        name,
        why,
        source: Some(network::CRATES),
        check: Box::new(move || Ok(seen.is_sound())),
        act: Box::new(move || {
            let program = Program {
                archive: releases::for_this_machine(&tool),
                tool: tool.clone(),
                compiling,
            };
            let around = Surroundings {
                path: env::var_os("PATH").unwrap_or_default(),
                patience: PATIENCE,
            };
            bring(&program, &around, |line| println!("      {line}"))
        }),
    }
}

/// Installs a program in the first way that works, and reports which one it was.
fn bring(program: &Program, around: &Surroundings, say: impl Fn(&str)) -> Result<()> {
    let tool = &program.tool;
    let staging = Staging::of(tool)?;
    if tool.is_sound() {
        // Another `cargo xtask` has installed it while this one waited for the lock.
        return Ok(());
    }
    let name = format!("{} {}", tool.package, tool.version);
    let mut reasons = Vec::new();
    for (way, how) in PREBUILT {
        let brought = way(program, &staging, around).and_then(|()| looked_at(tool, &staging));
        match brought {
            Ok(()) => {
                staging.finish()?;
                say(&format!("{name}: taken prebuilt {how}"));
                return Ok(());
            }
            Err(reason) => reasons.push(format!("{reason:#}")),
        }
        staging.clear()?;
    }
    say(&format!(
        "{name}: not prebuilt here ({}), so it is compiled; {}",
        reasons.join("; "),
        program.compiling.time
    ));
    compile::bring(program, &staging, around)?;
    looked_at(tool, &staging)?;
    staging.finish()
}

/// Checks that a program runs and has the right version before it is moved to its final place.
fn looked_at(tool: &Tool, staging: &Staging) -> Result<()> {
    let file = staging.folder().join(&tool.file);
    ensure!(
        file.is_file(),
        "there is no {} in what came",
        tool.file.display()
    );
    ensure!(
        tool.is_version_of(&file),
        "what came does not run here as version {}",
        tool.version
    );
    Ok(())
}
