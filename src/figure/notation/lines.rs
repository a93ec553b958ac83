//! The lines of a pose.
//!
//! - `pelvis`, `neck`, `head` with `forward`, `side`, `twist` (`turn` for the pelvis) and a number.
//! - `spine` likewise, with three numbers from the lowest part up, or one that is shared among the three.
//! - `arms`, `right arm`, `left arm` with `lift`, `out`, `turn`, `elbow`, `palm`, `wrist`.
//! - `legs`, `right leg`, `left leg` with `lift`, `out`, `turn`, `knee`, `ankle`.
//! - `rest` and parts, `on` a support: `floor`, `seat`, `step`, `desk`, or `cushion` and its height. The first such
//!   line of a pose replaces what it took over from the pose before it.
//! - `at` and one or two numbers: the place of the first part that rests, to the front and to the right.
//! - `hands`, `right hand`, `feet`, … `on` a support or `wall`, with `at` (to the front), `wide` (to its own side) and,
//!   where it differs, `height`; or `on` a part of the body, how far along it in hundredths, and on which side. Then,
//!   where they differ: `fingers` or `toes`, `top` (where the back of the hand or foot faces), `elbow` or `knee`, each
//!   with directions. By default a palm or sole faces down, and fingers and toes point to the front; to turn a foot up,
//!   give `toes` and `top`. On a body, a hand is turned by the arm's own angles, unless `fingers` and `top` are given.
//! - `free` and `hands`, `right foot`, …: it is no longer put anywhere.

use super::Problem;
use super::reaches::reach;
use super::words::{LineTokens, Which, unexpected};
use crate::figure::part::{BodyPart, Hand, Limb};
use crate::figure::pose::{Bend, Contact, Pose, Support};

const BEGINNING: &str = "pelvis, spine, neck, head, arms, legs, rest, at, hands, feet, free";
pub(super) const SUPPORT: &str =
    "floor, seat, step, desk, cushion, wall, strap or a part of the body";

/// Reads a line of a pose.
pub(super) fn add(
    pose: &mut Pose,
    rests: &mut bool,
    words: &mut LineTokens<'_>,
) -> Result<(), Problem> {
    let which = words.which();
    let word = words.next(BEGINNING)?;
    match (which, word) {
        (Which::Both, "pelvis") => angles(
            words,
            &mut [
                ("forward", &mut pose.pelvis.forward),
                ("side", &mut pose.pelvis.side),
                ("turn", &mut pose.pelvis.turn),
            ],
        ),
        (Which::Both, "spine") => spine(&mut pose.spine, words),
        (Which::Both, "neck") => bend(&mut pose.neck, words),
        (Which::Both, "head") => bend(&mut pose.head, words),
        (Which::Both, "rest") => rest(pose, rests, words),
        (Which::Both, "at") => {
            pose.at = [words.number()?, words.number_if_any().unwrap_or(0.0)];
            Ok(())
        }
        (Which::Both, "free") => {
            let which = words.which();
            let word = words.next("hands or feet")?;
            let limbs = limbs(which, word)?;
            pose.reaches.retain(|reach| !limbs.contains(&reach.limb));
            Ok(())
        }
        (Which::Both, "arms") | (Which::One(_), "arm") => arms(pose, which, words),
        (Which::Both, "legs") | (Which::One(_), "leg") => legs(pose, which, words),
        _ => reach(pose, limbs(which, word)?, words),
    }
}

/// Reads pairs of an angle's name and a number, to the end of the line.
fn angles(words: &mut LineTokens<'_>, known: &mut [(&str, &mut f64)]) -> Result<(), Problem> {
    words.numbers(known)?;
    match words.peek() {
        Some(name) => Err(unexpected(name, "the name of an angle")),
        None => Ok(()),
    }
}

fn bend(bend: &mut Bend, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    angles(
        words,
        &mut [
            ("forward", &mut bend.forward),
            ("side", &mut bend.side),
            ("twist", &mut bend.twist),
        ],
    )
}

