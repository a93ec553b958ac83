//! Words on the screens that hold a name, a number or a length of time.

use std::time::Duration;

use super::{about, length, minutes, number};
use crate::domain::decimal::fixed;
use crate::domain::dose::{Amount, Dose};
use crate::domain::history::{Done, During, HoldEnd};
use crate::domain::posture::Side;
use crate::domain::routine::{Sides, Step};

/// How much of a posture, in a few words: "2 × 60 seconds each side".
pub fn dose(step: &Step) -> String {
    amount(step.amount, matches!(step.sides, Sides::Both(_)))
}

/// An amount in a few words: "2 × 60 seconds each side", "3, 2, 1 slow movements".
pub fn amount(amount: Amount, each_side: bool) -> String {
    let counts = |count: u32| match (amount.fewer, amount.sets) {
        (0, _) | (_, 1) => count.to_string(),
        (fewer, sets) => {
            let of_set = |set| count.saturating_sub(fewer * set).max(1).to_string();
            (0..sets).map(of_set).collect::<Vec<_>>().join(", ")
        }
    };
    let one = match amount.dose {
        Dose::Hold(time) | Dose::Rest(time) | Dose::Go { length: time, .. } => length(time),
        Dose::Repetitions { count, .. } => format!("{} slow movements", counts(count)),
        Dose::Breaths { count, .. } => format!("{} slow breaths", counts(count)),
    };
    match (amount.sets, amount.fewer, each_side) {
        (1, _, true) | (_, 1.., true) => format!("{one} each side"),
        (1, _, false) | (_, 1.., false) => one,
        (sets, 0, true) => format!("{sets} × {one} each side"),
        (sets, 0, false) => format!("{sets} × {one}"),
    }
}

/// How often a routine was finished this week.
pub fn finished_this_week(times: usize) -> Option<String> {
    match times {
        0 => None,
        1 => Some("You finished it once this week.".to_owned()),
        2 => Some("You finished it twice this week.".to_owned()),
        times => Some(format!(
            "You finished it {} times this week.",
            number(u64::try_from(times).unwrap_or(u64::MAX))
        )),
    }
}

/// The name of a page.
pub fn title(screen: &str) -> String {
    format!("{screen} · Limber")
}

/// "2 of 4".
pub fn of(this: usize, all: usize) -> String {
    format!("{this} of {all}")
}

/// How much of the session is left, for the corner of the player.
pub fn left(left: Duration) -> String {
    match minutes(left) {
        0 => "under a minute left".to_owned(),
        minutes => format!("{minutes} min left"),
    }
}

/// Where a session was left.
pub fn go_on(posture: &str, side: Option<Side>) -> String {
    match side {
        None => format!("Go on: {posture}"),
        Some(Side::Left) => format!("Go on: {posture}, left side"),
        Some(Side::Right) => format!("Go on: {posture}, right side"),
    }
}

/// How much of the hold was left.
pub fn hold_was_left(left: Duration) -> String {
    format!("{} of the hold were left", super::capital(&length(left)))
}

/// How much of the whole session was left.
pub fn session_was_left(left: Duration) -> String {
    format!("{} were left", super::capital(&about(left)))
}

/// "From 5 to 3."
pub fn from_to(before: u8, after: u8) -> String {
    if before == after {
        format!("Still {after}.")
    } else {
        format!("From {before} to {after}.")
    }
}

/// A rating on the scale of pain, for people who hear it.
pub fn rating(pain: u8) -> String {
    match pain {
        0 => "0, no pain".to_owned(),
        10 => "10, the worst imaginable".to_owned(),
        between => between.to_string(),
    }
}

/// What a screen reader says of the trend: the ratings after each session.
pub fn trend(ratings: &[u8]) -> String {
    let list: Vec<_> = ratings.iter().map(u8::to_string).collect();
    format!(
        "Pain after each session, oldest first: {}.",
        list.join(", ")
    )
}

/// What was done of a posture, in a line: "Pigeon, left: 60 seconds", "Pigeon, left: it hurt on the way in".
pub fn done(posture: &str, done: &Done) -> String {
    let what = match (done.end, done.during) {
        _ if done.held >= SHORTEST_TOLD => length(done.held),
        (HoldEnd::Hurt, during) => format!("it hurt{}", when(during)),
        (HoldEnd::Dizzy, during) => format!("it made you dizzy{}", when(during)),
        (HoldEnd::CountedAsDone, _) => "counted as done".to_owned(),
        (HoldEnd::Completed | HoldEnd::LeftEarly, _) => "a moment".to_owned(),
    };
    match done.side {
        None => format!("{posture}: {what}"),
        Some(Side::Left) => format!("{posture}, left: {what}"),
        Some(Side::Right) => format!("{posture}, right: {what}"),
    }
}

/// The shortest hold told by its length; anything less is worded differently, rather than as "0 seconds".
const SHORTEST_TOLD: Duration = Duration::from_millis(500);

/// Where in a posture something happened, at the end of a sentence.
const fn when(during: During) -> &'static str {
    match during {
        During::GettingIn => " on the way in",
        During::Holding => "",
        During::ChangingSides => " while changing sides",
        During::Resting => " at rest between sets",
        During::ComingOut => " on the way out",
    }
}

/// A rate of speech: "1.2 × usual".
pub fn rate(rate: f64) -> String {
    if (rate - 1.0).abs() < 0.01 {
        "usual".to_owned()
    } else {
        format!("{} × usual", fixed(rate, 1))
    }
}

/// A volume from 0 to 1.
pub fn percent(part: f64) -> String {
    format!("{} %", fixed(part * 100.0, 0))
}

/// How many records were put aside.
pub fn quarantined(count: usize) -> String {
    match count {
        1 => "One thing is put aside, as it could not be read, or changed at the same moment. It is part of the file.".to_owned(),
        count => format!(
            "{count} things are put aside, as they could not be read, or changed at the same moment. They are part of the file."
        ),
    }
}

/// An address that could be neither shared nor copied.
pub fn address(address: &str) -> String {
    format!("The browser would neither share nor copy it. This is the link: {address}")
}

/// One of the person's own routines was removed.
pub fn removed(title: &str) -> String {
    format!("“{title}” is removed.")
}

/// A routine that shows what a line can say. The words after the colons are read by Limber, and stay as they are.
pub const EXAMPLE: &str = "\
routine: After a long drive
purpose: Hips first, then the back of the legs.
90-90-rest: rest 3 min
pigeon as figure-four: hold 45 s, 2 sets, 20 s between
note: Take your time with this one.
cat-cow: 12 times, 3 s there, 3 s back
belly-breathing: 8 breaths
walk: go 5 min
";

/// "Pigeon, left side".
pub fn posture_and_side(posture: &str, side: Option<Side>) -> String {
    match side {
        None => posture.to_owned(),
        Some(Side::Left) => format!("{posture}, left side"),
        Some(Side::Right) => format!("{posture}, right side"),
    }
}

/// "The four postures, 2 of 4".
pub fn place_in(routine: &str, this: usize, all: usize) -> String {
    format!("{routine}, {}", of(this, all))
}

/// The name of a file with everything in it, for a day as `2026-11-23`.
pub fn file_name(day: &str) -> String {
    format!("limber-{day}.json")
}
