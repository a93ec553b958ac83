//! Measures a stance: angles in degrees, lengths in hundredths of the body's height.

use super::fact::RoomObject;
use crate::figure::body::Physique;
use crate::figure::body::flesh::lowest;
use crate::figure::body::skeleton::{Bone, Chain};
use crate::figure::part::{BodyPart, Hand, Limb};
use crate::figure::pose::{Bend, Goal, Reach, Support};
use crate::figure::space::{Frame, Vector, vector};
use crate::figure::stance::Stance;
use crate::figure::stance::angles::bend;

/// A part nearer the floor than this lies on it: clothes and a mat are thicker than the bones suggest.
const NEAR: f64 = 1.5;

/// A face this near the middles of both hands lies on them: half a head and half a hand.
const UNDER_FACE: f64 = 13.0;
/// Thighs that both point this far to one side are lowered to it; the sine of 25 degrees.
const LOWERED: f64 = 0.42;

/// A stance to be measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) stance: &'a Stance,
    pub(super) body: &'a Physique,
}

/// A place on the body where the end of a limb is put: see [`Goal::Body`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Touch {
    pub(super) part: BodyPart,
    pub(super) along: f64,
    pub(super) side: Vector,
}

const UP: Vector = vector(0.0, 1.0, 0.0);

