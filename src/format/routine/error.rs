//! What is wrong with a text, and what is to be known of one that was read.

use crate::domain::dose::DoseError;
use crate::domain::posture::{Posture, Side};
use crate::domain::routine::RoutineError;
use crate::format::other::Other;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The line, from 1; where it is the whole text that is wrong, the first.
    pub line: usize,
    /// What is wrong.
    pub what: ParseErrorKind,
}

/// What can be wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseErrorKind {
    /// It is longer than [`super::LONGEST_TEXT`].
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// It is something else altogether.
    Other(Other),
    /// No line names a posture.
    NoPostures,
    /// Something is called by no name that is known.
    Unknown {
        /// As it is written.
        written: String,
        /// What it might mean.
        perhaps: Vec<&'static Posture>,
        /// The line as it could be.
        form: String,
    },
    /// A posture has no such way.
    NoVariation {
        /// The posture.
        posture: &'static Posture,
        /// As the way is written.
        written: String,
        /// The line as it could be.
        form: String,
    },
    /// One side alone of a posture that has two.
    OneSide {
        /// The posture.
        posture: &'static Posture,
        /// The side.
        side: Side,
        /// The line as it could be.
        form: String,
    },
    /// How much is not clear.
    Unclear {
        /// As it is written.
        written: String,
        /// The line as it could be.
        form: String,
    },
    /// So much can't be led.
    Dose(DoseError),
    /// How much, and of no posture.
    OfNothing {
        /// As it is written.
        written: String,
    },
    /// A note before the first step.
    NoteFirst,
    /// A line that may be there once is there again.
    Twice(Field),
    /// More words than can be shown.
    Words {
        /// The line.
        field: Field,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// It can't be led.
    Routine(RoutineError),
    /// There are so many more faults.
    More(usize),
}

/// The lines that begin with a name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What the routine is called.
    Routine,
    /// What it is for.
    Purpose,
    /// What is said when a step begins.
    Note,
}

impl Field {
    /// Each of them.
    pub(super) const ALL: [Self; 3] = [Self::Routine, Self::Purpose, Self::Note];

    /// The word that such a line begins with.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Purpose => "purpose",
            Self::Note => "note",
        }
    }
}

/// What a person should know of a line that was read, since it is taken for something else than it says to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// What there is to know.
    pub what: RemarkKind,
}

/// How a line was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// A name that is no posture's own.
    Name {
        /// As it is written.
        written: String,
        /// Which posture is meant by it.
        posture: &'static Posture,
    },
    /// An amount that can be understood in several ways.
    Amount {
        /// As it is written.
        written: String,
        /// In the notation.
        taken: String,
    },
    /// Words that say nothing of how much.
    LeftOut(String),
}
