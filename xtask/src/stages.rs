//! Work in numbered stages, so that one sees how far it is and where it stopped.

use anyhow::{Context, Result};

/// One stage: what it does, as a phrase such as "Building the page", and the doing.
pub(crate) struct Stage<'a> {
    what: String,
    act: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Stage<'a> {
    /// A stage that is announced with `what` and done by `act`.
    pub(crate) fn new(what: impl Into<String>, act: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self {
            what: what.into(),
            act: Box::new(act),
        }
    }
}

/// Does one stage after the other and stops at the first that fails.
///
/// # Errors
///
/// The error of the stage that failed, with its number and what it was doing.
pub(crate) fn carry_out(stages: Vec<Stage<'_>>) -> Result<()> {
    let total = stages.len();
    for (index, Stage { what, act }) in stages.into_iter().enumerate() {
        let place = format!("[{}/{total}] {what}", index + 1);
        println!("{place}");
        act().with_context(|| format!("{place}: failed"))?;
    }
    Ok(())
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
}
