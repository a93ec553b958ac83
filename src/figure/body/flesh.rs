//! The flesh around the bones: slices in space, for each part of the body.

use super::head;
use super::{
    FOOT_SLICES, FOREARM_SLICES, HAND_SLICES, HEAD_SLICES, HIPS, Physique, SHIN_SLICES, Slice,
    THIGH_SLICES, THUMB_SLICES, UPPER_ARM_SLICES,
};
use crate::figure::body::skeleton::{Bone, Chain, Skeleton};
use crate::figure::part::{BodyPart, Hand, Limb};
use crate::figure::space::{Frame, Vector, vector};

/// A slice in space: an ellipsoid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ellipsoid {
    /// The centre.
    pub middle: Vector,
    /// The half axes.
    pub axes: [Vector; 3],
}

impl Ellipsoid {
    /// A ball.
    pub fn ball(middle: Vector, radius: f64) -> Self {
        let Frame { right, front, up } = Frame::UPRIGHT;
        Self {
            middle,
            axes: [right, front, up].map(|axis| axis * radius),
        }
    }
}

/// The length of a slice relative to its thickness: ends are rounded.
const LENGTH: f64 = 0.75;
/// How much a breath widens each slice of the trunk.
const BREATH: [f64; 8] = [0.0, 0.0, 0.1, 0.5, 0.5, 0.4, 0.1, 0.0];

/// The slices of a part of the body; the neck belongs to the head.
pub fn part(skeleton: &Skeleton, part: BodyPart, body: &Physique) -> Vec<Ellipsoid> {
    let leg = |hand: Hand| &skeleton.legs[hand.index()];
    let arm = |hand: Hand| &skeleton.arms[hand.index()];
    match part {
        BodyPart::Pelvis => trunk(skeleton, body, 0.0)[..HIPS].to_vec(),
        BodyPart::Chest => trunk(skeleton, body, 0.0)[HIPS..].to_vec(),
        BodyPart::Head => head::head(skeleton),
        BodyPart::Thigh(hand) => thigh(leg(hand), body),
        BodyPart::Shin(hand) => shin(leg(hand), body),
        BodyPart::Foot(hand) => foot(leg(hand)),
        BodyPart::UpperArm(hand) => upper_arm(arm(hand), body),
        BodyPart::Forearm(hand) => forearm(arm(hand), body),
        BodyPart::Palm(hand) => palm(arm(hand)),
    }
}

/// Every part of a body.
pub fn parts() -> impl Iterator<Item = BodyPart> {
    let limbs = |hand| [Limb::Leg(hand), Limb::Arm(hand)];
    let paired = Hand::BOTH.into_iter().flat_map(limbs).flat_map(Limb::parts);
    [BodyPart::Pelvis, BodyPart::Chest, BodyPart::Head]
        .into_iter()
        .chain(paired)
}

/// The height of a part's lowest point above the floor.
pub fn lowest(skeleton: &Skeleton, which: BodyPart, body: &Physique) -> f64 {
    let low = |round: &Ellipsoid| {
        let square: f64 = round.axes.iter().map(|axis| axis.y * axis.y).sum();
        round.middle.y - square.sqrt()
    };
    let slices = part(skeleton, which, body);
    slices.iter().map(low).fold(f64::INFINITY, f64::min)
}

/// The point at `along` on a part's centre line, and how the part is turned there.
pub(crate) fn axis(skeleton: &Skeleton, part: BodyPart, along: f64) -> (Vector, Frame) {
    let on = |bone: &Bone| (bone.from + (bone.to - bone.from) * along, bone.frame);
    match part {
        BodyPart::Pelvis => on(&skeleton.trunk[0]),
        BodyPart::Chest => spine_at(skeleton, 8.0 + along * 20.0),
        BodyPart::Head => {
            let middle = skeleton.neck.to + skeleton.head.up * (along * 11.0);
            (middle, skeleton.head)
        }
        BodyPart::Thigh(hand) => on(&skeleton.legs[hand.index()].upper),
        BodyPart::Shin(hand) => on(&skeleton.legs[hand.index()].lower),
        BodyPart::Foot(hand) => {
            let leg = &skeleton.legs[hand.index()];
            let down = vector(along * 8.0, -2.0, 0.0);
            (leg.lower.to + leg.tip.at(down), leg.tip)
        }
        BodyPart::UpperArm(hand) => on(&skeleton.arms[hand.index()].upper),
        BodyPart::Forearm(hand) => on(&skeleton.arms[hand.index()].lower),
        BodyPart::Palm(hand) => {
            let arm = &skeleton.arms[hand.index()];
            (arm.lower.to - arm.tip.up * (along * 8.0), arm.tip)
        }
    }
}

