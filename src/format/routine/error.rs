//! What can be wrong with a text, and what to remark on one that was read.

use crate::domain::dose::DoseError;
use crate::domain::posture::{Posture, Side};
use crate::domain::routine::RoutineError;
use crate::format::other::Other;

/// An error in a text, and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The line, counted from 1; the first if the error is in the text as a whole.
    pub line: usize,
    /// The kind of error.
    pub what: ParseErrorKind,
}

/// The kinds of error in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseErrorKind {
    /// It is longer than [`super::LONGEST_TEXT`].
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// It is something else entirely.
    Other(Other),
    /// No line names a posture.
    NoPostures,
    /// A name is unknown.
    Unknown {
        /// The name as written.
        written: String,
        /// The postures it might mean.
        perhaps: Vec<&'static Posture>,
        /// A suggested form of the line.
        form: String,
    },
    /// The posture has no such variation.
    NoVariation {
        /// The posture.
        posture: &'static Posture,
        /// The variation as written.
        written: String,
        /// A suggested form of the line.
        form: String,
    },
    /// Only one side of a posture that has two.
    OneSide {
        /// The posture.
        posture: &'static Posture,
        /// The side.
        side: Side,
        /// A suggested form of the line.
        form: String,
    },
    /// The amount isn't clear.
    Unclear {
        /// The amount as written.
        written: String,
        /// A suggested form of the line.
        form: String,
    },
    /// The amount can't be led.
    Dose(DoseError),
    /// An amount without a posture.
    OfNothing {
        /// The amount as written.
        written: String,
    },
    /// A note before the first step.
    NoteFirst,
    /// A keyword that may be used only once is used again.
    Twice(Field),
    /// There are more words than can be shown.
    Words {
        /// The keyword of the line.
        field: Field,
        /// Their length in characters.
        length: usize,
        /// The most characters allowed.
        most: usize,
    },
    /// The routine can't be led.
    Routine(RoutineError),
    /// This many further errors.
    More(usize),
}

/// The keywords that lines can begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title of the routine.
    Routine,
    /// The purpose of the routine.
    Purpose,
    /// Words said when a step begins.
    Note,
}

impl Field {
    /// All keywords.
    pub(super) const ALL: [Self; 3] = [Self::Routine, Self::Purpose, Self::Note];

    /// The keyword as it is written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Purpose => "purpose",
            Self::Note => "note",
        }
    }
}

/// A remark on a line that was taken to mean something other than it literally says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, counted from 1.
    pub line: usize,
    /// The kind of remark.
    pub what: RemarkKind,
}

/// The kinds of remark on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// A name that isn't exactly that of any posture.
    Name {
        /// The name as written.
        written: String,
        /// The posture it was taken to mean.
        posture: &'static Posture,
    },
    /// An amount that can be understood in several ways.
    Amount {
        /// The amount as written.
        written: String,
        /// The amount as understood, in the notation.
        taken: String,
    },
    /// Words left out because they say nothing about how much.
    LeftOut(String),
}
