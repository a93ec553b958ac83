//! What rustup installs: the wasm target and components.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};

use super::Step;
use super::network;
use super::tool::is_on_path;
use crate::process;

/// Enough for some thirty megabytes. rustup itself would wait for ever for a server that does not answer.
const PATIENCE: Duration = Duration::from_secs(600);

const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for wasm.
pub(super) fn wasm_target() -> Step {
    Step {
        name: format!("the Rust target {WASM}"),
        why: "the page is compiled to it",
        source: Some(network::TOOLCHAINS),
        // Asking rustc rather than rustup also finds a target packaged by a distribution.
        check: Box::new(|| {
            let mut question = process::in_root("rustc");
            question.args(["--print", "target-libdir", "--target", WASM]);
            let folder = process::output(&mut question)?;
            Ok(Path::new(folder.trim()).is_dir())
        }),
        act: Box::new(|| rustup(&["target", "add", WASM])),
    }
}

/// A component of the toolchain, which cargo calls by the same name (rustfmt as `fmt`).
pub(super) fn component(name: &'static str) -> Step {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    Step {
        name: format!("the Rust component {name}"),
        why: "checks the source",
        source: Some(network::TOOLCHAINS),
        check: Box::new(move || {
            Ok(process::output(process::cargo().args([subcommand, "--version"])).is_ok())
        }),
        act: Box::new(move || rustup(&["component", "add", name])),
    }
}

/// Has rustup install something for the project's toolchain.
fn rustup(words: &[&str]) -> Result<()> {
    ensure!(
        is_on_path("rustup"),
        "rustup is not on the PATH; without it, install this by the way that your Rust came: {}",
        words.join(" ")
    );
    let mut call = process::in_root("rustup");
    Ok(process::run_within(call.args(words), PATIENCE)?)
}
