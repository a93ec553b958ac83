//! Words that name a position of the body. They tell postures apart, so that none is ever a misspelling of another.

use super::names::{compared, spans};
use crate::domain::place::Position;
use crate::domain::posture::Posture;

/// Each word, and the positions that it may mean.
const WORDS: [(&str, &[Position]); 14] = [
    ("supine", &[Position::Lying]),
    ("reclined", &[Position::Lying]),
    ("reclining", &[Position::Lying]),
    (
        "lying",
        &[Position::Lying, Position::Prone, Position::SideLying],
    ),
    ("prone", &[Position::Prone]),
    (SIDE, &[Position::SideLying]),
    ("seated", &[Position::FloorSitting, Position::Chair]),
    ("sitting", &[Position::FloorSitting, Position::Chair]),
    ("chair", &[Position::Chair]),
    ("kneeling", &[Position::AllFours]),
    ("quadruped", &[Position::AllFours]),
    ("standing", &[Position::Standing, Position::Desk]),
    ("wall", &[Position::Desk]),
    ("desk", &[Position::Desk]),
];

/// Also a word of amounts: "10 each side".
const SIDE: &str = "side";

fn meant(word: &str) -> Option<&'static [Position]> {
    let known = WORDS.iter().find(|(known, _)| *known == word);
    known.map(|(_, meant)| *meant)
}

/// Whether a word names a position.
pub(super) fn is_one(word: &str) -> bool {
    meant(word).is_some()
}

/// Where the words begin that name a position right before the name of a posture, as in `3 x 10 supine bridges`; the
/// end of the text if there are none, and `None` if the posture isn't done in that position.
pub(super) fn begin(before: &str, posture: &Posture) -> Option<usize> {
    let mut from = before.len();
    for span in spans(before).into_iter().rev() {
        let word = compared(&before[span.clone()]);
        let joined = from - span.end == 1 && before[span.end..from].starts_with([' ', '-']);
        let Some(meant) = meant(&word).filter(|_| joined) else {
            break;
        };
        if word == SIDE && from == before.len() && span.start > 0 {
            break;
        }
        if !meant.contains(&posture.usual.position) {
            return None;
        }
        from = span.start;
    }
    Some(from)
}