/// How thick a part is around its centre line at `along`.
pub(crate) fn thickness(part: BodyPart, along: f64, body: &Physique) -> f64 {
    let mean = |slices: &[Slice], along: f64| {
        let after = slices.iter().position(|slice| slice.along >= along);
        let nth = after.unwrap_or(slices.len() - 1);
        let (one, two) = (slices[nth.saturating_sub(1)], slices[nth]);
        let span = (two.along - one.along).max(1e-9);
        let part = ((along - one.along) / span).clamp(0.0, 1.0);
        let thick = |slice: Slice| f64::midpoint(slice.width, slice.depth);
        thick(one) * (1.0 - part) + thick(two) * part
    };
    match part {
        BodyPart::Pelvis => body.trunk[1].depth,
        BodyPart::Chest => mean(&body.trunk, 8.0 + along * 20.0),
        BodyPart::Head => mean(HEAD_SLICES, along * 11.0),
        BodyPart::Thigh(_) => mean(THIGH_SLICES, along) * body.limbs,
        BodyPart::Shin(_) => mean(SHIN_SLICES, along) * body.limbs,
        BodyPart::Foot(_) => 1.6,
        BodyPart::UpperArm(_) => mean(UPPER_ARM_SLICES, along) * body.limbs,
        BodyPart::Forearm(_) => mean(FOREARM_SLICES, along) * body.limbs,
        BodyPart::Palm(_) => 1.2,
    }
}

/// A slice at `middle`, turned like `frame`.
pub(crate) fn round(middle: Vector, frame: Frame, slice: &Slice) -> Ellipsoid {
    Ellipsoid {
        middle: middle + frame.front * slice.before,
        axes: [
            frame.right * slice.width,
            frame.front * slice.depth,
            frame.up * (slice.width.min(slice.depth) * LENGTH),
        ],
    }
}

/// Slices along a bone, with their thickness multiplied by `thick`.
pub(crate) fn along_bone(bone: &Bone, slices: &[Slice], thick: f64) -> Vec<Ellipsoid> {
    let way = bone.to - bone.from;
    let at = |slice: &Slice| {
        let slice = Slice {
            width: slice.width * thick,
            depth: slice.depth * thick,
            ..*slice
        };
        round(bone.from + way * slice.along, bone.frame, &slice)
    };
    slices.iter().map(at).collect()
}

pub(crate) fn thigh(leg: &Chain, body: &Physique) -> Vec<Ellipsoid> {
    along_bone(&leg.upper, THIGH_SLICES, body.limbs)
}

pub(crate) fn shin(leg: &Chain, body: &Physique) -> Vec<Ellipsoid> {
    along_bone(&leg.lower, SHIN_SLICES, body.limbs)
}

pub(crate) fn foot(leg: &Chain) -> Vec<Ellipsoid> {
    let (ankle, sole) = (leg.lower.to, leg.tip);
    let at = |slice: &Slice| Ellipsoid {
        middle: ankle + sole.front * slice.along + sole.up * slice.before,
        axes: [
            sole.right * slice.width,
            sole.up * slice.depth,
            sole.front * (slice.depth * LENGTH),
        ],
    };
    FOOT_SLICES.iter().map(at).collect()
}

pub(crate) fn upper_arm(arm: &Chain, body: &Physique) -> Vec<Ellipsoid> {
    along_bone(&arm.upper, UPPER_ARM_SLICES, body.limbs)
}

