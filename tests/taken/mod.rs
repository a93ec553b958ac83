//! Reads routines from texts which people wrote.

use limber::app::own::view::{fault, remark};
use limber::format::routine::{ParsedRoutine, print, read};

/// The routine that a text is read as; panics with the faults if it cannot be read.
pub(crate) fn taken(text: &str) -> ParsedRoutine {
    read(text, "Nameless").unwrap_or_else(|faults| {
        let said: Vec<_> = faults.iter().map(fault).collect();
        panic!("{text}\n{said:#?}")
    })
}

/// The lines of a routine's steps, printed in the notation.
pub(crate) fn steps(text: &str) -> Vec<String> {
    let printed = print(&taken(text).routine);
    printed
        .lines()
        .filter(|line| !line.starts_with("routine:"))
        .map(str::to_owned)
        .collect()
}

/// What is remarked on a text.
pub(crate) fn remarks(text: &str) -> Vec<String> {
    taken(text).remarks.iter().map(remark).collect()
}

/// What is wrong with a text.
pub(crate) fn wrong(text: &str) -> Vec<String> {
    let faults = read(text, "Nameless").expect_err(text);
    faults.iter().map(fault).collect()
}
