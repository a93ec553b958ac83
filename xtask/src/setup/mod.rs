//! Installs what is missing on the machine, and leaves alone what is there.
//!
//! Each item is a [`Step`]. This file has the lists of steps for each purpose; the files beside it know how to find and
//! install one kind of item. Nothing is installed outside the tools folder, except by the system's package manager and
//! by rustup.

mod debian;
mod network;
mod npm;
mod program;
pub(crate) mod programs;
mod rust;
mod staging;
pub(crate) mod tool;
pub(crate) mod toolbox;

use anyhow::{Error, Result, ensure};

use crate::process::CommandError;
use crate::stages::{self, Stage};
use network::Source;
use program::Compiling;
use toolbox::Toolbox;

/// An item that has to be on the machine.
struct Step {
    /// The item's name, with its version.
    name: String,
    /// What it is for.
    why: &'static str,
    /// Where it is fetched from, to explain a failure when that can't be reached.
    source: Option<Source>,
    /// Checks whether it is there. Must be quick: it runs at every start.
    check: Box<dyn Fn() -> Result<bool>>,
    /// Installs it.
    act: Box<dyn Fn() -> Result<()>>,
}

/// Installs what building the page needs.
///
/// # Errors
///
/// The step that failed, with the command that failed in it or that the person has to type.
pub(crate) fn for_the_page(toolbox: &Toolbox) -> Result<()> {
    carry_out(page_steps(toolbox))
}

/// Installs what all tests need: the page's tools, browsers of three engines with drivers, a voice, a sound system.
///
/// # Errors
///
/// As [`for_the_page`].
pub(crate) fn for_the_tests(toolbox: &Toolbox) -> Result<()> {
    carry_out(test_steps(toolbox))
}

/// Installs what measuring needs: what all tests need, and Lighthouse.
///
/// # Errors
///
/// As [`for_the_page`].
pub(crate) fn for_the_bench(toolbox: &Toolbox) -> Result<()> {
    let mut steps = test_steps(toolbox);
    steps.push(npm::package(
        &toolbox.lighthouse(),
        "gives the page its scores; 150 MB",
    ));
    carry_out(steps)
}

fn test_steps(toolbox: &Toolbox) -> Vec<Step> {
    let mut steps = page_steps(toolbox);
    steps.push(npm::package(
        &toolbox.axe(),
        "the tests' accessibility checks",
    ));
    steps.push(program::step(
        toolbox.geckodriver(),
        "drives Firefox in the tests",
        Compiling {
            options: &["--locked"],
            // It only passes on what each side says.
            level: "0",
            time: "about a minute, only once",
        },
    ));
    steps.push(programs::for_the_tests());
    steps
}

/// Installs what the lints need.
///
/// # Errors
///
/// As [`for_the_page`].
pub(crate) fn for_the_lints() -> Result<()> {
    carry_out(vec![
        rust::wasm_target(),
        rust::component("rustfmt"),
        rust::component("clippy"),
    ])
}

/// Installs what checks the licences.
///
/// # Errors
///
/// As [`for_the_page`].
pub(crate) fn for_the_licences(toolbox: &Toolbox) -> Result<()> {
    carry_out(vec![program::step(
        toolbox.cargo_deny(),
        "looks at licences",
        Compiling {
            options: &["--locked"],
            level: "1",
            time: "about three minutes, only once",
        },
    )])
}

fn page_steps(toolbox: &Toolbox) -> Vec<Step> {
    vec![
        rust::wasm_target(),
        npm::itself(),
        program::step(
            toolbox.trunk(),
            "builds the page",
            Compiling {
                // Without downloading: all its tools are on the PATH already.
                options: &["--locked", "--no-default-features"],
                // It only copies files and calls other tools, and takes the longest of all to compile.
                level: "0",
                time: "about four minutes, only once",
            },
        ),
        program::step(
            toolbox.wasm_bindgen(),
            "joins wasm and JavaScript",
            Compiling {
                // Only the program that is used, with what it needs. Not locked: the published package contradicts its
                // own lock file.
                options: &["--no-default-features", "--bin", "wasm-bindgen"],
                level: "1",
                time: "about three minutes, only once",
            },
        ),
        program::step(
            toolbox.wasm_split(),
            "splits the page",
            Compiling {
                options: &["--locked", "--features", "build-binary"],
                level: "1",
                time: "about a minute and a half, only once",
            },
        ),
        npm::package(&toolbox.wasm_opt(), "makes the wasm small"),
        npm::package(&toolbox.esbuild(), "makes scripts and styles small"),
    ]
}

fn carry_out(steps: Vec<Step>) -> Result<()> {
    let mut missing = Vec::new();
    for step in steps {
        if !(step.check)()? {
            missing.push(step);
        }
    }
    let stages = missing.into_iter().map(installation).collect();
    stages::carry_out(stages)
}

fn installation(step: Step) -> Stage<'static> {
    let what = format!("Installing {} ({})", step.name, step.why);
    Stage::new(what, move || {
        (step.act)()
            .map_err(|error| advised(error, || step.source.and_then(|source| source.obstacle())))?;
        ensure!(
            (step.check)()?,
            "it was installed without an error, but {} does not answer as it should; \
             what was printed above may say why, and typing the same again tries again",
            step.name
        );
        Ok(())
    })
}

/// An installation's error, with advice if a program failed; other errors have their own.
fn advised(error: Error, obstacle: impl FnOnce() -> Option<String>) -> Error {
    if !error.is::<CommandError>() {
        return error;
    }
    error.context(obstacle().unwrap_or_else(|| {
        "why stands above; type the same again, and it goes on from here".to_owned()
    }))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    /// A step whose item is there or not, or appears when installed, and which counts its installations.
    fn step(there: bool, appears: bool, acted: &Rc<Cell<u32>>) -> Step {
        let present = Rc::new(Cell::new(there));
        let (seen, acted) = (Rc::clone(&present), Rc::clone(acted));
        Step {
            name: "cushion 1.0".to_owned(),
            why: "to kneel on",
            source: None,
            check: Box::new(move || Ok(seen.get())),
            act: Box::new(move || {
                acted.set(acted.get() + 1);
                present.set(appears);
                Ok(())
            }),
        }
    }

    #[test]
    fn only_what_is_missing_is_installed() {
        let acted = Rc::new(Cell::new(0));
        carry_out(vec![step(true, true, &acted), step(false, true, &acted)]).unwrap();
        assert_eq!(acted.get(), 1);
    }

    #[test]
    fn an_installation_that_installs_nothing_is_an_error() {
        let acted = Rc::new(Cell::new(0));
        let error = carry_out(vec![step(false, false, &acted)]).expect_err("it never appears");
        let text = format!("{error:#}");
        assert!(
            text.contains("cushion 1.0 does not answer as it should"),
            "{text}"
        );
    }

    #[test]
    fn of_a_program_that_failed_it_is_said_what_to_do_in_one_line() {
        let failed = || {
            Error::new(CommandError::Failed {
                command: "cargo install cushion@1.0".to_owned(),
                code: 101,
            })
        };
        let away = || Some("the registry can't be reached; type the same again".to_owned());
        assert_eq!(
            format!("{:#}", advised(failed(), away)),
            "the registry can't be reached; type the same again: \
             `cargo install cushion@1.0` ended with exit code 101"
        );
        let unknown = format!("{:#}", advised(failed(), || None));
        assert!(unknown.contains("type the same again") && unknown.lines().count() == 1);
        let own = anyhow::anyhow!("as root, type: apt-get install cushion");
        let own = format!("{:#}", advised(own, away));
        assert_eq!(own, "as root, type: apt-get install cushion");
    }
}
