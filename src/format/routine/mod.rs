//! Routines as text that people can read, write and share.
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
//! This is the notation, and what [`print()`] prints. A step is written as in the library's own routines: the id of the
//! posture, the variation, and the amount unless it is the posture's own. Which side goes first is up to each user, and
//! isn't part of it.
//!
//! [`read`] accepts more than that, since people write in their own ways: a list in a mail, with other names and other
//! amounts. What isn't part of the routine is set aside to be shown, and so is what was taken differently than written.

mod amounts;
mod classifying;
mod counting;
mod doses;
mod error;
mod falling;
mod guessing;
mod heard;
mod how_often;
mod known;
mod labels;
mod lines;
mod names;
mod nearness;
mod positions;
mod printing;
mod quantities;
mod reading;
mod scanning;
mod signs;
mod stamps;
mod steps;
mod tables;
mod times;
mod wording;

pub use error::{Field, ParseError, ParseErrorKind, Remark, RemarkKind};
pub use printing::print;
pub use reading::read;

use crate::domain::own::OwnId;
use crate::domain::routine::Routine;

/// The longest text that can be read, in characters.
pub const LONGEST_TEXT: usize = 16_000;
/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest purpose or note, in characters.
pub const LONGEST_WORDS: usize = 400;

/// A routine that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedRoutine {
    /// Its id.
    pub id: OwnId,
    /// The routine.
    pub routine: Routine,
    /// What was taken differently than written.
    pub remarks: Vec<Remark>,
    /// The lines that aren't part of it, as written.
    pub aside: Vec<String>,
}

/// Whether a text is a routine, however faulty, and whatever else it contains: a line opens it, or it has at least two
/// steps.
pub fn looks_like_one(text: &str) -> bool {
    const ENOUGH: usize = 2;
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return false;
    }
    let lines = lines::lines(text);
    let is_step =
        |line: &&lines::TextLine<'_>| matches!(steps::meaning(line), steps::Meaning::Step(_));
    lines
        .iter()
        .any(|line| classifying::field(line) == Some(Field::Routine))
        || tables::laid_out(lines)
            .iter()
            .filter(is_step)
            .take(ENOUGH)
            .count()
            == ENOUGH
}
