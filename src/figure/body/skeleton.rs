//! A skeleton: where every joint is, and how every bone is turned.
//!
//! Forward kinematics: angles are followed from the pelvis outwards.

use crate::figure::body::{
    FOREARM, NECK, Physique, SACRUM, SHIN, SHOULDER_DROP, SPINE, THIGH, UPPER_ARM,
};
use crate::figure::part::{Hand, Limb};
use crate::figure::pose::{Arm, Bend, Leg, Pelvis, Pose};
use crate::figure::space::{Frame, Vector, vector};

/// A bone: where it begins and ends, and how it is turned. It lies along its frame's up axis; limbs hang, so their
/// bones go down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bone {
    /// The upper end; for the trunk, the lower one.
    pub from: Vector,
    /// The other end.
    pub to: Vector,
    /// How the bone is turned.
    pub frame: Frame,
}

/// An arm or a leg: the bone at the trunk, the next one, and the hand or foot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// Upper arm or thigh.
    pub upper: Bone,
    /// Forearm or lower leg.
    pub lower: Bone,
    /// Hand or foot: begins at the wrist or ankle; up points away from the fingers, or up from the sole.
    pub tip: Frame,
}

/// Where every bone is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skeleton {
    /// From the hip joints up: the pelvis, then the three parts of the spine.
    pub trunk: [Bone; 4],
    /// The neck.
    pub neck: Bone,
    /// How the head is turned; it begins where the neck ends.
    pub head: Frame,
    /// The right arm and the left.
    pub arms: [Chain; 2],
    /// The right leg and the left.
    pub legs: [Chain; 2],
}

/// How every joint is turned within the bone that carries it, and the pelvis within the room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turns {
    /// The pelvis.
    pub pelvis: Frame,
    /// The spine, from the lowest part up.
    pub spine: [Frame; 3],
    /// The neck.
    pub neck: Frame,
    /// The head.
    pub head: Frame,
    /// The right arm and the left: shoulder, elbow, wrist.
    pub arms: [[Frame; 3]; 2],
    /// The right leg and the left: hip, knee, ankle.
    pub legs: [[Frame; 3]; 2],
}

impl Skeleton {
    /// The skeleton whose joints are turned like this, with `middle` half-way between its hip joints.
    pub fn turned(turns: &Turns, body: &Physique, middle: Vector) -> Self {
        let pelvis = turns.pelvis;
        let first = bone(middle, pelvis, SACRUM);
        let [lumbar, mid, upper] = turns.spine;
        let second = bone(first.to, pelvis.holding(lumbar), SPINE[0]);
        let third = bone(second.to, second.frame.holding(mid), SPINE[1]);
        let fourth = bone(third.to, third.frame.holding(upper), SPINE[2]);
        let neck = bone(fourth.to, fourth.frame.holding(turns.neck), NECK);
        let arms = Hand::BOTH.map(|hand| {
            let offset = vector(0.0, -SHOULDER_DROP, body.shoulder * hand.sign());
            let root = fourth.to + fourth.frame.at(offset);
            let lengths = [UPPER_ARM, FOREARM];
            chain(root, fourth.frame, turns.arms[hand.index()], lengths)
        });
        let legs = Hand::BOTH.map(|hand| {
            let root = middle + pelvis.right * (body.hip * hand.sign());
            chain(root, pelvis, turns.legs[hand.index()], [THIGH, SHIN])
        });
        Self {
            trunk: [first, second, third, fourth],
            neck,
            head: neck.frame.holding(turns.head),
            arms,
            legs,
        }
    }

    /// How the joints are turned: the inverse of [`Skeleton::turned`].
    pub fn turns(&self) -> Turns {
        let [first, second, third, fourth] = self.trunk.map(|bone| bone.frame);
        let limb = |chain: &Chain, from: Frame| {
            [
                chain.upper.frame.within(from),
                chain.lower.frame.within(chain.upper.frame),
                chain.tip.within(chain.lower.frame),
            ]
        };
        Turns {
            pelvis: first,
            spine: [
                second.within(first),
                third.within(second),
                fourth.within(third),
            ],
            neck: self.neck.frame.within(fourth),
            head: self.head.within(self.neck.frame),
            arms: [0, 1].map(|nth| limb(&self.arms[nth], fourth)),
            legs: [0, 1].map(|nth| limb(&self.legs[nth], first)),
        }
    }

