//! `cargo xtask test`: the tests, on the host and in real browsers.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};

use super::{BELOW, BROWSER_TESTS, build_beside, cargo_for_browsers, dist_below};
use crate::base::Base;
use crate::process;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Which stories to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stories {
    /// Those which take seconds, in Chromium.
    Usual,
    /// All of them in every engine, including those that take minutes.
    All,
}

/// The number of stories to run at once per core: some wait for a voice, or for a hold to end. With more, each takes the
/// longer, and what it waits for comes the later.
const STORIES_A_CORE: usize = 3;

/// The prefix of stories that record sound. They run alone: a busy machine leaves gaps in a recording.
const HEARD: &str = "heard::";

/// Runs the tests.
///
/// # Errors
///
/// When the set-up fails, the page does not build, or a test fails.
pub(crate) fn run(stories: Stories) -> Result<()> {
    let toolbox = Toolbox::open()?;
    stages::carry_out(stages(&toolbox, stories))
}

/// The stages of the tests, which `ci` appends to its own.
pub(super) fn stages(toolbox: &Toolbox, stories: Stories) -> Vec<Stage<'_>> {
    vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_tests(toolbox)
        }),
        Stage::test("Testing on the host", || {
            let mut cargo = process::cargo();
            cargo.args(["test", "--workspace", "--exclude", BROWSER_TESTS]);
            cargo.arg("--no-fail-fast");
            Ok(process::run(&mut cargo)?)
        }),
        Stage::new("Building the page and what drives it", || build(toolbox)),
        Stage::test("Testing in real browsers", move || {
            forget_retellings()?;
            tell(toolbox, stories, &at_once(), &["--skip", HEARD])
        }),
        Stage::test("Listening to a real browser", move || {
            tell(toolbox, stories, "1", &[HEARD])
        }),
        Stage::test("Counting what was told again", say_what_was_told_again),
    ]
}

/// Compiles the page once, and puts it in place for each path under which it is tested.
fn build(toolbox: &Toolbox) -> Result<()> {
    let page = build_beside(toolbox, &["test", "--no-run", "--package", BROWSER_TESTS])?;
    page.put(&Base::default(), &project::dist())?;
    page.put(&Base::parse(BELOW)?, &dist_below())
}

fn tell(toolbox: &Toolbox, stories: Stories, at_once: &str, which: &[&str]) -> Result<()> {
    let mut cargo = cargo_for_browsers(toolbox)?;
    cargo
        .args(["test", "--no-fail-fast", "--package", BROWSER_TESTS, "--"])
        .args(["--test-threads", at_once])
        .args((stories == Stories::All).then_some("--include-ignored"))
        .args(which)
        .env("LIMBER_RETOLD", retold());
    Ok(process::run(&mut cargo)?)
}

fn at_once() -> String {
    let cores = thread::available_parallelism().map_or(2, usize::from);
    (cores * STORIES_A_CORE).to_string()
}

/// The file in which the harness notes each story that it had to retry, with the reason, one line each.
fn retold() -> PathBuf {
    project::root().join("target").join("told-again.txt")
}

fn forget_retellings() -> Result<()> {
    match fs::remove_file(retold()) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("could not remove {}", retold().display()))
        }
        _ => Ok(()),
    }
}

fn say_what_was_told_again() -> Result<()> {
    let noted = match fs::read_to_string(retold()) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.with_context(|| format!("could not read {}", retold().display()))?,
    };
    println!("{}", retellings(&noted));
    Ok(())
}

fn retellings(noted: &str) -> String {
    match noted.lines().count() {
        0 => "Every story was told once.".to_owned(),
        1 => format!("1 story was told again, since the engine was lost:\n{noted}"),
        count => format!("{count} stories were told again, since the engine was lost:\n{noted}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_again_is_counted_and_named() {
        assert_eq!(retellings(""), "Every story was told once.");
        let one = retellings("keeping: WebKitGTK\n");
        assert!(
            one.starts_with("1 story ") && one.contains("keeping"),
            "{one}"
        );
        assert!(retellings("one\ntwo\n").starts_with("2 stories "));
    }
}
