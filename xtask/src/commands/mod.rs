//! The commands, one file each.

pub(crate) mod bench;
pub(crate) mod ci;
pub(crate) mod dist;
pub(crate) mod figures;
pub(crate) mod run;
pub(crate) mod screenshots;
pub(crate) mod test;

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::Result;

use crate::base::Base;
use crate::page::CompiledPage;
use crate::process;
use crate::project;
use crate::setup::toolbox::Toolbox;
use crate::stages::Stage;

/// The package of the browser tests, and of the programs that use their harness.
const BROWSER_TESTS: &str = "limber-browser-tests";

/// The stage which builds the page for everything that drives a browser.
fn build_the_page(toolbox: &Toolbox) -> Stage<'_> {
    Stage::new("Building the page", || {
        CompiledPage::build(toolbox)?.put(&Base::default(), &project::dist())
    })
}

/// Compiles the page, and something else with cargo in parallel: the last steps of the page use only one core.
fn build_beside(toolbox: &Toolbox, other: &[&str]) -> Result<CompiledPage> {
    thread::scope(|scope| {
        let other = scope.spawn(|| process::run(process::cargo().arg("--quiet").args(other)));
        let page = CompiledPage::build(toolbox);
        match other.join() {
            Ok(other) => other?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        page
    })
}

/// A path below which the page is tested, too; the browser tests' harness uses the same.
const BELOW: &str = "/some/where/";

fn dist_below() -> PathBuf {
    project::root().join("target").join("dist-below")
}

/// A cargo command for something that drives a browser, with the places of the built page, axe and geckodriver in its
/// environment.
fn cargo_for_browsers(toolbox: &Toolbox) -> Result<Command> {
    let axe = toolbox.axe().path()?;
    let geckodriver = toolbox.geckodriver().path()?;
    let mut cargo = process::cargo();
    cargo
        .env("LIMBER_DIST", project::dist())
        .env("LIMBER_DIST_BELOW", dist_below())
        .env("LIMBER_AXE", axe)
        .env("LIMBER_GECKODRIVER", geckodriver);
    Ok(cargo)
}
