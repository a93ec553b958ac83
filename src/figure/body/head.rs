//! Neck and head: skin and hair around the bones.

use super::flesh::{along_bone, round};
use super::{
    BACK_HAIR_SLICES, CROWN_SLICES, EAR, FRINGE_SLICES, HEAD_SLICES, KNOT, NECK_SLICES,
    NOSE_SLICES, Slice,
};
use crate::figure::body::flesh::Ellipsoid;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::part::Hand;
use crate::figure::space::{Vector, vector};

pub(crate) fn neck(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    along_bone(&skeleton.neck, NECK_SLICES, 1.0)
}

pub(crate) fn head(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    above_neck(skeleton, HEAD_SLICES)
}

pub(crate) fn nose(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    above_neck(skeleton, NOSE_SLICES)
}

pub(crate) fn crown(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    above_neck(skeleton, CROWN_SLICES)
}

pub(crate) fn fringe(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    above_neck(skeleton, FRINGE_SLICES)
}

pub(crate) fn back_hair(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    above_neck(skeleton, BACK_HAIR_SLICES)
}

/// The knot of hair: a single ellipsoid.
pub fn knot(skeleton: &Skeleton) -> Vec<Ellipsoid> {
    let [up, before, thick] = KNOT;
    let mut knot = ball(skeleton, vector(before, up, 0.0), [thick; 3]);
    for round in &mut knot {
        // Someone who lies on it presses it aside.
        round.middle.y = round.middle.y.max(thick);
    }
    knot
}

/// An ear.
pub(crate) fn ear(skeleton: &Skeleton, hand: Hand) -> Vec<Ellipsoid> {
    let [up, before, thick] = EAR;
    let aside = hand.sign() * 4.3;
    ball(
        skeleton,
        vector(before, up, aside),
        [thick * 0.4, thick * 0.75, thick],
    )
}

/// An ellipsoid on the head; `thick` is half its thickness to the right, to the front and upwards.
fn ball(skeleton: &Skeleton, at: Vector, thick: [f64; 3]) -> Vec<Ellipsoid> {
    let head = skeleton.head;
    let middle = skeleton.neck.to + head.at(at);
    let [right, front, up] = thick;
    let axes = [head.right * right, head.front * front, head.up * up];
    vec![Ellipsoid { middle, axes }]
}

fn above_neck(skeleton: &Skeleton, slices: &[Slice]) -> Vec<Ellipsoid> {
    let at = |slice: &Slice| {
        let middle = skeleton.neck.to + skeleton.head.up * slice.along;
        round(middle, skeleton.head, slice)
    };
    slices.iter().map(at).collect()
}
