//! What is wrong with an imported text, and how it was understood, in sentences.

use crate::domain::routine::RoutineError;
use crate::format::other::Other;
use crate::format::routine::{LONGEST_TEXT, ParseError, ParseErrorKind, Remark, RemarkKind};
use crate::text::{Key, Locale, en};

/// Says what is wrong with a text, in a sentence or two.
pub fn fault(locale: Locale, fault: &ParseError) -> String {
    let word = |key| locale.word(key).to_owned();
    let what = match &fault.what {
        // These concern the whole text, not one line.
        ParseErrorKind::TooLong { length } => return en::text_too_long(*length, LONGEST_TEXT),
        ParseErrorKind::Other(other) => return word(key_of(*other)),
        ParseErrorKind::NoPostures => return word(Key::NoPostureNamed),
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
        ParseErrorKind::NoteFirst => word(Key::NoteFirst),
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

const fn key_of(other: Other) -> Key {
    match other {
        Other::Backup => Key::IsBackup,
        Other::Data => Key::IsData,
        Other::Markup => Key::IsMarkup,
        Other::Calendar => Key::IsCalendar,
        Other::Contact => Key::IsContact,
        Other::Pdf => Key::IsPdf,
        Other::Document => Key::IsDocument,
        Other::Binary => Key::IsBinary,
    }
}
