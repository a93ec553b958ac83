//! The words of the library in British English.

mod postures;
mod routines;

pub(super) use postures::{CAT_COW, FORWARD_BEND, NINETY_NINETY_REST, PIGEON};
pub(super) use routines::{FOUR_POSTURES, IN_SPASM};

use crate::domain::posture::Line;
use std::time::Duration;

/// A line, and the seconds of silence kept after it.
const fn line(words: &'static str, seconds: u64) -> Line {
    Line {
        words,
        pause: Duration::from_secs(seconds),
    }
}
