//! What rustup and cargo bring: the wasm target, components, and programs that are compiled here.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::Step;
use super::tool::{Tool, is_on_path};
use crate::process;

const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for wasm.
pub(super) fn wasm_target() -> Step {
    Step {
        name: format!("the Rust target {WASM}"),
        why: "the page is compiled to it",
        // Asking rustc rather than rustup also finds a target that a distribution packaged.
        check: Box::new(|| {
            let mut question = process::in_root("rustc");
            question.args(["--print", "target-libdir", "--target", WASM]);
            let folder = process::output(&mut question)?;
            Ok(Path::new(folder.trim()).is_dir())
        }),
        act: Box::new(|| rustup(&["target", "add", WASM])),
    }
}

/// A component of the toolchain whose program has the same name after `cargo`.
pub(super) fn component(name: &'static str) -> Step {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    Step {
        name: format!("the Rust component {name}"),
        why: "checks the source",
        check: Box::new(move || {
            Ok(process::output(process::cargo().args([subcommand, "--version"])).is_ok())
        }),
        act: Box::new(move || rustup(&["component", "add", name])),
    }
}

/// Asks rustup for something that belongs to the project's toolchain.
fn rustup(words: &[&str]) -> Result<()> {
    ensure!(
        is_on_path("rustup"),
        "rustup is not on the PATH; without it, install this by the way that your Rust came: {}",
        words.join(" ")
    );
    Ok(process::run(process::in_root("rustup").args(words))?)
}

/// A program that is compiled from its published source into the tools folder.
pub(super) fn program(tool: &Tool, options: &'static [&'static str], why: &'static str) -> Step {
    let (seen, wanted) = (tool.clone(), tool.clone());
    Step {
        name: format!("{} {}", tool.package, tool.version),
        why,
        check: Box::new(move || Ok(seen.find().is_some())),
        act: Box::new(move || compile(&wanted, options)),
    }
}

/// Compiles with settings that are quick to build rather than quick to run: the tools spend
/// seconds on a page, and their own release settings would cost minutes of compiling.
fn compile(tool: &Tool, options: &[&str]) -> Result<()> {
    let scratch = tool.home.join("build");
    fs::create_dir_all(&tool.home)
        .with_context(|| format!("could not make {}", tool.home.display()))?;
    let mut install = process::cargo();
    install
        .arg("install")
        .arg(format!("{}@{}", tool.package, tool.version))
        .args(options)
        .arg("--root")
        .arg(&tool.home)
        .env("CARGO_TARGET_DIR", &scratch)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    let outcome = process::run(&mut install);
    if scratch.exists() {
        fs::remove_dir_all(&scratch)
            .with_context(|| format!("could not remove {}", scratch.display()))?;
    }
    Ok(outcome?)
}
