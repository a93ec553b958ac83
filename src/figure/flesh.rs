//! What is around the bones: slices in space, by part of the body.

use super::body::{
    BUN, FOOT_SLICES, FOREARM_SLICES, HAIR_SLICES, HAND_SLICES, HEAD_SLICES, NECK_SLICES,
    SHIN_SLICES, Slice, THIGH_SLICES, TRUNK_SLICES, UPPER_ARM_SLICES,
};
use super::contour::Round;
use super::skeleton::{Bone, Chain, Skeleton};
use super::space::{Frame, Vector, vector};

/// A slice is as long as this part of its thickness: ends are rounded.
const LENGTH: f64 = 0.75;

/// A slice at a place, turned as a frame is.
fn round(middle: Vector, frame: Frame, slice: &Slice) -> Round {
    Round {
        middle: middle + frame.front * slice.before,
        axes: [
            frame.right * slice.width,
            frame.front * slice.depth,
            frame.up * (slice.width.min(slice.depth) * LENGTH),
        ],
    }
}

fn along_bone(bone: &Bone, slices: &[Slice]) -> Vec<Round> {
    let way = bone.to - bone.from;
    let at = |slice: &Slice| round(bone.from + way * slice.along, bone.frame, slice);
    slices.iter().map(at).collect()
}

/// The thigh and the lower leg.
pub(super) fn thigh(leg: &Chain) -> Vec<Round> {
    along_bone(&leg.upper, THIGH_SLICES)
}

/// The lower leg.
pub(super) fn shin(leg: &Chain) -> Vec<Round> {
    along_bone(&leg.lower, SHIN_SLICES)
}

/// The foot.
pub(super) fn foot(leg: &Chain) -> Vec<Round> {
    let (ankle, sole) = (leg.lower.to, leg.tip);
    let at = |slice: &Slice| Round {
        middle: ankle + sole.front * slice.along + sole.up * slice.before,
        axes: [
            sole.right * slice.width,
            sole.up * slice.depth,
            sole.front * (slice.depth * LENGTH),
        ],
    };
    FOOT_SLICES.iter().map(at).collect()
}

/// The upper arm.
pub(super) fn upper_arm(arm: &Chain) -> Vec<Round> {
    along_bone(&arm.upper, UPPER_ARM_SLICES)
}

/// The sleeve, a little wider than the arm.
pub(super) fn sleeve(arm: &Chain) -> Vec<Round> {
    let wider = |slice: &Slice| Slice {
        along: slice.along * 0.62,
        width: slice.width + 0.45,
        depth: slice.depth + 0.45,
        ..*slice
    };
    let slices: Vec<_> = UPPER_ARM_SLICES.iter().map(wider).collect();
    along_bone(&arm.upper, &slices)
}

/// The forearm.
pub(super) fn forearm(arm: &Chain) -> Vec<Round> {
    along_bone(&arm.lower, FOREARM_SLICES)
}

/// The hand. Its width lies between thumb and little finger, which is its frame's front.
pub(super) fn hand(arm: &Chain) -> Vec<Round> {
    let (wrist, frame) = (arm.lower.to, arm.tip);
    let at = |slice: &Slice| Round {
        middle: wrist - frame.up * slice.along,
        axes: [
            frame.front * slice.width,
            frame.right * slice.depth,
            frame.up * (slice.depth * LENGTH),
        ],
    };
    HAND_SLICES.iter().map(at).collect()
}

/// The trunk, from below the hip joints to the neck.
pub(super) fn trunk(skeleton: &Skeleton) -> Vec<Round> {
    TRUNK_SLICES
        .iter()
        .map(|slice| {
            let (middle, frame) = spine_at(skeleton, slice.along);
            round(middle, frame, slice)
        })
        .collect()
}

