//! Finds where on a line the name of a posture ends and its amount begins.

use super::amounts::{FILLING, hear, may_say_how_much, says_how_much};
use super::names;
use super::positions;

/// Words with which an amount begins.
const VERBS: [&str; 15] = [
    "hold",
    "held",
    "rest",
    "go",
    "twice",
    "once",
    "x",
    "for",
    "half",
    "breathe",
    "set",
    "sets",
    "rep",
    "reps",
    "repetitions",
];

/// Splits a line at the first sign or number that can't be part of a name.
pub(super) fn name_and_rest(plain: &str) -> (&str, &str) {
    let mut at = plain
        .find([':', '=', '|', '\t', ';', ',', '('])
        .unwrap_or(plain.len());
    at = plain.find(" - ").map_or(at, |dash| at.min(dash));
    let (mut from, mut position) = (None, None);
    for span in names::spans(plain) {
        let word = names::compared(&plain[span.clone()]);
        let counts =
            word.starts_with(|it: char| it.is_ascii_digit()) || super::scanning::is_number(&word);
        if span.start >= at {
            break;
        }
        if counts || VERBS.contains(&word.as_str()) {
            at = span.start;
            break;
        }
        // As in "side pigeon", but not in "each side, 2 sets".
        if positions::is_one(&word) {
            position.get_or_insert(span.start);
        }
        if from.is_none() && !FILLING.contains(&word.as_str()) {
            from = position.or(Some(span.start));
        }
    }
    let from = from.unwrap_or(at).min(at);
    (plain[from..at].trim_matches(is_between), &plain[at..])
}

/// Splits a line that begins with an amount into the amount and the words after it.
pub(super) fn amount_and_name(plain: &str) -> (&str, &str) {
    let is_amount = |end: &usize| {
        hear(&plain[..*end], false).is_ok_and(|heard| heard.says_something() && !heard.is_strange())
    };
    let ends = names::spans(plain).into_iter().map(|span| span.end);
    let end = ends.take_while(|end| *end < 40).filter(is_amount).last();
    let (amount, name) = plain.split_at(end.unwrap_or(0));
    (
        amount,
        if end.is_some() {
            name.trim_matches(is_between)
        } else {
            ""
        },
    )
}

/// Drops a leading word that many people add to any name.
pub(super) fn without_added(after: &str) -> &str {
    let span = names::spans(after).into_iter().next();
    match span {
        Some(span)
            if after[..span.start].trim().is_empty()
                && names::is_added(&names::compared(&after[span.clone()])) =>
        {
            &after[span.end..]
        }
        _ => after,
    }
}

/// Whether a text begins with a sign that separates a name from an amount.
pub(super) fn separated(rest: &str) -> bool {
    rest.trim_start_matches([' ', '*', '_', '"'])
        .starts_with([':', '=', '|', '\t'])
        || rest.trim_start().starts_with("- ")
        || rest.starts_with('\t')
}

/// Whether what follows a name states an amount from its first words on.
pub(super) fn begins_an_amount(after: &str) -> bool {
    let clause = first_clause(after);
    clause.trim_matches(is_between).is_empty()
        || hear(clause, false).is_ok_and(|heard| !heard.is_strange())
}

pub(super) fn first_clause(after: &str) -> &str {
    let end = after.find([':', '=', '|', '\t', ';', ',', '(', '.']);
    let dash = after.find(" - ");
    let end = end.into_iter().chain(dash).min().unwrap_or(after.len());
    &after[..end]
}

/// Whether this sign may come between a name and an amount, and around both.
pub(super) fn is_between(sign: char) -> bool {
    !super::signs::is_letter(sign) && !"'()\"#%+<>".contains(sign)
}

/// Whether a name is a greeting. "Good morning" is also the name of a posture, but a greeting where it stands alone.
pub(super) fn is_greeting(name: &str, after: &str) -> bool {
    name.eq_ignore_ascii_case("good morning") && !may_say_how_much(after)
}

/// Whether a line belongs to the head of a mail, or leads in a mail that is quoted.
pub(super) fn is_of_mail(plain: &str) -> bool {
    const KEYS: [&str; 6] = ["from", "to", "cc", "date", "sent", "subject"];
    let key = plain
        .split_once(':')
        .map_or("", |(key, _)| key.trim_matches('*'));
    let leads_in = plain.ends_with(':') && plain.contains('@');
    leads_in || KEYS.iter().any(|it| it.eq_ignore_ascii_case(key))
}

/// Whether a line labels something that goes with a routine but isn't a step of it: `Duration: 15 min`.
pub(super) fn is_label(plain: &str) -> bool {
    const LABELS: [&str; 16] = [
        "takes",
        "total",
        "duration",
        "time",
        "length",
        "frequency",
        "when",
        "date",
        "sent",
        "subject",
        "from",
        "to",
        "tel",
        "phone",
        "for",
        "at",
    ];
    let (label, value) = plain.split_once(':').unwrap_or((plain, ""));
    let last = label.rsplit(' ').next().unwrap_or(label);
    let is_one = |word: &str| LABELS.iter().any(|it| it.eq_ignore_ascii_case(word));
    // As in "Hold time: 30 s".
    let of_amount = || label.contains(' ') && says_how_much(plain);
    !value.is_empty()
        && (is_one(label) || (is_one(last) && label.split(' ').count() < 3))
        && !of_amount()
}
