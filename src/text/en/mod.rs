//! British English.

mod choosing;
pub mod device_check;
pub mod document;
mod figures;
pub mod rare;
mod records;
mod safety;
mod screens;
mod spoken;
mod taking_in;
mod words;

use std::time::Duration;

pub use choosing::*;
pub use figures::{description, movement};
pub use records::unreadable;
pub use safety::*;
pub use screens::*;
pub use spoken::English;
pub use taking_in::*;
pub use words::word;

/// Small numbers as words, as a voice says them and a book prints them.
fn number(count: u64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(count)
        .ok()
        .and_then(|count| WORDS.get(count))
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A length of time: "60 seconds", "one and a half minutes", "5 minutes".
pub fn length(length: Duration) -> String {
    let seconds = length.saturating_add(Duration::from_millis(500)).as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 1) => "1 second".to_owned(),
        (0, _) => format!("{seconds} seconds"),
        (1, 0) => "60 seconds".to_owned(),
        (1, 30) => "90 seconds".to_owned(),
        (1, more) => format!("1 minute {more} seconds"),
        (minutes, 0) => format!("{minutes} minutes"),
        (minutes, 30) => format!("{} and a half minutes", number(minutes)),
        (minutes, more) => format!("{minutes} minutes {more} seconds"),
    }
}

/// A length of time in minutes, rounded: the same number wherever it is shown or said.
const fn minutes(length: Duration) -> u64 {
    (length.as_secs() + 30) / 60
}

/// A length of time to the nearest minute: "about 14 minutes", "less than a minute".
pub fn about(length: Duration) -> String {
    match minutes(length) {
        0 => "less than a minute".to_owned(),
        1 => "about a minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    }
}

/// How long someone was away: "a minute", "20 minutes", "an hour", "3 days".
pub fn away(length: Duration) -> String {
    let minutes = minutes(length);
    match (minutes / (24 * 60), minutes / 60, minutes) {
        (1, ..) => "a day".to_owned(),
        (days @ 2.., ..) => format!("{days} days"),
        (_, 1, _) => "an hour".to_owned(),
        (_, hours @ 2.., _) => format!("{hours} hours"),
        (_, _, 0 | 1) => "a minute".to_owned(),
        (_, _, minutes) => format!("{minutes} minutes"),
    }
}

/// Makes the first letter a capital.
fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A posture's name within a sentence: "90-90 rest" and "Pigeon" both begin small there.
fn mid_sentence(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}
