//! A routine as a text that people can read, write, and pass on.
//!
//! ```text
//! routine: After a long drive
//! purpose: Hips first, then the back of the legs.
//! 90-90-rest: rest 3 min
//! pigeon as figure-four: hold 60 s
//! note: Take your time with this one.
//! cat-cow: 12 times, 2 sets, 15 s between
//! ```
//!
//! A step is as in the library's own routines: the posture by its id or its name, which way of doing it, and how much
//! where that differs from the posture's own. Which side begins is each person's own, and is not part of it. Blank
//! lines say nothing, nor do lines that begin with `#`, nor what stands before the line that begins with `routine:`.

mod printing;
mod reading;

pub use printing::print;
pub use reading::read;

/// The longest text that is read, in characters.
pub const LONGEST_TEXT: usize = 16_000;
/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest purpose, and the longest note, in characters.
pub const LONGEST_WORDS: usize = 400;

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Whether a text looks like a routine, wrong as it may be.
pub fn looks_like_one(text: &str) -> bool {
    text.lines().any(reading::opens)
}
