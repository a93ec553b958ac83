//! `cargo xtask figures`: all figures on sheets, and the icons of the app.
//!
//! They are drawn by a package of its own, since it depends on the product's code and on a renderer, and xtask should
//! depend on neither.

use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::project;
use crate::stages::{self, Stage};

/// The package that draws.
const DRAWS: &str = "limber-sheet";
/// The sizes of a figure on a sheet, in pixels: as in a list, and as large as it ever gets.
const SIZES: [&str; 2] = ["160", "600"];

/// Draws the sheets in both themes, and the icons. `out` is relative to the caller's working directory.
///
/// # Errors
///
/// When the package does not compile, or its program fails.
pub(crate) fn run(out: Option<&Path>) -> Result<()> {
    let folder = match out {
        Some(out) => std::path::absolute(out)
            .with_context(|| format!("`figures --out {}`", out.display()))?,
        None => project::root().join("target").join("figures"),
    };
    let sheet = |size: &'static str| {
        let folder = folder.as_os_str();
        Stage::new(format!("Drawing the figures at {size} pixels"), move || {
            let words = ["--size".as_ref(), size.as_ref(), "--out".as_ref(), folder];
            draw(&words)
        })
    };
    let mut all: Vec<Stage<'_>> = SIZES.into_iter().map(sheet).collect();
    all.push(Stage::new("Drawing the icons", draw_icons));
    stages::carry_out(all)
}

/// Draws only the icons.
///
/// # Errors
///
/// As `run`.
pub(crate) fn icons() -> Result<()> {
    stages::carry_out(vec![Stage::new("Drawing the icons", draw_icons)])
}

fn draw_icons() -> Result<()> {
    draw(&["--icons".as_ref()])
}

/// Runs the program that draws. It prints where it wrote its files.
fn draw(words: &[&std::ffi::OsStr]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["run", "--quiet", "--package", DRAWS, "--"])
        .args(words);
    Ok(process::run(&mut cargo)?)
}
