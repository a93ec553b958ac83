//! What each command does. One file each.

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

/// The package of the tests that drive a real browser, and of the programs that use its harness.
const BROWSER_TESTS: &str = "limber-browser-tests";

/// The stage that builds the page for everything that drives a browser.
fn build_the_page(toolbox: &Toolbox) -> Stage<'_> {
    Stage::new("Building the page", || {
        CompiledPage::build(toolbox)?.put(&Base::default(), &project::dist())
    })
}

/// Compiles the page, and meanwhile what another call of cargo compiles: the last steps of the page keep one core busy.
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

/// The path that a page is built for to see that it works below one; the browser tests' harness names it, too.
const BELOW: &str = "/some/where/";

fn dist_below() -> PathBuf {
    project::root().join("target").join("dist-below")
}

/// A call of cargo for something that drives a browser: it is told where the built page, the accessibility
/// checker and the driver of Firefox are.
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
