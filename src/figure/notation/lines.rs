//! The lines of a pose.
//!
//! - `pelvis`, `neck`, `head` with `forward`, `side`, `twist` (`turn` for the pelvis) and a number.
//! - `spine` likewise, with three numbers from below up, or one that is shared among the three.
//! - `arms`, `right arm`, `left arm` with `lift`, `out`, `turn`, `elbow`, `palm`, `wrist`.
//! - `legs`, `right leg`, `left leg` with `lift`, `out`, `turn`, `knee`, `ankle`.
//! - `rest` and parts, `on` a support: `floor`, `seat`, `step`, `desk`, `strap`, or `cushion` and how
//!   high it is. Each pose that says it anew forgets what the pose before it rested on.
//! - `at` and one or two numbers: where the first part that rests is, to the front and to the right.
//! - `hands`, `right hand`, `feet`, … `on` a support or `wall`, with `at` (to the front), `wide` (to
//!   its own side) and, where it differs, `height`; or `on` a part of the body, how far along it in
//!   hundredths, and on which side. Then, where they differ: `fingers` or `toes`, `top` (where the back
//!   of the hand or foot looks), `elbow` or `knee`, each with directions. A palm or sole looks down, and
//!   fingers and toes to the front, unless it is said; to turn a foot up, say `toes` and `top`. On a
//!   body, a hand is turned as the arm's own angles turn it, unless `fingers` and `top` say how.
//! - `free` and `hands`, `right foot`, …: it is not put anywhere any more.

use super::super::body::ANKLE;
use super::super::pose::{Bend, Goal, Hand, Limb, Part, Pose, Reach, Rest, Support};
use super::super::prop;
use super::super::space::{Vector, vector};
use super::Problem;
use super::words::{Which, Words, unexpected};

/// How high the wrist is above what the palm lies on.
const WRIST: f64 = 1.9;

const BEGINNING: &str = "pelvis, spine, neck, head, arms, legs, rest, at, hands, feet, free";
const SUPPORT: &str = "floor, seat, step, desk, cushion, wall, strap or a part of the body";

/// Reads a line of a pose.
pub(super) fn add(pose: &mut Pose, rests: &mut bool, words: &mut Words<'_>) -> Result<(), Problem> {
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

/// Pairs of a name and a number, until the line ends.
fn angles(words: &mut Words<'_>, known: &mut [(&str, &mut f64)]) -> Result<(), Problem> {
    while let Some(name) = words.peek() {
        let found = known.iter_mut().find(|(known, _)| *known == name);
        let (_, angle) = found.ok_or_else(|| unexpected(name, "the name of an angle"))?;
        words.take(name);
        **angle = words.number()?;
    }
    Ok(())
}

fn bend(bend: &mut Bend, words: &mut Words<'_>) -> Result<(), Problem> {
    angles(
        words,
        &mut [
            ("forward", &mut bend.forward),
            ("side", &mut bend.side),
            ("twist", &mut bend.twist),
        ],
    )
}

fn spine(spine: &mut [Bend; 3], words: &mut Words<'_>) -> Result<(), Problem> {
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

fn arms(pose: &mut Pose, which: Which, words: &mut Words<'_>) -> Result<(), Problem> {
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
        angles(&mut Words::of(&rest), known)?;
    }
    Ok(())
}

fn legs(pose: &mut Pose, which: Which, words: &mut Words<'_>) -> Result<(), Problem> {
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
        angles(&mut Words::of(&rest), known)?;
    }
    Ok(())
}

fn rest(pose: &mut Pose, rests: &mut bool, words: &mut Words<'_>) -> Result<(), Problem> {
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
    let on = support(word, words)?.ok_or_else(|| unexpected(word, SUPPORT))?;
    pose.rests
        .extend(parts.into_iter().map(|part| Rest { part, on }));
    Ok(())
}

