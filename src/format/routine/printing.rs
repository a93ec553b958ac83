//! Prints a routine so that it can be read again.

use std::time::Duration;

use crate::domain::dose::{Amount, Dose, Tempo};
use crate::domain::posture::{Posture, Variation};
use crate::domain::routine::{Routine, Step};

/// How long one rests between two sets where nothing is said.
fn usual_rest(posture: &'static Posture) -> Duration {
    Step::of(posture, None).rest_between
}

/// A routine as a text; nothing of a routine that cannot be played. Rounds are counted out.
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

/// Words with a space between each two.
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

/// An amount in the notation, part by part.
pub(super) fn amount(amount: Amount, usual: Amount) -> Vec<String> {
    let Amount { dose, sets, fewer } = amount;
    let mut parts = match dose {
        Dose::Hold(time) => vec![format!("hold {}", length(time))],
        Dose::Rest(time) => vec![format!("rest {}", length(time))],
        Dose::Go { length: time, .. } => vec![format!("go {}", length(time))],
        Dose::Repetitions { count, .. } => vec![format!("{count} times")],
        Dose::Breaths { count, .. } => vec![format!("{count} breaths")],
    };
    // How fast is said where the posture would be done at another pace.
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

/// How fast, part by part.
pub(super) fn tempo(Tempo { there, stay, back }: Tempo) -> Vec<String> {
    let mut parts = vec![format!("{} there", length(there))];
    if !stay.is_zero() {
        parts.push(format!("{} stay", length(stay)));
    }
    parts.push(format!("{} back", length(back)));
    parts
}

/// In whole minutes from two on, otherwise in seconds, to a tenth.
pub(super) fn length(time: Duration) -> String {
    let tenths = (time.as_millis() + 50) / 100;
    match (tenths % 600, tenths / 600, tenths % 10) {
        (0, minutes @ 2.., _) => format!("{minutes} min"),
        (_, _, 0) => format!("{} s", tenths / 10),
        (_, _, tenth) => format!("{}.{tenth} s", tenths / 10),
    }
}
