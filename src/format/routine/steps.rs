//! The meaning of a single line: a posture, and how much of it.

use super::amounts::{hear, may_say_how_much, says_how_much};
use super::error::{ParseErrorKind, RemarkKind};
use super::guessing::not_known;
use super::known::{known, looks};
use super::labels::{after_label, labelled};
use super::lines::TextLine;
use super::names::{self, Named, Near};
use super::nearness;
use super::positions;
use super::stamps::ends_in_one;
use super::wording::{
    amount_and_name, is_between, is_greeting, is_label, name_and_rest, separated,
};
use crate::domain::routine::Step;

/// The longest line that is read as a step, in bytes; longer ones are prose.
pub(super) const LONGEST_STEP: usize = 300;
/// The most words in an unknown name.
const MOST_WORDS: usize = 5;

/// The most words in an unknown name after an amount, where it may also be a sentence that goes on.
const MOST_WORDS_AFTER: usize = 3;

/// The meaning of a line.
#[derive(Debug)]
pub(super) enum Meaning {
    /// A step.
    Step(FoundStep),
    /// An amount without a posture.
    Amount,
    /// Something like a step that can't be read.
    Unread(ParseErrorKind, Likeness),
    /// Words that aren't part of a routine.
    Words,
}

/// How much an unreadable line looks like a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// It does only among steps.
    Hardly,
    /// It does only next to a step.
    Perhaps,
    /// It does anywhere.
    Surely,
}

/// A step that was read.
#[derive(Debug)]
pub(super) struct FoundStep {
    /// The posture and its variation, in the notation.
    pub(super) head: String,
    /// The words that state the amount, as written.
    pub(super) said: String,
    /// The step.
    pub(super) step: Step,
    /// Whether the line states an amount.
    pub(super) says_how_much: bool,
    /// Remarks on how it was read.
    pub(super) remarks: Vec<RemarkKind>,
}

