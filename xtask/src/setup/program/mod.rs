//! A program that is written in Rust: taken prebuilt where that is possible, else compiled.

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

/// A prebuilt program of a few megabytes that takes longer than this to come is compiled sooner.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program and the ways to bring it.
struct Program {
    tool: Tool,
    /// Its own release for this machine, where one is pinned.
    archive: Option<Archive>,
    compiling: Compiling,
}

/// What the ways need besides the program; tests have surroundings of their own.
struct Surroundings {
    /// Where the programs are looked for that bring others.
    path: OsString,
    /// How long a prebuilt program is waited for.
    patience: Duration,
}

/// A way to bring a prebuilt program into a folder, or why it does not come that way.
type Way = fn(&Program, &Staging, &Surroundings) -> Result<()>;

/// The ways to a prebuilt program in the order in which they are tried, each with what is said of a program that
/// came by it.
const PREBUILT: [(Way, &str); 2] = [
    (binstall::bring, "by cargo-binstall"),
    (download::bring, "from its release"),
];

/// The step that brings a program.
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

/// Brings a program by the first way that works, and says which that was.
fn bring(program: &Program, around: &Surroundings, say: impl Fn(&str)) -> Result<()> {
    let tool = &program.tool;
    let staging = Staging::of(tool)?;
    if tool.is_sound() {
        // Another `cargo xtask` has installed it while this one was waiting.
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

/// Makes sure that a program runs here and is what it should be, before it is put in its place.
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
