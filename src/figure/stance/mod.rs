//! A body in the room: a pose placed on what it rests on.
//!
//! `reach` puts hands and feet where they should be, and `motion` leads from one stance to another; `angles` derives
//! joint angles from a stance, and `limits` says how far joints can go.

pub(crate) mod angles;
pub mod limits;
mod motion;
mod reach;

use crate::figure::body::Physique;
use crate::figure::body::flesh::{self, lowest};
use crate::figure::body::skeleton::{Skeleton, Turns};
use crate::figure::part::{BodyPart, Hand};
use crate::figure::pose::{Contact, Pose, Reach, Support};
use crate::figure::space::{Vector, vector};

/// The skeleton of a body in a pose, and what it touches.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Where every bone is.
    pub skeleton: Skeleton,
    /// What it rests on.
    pub rests: Vec<Contact>,
    /// The limbs that are put somewhere.
    pub reaches: Vec<Reach>,
}

impl Stance {
    /// A body in a pose.
    pub fn of(pose: &Pose, body: &Physique) -> Self {
        let skeleton = Skeleton::turned(&Turns::of(pose), body, Vector::default());
        let mut skeleton = skeleton.moved(settled(&skeleton, pose, body));
        reach::put_all(&mut skeleton, &pose.reaches, body);
        Self {
            skeleton,
            rests: pose.rests.clone(),
            reaches: pose.reaches.clone(),
        }
    }

    /// How far above its support a resting part is; 0 where it touches.
    pub fn gap(&self, rest: &Contact, body: &Physique) -> f64 {
        lowest(&self.skeleton, rest.part, body) - rest.on.top()
    }

    /// How far the end of a limb is from where it should be.
    pub fn miss(&self, reach: &Reach, body: &Physique) -> f64 {
        let goal = reach::goal(&self.skeleton, reach, body);
        (self.skeleton.limb(reach.limb).lower.to - goal).length()
    }

    /// Whether the hands hold the strap; until then it is out of sight.
    pub(crate) fn holds_strap(&self) -> bool {
        let strap = Some(Support::Strap);
        self.reaches.iter().any(|reach| reach.on() == strap)
    }

    /// Whether the place of a part follows from where its limb is put.
    pub(crate) fn puts(&self, part: BodyPart) -> bool {
        put(&self.reaches, part)
    }
}

/// How far a skeleton has to be moved to rest on what its pose rests on.
fn settled(skeleton: &Skeleton, pose: &Pose, body: &Physique) -> Vector {
    let free = |rest: &&Contact| !put(&pose.reaches, rest.part);
    let gap = |rest: &Contact| lowest(skeleton, rest.part, body) - rest.on.top();
    let gaps = pose.rests.iter().filter(free).map(gap);
    let up = -gaps.fold(f64::INFINITY, f64::min);
    let up = if up.is_finite() { up } else { 0.0 };
    let mut known = pose.rests.iter().filter(free).map(|rest| rest.part);
    let Some(first) = known.next() else {
        return vector(0.0, up, 0.0);
    };
    let there = if known.any(|part| part == first.mirrored()) {
        (joint(skeleton, first) + joint(skeleton, first.mirrored())) * 0.5
    } else {
        joint(skeleton, first)
    };
    vector(pose.at[0] - there.x, up, pose.at[1] - there.z)
}

/// Whether a part belongs to a limb that is put somewhere.
fn put(reaches: &[Reach], part: BodyPart) -> bool {
    reaches
        .iter()
        .any(|reach| reach.limb.parts().contains(&part))
}

/// The joint by which a part is placed: the one where it begins.
pub(crate) fn joint(skeleton: &Skeleton, part: BodyPart) -> Vector {
    let arm = |hand: Hand| &skeleton.arms[hand.index()];
    let leg = |hand: Hand| &skeleton.legs[hand.index()];
    match part {
        BodyPart::Pelvis => skeleton.trunk[0].from,
        BodyPart::Chest => skeleton.trunk[3].from,
        BodyPart::Head => skeleton.neck.to,
        BodyPart::Thigh(hand) => leg(hand).upper.from,
        BodyPart::Shin(hand) => leg(hand).lower.from,
        BodyPart::Foot(hand) => leg(hand).lower.to,
        BodyPart::UpperArm(hand) => arm(hand).upper.from,
        BodyPart::Forearm(hand) => arm(hand).lower.from,
        BodyPart::Palm(hand) => arm(hand).lower.to,
    }
}

/// The height of the whole body's lowest point above the floor.
pub fn lowest_of_all(skeleton: &Skeleton, body: &Physique) -> f64 {
    let heights = flesh::parts().map(|part| lowest(skeleton, part, body));
    heights.fold(f64::INFINITY, f64::min)
}
