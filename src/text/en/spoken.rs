//! What the session says in English, beyond the postures' own lines.

use std::time::Duration;

use super::{about, away, length, mid_sentence, number};
use crate::domain::body::Caution;
use crate::domain::dose::{Amount, Dose};
use crate::domain::phrasing::{BothSides, Message, Missed, Order, Phrasing, Rising};
use crate::domain::posture::{Posture, Side};

/// English, as the session speaks it.
#[derive(Debug, Clone, Copy)]
pub struct English;

/// How fast an even English voice speaks at its usual rate, spaces included. Measured with espeak-ng at 175 words a
/// minute; how much a voice deviates is learned.
const CHARACTERS_A_SECOND: f64 = 14.0;
/// The silence that a voice leaves at a full stop or a comma, and before it begins.
const A_STOP: Duration = Duration::from_millis(300);

impl Phrasing for English {
    fn words(&self, message: &Message<'_>) -> String {
        words(message)
    }

    fn spoken_length(&self, words: &str) -> Duration {
        let stops = words
            .chars()
            .filter(|letter| matches!(letter, '.' | ',' | ':' | '?'))
            .count();
        // Digits are spoken as words: "60" takes as long as "sixty".
        let digits = words.chars().filter(char::is_ascii_digit).count() * 4;
        #[expect(
            clippy::cast_precision_loss,
            reason = "a line has some hundred letters"
        )]
        let letters = (words.chars().count() + digits) as f64;
        Duration::from_secs_f64(letters / CHARACTERS_A_SECOND)
            + A_STOP * u32::try_from(stops).unwrap_or(u32::MAX)
    }
}

fn words(message: &Message<'_>) -> String {
    match *message {
        Message::Welcome { title, total } => format!("{title}. It takes {}.", about(total)),
        Message::NothingShouldHurt => {
            "A mild pull is fine. Nothing should hurt. If something does, press This hurts.".to_owned()
        }
        Message::Announce { posture, order, side, amount } => announce(posture, order, side, amount),
        Message::Rise { part, nth } => rise(part, nth).to_owned(),
        Message::ChangeSides { to: Side::Left } => "Change sides. Now the left.".to_owned(),
        Message::ChangeSides { to: Side::Right } => "Change sides. Now the right.".to_owned(),
        Message::NextSet { last: false } => "Once more.".to_owned(),
        Message::NextSet { last: true } => "And one last time.".to_owned(),
        Message::HoldBegins { dose, nth } => hold_begins(dose, nth).to_owned(),
        Message::Halfway { left, nth } => halfway(left, nth),
        Message::HalfTheRepetitions { left } => {
            format!("Half-way. {} more.", super::capital(&number(left.into())))
        }
        Message::LastRepetition => "Last one.".to_owned(),
        Message::LastBreath => "One more breath.".to_owned(),
        Message::NextUp { posture } => {
            format!("In a moment we move on to {}. No hurry.", mid_sentence(posture.name))
        }
        Message::Done { postures } => done(postures),
        Message::Paused => "Paused.".to_owned(),
        Message::GetReady => "Get ready.".to_owned(),
        Message::Landed { posture, side, left } => landed(posture, side, left),
        Message::Away { length, missed } => was_away(length, missed),
        Message::AfterHurt { easier: true } => {
            "When you are ready, choose: an easier way, the next posture, or the end.".to_owned()
        }
        Message::AfterHurt { easier: false } => {
            "When you are ready, choose: the next posture, or the end.".to_owned()
        }
        Message::AfterDizzy => {
            "Take all the time you need. I leave out what puts the head down. Press Continue when it is over.".to_owned()
        }
        Message::Easier { name } => format!("We do it an easier way: {name}."),
        Message::Stronger { name } => format!("We do it a fuller way: {name}."),
        Message::TakeCare { caution } => take_care(caution).to_owned(),
    }
}

