//! Labels in front of postures: `Warm-up: cat-cow x10`, `Tom: bridge 3x10`, `Main | Bridge | 3 | 10`. They are left out,
//! and named.

use super::amounts::{hear, may_say_how_much, says_how_much};
use super::error::{ParseErrorKind, RemarkKind};
use super::guessing::not_known;
use super::known::known;
use super::names::{self, Named, Near};
use super::nearness;
use super::steps::{FoundStep, Likeness, Meaning, called, leads_in};
use super::wording::{is_between, name_and_rest};
use crate::domain::posture::Posture;

/// The meaning of a posture's name after a label.
pub(super) fn labelled(named: Named, before: &str, after: &str, listed: bool) -> Option<Meaning> {
    let (label, lead) = label(before)?;
    if refuses(label) {
        return Some(Meaning::Words);
    }
    if !leads_in(lead) {
        return None;
    }
    match known(named, lead, after, listed) {
        Meaning::Step(found) => Some(without(label, found)),
        Meaning::Unread(ParseErrorKind::Unknown { .. }, _) => None,
        unread @ (Meaning::Amount | Meaning::Unread(..) | Meaning::Words) => {
            may_say_how_much(after).then_some(unread)
        }
    }
}

/// Remarks that a label was left out.
fn without(label: &str, mut found: FoundStep) -> Meaning {
    found.remarks.push(RemarkKind::LeftOut(label.to_owned()));
    Meaning::Step(found)
}

/// The meaning of a line whose first words are no posture, and are followed by more words: those may name one.
pub(super) fn after_label(label: &str, perhaps: Vec<&'static Posture>, rest: &str) -> Meaning {
    let (written, amount) = name_and_rest(rest.trim_start_matches([':', ' ', '\t', '|', '-']));
    let is_label = perhaps.is_empty() && !written.is_empty() && says_how_much(amount);
    match nearness::near(written) {
        Near::One(named) if is_label => {
            let meaning = called(known(named, "", amount, true), named, written);
            match meaning {
                _ if refuses(label) => Meaning::Words,
                Meaning::Step(found) => without(label, found),
                Meaning::Amount | Meaning::Unread(..) | Meaning::Words => meaning,
            }
        }
        Near::Perhaps(perhaps) if is_label => {
            let written = format!("{label}: {written}");
            Meaning::Unread(not_known(&written, perhaps, amount), Likeness::Hardly)
        }
        Near::One(_) | Near::Perhaps(_) => {
            Meaning::Unread(not_known(label, perhaps, rest), Likeness::Hardly)
        }
    }
}

/// Splits what comes before a posture into a label and what leads in: `Warm-up: 10 bridges`, `Optional - pigeon`.
fn label(before: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 4;
    let sign = before.rfind([':', '|', '\t', ';', '=']);
    let end = sign.max(before.rfind(" - ").map(|at| at + 1))?;
    let (label, lead) = (before[..end].trim_matches(is_between), &before[end + 1..]);
    let is_amount = hear(label, true).is_ok_and(|heard| heard.is_plain());
    let is_one = (1..=MOST_WORDS).contains(&names::spans(label).len()) && !is_amount;
    is_one.then_some((label, lead))
}

/// Whether a label says that something isn't to be done.
fn refuses(label: &str) -> bool {
    const REFUSING: [&str; 9] = [
        "no", "not", "never", "dont", "avoid", "skip", "stop", "without", "except",
    ];
    names::words(label)
        .iter()
        .any(|word| REFUSING.contains(&word.as_str()))
}
