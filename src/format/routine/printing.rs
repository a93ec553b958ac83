//! Prints a routine so that it can be read again.

use std::time::Duration;

use crate::domain::dose::{Amount, Dose, Tempo};
use crate::domain::posture::{Posture, Variation};
use crate::domain::routine::{Routine, Step};
use crate::domain::time::whole_millis;

/// The usual rest between two sets, where nothing else is said.
fn usual_rest(posture: &'static Posture) -> Duration {
    Step::of(posture, None).rest_between
}

/// Prints a routine as text, with its rounds written out. One that can't be played is printed without steps.
pub fn print(routine: &Routine) -> String {
    let mut lines = vec![format!("routine: {}", on_one_line(&routine.title))];
    if !routine.purpose.is_empty() {
        lines.push(format!("purpose: {}", on_one_line(&routine.purpose)));
    }
    for step in routine.steps().unwrap_or_default() {
        lines.push(self::step(&step));
        if let Some(note) = &step.note {
            lines.push(format!("note: {}", on_one_line(note)));
        }
    }
    lines.join("\n") + "\n"
}

/// Joins words with single spaces.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn step(step: &Step) -> String {
    let variation = match step.variation {
        Variation::Usual => String::new(),
        Variation::Easier(_) | Variation::Stronger(_) => format!(" as {}", step.form().id),
    };
    let mut parts = amount(step.amount, step.posture.amount);
    if step.rest_between != usual_rest(step.posture) {
        parts.push(format!("{} between", length(step.rest_between)));
    }
    format!("{}{variation}: {}", step.posture.id, parts.join(", "))
}

/// Prints an amount in the notation, part by part.
pub(super) fn amount(amount: Amount, usual: Amount) -> Vec<String> {
    let Amount { dose, sets, fewer } = amount;
    let mut parts = match dose {
        Dose::Hold(time) => vec![format!("hold {}", length(time))],
        Dose::Rest(time) => vec![format!("rest {}", length(time))],
        Dose::Go { length: time, .. } => vec![format!("go {}", length(time))],
        Dose::Repetitions { count, .. } => vec![format!("{count} times")],
        Dose::Breaths { count, .. } => vec![format!("{count} breaths")],
    };
    // The tempo is only printed if it isn't the posture's own.
    if let Some(tempo) = dose
        .tempo()
        .filter(|tempo| usual.dose.tempo() != Some(*tempo))
    {
        parts.extend(self::tempo(tempo));
    }
    if sets > 1 {
        parts.push(format!("{sets} sets"));
    }
    if fewer > 0 {
        parts.push(format!("{fewer} fewer each"));
    }
    parts
}

/// Prints a tempo, part by part.
pub(super) fn tempo(Tempo { there, stay, back }: Tempo) -> Vec<String> {
    let mut parts = vec![format!("{} there", length(there))];
    if !stay.is_zero() {
        parts.push(format!("{} stay", length(stay)));
    }
    parts.push(format!("{} back", length(back)));
    parts
}

/// Prints a length in whole minutes from two minutes on, and otherwise in seconds, to a tenth.
pub(super) fn length(time: Duration) -> String {
    let tenths = whole_millis(time.saturating_add(Duration::from_millis(50))) / 100;
    match (tenths % 600, tenths / 600, tenths % 10) {
        (0, minutes @ 2.., _) => format!("{minutes} min"),
        (_, _, 0) => format!("{} s", tenths / 10),
        (_, _, tenth) => format!("{}.{tenth} s", tenths / 10),
    }
}
