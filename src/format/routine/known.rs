//! A posture that was recognised, and the amount stated around its name.

use super::amounts::{Unclear, hear, may_say_how_much};
use super::doses::Written;
use super::error::{ParseErrorKind, RemarkKind};
use super::guessing::{form, not_known};
use super::heard::Heard;
use super::names::{self, Named, Near};
use super::quantities::{Token, tokens};
use super::steps::{FoundStep, Likeness, Meaning};
use super::wording::{begins_an_amount, first_clause, is_between, separated, without_added};
use crate::domain::posture::Posture;
use crate::library::{self, reading};

/// The meaning of a posture's name with the words before and after it.
pub(super) fn known(named: Named, before: &str, after: &str, listed: bool) -> Meaning {
    let posture = named.posture;
    let after = without_added(after);
    let read = variation(named, after).map_err(|written| ParseErrorKind::NoVariation {
        posture,
        written,
        form: form(posture, posture.id, after),
    });
    let read = read.and_then(|(line, after)| step(posture, &line, before, after));
    read.map_or_else(
        |what| Meaning::Unread(what, looks(after, listed)),
        Meaning::Step,
    )
}

/// Reads a step of a posture; `line` is how it begins in the notation, up to the amount.
fn step(
    posture: &'static Posture,
    line: &str,
    before: &str,
    after: &str,
) -> Result<FoundStep, ParseErrorKind> {
    let form = || form(posture, line, after);
    let unclear = || ParseErrorKind::Unclear {
        written: after.trim_matches(is_between).to_owned(),
        form: form(),
    };
    let before = &counting(before);
    let said = hear_both(before, &without_names(posture, after)).map_err(|error| match error {
        Unclear::Only(side) if posture.sided => ParseErrorKind::OneSide {
            posture,
            side,
            form: form(),
        },
        Unclear::Only(_) | Unclear::Words => unclear(),
    })?;
    let says_how_much = said.says_something();
    let bracketed = after.trim().starts_with('(') && after.trim().ends_with(')');
    if !says_how_much && said.is_strange() && !bracketed {
        return Err(unclear());
    }
    if says_how_much && !begins_an_amount(after) {
        // "Pigeon lying down: 30 s" isn't the pigeon in the library.
        let written = format!("{}{}", posture.name, first_clause(after));
        return Err(not_known(&written, vec![posture], after));
    }
    let written = said.written(posture, false).ok_or_else(unclear)?;
    let read = reading::step(line, &written.notation, library::postures());
    let (step, _) = read.map_err(|error| {
        if let reading::StepError::Dose(error) = error {
            ParseErrorKind::Dose(error)
        } else {
            unclear()
        }
    })?;
    Ok(FoundStep {
        head: line.to_owned(),
        said: format!("{} {after}", before.trim()),
        step,
        says_how_much,
        remarks: remarks(written, &format!("{} {after}", before.trim())),
    })
}

/// Removes further names of the same posture: `Cat-cow (Marjaryasana): 10 times`.
fn without_names(posture: &'static Posture, after: &str) -> String {
    let mut rest = after.to_owned();
    while let Some((span, Near::One(named))) = names::find(&rest)
        && named.posture.id == posture.id
    {
        rest.replace_range(span, "");
    }
    rest
}

/// Hears an amount around a name. What comes before the name counts too: `3 x 10 bridges`. A lone number there is a
/// list number, though, if the amount follows the name.
fn hear_both(before: &str, after: &str) -> Result<Heard, Unclear> {
    if before.trim().bytes().all(|it| it.is_ascii_digit()) {
        let heard = hear(after, false);
        if before.is_empty() || heard.as_ref().is_ok_and(Heard::says_something) {
            return heard;
        }
    }
    hear(&format!("{before} {after}"), false)
}

/// What comes before a name, where a number at its end counts the posture itself: `do 3 pigeons for 30 s`.
fn counting(before: &str) -> String {
    let counts = matches!(tokens(before).0.as_slice(), [_, .., Token::Number(_)]);
    format!("{}{}", before.trim(), if counts { " times" } else { "" })
}

fn remarks(written: Written, around: &str) -> Vec<RemarkKind> {
    let mut remarks = Vec::new();
    if written.taken {
        remarks.push(RemarkKind::Amount {
            written: around.trim_matches(is_between).to_owned(),
            taken: written.notation,
        });
    }
    remarks.extend(written.left_out.into_iter().map(RemarkKind::LeftOut));
    remarks
}

/// The beginning of the line in the notation, and the remaining words after the name; as an error, the name of a
/// variation that the posture doesn't have.
fn variation(named: Named, after: &str) -> Result<(String, &str), String> {
    let posture = named.posture;
    let line = |variation: &str| {
        if variation == posture.usual.id {
            posture.id.to_owned()
        } else {
            format!("{} as {variation}", posture.id)
        }
    };
    if let Some(rest) = after.trim_start().strip_prefix("as ") {
        let (written, _) = rest.split_once(':').unwrap_or((rest, ""));
        return match names::variation(posture, rest) {
            Some((variation, end)) => Ok((line(variation), &rest[end..])),
            None => Err(written.trim().to_owned()),
        };
    }
    let from = after.len() - after.trim_start_matches([' ', ',', '(', '-', ':']).len();
    let told = names::variation(posture, &after[from..])
        .filter(|(variation, _)| *variation != posture.usual.id);
    if let Some((variation, end)) = told {
        return Ok((line(variation), after[from + end..].trim_start_matches(')')));
    }
    Ok((
        named.variation.map_or_else(|| posture.id.to_owned(), line),
        after,
    ))
}

/// How much a line looks like a step, judging by what follows the name of a posture.
pub(super) fn looks(after: &str, listed: bool) -> Likeness {
    match (separated(after), may_say_how_much(after) || listed) {
        (true, _) => Likeness::Surely,
        (false, true) => Likeness::Perhaps,
        (false, false) => Likeness::Hardly,
    }
}
