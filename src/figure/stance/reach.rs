//! Two bones that reach a place: inverse kinematics.

use crate::figure::body::Physique;
use crate::figure::body::flesh;
use crate::figure::body::skeleton::{Bone, Chain, Skeleton};
use crate::figure::part::{BodyPart, Limb};
use crate::figure::pose::{Goal, Reach};
use crate::figure::space::{Frame, Vector};

/// From the wrist to the middle of the palm, along the fingers; and half the thickness of a hand.
const PALM: [f64; 2] = [4.6, 1.2];
/// Half the thickness of an ankle.
const ANKLE_BONE: f64 = 2.2;

/// Puts the ends of limbs where they should be, or as near as they reach: first what is held, then what holds it.
pub(crate) fn put_all(skeleton: &mut Skeleton, reaches: &[Reach], body: &Physique) {
    for turn in [Turn::Leg, Turn::LegOnLeg, Turn::Arm, Turn::ArmOnArm] {
        for reach in reaches.iter().filter(|reach| Turn::of(reach) == turn) {
            put(skeleton, reach, body);
        }
    }
}

/// The order in which limbs are put in place.
#[derive(PartialEq, Eq)]
enum Turn {
    Leg,
    LegOnLeg,
    Arm,
    ArmOnArm,
}

impl Turn {
    const fn of(reach: &Reach) -> Self {
        match (reach.limb, reach.goal) {
            (Limb::Leg(_), Goal::Place { .. }) => Self::Leg,
            (Limb::Leg(_), Goal::Body { .. }) => Self::LegOnLeg,
            (
                Limb::Arm(_),
                Goal::Body {
                    part: BodyPart::UpperArm(_) | BodyPart::Forearm(_) | BodyPart::Palm(_),
                    ..
                },
            ) => Self::ArmOnArm,
            (Limb::Arm(_), Goal::Place { .. } | Goal::Body { .. }) => Self::Arm,
        }
    }
}

fn put(skeleton: &mut Skeleton, reach: &Reach, body: &Physique) {
    let to = goal(skeleton, reach, body);
    let chain = skeleton.limb_mut(reach.limb);
    let tip = tip(reach.limb, reach.back, reach.tip).unwrap_or(chain.tip);
    if let Some(put) = reached(chain, reach.limb, to, reach.joint, tip) {
        *chain = put;
    }
}

/// Where a wrist or ankle should be.
pub(crate) fn goal(skeleton: &Skeleton, reach: &Reach, body: &Physique) -> Vector {
    match reach.goal {
        Goal::Place { at, .. } => at,
        Goal::Body { part, along, side } => {
            let surface = surface(skeleton, part, along, side, body);
            let out = reach.back.unit().unwrap_or_default();
            match reach.limb {
                Limb::Arm(_) => {
                    let fingers = reach.tip.across(out).unit().unwrap_or_default();
                    surface + out * PALM[1] - fingers * PALM[0]
                }
                Limb::Leg(_) => {
                    let (_, frame) = flesh::axis(skeleton, part, along);
                    surface + frame.at(side).unit().unwrap_or_default() * ANKLE_BONE
                }
            }
        }
    }
}

/// A point on the skin of a part, or on the clothes over it.
fn surface(
    skeleton: &Skeleton,
    part: BodyPart,
    along: f64,
    side: Vector,
    body: &Physique,
) -> Vector {
    let (middle, frame) = flesh::axis(skeleton, part, along);
    let thick = flesh::thickness(part, along, body);
    // Hands and feet are flat, and have an upper side; everything else is round about its bone.
    let flat = matches!(part, BodyPart::Foot(_) | BodyPart::Palm(_));
    let side = if flat { side } else { side.level() };
    middle + frame.at(side.unit().unwrap_or_default() * thick)
}

/// A limb with its wrist or ankle at `to`, and its hand or foot turned like `tip`: the law of cosines.
pub(crate) fn reached(
    chain: &Chain,
    limb: Limb,
    to: Vector,
    joint: Vector,
    tip: Frame,
) -> Option<Chain> {
    let (root, upper, lower) = (chain.upper.from, length(&chain.upper), length(&chain.lower));
    let way = to - root;
    // Never quite straight, so that the joint keeps its direction.
    let (least, most) = ((upper - lower).abs() + 0.01, upper + lower - 0.01);
    let far = way.length().min(most).max(least);
    let along = way.unit()?;
    let aside = joint.across(along).unit()?;
    let cos = (upper * upper + far * far - lower * lower) / (2.0 * upper * far);
    let sin = (1.0 - cos * cos).max(0.0).sqrt();
    let middle = root + along * (upper * cos) + aside * (upper * sin);
    let end = root + along * far;
    // Both bones turn about the same hinge, however far the joint is bent.
    let right = (aside * forwards(limb)).cross(-along);
    let bone = |from: Vector, to: Vector| {
        let up = (from - to).unit()?;
        let front = up.cross(right);
        let frame = Frame { front, up, right };
        Some(Bone { from, to, frame })
    };
    Some(Chain {
        upper: bone(root, middle)?,
        lower: bone(middle, end)?,
        tip,
    })
}

/// The direction in which a bent knee or elbow points.
pub(crate) fn looks(chain: &Chain, limb: Limb) -> Vector {
    chain.upper.frame.front * forwards(limb)
}

/// A knee points to the front of its thigh, an elbow to the back of its upper arm.
const fn forwards(limb: Limb) -> f64 {
    match limb {
        Limb::Leg(_) => 1.0,
        Limb::Arm(_) => -1.0,
    }
}

/// The frame of a hand or foot, from where its back faces and where its fingers or toes point.
fn tip(limb: Limb, back: Vector, tip: Vector) -> Option<Frame> {
    match limb {
        Limb::Leg(_) => Frame::of(back, tip),
        Limb::Arm(hand) => {
            // The palm faces the middle, so its back faces the hand's own side.
            let front = (back * hand.sign()).cross(tip);
            Frame::of(-tip, front)
        }
    }
}

fn length(bone: &Bone) -> f64 {
    (bone.to - bone.from).length()
}
