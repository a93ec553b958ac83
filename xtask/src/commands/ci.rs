//! `cargo xtask ci`: formatting, lints, documentation and licences, then the stages of `test --all`.

use std::process::Command;

use anyhow::Result;

use super::test::{self, Stories};
use crate::process;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Selects the product as compiled for browsers. The host build leaves out its browser code, so it is checked twice.
const FOR_WASM: [&str; 4] = ["--package", "limber", "--target", "wasm32-unknown-unknown"];

/// Runs everything that must pass before a change is accepted. The quickest checks come first: a forgotten comma need
/// not wait for tools to be compiled.
///
/// # Errors
///
/// When a check or a test fails.
pub(crate) fn run() -> Result<()> {
    let toolbox = Toolbox::open()?;
    let mut all = checks();
    all.push(Stage::new("Setting up the look at licences", || {
        setup::for_the_licences(&toolbox)
    }));
    all.push(Stage::new("Checking licences, bans and sources", || {
        licences(&toolbox)
    }));
    all.extend(test::stages(&toolbox, Stories::All));
    stages::carry_out(all)?;
    println!("\nAll checks and tests passed.");
    Ok(())
}

fn checks() -> Vec<Stage<'static>> {
    vec![
        Stage::new("Setting up the lints", setup::for_the_lints),
        check(
            "Checking the format",
            &["fmt", "--all", "--check"],
            &[],
            &[],
        ),
        check(
            "Linting for the host",
            &["clippy", "--workspace", "--all-targets"],
            &[],
            &["--", "-D", "warnings"],
        ),
        check(
            "Linting for the browser",
            &["clippy"],
            &FOR_WASM,
            &["--", "-D", "warnings"],
        ),
        check(
            "Checking the documentation for the host",
            &["doc", "--workspace", "--no-deps"],
            &[],
            &[],
        ),
        check(
            "Checking the documentation for the browser",
            &["doc", "--no-deps"],
            &FOR_WASM,
            &[],
        ),
    ]
}

/// Checks licences, bans and sources. Not vulnerabilities: their list is hosted apart from the crates, and a build
/// should need only the crates' registry.
fn licences(toolbox: &Toolbox) -> Result<()> {
    let mut deny = process::in_root(toolbox.cargo_deny().path()?);
    deny.args([
        "--workspace",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]);
    Ok(process::run(&mut deny)?)
}

fn check(
    what: &str,
    command: &'static [&str],
    target: &'static [&str],
    lints: &'static [&str],
) -> Stage<'static> {
    Stage::new(what, move || {
        Ok(process::run(&mut cargo(&[command, target, lints]))?)
    })
}

fn cargo(words: &[&[&str]]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(words.concat());
    if words.iter().any(|part| part.first() == Some(&"doc")) {
        cargo.env("RUSTDOCFLAGS", "-Dwarnings");
    }
    cargo
}