/// A place on the spine, so far from the hip joints, and how the spine is turned there. Between two
/// joints it is turned by a little of both, or the back would have corners.
fn spine_at(skeleton: &Skeleton, along: f64) -> (Vector, Frame) {
    let mut from = 0.0;
    let last = skeleton.trunk.len() - 1;
    for (nth, bone) in skeleton.trunk.iter().enumerate() {
        let length = (bone.to - bone.from).length();
        if along <= from + length || nth == last {
            let part = (along - from) / length;
            let middle = bone.from + (bone.to - bone.from) * part;
            let frame = match skeleton.trunk.get(nth + 1) {
                Some(next) if part > 0.5 => between(bone.frame, next.frame, part - 0.5),
                _ if part > 0.0 && nth > 0 => between(
                    skeleton.trunk[nth - 1].frame,
                    bone.frame,
                    0.5 + part.min(0.5),
                ),
                _ => bone.frame,
            };
            return (middle, frame);
        }
        from += length;
    }
    (skeleton.trunk[0].from, skeleton.trunk[0].frame)
}

/// A frame so far on the way from one to another that is turned by less than half a circle.
fn between(one: Frame, other: Frame, part: f64) -> Frame {
    let mixed = |one: Vector, other: Vector| one * (1.0 - part) + other * part;
    Frame::of(mixed(one.up, other.up), mixed(one.front, other.front)).unwrap_or(other)
}

/// The neck.
pub(super) fn neck(skeleton: &Skeleton) -> Vec<Round> {
    along_bone(&skeleton.neck, NECK_SLICES)
}

/// The head.
pub(super) fn head(skeleton: &Skeleton) -> Vec<Round> {
    above_neck(skeleton, HEAD_SLICES)
}

/// The hair.
pub(super) fn hair(skeleton: &Skeleton) -> Vec<Round> {
    above_neck(skeleton, HAIR_SLICES)
}

/// The knot of hair.
pub(super) fn bun(skeleton: &Skeleton) -> Vec<Round> {
    let [up, before, thick] = BUN;
    let middle = skeleton.neck.to + skeleton.head.at(vector(before, up, 0.0));
    let head = skeleton.head;
    let axes = [head.right, head.front, head.up].map(|axis| axis * thick);
    vec![Round { middle, axes }]
}

fn above_neck(skeleton: &Skeleton, slices: &[Slice]) -> Vec<Round> {
    let at = |slice: &Slice| {
        let middle = skeleton.neck.to + skeleton.head.up * slice.along;
        round(middle, skeleton.head, slice)
    };
    slices.iter().map(at).collect()
}

/// Some slices, thinner and moved to the back: a region inside the body's outline.
fn region(slices: &[Slice], thick: f64, back: f64) -> Vec<Slice> {
    let inner = |slice: &Slice| Slice {
        width: slice.width * thick,
        depth: slice.depth * thick,
        before: slice.before - slice.depth * back,
        ..*slice
    };
    slices.iter().map(inner).collect()
}

/// The back of the thigh.
pub(super) fn back_of_thigh(leg: &Chain) -> Vec<Round> {
    along_bone(&leg.upper, &region(&THIGH_SLICES[1..4], 0.5, 0.36))
}

/// The buttock, and what of the thigh belongs to it.
pub(super) fn buttock(leg: &Chain) -> Vec<Round> {
    along_bone(&leg.upper, &region(&THIGH_SLICES[..3], 0.6, 0.3))
}

/// The back, between two of the trunk's slices.
pub(super) fn back(skeleton: &Skeleton, from: usize, to: usize) -> Vec<Round> {
    let place = |slice: &Slice| {
        let (middle, frame) = spine_at(skeleton, slice.along);
        round(middle, frame, slice)
    };
    let slices = region(&TRUNK_SLICES[from..to], 0.5, 0.38);
    slices.iter().map(place).collect()
}

/// How high the lowest point of a body is above the floor.
pub fn lowest(skeleton: &Skeleton) -> f64 {
    let mut slices = trunk(skeleton);
    slices.extend(head(skeleton));
    for leg in &skeleton.legs {
        slices.extend(thigh(leg));
        slices.extend(shin(leg));
        slices.extend(foot(leg));
    }
    for arm in &skeleton.arms {
        slices.extend(upper_arm(arm));
        slices.extend(forearm(arm));
        slices.extend(hand(arm));
    }
    let lowest = |round: &Round| {
        let square: f64 = round.axes.iter().map(|axis| axis.y * axis.y).sum();
        round.middle.y - square.sqrt()
    };
    slices.iter().map(lowest).fold(f64::INFINITY, f64::min)
}