impl Reading<'_> {
    /// The thing that a part rests on, or is put on.
    pub(super) fn on(&self, part: BodyPart) -> Option<RoomObject> {
        self.support(part).map(RoomObject::of)
    }

    fn support(&self, part: BodyPart) -> Option<Support> {
        let rest = self.stance.rests.iter().find(|rest| rest.part == part);
        rest.map(|rest| rest.on).or_else(|| {
            let ends = self.stance.reaches.iter();
            ends.filter(|reach| reach.limb.end() == part)
                .find_map(Reach::on)
        })
    }

    /// Whether a part rests on the floor, or on a cushion on it.
    pub(super) fn down(&self, part: BodyPart) -> bool {
        matches!(self.on(part), Some(RoomObject::Floor | RoomObject::Cushion))
    }

    /// The place on the body where a limb is put.
    pub(super) fn touch(&self, limb: Limb) -> Option<Touch> {
        let reach = self.stance.reaches.iter().find(|it| it.limb == limb)?;
        match reach.goal {
            Goal::Body { part, along, side } => Some(Touch { part, along, side }),
            Goal::Place { .. } => None,
        }
    }

    /// The height of a part's lowest point above the floor.
    pub(super) fn height(&self, part: BodyPart) -> f64 {
        lowest(&self.stance.skeleton, part, self.body)
    }

    /// Whether a part lies on the floor, judging by its position.
    pub(super) fn near_floor(&self, part: BodyPart) -> bool {
        self.height(part) < NEAR
    }

    pub(super) fn pelvis(&self) -> Frame {
        self.stance.skeleton.trunk[0].frame
    }

    pub(super) fn chest(&self) -> Frame {
        self.stance.skeleton.trunk[3].frame
    }

    /// The midpoint between the hip joints.
    pub(super) fn hips(&self) -> Vector {
        self.stance.skeleton.trunk[0].from
    }

    /// The direction from the hips to the base of the neck.
    pub(super) fn axis(&self) -> Vector {
        let trunk = &self.stance.skeleton.trunk;
        (trunk[3].to - trunk[0].from).unit().unwrap_or(UP)
    }

    /// The direction in which the trunk as a whole faces.
    pub(super) fn front(&self) -> Vector {
        let sum = self.pelvis().front + self.chest().front;
        sum.across(self.axis()).unit().unwrap_or(sum)
    }

    /// The horizontal direction that the trunk would face if it stood: where the face of someone goes who sits up from
    /// lying on the back.
    pub(super) fn heading(&self) -> Vector {
        let right = self.pelvis().right;
        let level = right.level().unit();
        level.map_or(self.pelvis().front, |right| UP.cross(right))
    }

    /// How far the trunk is tilted forward from upright; beyond 90 the head is lower than the hips.
    pub(super) fn tilt(&self) -> f64 {
        let axis = self.axis();
        axis.dot(self.heading()).atan2(axis.y).to_degrees()
    }

    /// How the chest is turned against the pelvis.
    pub(super) fn curve(&self) -> Bend {
        bend(self.chest().within(self.pelvis()))
    }

    /// How far the lowest joint of the spine is bent forward.
    pub(super) fn low_back(&self) -> f64 {
        let lumbar = self.stance.skeleton.trunk[1].frame;
        bend(lumbar.within(self.pelvis())).forward
    }

    /// How the head is turned against the chest.
    pub(super) fn nod(&self) -> Bend {
        bend(self.stance.skeleton.head.within(self.chest()))
    }

    pub(super) fn head(&self) -> Frame {
        self.stance.skeleton.head
    }

    /// The middle of the head.
    pub(super) fn face(&self) -> Vector {
        self.stance.skeleton.neck.to + self.head().up * 5.0
    }

    /// Whether both hands lie on something and carry the forehead.
    pub(super) fn forehead_on_hands(&self) -> bool {
        let under = |hand: Hand| {
            let lies = self.on(BodyPart::Palm(hand)).is_some();
            lies && (self.palm(hand) - self.face()).length() < UNDER_FACE
        };
        self.head().front.y < -0.5 && Hand::BOTH.into_iter().all(under)
    }

    /// The middle of a hand.
    pub(super) fn palm(&self, hand: Hand) -> Vector {
        let arm = self.arm(hand);
        arm.lower.to - arm.tip.up * 4.6
    }

    /// The side of the chest to which both thighs are lowered, in someone lying on the back.
    pub(super) fn lowered(&self) -> Option<Hand> {
        let right = self.chest().right;
        let [one, other] = Hand::BOTH.map(|hand| way(&self.leg(hand).upper).dot(right));
        if one > LOWERED && other > LOWERED {
            Some(Hand::Right)
        } else {
            (one < -LOWERED && other < -LOWERED).then_some(Hand::Left)
        }
    }

    pub(super) fn leg(&self, hand: Hand) -> &Chain {
        &self.stance.skeleton.legs[hand.index()]
    }

    pub(super) fn arm(&self, hand: Hand) -> &Chain {
        &self.stance.skeleton.arms[hand.index()]
    }

    /// How far a thigh is lifted towards the trunk: 0 is in line with it, negative is behind.
    pub(super) fn flexion(&self, hand: Hand) -> f64 {
        let trunk = &self.stance.skeleton.trunk;
        // The lower trunk as the eye sees it: if the back is round, the pelvis alone would mislead.
        let up = (trunk[3].from - trunk[0].from).unit().unwrap_or(UP);
        let front = self.pelvis().front.across(up).unit().unwrap_or(UP);
        let thigh = way(&self.leg(hand).upper);
        thigh.dot(front).atan2(-thigh.dot(up)).to_degrees()
    }

    /// How far a thigh is moved away from the middle.
    pub(super) fn abduction(&self, hand: Hand) -> f64 {
        let aside = way(&self.leg(hand).upper).dot(self.pelvis().right) * hand.sign();
        aside.clamp(-1.0, 1.0).asin().to_degrees()
    }
}

/// How far the joint between the two bones of a limb is bent: 0 is straight.
pub(super) fn bent(limb: &Chain) -> f64 {
    let cos = way(&limb.upper).dot(way(&limb.lower));
    cos.clamp(-1.0, 1.0).acos().to_degrees()
}

/// The direction of a bone, away from the trunk.
pub(super) fn way(bone: &Bone) -> Vector {
    (bone.to - bone.from).unit().unwrap_or_default()
}

/// The direction from the beginning of a limb to its wrist or ankle.
pub(super) fn reach(limb: &Chain) -> Vector {
    let whole = limb.lower.to - limb.upper.from;
    whole.unit().unwrap_or_default()
}
