//! What is wrong with a text that is taken in, and how it was understood, in sentences.

use crate::domain::routine::RoutineError;
use crate::format::other::Other;
use crate::format::routine::{Fault, FaultKind, LONGEST_TEXT, Remark, RemarkKind};
use crate::text::{Key, Locale, en};

/// What is wrong with a text, in a sentence or two.
pub fn fault(locale: Locale, fault: &Fault) -> String {
    let word = |key| locale.word(key).to_owned();
    let what = match &fault.what {
        // These are of the whole text.
        FaultKind::TooLong { length } => return en::text_too_long(*length, LONGEST_TEXT),
        FaultKind::Other(other) => return word(key_of(*other)),
        FaultKind::NoPostures => return word(Key::NoPostureNamed),
        FaultKind::More(count) => return en::more_faults(*count),
        FaultKind::Routine(error) if !matches!(error, RoutineError::Step { .. }) => {
            return en::routine_refused(error);
        }
        FaultKind::Unknown {
            written,
            perhaps,
            form,
        } => {
            let names: Vec<_> = perhaps.iter().map(|posture| posture.name).collect();
            en::unknown_posture(written, &names, form)
        }
        FaultKind::NoWay {
            posture,
            written,
            form,
        } => en::unknown_way(posture.name, written, form),
        FaultKind::OneSide {
            posture,
            side,
            form,
        } => en::one_side(posture.name, *side, form),
        FaultKind::Unclear { written, form } => en::unclear_amount(written, form),
        FaultKind::Dose(error) => en::dose_refused(*error),
        FaultKind::OfNothing { written } => en::amount_of_nothing(written),
        FaultKind::NoteFirst => word(Key::NoteFirst),
        FaultKind::Twice(field) => en::twice(field.word()),
        FaultKind::Words {
            field,
            length,
            most,
        } => en::words_too_long(field.word(), *length, *most),
        FaultKind::Routine(error) => en::routine_refused(error),
    };
    en::at_line(fault.line, &what)
}

/// How a line was understood, in a sentence.
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
