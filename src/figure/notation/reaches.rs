//! Reads where a line of a pose puts hands and feet.

use super::Problem;
use super::lines::{SUPPORT, some_parts, support};
use super::words::{LineTokens, Which, unexpected};
use crate::figure::body::ANKLE;
use crate::figure::part::Limb;
use crate::figure::pose::{Goal, Pose, Reach, Support};
use crate::figure::space::{Vector, vector};

/// How high the wrist is above what the palm lies on.
const WRIST: f64 = 1.9;

/// Puts limbs somewhere. Each reads the same words for itself, because in and out depend on the side.
pub(super) fn reach(
    pose: &mut Pose,
    limbs: Vec<Limb>,
    words: &mut LineTokens<'_>,
) -> Result<(), Problem> {
    let rest = words.rest();
    for limb in limbs {
        let mut words = LineTokens::of(&rest);
        let reach = one_reach(limb, &mut words)?;
        pose.reaches.retain(|other| other.limb != limb);
        pose.reaches.push(reach);
    }
    Ok(())
}

fn one_reach(limb: Limb, words: &mut LineTokens<'_>) -> Result<Reach, Problem> {
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
    // On a body, a hand lies as the body does unless the line says how.
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

fn place(limb: Limb, on: Support, words: &mut LineTokens<'_>) -> Result<Goal, Problem> {
    let above = match limb {
        Limb::Arm(_) => WRIST,
        Limb::Leg(_) => ANKLE,
    };
    let (mut front, mut aside, mut height) = (0.0, 0.0, on.top() + above);
    words.numbers(&mut [
        ("at", &mut front),
        ("wide", &mut aside),
        ("height", &mut height),
    ])?;
    let at = vector(front, height, aside * limb.hand().sign());
    Ok(Goal::Place { on, at })
}

/// The part of the body to touch; by default on the limb's own side.
fn on_body(
    limb: Limb,
    which: Which,
    word: &str,
    words: &mut LineTokens<'_>,
) -> Result<Goal, Problem> {
    let own = match which {
        Which::Both => Which::One(limb.hand()),
        Which::One(_) => which,
    };
    let single = matches!(word, "pelvis" | "chest" | "head");
    let part = some_parts(if single { which } else { own }, word)?[0];
    let along = words.number()? / 100.0;
    let side = words.direction(part.hand().unwrap_or(limb.hand()))?;
    Ok(Goal::Body { part, along, side })
}
