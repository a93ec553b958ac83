//! Brings what is missing onto the machine. What is there already is left alone.
//!
//! Each thing is a [`Step`]; the lists of steps for a purpose are in this file, and the files beside
//! it say how one kind of thing is found and installed. Nothing is installed outside the tools
//! folder except what the system's own package manager and rustup look after.

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

/// One thing that has to be on the machine.
struct Step {
    /// The thing, with its version.
    name: String,
    /// What it is for.
    why: &'static str,
    /// Where it is fetched from, for a better word than "failed" where that can't be reached.
    source: Option<Source>,
    /// Whether it is there. Quick: it is asked at every start.
    check: Box<dyn Fn() -> Result<bool>>,
    /// Brings it here.
    act: Box<dyn Fn() -> Result<()>>,
}

/// Sets up what building the page needs.
///
/// # Errors
///
/// Names the step that failed, and the command that failed in it or that the person has to type.
pub(crate) fn for_the_page(toolbox: &Toolbox) -> Result<()> {
    carry_out(page_steps(toolbox))
}

/// Sets up what all tests need: the page's tools, browsers of three engines with their
/// drivers, a voice and a sound system.
///
/// # Errors
///
/// As [`for_the_page`].
pub(crate) fn for_the_tests(toolbox: &Toolbox) -> Result<()> {
    carry_out(test_steps(toolbox))
}

/// Sets up what measuring needs: what all tests need, and Lighthouse, which tests never ask for a score.
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
            level: "1",
            time: "about a minute, only once",
        },
    ));
    steps.push(programs::for_the_tests());
    steps
}

/// Sets up what the lints need.
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

/// Sets up what looks at the licences.
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
                // Without what downloads: all tools are on the PATH already.
                options: &["--locked", "--no-default-features"],
                // It copies and calls others; of all tools it is the longest to compile.
                level: "0",
                time: "about four minutes, only once",
            },
        ),
        program::step(
            toolbox.wasm_bindgen(),
            "joins wasm and JavaScript",
            Compiling {
                // Without the programs that are not used here, and what only they need. Not locked: what is
                // published contradicts its own lock file.
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
            "the installation reported success, but {} is still not there",
            step.name
        );
        Ok(())
    })
}

/// The error of an installation with what to do about it. Only of a program that failed it isn't said yet.
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

    /// A step whose thing is there or not, and that counts how often it acts.
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
        assert!(text.contains("cushion 1.0 is still not there"), "{text}");
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