    /// An arm or a leg.
    pub fn limb(&self, limb: Limb) -> &Chain {
        match limb {
            Limb::Arm(hand) => &self.arms[hand.index()],
            Limb::Leg(hand) => &self.legs[hand.index()],
        }
    }

    pub(crate) fn limb_mut(&mut self, limb: Limb) -> &mut Chain {
        match limb {
            Limb::Arm(hand) => &mut self.arms[hand.index()],
            Limb::Leg(hand) => &mut self.legs[hand.index()],
        }
    }

    /// The same skeleton, moved by a vector.
    #[must_use]
    pub fn moved(&self, by: Vector) -> Self {
        let bone = |bone: Bone| Bone {
            from: bone.from + by,
            to: bone.to + by,
            ..bone
        };
        let chain = |chain: Chain| Chain {
            upper: bone(chain.upper),
            lower: bone(chain.lower),
            ..chain
        };
        Self {
            trunk: self.trunk.map(bone),
            neck: bone(self.neck),
            head: self.head,
            arms: self.arms.map(chain),
            legs: self.legs.map(chain),
        }
    }
}

impl Turns {
    /// How the angles of a pose turn the joints.
    pub fn of(pose: &Pose) -> Self {
        Self {
            pelvis: upright(pose.pelvis),
            spine: pose.spine.map(bent),
            neck: bent(pose.neck),
            head: bent(pose.head),
            arms: Hand::BOTH.map(|hand| arm(hand, pose.arms[hand.index()])),
            legs: Hand::BOTH.map(|hand| leg(hand, pose.legs[hand.index()])),
        }
    }

    /// The joints part of the way to those of `other`: 0 is here, 1 is there.
    #[must_use]
    pub fn towards(&self, other: &Self, part: f64) -> Self {
        let limb = |one: [Frame; 3], two: [Frame; 3]| {
            std::array::from_fn(|nth| one[nth].towards(two[nth], part))
        };
        Self {
            pelvis: self.pelvis.towards(other.pelvis, part),
            spine: limb(self.spine, other.spine),
            neck: self.neck.towards(other.neck, part),
            head: self.head.towards(other.head, part),
            arms: std::array::from_fn(|nth| limb(self.arms[nth], other.arms[nth])),
            legs: std::array::from_fn(|nth| limb(self.legs[nth], other.legs[nth])),
        }
    }
}

/// A bone of some length along its frame's up axis; a negative length goes down.
pub(crate) fn bone(from: Vector, frame: Frame, length: f64) -> Bone {
    let to = from + frame.up * length;
    Bone { from, to, frame }
}

fn chain(root: Vector, trunk: Frame, turns: [Frame; 3], lengths: [f64; 2]) -> Chain {
    let upper = bone(root, trunk.holding(turns[0]), -lengths[0]);
    let lower = bone(upper.to, upper.frame.holding(turns[1]), -lengths[1]);
    let tip = lower.frame.holding(turns[2]);
    Chain { upper, lower, tip }
}

fn upright(pelvis: Pelvis) -> Frame {
    Frame::UPRIGHT
        .about_up(pelvis.turn)
        .about_right(-pelvis.forward)
        .about_front(pelvis.side)
}

fn bent(bend: Bend) -> Frame {
    Frame::UPRIGHT
        .about_up(bend.twist)
        .about_front(bend.side)
        .about_right(-bend.forward)
}

fn arm(hand: Hand, angles: Arm) -> [Frame; 3] {
    let sign = hand.sign();
    [
        Frame::UPRIGHT
            .about_right(angles.lift)
            .about_front(-sign * angles.out)
            .about_up(-sign * angles.turn),
        Frame::UPRIGHT.about_right(angles.elbow),
        // The palm faces the thigh: the hand's front is the side of the thumb.
        Frame::UPRIGHT
            .about_up(-sign * angles.palm)
            .about_front(-sign * angles.wrist),
    ]
}

fn leg(hand: Hand, angles: Leg) -> [Frame; 3] {
    let sign = hand.sign();
    [
        Frame::UPRIGHT
            .about_right(angles.lift)
            .about_front(-sign * angles.out)
            .about_up(-sign * angles.turn),
        Frame::UPRIGHT.about_right(-angles.knee),
        Frame::UPRIGHT.about_right(angles.ankle),
    ]
}
