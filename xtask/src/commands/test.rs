//! `cargo xtask test`: every test there is, on the host and in real browsers.

use anyhow::Result;

use super::{BROWSER_TESTS, build_the_page, build_the_page_below, cargo_for_browsers};
use crate::process;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Runs all tests.
///
/// # Errors
///
/// When the set-up fails, the page does not build, or a test fails.
pub(crate) fn run() -> Result<()> {
    let toolbox = Toolbox::open()?;
    stages::carry_out(stages(&toolbox))
}

/// The stages of all tests, so that `ci` can count them among its own.
pub(super) fn stages(toolbox: &Toolbox) -> Vec<Stage<'_>> {
    vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_tests(toolbox)
        }),
        Stage::new("Testing on the host", || {
            let mut cargo = process::cargo();
            cargo.args(["test", "--workspace", "--exclude", BROWSER_TESTS]);
            Ok(process::run(&mut cargo)?)
        }),
        build_the_page(toolbox),
        build_the_page_below(toolbox),
        Stage::new("Testing in real browsers", || {
            let mut cargo = cargo_for_browsers(toolbox)?;
            cargo.args(["test", "--package", BROWSER_TESTS]);
            Ok(process::run(&mut cargo)?)
        }),
    ]
}
