//! What is said of records that can't be read.

use crate::text::RecordKind;

/// A stored record can't be read. `place` is the name of the field that is wrong; empty if all of it is.
pub fn unreadable(kind: RecordKind, place: &str) -> String {
    let (what, aside) = match kind {
        RecordKind::Settings => ("Your settings", "They are"),
        RecordKind::Person => ("What you said of yourself", "It is"),
        RecordKind::CheckIn => ("One of your answers to how your back is", "It is"),
        RecordKind::Screening => ("Your answers about warning signs", "They are"),
        RecordKind::UnderWay => ("A session that was under way", "It is"),
        RecordKind::Session => ("A session that is over", "It is"),
        RecordKind::Own => ("A routine of yours", "It is"),
    };
    let at = if place.is_empty() {
        String::new()
    } else {
        format!(" (at “{place}”)")
    };
    format!(
        "{what} could not be read from this device{at}. {aside} put aside, whole, and part of every file you save."
    )
}