impl FoundStep {
    /// Replaces the step by its new reading, now that the next line says more. The note stays, and so do remarks on the
    /// line itself; only the remark on the amount is renewed.
    pub(super) fn go_on(&mut self, again: Self) {
        let before = std::mem::replace(self, again);
        self.step.note = before.step.note;
        let (names, others): (Vec<_>, Vec<_>) = before
            .remarks
            .into_iter()
            .filter(|it| !matches!(it, RemarkKind::Amount { .. }))
            .partition(|it| matches!(it, RemarkKind::Name { .. }));
        let anew = std::mem::replace(&mut self.remarks, names);
        for remark in anew.into_iter().chain(others) {
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
    }
}

/// The meaning of a line.
pub(super) fn meaning(line: &TextLine<'_>) -> Meaning {
    if line.plain.len() > LONGEST_STEP || is_label(&line.plain) {
        return Meaning::Words;
    }
    let mut without_links = String::new();
    let mut links = Vec::new();
    for word in line.plain.split_inclusive(' ') {
        if word.contains("://") {
            links.push(RemarkKind::LeftOut(word.trim().to_owned()));
        } else {
            without_links.push_str(word);
        }
    }
    let mut meaning = meaning_of(without_links.trim(), line.listed);
    if let Meaning::Step(found) = &mut meaning {
        found.remarks.extend(links);
    }
    meaning
}

fn meaning_of(plain: &str, listed: bool) -> Meaning {
    let Some((span, near)) = names::find(plain) else {
        return unknown(plain, listed);
    };
    let (before, after) = (&plain[..span.start], &plain[span.end..]);
    if !listed && is_greeting(&plain[span.clone()], after) {
        return Meaning::Words;
    }
    let position = match &near {
        Near::One(named) => positions::begin(before, named.posture),
        Near::Perhaps(_) => Some(span.start),
    };
    let led_in = position.is_some_and(|at| leads_in(&before[..at]));
    match near {
        Near::One(named) if led_in => {
            let at = position.unwrap_or(span.start);
            let meaning = known(named, &before[..at], after, listed);
            if at == span.start {
                meaning
            } else {
                called(meaning, named, &plain[at..span.end])
            }
        }
        Near::One(named) => {
            labelled(named, before, after, listed).unwrap_or_else(|| unknown(plain, listed))
        }
        Near::Perhaps(perhaps) if led_in => {
            let looks = looks(after, listed);
            Meaning::Unread(not_known(&plain[span], perhaps, after), looks)
        }
        Near::Perhaps(_) => Meaning::Words,
    }
}

/// Whether words may stand in front of a posture's name: none, or an amount.
pub(super) fn leads_in(before: &str) -> bool {
    hear(before, false).is_ok_and(|heard| !heard.is_strange())
}

/// Reads a step again, now that the following line states an amount.
pub(super) fn with_amount(found: &FoundStep, plain: &str) -> Option<FoundStep> {
    let named = Named {
        posture: found.step.posture,
        variation: None,
    };
    let variation = found.head.strip_prefix(named.posture.id).unwrap_or("");
    match known(
        named,
        "",
        &format!("{variation}: {}; {plain}", found.said),
        true,
    ) {
        Meaning::Step(found) => Some(found),
        Meaning::Amount | Meaning::Unread(..) | Meaning::Words => None,
    }
}

/// Reads a step again, now that the following line names the variation.
pub(super) fn with_variation(found: &FoundStep, plain: &str) -> Option<FoundStep> {
    let posture = found.step.posture;
    let (variation, end) = names::variation(posture, plain)?;
    let alone = plain[end..].trim_matches(is_between).is_empty() && !found.says_how_much;
    let named = Named {
        posture,
        variation: Some(variation),
    };
    match known(named, "", "", true) {
        Meaning::Step(found) if alone => Some(found),
        Meaning::Step(_) | Meaning::Amount | Meaning::Unread(..) | Meaning::Words => None,
    }
}

/// The meaning of a line without a known name.
fn unknown(plain: &str, listed: bool) -> Meaning {
    let (mut written, mut rest) = name_and_rest(plain);
    let mut most = MOST_WORDS;
    if written.is_empty() {
        if ends_in_one(plain, true) {
            return Meaning::Words;
        }
        if is_amount(plain) {
            return Meaning::Amount;
        }
        (rest, written) = amount_and_name(plain);
        most = MOST_WORDS_AFTER;
    }
    if !(1..=most).contains(&names::spans(written).len()) {
        return Meaning::Words;
    }
    let (whole, separate) = (says_how_much(rest), separated(rest));
    let looks = match (whole, separate) {
        (true, true) => Likeness::Surely,
        (true, false) => Likeness::Perhaps,
        (false, _) => Likeness::Hardly,
    };
    match nearness::near(written) {
        Near::One(named) if listed || separate || whole => {
            called(known(named, "", rest, listed), named, written)
        }
        Near::Perhaps(perhaps) if perhaps.is_empty() && ends_in_one(plain, false) => Meaning::Words,
        // More likely a sentence: "It takes 5 min."
        Near::Perhaps(_) if looks == Likeness::Perhaps && plain.ends_with('.') => Meaning::Words,
        Near::Perhaps(perhaps) if whole => {
            Meaning::Unread(not_known(written, perhaps, rest), looks)
        }
        Near::Perhaps(perhaps) if separate && may_say_how_much(rest) => {
            after_label(written, perhaps, rest)
        }
        Near::One(_) | Near::Perhaps(_) => Meaning::Words,
    }
}

/// Whether a line without a name is an amount. "Set 2: 8 reps" can't be led, but shouldn't be lost, either.
fn is_amount(plain: &str) -> bool {
    let of_one = |(_, amount): (&str, &str)| says_how_much(amount);
    says_how_much(plain) || plain.split_once(':').is_some_and(of_one)
}

/// Remarks that a name which isn't the posture's own was taken for it.
pub(super) fn called(mut meaning: Meaning, named: Named, written: &str) -> Meaning {
    if let Meaning::Step(found) = &mut meaning {
        let name = RemarkKind::Name {
            written: written.to_owned(),
            posture: named.posture,
        };
        found.remarks.insert(0, name);
    }
    meaning
}

/// Whether a line says how long to rest between postures, which no routine changes.
pub(super) fn is_rest(plain: &str) -> bool {
    let of_sets = plain.contains("sets");
    !of_sets && hear(plain, false).is_ok_and(|heard| heard.is_rest_alone())
}
