//! A skeleton in a pose: where every joint is.

use super::body::{
    ANKLE, FOREARM, HIP, NECK, SACRUM, SHIN, SHOULDER, SHOULDER_DROP, SPINE, THIGH, UPPER_ARM,
};
use super::pose::{Arm, Bend, Hand, Leg, Limb, Part, Pose, Reach};
use super::space::{Frame, Vector, vector};

/// A bone: where it begins, how it is turned, and how long it is along its frame's up. Limbs hang,
/// so their bones go down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bone {
    /// Its upper end; for the trunk its lower.
    pub from: Vector,
    /// Its other end.
    pub to: Vector,
    /// How it is turned.
    pub frame: Frame,
}

/// An arm or a leg: the bone at the trunk, the one after it, and the hand or foot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// Upper arm or thigh.
    pub upper: Bone,
    /// Forearm or lower leg.
    pub lower: Bone,
    /// Hand or foot: it begins at the wrist or ankle; up points away from the fingers, or up from
    /// the sole.
    pub tip: Frame,
}

/// Where everything is.
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

impl Skeleton {
    /// The skeleton in a pose.
    pub fn of(pose: &Pose) -> Self {
        let mut skeleton = Self::about(pose, Vector::default());
        let (part, place) = pose.stands;
        skeleton = Self::about(pose, place - skeleton.place(part));
        for reach in pose.reaches {
            skeleton.put(reach);
        }
        skeleton
    }

    /// The skeleton with the middle between its hip joints here.
    fn about(pose: &Pose, middle: Vector) -> Self {
        let pelvis = Frame::UPRIGHT
            .about_up(pose.pelvis.turn)
            .about_right(-pose.pelvis.forward)
            .about_front(pose.pelvis.side);
        let [lumbar, mid, upper] = pose.spine;
        let first = rising(middle, pelvis, SACRUM);
        let second = rising(first.to, bent(pelvis, lumbar), SPINE[0]);
        let third = rising(second.to, bent(second.frame, mid), SPINE[1]);
        let fourth = rising(third.to, bent(third.frame, upper), SPINE[2]);
        let neck = rising(fourth.to, bent(fourth.frame, pose.neck), NECK);
        let arm = |hand: Hand| {
            let offset = vector(0.0, -SHOULDER_DROP, SHOULDER * hand.sign());
            let shoulder = fourth.to + fourth.frame.at(offset);
            arm(shoulder, fourth.frame, hand, pose.arms[hand.index()])
        };
        let leg = |hand: Hand| {
            let hip = middle + pelvis.right * (HIP * hand.sign());
            leg(hip, pelvis, hand, pose.legs[hand.index()])
        };
        Self {
            trunk: [first, second, third, fourth],
            neck,
            head: bent(neck.frame, pose.head),
            arms: [arm(Hand::Right), arm(Hand::Left)],
            legs: [leg(Hand::Right), leg(Hand::Left)],
        }
    }

    /// Where a part is.
    pub fn place(&self, part: Part) -> Vector {
        match part {
            Part::Pelvis => self.trunk[0].from,
            Part::Knee(hand) => self.legs[hand.index()].upper.to,
            Part::Ankle(hand) => self.legs[hand.index()].lower.to,
        }
    }

    /// Puts the end of a limb where it is to be, or as near as it reaches.
    fn put(&mut self, reach: &Reach) {
        let (chain, forwards) = match reach.limb {
            Limb::Arm(hand) => (&mut self.arms[hand.index()], -1.0),
            Limb::Leg(hand) => (&mut self.legs[hand.index()], 1.0),
        };
        if let Some(put) = reached(chain, reach, forwards) {
            *chain = put;
        }
    }
}

/// A bone of the trunk, which goes up.
fn rising(from: Vector, frame: Frame, length: f64) -> Bone {
    let to = from + frame.up * length;
    Bone { from, to, frame }
}

/// A bone of a limb, which goes down.
fn hanging(from: Vector, frame: Frame, length: f64) -> Bone {
    rising(from, frame, -length)
}

fn bent(below: Frame, bend: Bend) -> Frame {
    below
        .about_up(bend.twist)
        .about_front(bend.side)
        .about_right(-bend.forward)
}

fn arm(shoulder: Vector, chest: Frame, hand: Hand, angles: Arm) -> Chain {
    let sign = hand.sign();
    let frame = chest
        .about_right(angles.flexion)
        .about_front(-sign * angles.abduction)
        .about_up(-sign * angles.rotation);
    let upper = hanging(shoulder, frame, UPPER_ARM);
    let lower = hanging(upper.to, frame.about_right(angles.elbow), FOREARM);
    // The palm looks at the thigh: the hand's front is the side of the thumb.
    let tip = lower.frame.about_front(-sign * angles.wrist);
    Chain { upper, lower, tip }
}

fn leg(hip: Vector, pelvis: Frame, hand: Hand, angles: Leg) -> Chain {
    let sign = hand.sign();
    let frame = pelvis
        .about_right(angles.flexion)
        .about_front(-sign * angles.abduction)
        .about_up(-sign * angles.rotation);
    let upper = hanging(hip, frame, THIGH);
    let lower = hanging(upper.to, frame.about_right(-angles.knee), SHIN);
    let tip = lower.frame.about_right(angles.ankle);
    Chain { upper, lower, tip }
}

/// Two bones that reach a point: the law of cosines. `forwards` is 1 for a knee, which looks where
/// its thigh's front does, and -1 for an elbow, which looks behind it.
fn reached(chain: &Chain, reach: &Reach, forwards: f64) -> Option<Chain> {
    let (root, upper, lower) = (chain.upper.from, length(&chain.upper), length(&chain.lower));
    let way = reach.to - root;
    // Never quite straight, so that the joint keeps its direction.
    let far = way
        .length()
        .clamp((upper - lower).abs() + 0.01, upper + lower - 0.01);
    let along = way.unit()?;
    let aside = reach.joint.across(along).unit()?;
    let cos = (upper * upper + far * far - lower * lower) / (2.0 * upper * far);
    let sin = (1.0 - cos * cos).max(0.0).sqrt();
    let middle = root + along * (upper * cos) + aside * (upper * sin);
    let end = root + along * far;
    let bone = |from: Vector, to: Vector| {
        let frame = Frame::of(from - to, aside * forwards)?;
        Some(Bone { from, to, frame })
    };
    Some(Chain {
        upper: bone(root, middle)?,
        lower: bone(middle, end)?,
        tip: tip(reach)?,
    })
}

/// A hand's up points away from its fingers; a foot's front points along its toes.
fn tip(reach: &Reach) -> Option<Frame> {
    match reach.limb {
        Limb::Leg(_) => Frame::of(reach.back, reach.tip),
        Limb::Arm(hand) => {
            // The palm looks at the middle: its back looks to the hand's own side.
            let front = (reach.back * hand.sign()).cross(reach.tip);
            Frame::of(-reach.tip, front)
        }
    }
}

fn length(bone: &Bone) -> f64 {
    (bone.to - bone.from).length()
}

/// How high an ankle is when its sole is on the floor.
pub const STANDING: f64 = ANKLE;