fn spine(spine: &mut [Bend; 3], words: &mut LineTokens<'_>) -> Result<(), Problem> {
    while !words.is_empty() {
        let name = words.next("the name of an angle")?;
        let first = words.number()?;
        let numbers = match words.number_if_any() {
            Some(second) => [first, second, words.number()?],
            None => [first / 3.0; 3],
        };
        for (bend, number) in spine.iter_mut().zip(numbers) {
            match name {
                "forward" => bend.forward = number,
                "side" => bend.side = number,
                "twist" => bend.twist = number,
                _ => return Err(unexpected(name, "forward, side or twist")),
            }
        }
    }
    Ok(())
}

fn arms(pose: &mut Pose, which: Which, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    let rest = words.rest();
    for hand in which.hands() {
        let arm = &mut pose.arms[hand.index()];
        let known: &mut [(&str, &mut f64)] = &mut [
            ("lift", &mut arm.lift),
            ("out", &mut arm.out),
            ("turn", &mut arm.turn),
            ("elbow", &mut arm.elbow),
            ("palm", &mut arm.palm),
            ("wrist", &mut arm.wrist),
        ];
        angles(&mut LineTokens::of(&rest), known)?;
    }
    Ok(())
}

fn legs(pose: &mut Pose, which: Which, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    let rest = words.rest();
    for hand in which.hands() {
        let leg = &mut pose.legs[hand.index()];
        let known: &mut [(&str, &mut f64)] = &mut [
            ("lift", &mut leg.lift),
            ("out", &mut leg.out),
            ("turn", &mut leg.turn),
            ("knee", &mut leg.knee),
            ("ankle", &mut leg.ankle),
        ];
        angles(&mut LineTokens::of(&rest), known)?;
    }
    Ok(())
}

fn rest(pose: &mut Pose, rests: &mut bool, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    if !*rests {
        pose.rests.clear();
        *rests = true;
    }
    let mut parts = Vec::new();
    while !words.take("on") {
        let which = words.which();
        let word = words.next("`on`")?;
        parts.extend(some_parts(which, word)?);
    }
    let word = words.next(SUPPORT)?;
    let on = support(word, words)?.filter(|on| !matches!(on, Support::Wall | Support::Strap));
    let on = on.ok_or_else(|| unexpected(word, "floor, seat, step, desk or cushion"))?;
    pose.rests
        .extend(parts.into_iter().map(|part| Contact { part, on }));
    Ok(())
}

pub(super) fn support(word: &str, words: &mut LineTokens<'_>) -> Result<Option<Support>, Problem> {
    Ok(Some(match word {
        "floor" => Support::Floor,
        "seat" => Support::Seat,
        "step" => Support::Step,
        "desk" => Support::Desk,
        "wall" => Support::Wall,
        "strap" => Support::Strap,
        "cushion" => Support::Cushion(words.number()?),
        _ => return Ok(None),
    }))
}

/// The parts that a word means, on one side or both.
pub(super) fn some_parts(which: Which, word: &str) -> Result<Vec<BodyPart>, Problem> {
    const EXPECTED: &str = "a part of the body";
    let single = match word {
        "pelvis" => Some(BodyPart::Pelvis),
        "chest" => Some(BodyPart::Chest),
        "head" => Some(BodyPart::Head),
        _ => None,
    };
    if let Some(part) = single {
        return if which == Which::Both {
            Ok(vec![part])
        } else {
            Err(unexpected(word, "a part that there are two of"))
        };
    }
    let bare = word.strip_suffix('s').unwrap_or(word);
    let make: fn(Hand) -> BodyPart = match bare {
        "thigh" => BodyPart::Thigh,
        "shin" => BodyPart::Shin,
        "foot" | "feet" => BodyPart::Foot,
        "arm" => BodyPart::UpperArm,
        "forearm" => BodyPart::Forearm,
        "hand" => BodyPart::Palm,
        _ => return Err(unexpected(word, EXPECTED)),
    };
    Ok(which.hands().iter().copied().map(make).collect())
}

fn limbs(which: Which, word: &str) -> Result<Vec<Limb>, Problem> {
    let make: fn(Hand) -> Limb = match (which, word) {
        (Which::Both, "hands") | (Which::One(_), "hand") => Limb::Arm,
        (Which::Both, "feet") | (Which::One(_), "foot") => Limb::Leg,
        _ => return Err(unexpected(word, BEGINNING)),
    };
    Ok(which.hands().iter().copied().map(make).collect())
}
