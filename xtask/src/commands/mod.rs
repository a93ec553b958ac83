//! What each command does. One file each.

pub(crate) mod bench;
pub(crate) mod ci;
pub(crate) mod dist;
pub(crate) mod run;
pub(crate) mod screenshots;
pub(crate) mod test;

use std::process::Command;

use anyhow::{Context, Result};

use crate::page::Page;
use crate::process;
use crate::setup::toolbox::Toolbox;

/// The package of the tests that drive a real browser, and of the programs that use its harness.
const BROWSER_TESTS: &str = "limber-browser-tests";

/// A call of cargo for something that drives a browser: it is told where the built page is and
/// where the accessibility checker is.
fn cargo_for_browsers(page: &Page, toolbox: &Toolbox) -> Result<Command> {
    let axe = toolbox.axe().find().context("axe-core is missing")?;
    let mut cargo = process::cargo();
    cargo
        .env("LIMBER_DIST", page.folder())
        .env("LIMBER_AXE", axe);
    Ok(cargo)
}
