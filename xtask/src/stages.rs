//! Work in numbered stages, which show how far it is and where it stopped.

use std::time::{Duration, Instant};

use anyhow::{Error, Result};

/// A stage: a phrase such as "Building the page", and the action.
pub(crate) struct Stage<'a> {
    what: String,
    act: Box<dyn FnOnce() -> Result<()> + 'a>,
    on_failure: OnFailure,
}

/// What happens to the later stages when one fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnFailure {
    /// They need its result, and are skipped.
    Stop,
    /// They are worth running without it.
    GoOn,
}

impl<'a> Stage<'a> {
    /// A stage that announces itself as `what` and runs `act`. If it fails, the later stages are skipped.
    pub(crate) fn new(what: impl Into<String>, act: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self {
            what: what.into(),
            act: Box::new(act),
            on_failure: OnFailure::Stop,
        }
    }

    /// Like [`Stage::new`], but the later stages do not need it: if it fails they run all the same, and the whole fails
    /// at the end.
    pub(crate) fn test(what: impl Into<String>, act: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self {
            on_failure: OnFailure::GoOn,
            ..Self::new(what, act)
        }
    }
}

/// Runs the stages in order, and prints how long each took.
///
/// # Errors
///
/// The error of the stage that failed, with its number and phrase; if several failed, those of all.
pub(crate) fn carry_out(stages: Vec<Stage<'_>>) -> Result<()> {
    let total = stages.len();
    let mut failures = Vec::new();
    for (index, stage) in stages.into_iter().enumerate() {
        let place = format!("[{}/{total}] {}", index + 1, stage.what);
        println!("{place}");
        let (done, took) = timed(stage.act);
        println!("{place}: {}", shown(took));
        if let Err(error) = done {
            let error = error.context(format!("{place}: failed"));
            if stage.on_failure == OnFailure::Stop {
                failures.push(error);
                break;
            }
            eprintln!("{error:#}; going on");
            failures.push(error);
        }
    }
    together(failures)
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a stage takes is what a person waits"
)]
fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    (act(), began.elapsed())
}

fn together(mut failures: Vec<Error>) -> Result<()> {
    match (failures.pop(), failures.as_slice()) {
        (None, _) => Ok(()),
        (Some(only), []) => Err(only),
        (Some(last), before) => {
            let all = before.iter().map(|error| format!("{error:#}"));
            let all: Vec<String> = all.collect();
            Err(last.context(all.join("\n")))
        }
    }
}

/// A duration in words: `42 s`, `3 min 5 s`.
fn shown(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn the_first_failure_stops_the_work_and_is_named_with_its_place() {
        let done = RefCell::new(Vec::new());
        let stages = vec![
            Stage::new("Warming up", || {
                done.borrow_mut().push("warm");
                Ok(())
            }),
            Stage::new("Stretching", || anyhow::bail!("too stiff")),
            Stage::new("Resting", || {
                done.borrow_mut().push("rest");
                Ok(())
            }),
        ];
        let error = carry_out(stages).expect_err("the second stage fails");
        assert_eq!(format!("{error:#}"), "[2/3] Stretching: failed: too stiff");
        assert_eq!(*done.borrow(), ["warm"]);
    }

    #[test]
    fn a_failing_test_keeps_none_of_the_others_from_running_and_all_fails_at_the_end() {
        let done = RefCell::new(0);
        let stages = vec![
            Stage::test("Left", || anyhow::bail!("stiff")),
            Stage::test("Right", || anyhow::bail!("sore")),
            Stage::test("Both", || {
                *done.borrow_mut() += 1;
                Ok(())
            }),
        ];
        let error = carry_out(stages).expect_err("two stages fail");
        let text = format!("{error:#}");
        assert!(text.contains("[1/3] Left: failed: stiff"), "{text}");
        assert!(text.contains("[2/3] Right: failed: sore"), "{text}");
        assert_eq!(*done.borrow(), 1);
    }

    #[test]
    fn times_are_told_in_minutes_and_seconds() {
        assert_eq!(shown(Duration::from_secs(42)), "42 s");
        assert_eq!(shown(Duration::from_secs(185)), "3 min 5 s");
    }
}
