//! `cargo xtask bench`: measures the budgets and prints them; asserts nothing.

use anyhow::Result;

use super::{BROWSER_TESTS, build_the_page, cargo_for_browsers};
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::sizes;
use crate::stages::{self, Stage};
use crate::wasm;

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
        build_the_page(&toolbox),
        Stage::new("Weighing a first visit", || {
            println!("{}", sizes::table(&sizes::of(&project::dist())?));
            Ok(())
        }),
        Stage::new("Weighing what the wasm is made of", || {
            println!("{}", wasm::report(&project::dist())?);
            Ok(())
        }),
        Stage::new("Weighing the figures", || {
            println!("{}", sizes::of_figures()?);
            Ok(())
        }),
        Stage::new("Timing the page in a real browser", || {
            let mut cargo = cargo_for_browsers(&toolbox)?;
            cargo.args(["run", "--package", BROWSER_TESTS, "--bin", "bench"]);
            Ok(process::run(&mut cargo)?)
        }),
    ])
}
