//! Suggestions for lines that can't be read.

use std::ops::Range;

use super::amounts::hear;
use super::doses::Written;
use super::error::ParseErrorKind;
use super::names::{self, Near};
use super::printing;
use super::wording::is_between;
use crate::domain::posture::Posture;
use crate::domain::routine::MOST_SETS;
use crate::library::{self, reading};

/// The error for a line that names no known posture.
pub(super) fn not_known(
    written: &str,
    perhaps: Vec<&'static Posture>,
    rest: &str,
) -> ParseErrorKind {
    let example = perhaps
        .first()
        .copied()
        .or_else(|| library::posture("pigeon"));
    ParseErrorKind::Unknown {
        written: written.trim_matches(is_between).to_owned(),
        form: example
            .map(|posture| form(posture, posture.id, rest))
            .unwrap_or_default(),
        perhaps,
    }
}

/// Suggests a form of a line, as far as it can be guessed. If more postures are named, it has them all.
pub(super) fn form(posture: &'static Posture, line: &str, rest: &str) -> String {
    let (mut of, mut line, mut rest) = (posture, line, rest);
    let mut forms = Vec::new();
    loop {
        let next = another(of, rest);
        let until = next.as_ref().map_or(rest.len(), |(span, _)| span.start);
        forms.push(form_of_one(of, line, &rest[..until]));
        let Some((span, named)) = next else {
            return forms.join("; ");
        };
        (of, line, rest) = (named, named.id, &rest[span.end..]);
    }
}

/// The next posture that is named after this one.
fn another(of: &Posture, rest: &str) -> Option<(Range<usize>, &'static Posture)> {
    match names::find(rest)? {
        (span, Near::One(named)) if named.posture.id != of.id => Some((span, named.posture)),
        _ => None,
    }
}

fn form_of_one(posture: &'static Posture, line: &str, rest: &str) -> String {
    let said = hear(rest, true).ok();
    let guessed = said.and_then(|said| said.written(posture, true));
    let can_be_read = |written: &Written| {
        let read = reading::step(line, &written.notation, library::postures());
        !written.notation.is_empty()
            && read.is_ok_and(|(step, _)| {
                step.amount.dose.check().is_ok() && step.amount.sets <= MOST_SETS
            })
    };
    let amount = guessed.filter(can_be_read).map_or_else(
        || printing::amount(posture.amount, posture.amount).join(", "),
        |it| it.notation,
    );
    format!("{line}: {amount}")
}
