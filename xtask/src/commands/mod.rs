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

use anyhow::Result;

use crate::base::Base;
use crate::page::Page;
use crate::process;
use crate::project;
use crate::setup::toolbox::Toolbox;
use crate::stages::Stage;

/// The package of the tests that drive a real browser, and of the programs that use its harness.
const BROWSER_TESTS: &str = "limber-browser-tests";

/// The stage that builds the page for everything that drives a browser.
fn build_the_page(toolbox: &Toolbox) -> Stage<'_> {
    Stage::new("Building the page", || {
        Page::build(toolbox, &Base::default(), project::dist()).map(drop)
    })
}

/// The path that a page is built for to see that it works below one; the browser tests' harness names it, too.
const BELOW: &str = "/some/where/";

/// The stage that builds the page for a path of its own.
fn build_the_page_below(toolbox: &Toolbox) -> Stage<'_> {
    Stage::new("Building the page for a path below", || {
        Page::build(toolbox, &Base::parse(BELOW)?, dist_below()).map(drop)
    })
}

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