/// The sleeve, a little wider than the arm.
pub(crate) fn sleeve(arm: &Chain, body: &Physique) -> Vec<Ellipsoid> {
    let wider = |slice: &Slice| Slice {
        along: slice.along * 0.62,
        width: slice.width + 0.45,
        depth: slice.depth + 0.45,
        ..*slice
    };
    let slices: Vec<_> = UPPER_ARM_SLICES.iter().map(wider).collect();
    along_bone(&arm.upper, &slices, body.limbs)
}

pub(crate) fn forearm(arm: &Chain, body: &Physique) -> Vec<Ellipsoid> {
    along_bone(&arm.lower, FOREARM_SLICES, body.limbs)
}

pub(crate) fn palm(arm: &Chain) -> Vec<Ellipsoid> {
    of_hand(arm, HAND_SLICES)
}

pub(crate) fn thumb(arm: &Chain) -> Vec<Ellipsoid> {
    of_hand(arm, THUMB_SLICES)
}

/// The slices of a hand. Its width runs from thumb to little finger, along its frame's front.
fn of_hand(arm: &Chain, slices: &[Slice]) -> Vec<Ellipsoid> {
    let (wrist, frame) = (arm.lower.to, arm.tip);
    let at = |slice: &Slice| Ellipsoid {
        middle: wrist - frame.up * slice.along + frame.front * slice.before,
        axes: [
            frame.front * slice.width,
            frame.right * slice.depth,
            frame.up * (slice.depth * LENGTH),
        ],
    };
    slices.iter().map(at).collect()
}

/// The trunk, from below the hip joints to the neck, at a depth of breath from 0 to 1.
pub(crate) fn trunk(skeleton: &Skeleton, body: &Physique, breath: f64) -> Vec<Ellipsoid> {
    let wider = |(slice, breathes): (&Slice, f64)| {
        let (middle, frame) = spine_at(skeleton, slice.along);
        let more = breathes * breath;
        let slice = Slice {
            width: slice.width + more * 0.6,
            depth: slice.depth + more,
            before: slice.before + more,
            ..*slice
        };
        round(middle, frame, &slice)
    };
    body.trunk.iter().zip(BREATH).map(wider).collect()
}

/// The trousers over the hips, and the shirt over the rest of the trunk, at a depth of breath. Both end at the hem,
/// where one goes under the other.
pub(crate) fn clothes(skeleton: &Skeleton, body: &Physique, breath: f64) -> [Vec<Ellipsoid>; 2] {
    const HEM: f64 = 2.2;
    let trunk = trunk(skeleton, body, breath);
    let [below, above] = [body.trunk[HIPS - 2], body.trunk[HIPS - 1]];
    let middle = |of: fn(&Slice) -> f64| f64::midpoint(of(&below), of(&above));
    let hem = Slice {
        along: middle(|slice| slice.along),
        width: middle(|slice| slice.width),
        depth: middle(|slice| slice.depth),
        before: middle(|slice| slice.before),
    };
    let (place, frame) = spine_at(skeleton, hem.along);
    let mut hem = round(place, frame, &hem);
    hem.axes[2] = frame.up * HEM;
    let hips = trunk[..HIPS - 1].iter().copied().chain([hem]);
    let rest = std::iter::once(hem).chain(trunk[HIPS - 1..].iter().copied());
    [hips.collect(), rest.collect()]
}

/// A place on the spine at a distance from the hip joints, and how the spine is turned there. Between two joints the
/// turn is blended, or the back would have corners.
pub(crate) fn spine_at(skeleton: &Skeleton, along: f64) -> (Vector, Frame) {
    let mut from = 0.0;
    let last = skeleton.trunk.len() - 1;
    for (nth, bone) in skeleton.trunk.iter().enumerate() {
        let length = (bone.to - bone.from).length();
        if along <= from + length || nth == last {
            let part = (along - from) / length;
            let middle = bone.from + (bone.to - bone.from) * part;
            let frame = match skeleton.trunk.get(nth + 1) {
                Some(next) if part > 0.5 => bone.frame.towards(next.frame, part - 0.5),
                _ if part > 0.0 && nth > 0 => skeleton.trunk[nth - 1]
                    .frame
                    .towards(bone.frame, 0.5 + part.min(0.5)),
                _ => bone.frame,
            };
            return (middle, frame);
        }
        from += length;
    }
    (skeleton.trunk[0].from, skeleton.trunk[0].frame)
}
