//! What is wrong with an imported text, and how it was understood, in sentences.

use crate::domain::routine::RoutineError;
use crate::format::other::Other;
use crate::format::routine::{LONGEST_TEXT, ParseError, ParseErrorKind, Remark, RemarkKind};
use crate::text::en::{self, rare};

/// Says what is wrong with a text, in a sentence or two.
pub fn fault(fault: &ParseError) -> String {
    let what = match &fault.what {
        // These concern the whole text, not one line.
        ParseErrorKind::TooLong { length } => return en::text_too_long(*length, LONGEST_TEXT),
        ParseErrorKind::Other(other) => return words_of(*other).to_owned(),
        ParseErrorKind::NoPostures => return rare::NO_POSTURE_NAMED.to_owned(),
        ParseErrorKind::More(count) => return en::more_faults(*count),
        ParseErrorKind::Routine(error) if !matches!(error, RoutineError::Step { .. }) => {
            return en::routine_refused(error);
        }
        ParseErrorKind::Unknown {
            written,
            perhaps,
            form,
        } => {
            let names: Vec<_> = perhaps.iter().map(|posture| posture.name).collect();
            en::unknown_posture(written, &names, form)
        }
        ParseErrorKind::NoVariation {
            posture,
            written,
            form,
        } => en::unknown_way(posture.name, written, form),
        ParseErrorKind::OneSide {
            posture,
            side,
            form,
        } => en::one_side(posture.name, *side, form),
        ParseErrorKind::Unclear { written, form } => en::unclear_amount(written, form),
        ParseErrorKind::Dose(error) => en::dose_refused(*error),
        ParseErrorKind::OfNothing { written } => en::amount_of_nothing(written),
        ParseErrorKind::NoteFirst => rare::NOTE_FIRST.to_owned(),
        ParseErrorKind::Twice(field) => en::twice(field.word()),
        ParseErrorKind::Words {
            field,
            length,
            most,
        } => en::words_too_long(field.word(), *length, *most),
        ParseErrorKind::Routine(error) => en::routine_refused(error),
    };
    en::at_line(fault.line, &what)
}

/// Says how a line was understood, in a sentence.
pub fn remark(remark: &Remark) -> String {
    match &remark.what {
        RemarkKind::Name { written, posture } => en::name_taken(remark.line, written, posture.name),
        RemarkKind::Amount { written, taken } => en::amount_taken(remark.line, written, taken),
        RemarkKind::LeftOut(words) => en::left_out(remark.line, words),
    }
}

const fn words_of(other: Other) -> &'static str {
    match other {
        Other::Backup => rare::IS_BACKUP,
        Other::Data => rare::IS_DATA,
        Other::Markup => rare::IS_MARKUP,
        Other::Calendar => rare::IS_CALENDAR,
        Other::Contact => rare::IS_CONTACT,
        Other::Pdf => rare::IS_PDF,
        Other::Document => rare::IS_DOCUMENT,
        Other::Binary => rare::IS_BINARY,
    }
}
