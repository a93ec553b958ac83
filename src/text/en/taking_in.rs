//! What is said about a text that is taken in, or a record that is read: what is wrong with it, and what became of it.

use super::length;
use crate::domain::dose::DoseError;
use crate::domain::posture::Side;
use crate::domain::routine::{
    LONGEST_REST, LONGEST_ROUTINE, MOST_SETS, MOST_STEPS, RoutineError, StepFault,
};

/// The title of a routine that comes without one.
pub const NAMELESS: &str = "A routine passed on";

/// What is wrong, and with which line.
pub fn at_line(line: usize, what: &str) -> String {
    format!("Line {line}: {what}")
}

/// A text is too long.
pub fn text_too_long(length: usize, most: usize) -> String {
    format!(
        "The text is too long for a routine: it has {length} characters, and {most} can be read."
    )
}

/// No posture of the library has this name. Suggests which may be meant, and how the line could be written.
pub fn unknown_posture(written: &str, perhaps: &[&str], form: &str) -> String {
    match perhaps {
        [] => format!(
            "Limber knows no posture “{written}”. The names are those of the library, as in: {form}"
        ),
        [one] => format!("Limber knows no posture “{written}”. If {one} is meant, write: {form}"),
        several => format!(
            "“{written}” may be {}. If it is the first, write: {form}",
            any_of(several)
        ),
    }
}

/// "A, B or C".
fn any_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The posture has no such way.
pub fn unknown_way(posture: &str, written: &str, form: &str) -> String {
    format!("{posture} has no way called “{written}”. The usual way is: {form}")
}

/// Only one side was asked for.
pub fn one_side(posture: &str, side: Side, form: &str) -> String {
    let side = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    format!(
        "Limber leads {posture} on both sides, not the {side} one alone. For both, write: {form}"
    )
}

/// The amount is not clear.
pub fn unclear_amount(written: &str, form: &str) -> String {
    if written.is_empty() {
        format!("how much is not clear. It could be: {form}")
    } else {
        format!("how much “{written}” is, is not clear. It could be: {form}")
    }
}

/// An amount without a posture.
pub fn amount_of_nothing(written: &str) -> String {
    format!("“{written}” names no posture. Write both on one line, as in: pigeon: hold 30 s")
}

/// A field is given twice.
pub fn twice(field: &str) -> String {
    format!("there is more than one line “{field}:” here. Only one can be taken in.")
}

/// A field is too long.
pub fn words_too_long(field: &str, length: usize, most: usize) -> String {
    format!("“{field}:” has {length} characters, and {most} can be shown.")
}

/// How many more faults there are than are shown.
pub fn more_faults(count: usize) -> String {
    match count {
        1 => "And one line more.".to_owned(),
        count => format!("And {count} lines more."),
    }
}

/// A dose can't be led.
pub fn dose_refused(error: DoseError) -> String {
    match error {
        DoseError::NotANumber | DoseError::NoTime => {
            "a time must be longer than nothing.".to_owned()
        }
        DoseError::TooShort { given, least } => {
            let least = if least.is_zero() || least.subsec_millis() != 0 {
                "half a second".to_owned()
            } else {
                length(least)
            };
            if given.subsec_millis() == 0 {
                format!("{} is too short: the least is {least}.", length(given))
            } else {
                format!("the time is too short: the least is {least}.")
            }
        }
        DoseError::TooLong { given, most } => {
            format!(
                "{} is too long: the most is {}.",
                length(given),
                length(most)
            )
        }
        DoseError::Count(count) => format!("{count} times cannot be led: 1 to 100 can."),
    }
}

/// A routine can't be led.
pub fn routine_refused(error: &RoutineError) -> String {
    match error {
        RoutineError::Empty => "The routine has no steps.".to_owned(),
        RoutineError::TooManySteps(count) => {
            format!("The routine has {count} steps, and {MOST_STEPS} can be led.")
        }
        RoutineError::TooLong(time) => format!(
            "The routine would take {}, and {} can be led.",
            length(*time),
            length(LONGEST_ROUTINE)
        ),
        RoutineError::Step { posture, fault, .. } => match fault {
            StepFault::Dose(error) => dose_refused(*error),
            StepFault::Sets(sets) => {
                format!("{sets} sets of {posture} cannot be led: 1 to {MOST_SETS} can.")
            }
            StepFault::Rest(rest) => format!(
                "{} between two sets is too long: the most is {}.",
                length(*rest),
                length(LONGEST_REST)
            ),
            StepFault::SidesMissing | StepFault::SidesNamed => {
                format!("the sides of {posture} are not clear.")
            }
            StepFault::Variation => format!("{posture} has no such way."),
            StepFault::Rounds(rounds) => {
                format!("{rounds} rounds cannot be led: 1 to {MOST_STEPS} can.")
            }
        },
    }
}

/// A routine can't be played, said when the person tries to begin it.
pub fn refused(error: &RoutineError) -> String {
    let why = routine_refused(error);
    let at = match error {
        RoutineError::Empty | RoutineError::TooManySteps(_) | RoutineError::TooLong(_) => {
            String::new()
        }
        // These faults name the posture themselves.
        RoutineError::Step {
            number,
            fault:
                StepFault::Sets(_)
                | StepFault::SidesMissing
                | StepFault::SidesNamed
                | StepFault::Variation,
            ..
        } => format!("In step {number}, "),
        RoutineError::Step {
            number,
            posture,
            fault: StepFault::Dose(_) | StepFault::Rest(_) | StepFault::Rounds(_),
        } => format!("In step {number}, {posture}, "),
    };
    format!("This routine cannot be played. {at}{why}")
}

/// A name was understood as that of a posture.
pub fn name_taken(line: usize, written: &str, posture: &str) -> String {
    format!("Line {line}: “{written}” is taken for {posture}.")
}

/// An amount was understood differently from how it is written.
pub fn amount_taken(line: usize, written: &str, taken: &str) -> String {
    format!("Line {line}: “{written}” is taken as “{taken}”.")
}

/// Words were left out.
pub fn left_out(line: usize, words: &str) -> String {
    format!("Line {line}: “{words}” is left out.")
}

/// How many more lines there are than are shown.
pub fn more_lines(count: usize) -> String {
    match count {
        1 => "… and one line more".to_owned(),
        count => format!("… and {count} lines more"),
    }
}
