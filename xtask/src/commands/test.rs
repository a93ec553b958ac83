//! `cargo xtask test`: every test there is, on the host and in real browsers.

use anyhow::Result;

use super::{BROWSER_TESTS, cargo_for_browsers};
use crate::base::Base;
use crate::page::Page;
use crate::process;
use crate::project;
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
        Stage::new("Building the page and testing it in real browsers", || {
            let page = Page::build(toolbox, &Base::default(), project::dist())?;
            let mut cargo = cargo_for_browsers(&page, toolbox)?;
            cargo.args(["test", "--package", BROWSER_TESTS]);
            Ok(process::run(&mut cargo)?)
        }),
    ]
}