fn announce(
    posture: &Posture,
    order: Order,
    side: Option<(Side, BothSides)>,
    amount: Amount,
) -> String {
    let name = mid_sentence(posture.name);
    let opening = match order {
        Order::Only => format!("{}.", posture.name),
        Order::First => format!("First, {name}."),
        Order::Middle => format!("Next, {name}."),
        Order::Last => format!("Last, {name}."),
    };
    let side_words = match side {
        None => None,
        Some((Side::Left, BothSides::Yes)) => Some("Left side first."),
        Some((Side::Right, BothSides::Yes)) => Some("Right side first."),
        Some((Side::Left, BothSides::No)) => Some("Left side."),
        Some((Side::Right, BothSides::No)) => Some("Right side."),
    };
    let each_side = matches!(side, Some((_, BothSides::Yes)));
    let amount = self::amount(amount, each_side);
    match side_words {
        Some(side) => format!("{opening} {side} {amount}"),
        None => format!("{opening} {amount}"),
    }
}

/// An amount, as a sentence.
fn amount(amount: Amount, each_side: bool) -> String {
    let one = match amount.dose {
        Dose::Hold(time) | Dose::Rest(time) | Dose::Go { length: time, .. } => length(time),
        Dose::Repetitions { count, .. } => movements(count),
        Dose::Breaths { count, .. } => format!("{} slow breaths", number(count.into())),
    };
    let one = super::capital(&one);
    let sets = number(amount.sets.into());
    // "Three slow movements, then two, then one."
    let further: Vec<_> = (2..=amount.sets)
        .filter_map(|set| match amount.dose_of(set) {
            Dose::Repetitions { count, .. } | Dose::Breaths { count, .. } => Some(count),
            Dose::Hold(_) | Dose::Rest(_) | Dose::Go { .. } => None,
        })
        .map(|count| format!(", then {}", number(count.into())))
        .collect();
    let further = further.concat();
    match (amount.sets, amount.fewer, each_side) {
        (1, _, false) => format!("{one}."),
        (1, _, true) => format!("{one} each side."),
        (2, 0, false) => format!("{one}, twice."),
        (2, 0, true) => format!("{one}, twice each side."),
        (_, 0, false) => format!("{one}, {sets} times."),
        (_, 0, true) => format!("{one}, {sets} times each side."),
        (_, _, false) => format!("{one}{further}."),
        (_, _, true) => format!("{one}{further}, each side."),
    }
}

fn movements(count: u32) -> String {
    match count {
        1 => "one slow movement".to_owned(),
        count => format!("{} slow movements", number(count.into())),
    }
}

fn hold_begins(dose: Dose, nth: usize) -> &'static str {
    const HOLD: [&str; 4] = [
        "And stay here.",
        "Now hold, quite softly.",
        "Stay with it.",
        "And be still.",
    ];
    const REST: [&str; 3] = [
        "Now let go.",
        "Nothing to do but rest.",
        "Let the floor carry you.",
    ];
    const GO: [&str; 3] = [
        "Off you go, at your own pace.",
        "Begin, as slowly as you like.",
        "And go, with easy steps.",
    ];
    match dose {
        Dose::Rest(_) => REST[nth % REST.len()],
        Dose::Go { .. } => GO[nth % GO.len()],
        Dose::Hold(_) | Dose::Repetitions { .. } | Dose::Breaths { .. } => HOLD[nth % HOLD.len()],
    }
}

fn rise(part: Rising, nth: usize) -> &'static str {
    const ROLL: [&str; 3] = [
        "Roll onto one side, and lie there for a breath or two.",
        "Roll over onto your side, and wait there for a moment.",
        "Onto one side now, and rest there for a breath.",
    ];
    const PUSH: [&str; 3] = [
        "Push yourself up with your hands, the head last.",
        "Press into your upper hand, and come up slowly.",
        "Let your hands push you up, without hurry.",
    ];
    const PUSH_BACK: [&str; 2] = [
        "Press into your hands, and move back onto hands and knees.",
        "Push yourself back onto your hands and knees, slowly.",
    ];
    match part {
        Rising::Roll => ROLL[nth % ROLL.len()],
        Rising::Push => PUSH[nth % PUSH.len()],
        Rising::PushBack => PUSH_BACK[nth % PUSH_BACK.len()],
    }
}

