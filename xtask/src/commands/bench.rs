//! `cargo xtask bench`: measures the budgets and prints them; asserts nothing.

use anyhow::Result;

use super::{BROWSER_TESTS, cargo_for_browsers};
use crate::base::Base;
use crate::page::Page;
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::sizes;
use crate::stages::{self, Stage};

/// Prints what a first visit costs in bytes, then the timings that a real browser shows.
///
/// # Errors
///
/// When the set-up or the build fails, or the measuring program ends with an error.
pub(crate) fn run() -> Result<()> {
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_tests(&toolbox)
        }),
        Stage::new("Building the page and measuring it", || {
            let page = Page::build(&toolbox, &Base::default(), project::dist())?;
            println!("{}", sizes::table(&sizes::of(page.folder())?));
            let mut cargo = cargo_for_browsers(&page, &toolbox)?;
            cargo.args(["run", "--package", BROWSER_TESTS, "--bin", "bench"]);
            Ok(process::run(&mut cargo)?)
        }),
    ])
}