fn support(word: &str, words: &mut Words<'_>) -> Result<Option<Support>, Problem> {
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
fn some_parts(which: Which, word: &str) -> Result<Vec<Part>, Problem> {
    const EXPECTED: &str = "a part of the body";
    let single = match word {
        "pelvis" => Some(Part::Pelvis),
        "chest" => Some(Part::Chest),
        "head" => Some(Part::Head),
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
    let make: fn(Hand) -> Part = match bare {
        "thigh" => Part::Thigh,
        "shin" => Part::Shin,
        "foot" | "feet" => Part::Foot,
        "arm" => Part::UpperArm,
        "forearm" => Part::Forearm,
        "hand" => Part::Palm,
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

/// Puts limbs somewhere: each reads the same words in its own way, for in and out differ.
fn reach(pose: &mut Pose, limbs: Vec<Limb>, words: &mut Words<'_>) -> Result<(), Problem> {
    let rest = words.rest();
    for limb in limbs {
        let mut words = Words::of(&rest);
        let reach = one_reach(limb, &mut words)?;
        pose.reaches.retain(|other| other.limb != limb);
        pose.reaches.push(reach);
    }
    Ok(())
}

fn one_reach(limb: Limb, words: &mut Words<'_>) -> Result<Reach, Problem> {
    if !words.take("on") {
        return Err(Problem::Missing("`on`"));
    }
    let hand = limb.hand();
    let arm = matches!(limb, Limb::Arm(_));
    let which = words.which();
    let word = words.next(SUPPORT)?;
    let (goal, lies) = match support(word, words)? {
        Some(on) if which == Which::Both => (place(limb, on, words)?, true),
        _ => (on_body(limb, which, word, words)?, false),
    };
    // On a body, a hand lies as the body does unless it is said how.
    let usual = |direction: Vector| if lies { direction } else { Vector::default() };
    let mut reach = Reach {
        limb,
        goal,
        joint: if arm {
            vector(-1.0, 0.0, 0.25 * hand.sign())
        } else {
            vector(0.2, 1.0, 0.0)
        },
        tip: usual(vector(1.0, 0.0, 0.0)),
        back: usual(vector(0.0, 1.0, 0.0)),
    };
    while !words.is_empty() {
        match words.next("a word")? {
            "fingers" if arm => reach.tip = words.direction(hand)?,
            "toes" if !arm => reach.tip = words.direction(hand)?,
            "top" => reach.back = words.direction(hand)?,
            "elbow" if arm => reach.joint = words.direction(hand)?,
            "knee" if !arm => reach.joint = words.direction(hand)?,
            found => return Err(unexpected(found, "fingers, toes, top, elbow or knee")),
        }
    }
    Ok(reach)
}

fn place(limb: Limb, on: Support, words: &mut Words<'_>) -> Result<Goal, Problem> {
    let above = match limb {
        Limb::Arm(_) => WRIST,
        Limb::Leg(_) => ANKLE,
    };
    let (mut front, mut aside, mut height) = (0.0, 0.0, prop::top(on) + above);
    angles_until(
        words,
        &mut [
            ("at", &mut front),
            ("wide", &mut aside),
            ("height", &mut height),
        ],
    )?;
    let at = vector(front, height, aside * limb.hand().sign());
    Ok(Goal::Place { on, at })
}

/// Pairs of a known name and a number, until another word comes.
fn angles_until(words: &mut Words<'_>, known: &mut [(&str, &mut f64)]) -> Result<(), Problem> {
    while let Some(name) = words.peek() {
        let Some((_, number)) = known.iter_mut().find(|(known, _)| *known == name) else {
            break;
        };
        words.take(name);
        **number = words.number()?;
    }
    Ok(())
}

/// A part of the body to touch: by default on the limb's own side.
fn on_body(limb: Limb, which: Which, word: &str, words: &mut Words<'_>) -> Result<Goal, Problem> {
    let own = match which {
        Which::Both => Which::One(limb.hand()),
        Which::One(_) => which,
    };
    let single = matches!(word, "pelvis" | "chest" | "head");
    let part = some_parts(if single { which } else { own }, word)?[0];
    let along = words.number()? / 100.0;
    let hand = match part {
        Part::Thigh(hand)
        | Part::Shin(hand)
        | Part::Foot(hand)
        | Part::UpperArm(hand)
        | Part::Forearm(hand)
        | Part::Palm(hand) => hand,
        Part::Pelvis | Part::Chest | Part::Head => limb.hand(),
    };
    let side = words.direction(hand)?;
    Ok(Goal::Body { part, along, side })
}