/// What this person should take care of, said once when the posture begins.
const fn take_care(caution: Caution) -> &'static str {
    match caution {
        Caution::Osteoporosis => {
            "For your bones, keep the movement small, and never force its end."
        }
        Caution::Dizziness => "Keep a chair within reach, and rise slowly.",
        Caution::Glaucoma
        | Caution::BloodPressure
        | Caution::Hip
        | Caution::Knees
        | Caution::Pregnancy
        | Caution::Surgery
        | Caution::LegPain
        | Caution::BackBending
        | Caution::Wrists
        | Caution::Shoulder
        | Caution::BendingForward
        | Caution::Twisting => "Take special care here, and do less rather than more.",
    }
}

fn halfway(left: Duration, nth: usize) -> String {
    // Half of an odd length is not a number worth saying.
    if !left.as_secs().is_multiple_of(5) {
        const HALF: [&str; 3] = ["Half-way.", "That is half of it.", "Half is done."];
        return HALF[nth % HALF.len()].to_owned();
    }
    let left = length(left);
    match nth % 4 {
        0 => format!("Half-way. {} to go.", super::capital(&left)),
        1 => format!("That is half of it. {} more.", super::capital(&left)),
        2 => format!("Half is done. {} left.", super::capital(&left)),
        _ => format!("Half-way there. {} left.", super::capital(&left)),
    }
}

fn landed(posture: &Posture, side: Option<Side>, left: Duration) -> String {
    let (name, left) = (posture.name, super::capital(&length(left)));
    match side {
        None => format!("{name}. {left} left."),
        Some(Side::Left) => format!("{name}, left side. {left} left."),
        Some(Side::Right) => format!("{name}, right side. {left} left."),
    }
}

/// What was missed, and where the session goes on.
fn was_away(time: Duration, missed: Missed<'_>) -> String {
    let name = |posture: &Posture| mid_sentence(posture.name);
    let on = |posture, side| match side {
        None => name(posture),
        Some(Side::Left) => format!("{}, left side", name(posture)),
        Some(Side::Right) => format!("{}, right side", name(posture)),
    };
    let (what, then) = match missed {
        Missed::Beginning => ("how it begins".to_owned(), "I begin again"),
        Missed::GettingIn { posture, side } => {
            let what = format!("how to get into {}", on(posture, side));
            (what, "I say it again")
        }
        Missed::Holding {
            posture,
            side,
            left,
        } => {
            let what = format!("the last {} of {}", length(left), on(posture, side));
            (what, "it goes on from there")
        }
        Missed::ChangingSides { posture } => {
            let what = format!("the change of sides in {}", name(posture));
            (what, "I say it again")
        }
        Missed::Resting { posture } => {
            let what = format!("the rest after {}", name(posture));
            (what, "it begins again")
        }
        Missed::ComingOut { posture } => {
            let what = format!("how to come out of {}", name(posture));
            (what, "I say it again")
        }
        Missed::Ending => ("the end".to_owned(), "I say it again"),
    };
    format!(
        "You were away for {}, and missed {what}. When you are ready, press Continue: {then}.",
        away(time)
    )
}

fn done(postures: Option<usize>) -> String {
    match postures {
        None | Some(0 | 1) => {
            "That is all. Stay a moment, and go on gently when you like.".to_owned()
        }
        Some(2) => {
            "That was both of them. Stay a moment, and go on gently when you like.".to_owned()
        }
        Some(count) => {
            let count = number(u64::try_from(count).unwrap_or(u64::MAX));
            format!("Those were all {count}. Stay a moment, and go on gently when you like.")
        }
    }
}
