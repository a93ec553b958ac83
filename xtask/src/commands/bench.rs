//! `cargo xtask bench`: measures the budgets and prints them; asserts nothing.

use anyhow::Result;

use super::{BROWSER_TESTS, cargo_for_browsers};
use crate::base::Base;
use crate::compress;
use crate::lighthouse;
use crate::page::CompiledPage;
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::sizes;
use crate::stages::{self, Stage};
use crate::wasm;

/// Prints the bytes of a first visit and what they are made of, Lighthouse's scores, and timings in a real browser.
///
/// # Errors
///
/// When the set-up or the build fails, or a measuring program ends with an error.
pub(crate) fn run() -> Result<()> {
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_bench(&toolbox)
        }),
        Stage::new("Building the page", || {
            CompiledPage::build(&toolbox)?.put(&Base::default(), &project::dist())?;
            compress::write_twins(&project::dist())
        }),
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
        Stage::new("Asking Lighthouse", || {
            println!("{}", lighthouse::report(&toolbox, &project::dist())?);
            Ok(())
        }),
        Stage::new("Timing the page in a real browser", || {
            let mut cargo = cargo_for_browsers(&toolbox)?;
            cargo.args(["run", "--package", BROWSER_TESTS, "--bin", "bench"]);
            Ok(process::run(&mut cargo)?)
        }),
    ])
}
