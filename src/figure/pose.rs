//! A pose: joint angles, and what touches what.

use super::space::Vector;

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The right: near the viewer of someone who looks to the right.
    Right,
    /// The left.
    Left,
}

/// How a joint of the trunk is bent, in degrees. All noughts: straight.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bend {
    /// Forwards, as in rounding; negative is arching.
    pub forward: f64,
    /// To the right.
    pub side: f64,
    /// The upper end turned to the left.
    pub twist: f64,
}

/// The angles of an arm, in degrees. All noughts: it hangs, the palm to the thigh.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arm {
    /// The upper arm lifted to the front.
    pub flexion: f64,
    /// The upper arm moved away from the middle.
    pub abduction: f64,
    /// The upper arm turned outwards.
    pub rotation: f64,
    /// The elbow bent.
    pub elbow: f64,
    /// The fingers bent back from the palm; negative is towards it.
    pub wrist: f64,
}

/// The angles of a leg, in degrees. All noughts: one stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Leg {
    /// The thigh lifted to the front.
    pub flexion: f64,
    /// The thigh moved away from the middle.
    pub abduction: f64,
    /// The thigh turned outwards.
    pub rotation: f64,
    /// The knee bent.
    pub knee: f64,
    /// The toes lifted; negative is pointed.
    pub ankle: f64,
}

/// How the pelvis is turned in the room, in degrees, and so the whole body.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pelvis {
    /// Tipped forwards: 90 looks at the floor, -90 lies on the back.
    pub forward: f64,
    /// Tipped to the right.
    pub side: f64,
    /// Turned to the left.
    pub turn: f64,
}

/// A part that can rest on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The middle between the hip joints.
    Pelvis,
    /// A knee.
    Knee(Hand),
    /// An ankle.
    Ankle(Hand),
}

/// A limb whose end is put somewhere, whatever its angles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Which limb.
    pub limb: Limb,
    /// Where its wrist or ankle is put.
    pub to: Vector,
    /// Which way its knee or elbow looks.
    pub joint: Vector,
    /// Where its fingers or toes point.
    pub tip: Vector,
    /// Where the back of its hand or foot looks.
    pub back: Vector,
}

/// An arm or a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limb {
    /// An arm.
    Arm(Hand),
    /// A leg.
    Leg(Hand),
}

/// A pose. Lengths are in hundredths of the body's height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// How the whole is turned.
    pub pelvis: Pelvis,
    /// The spine from below: lumbar, middle, upper.
    pub spine: [Bend; 3],
    /// The neck.
    pub neck: Bend,
    /// The head.
    pub head: Bend,
    /// The right arm and the left.
    pub arms: [Arm; 2],
    /// The right leg and the left.
    pub legs: [Leg; 2],
    /// The part whose place is known, and its place. All others follow from it.
    pub stands: (Part, Vector),
    /// What is put somewhere besides.
    pub reaches: &'static [Reach],
}

impl Hand {
    /// Its place in a pair.
    pub const fn index(self) -> usize {
        match self {
            Self::Right => 0,
            Self::Left => 1,
        }
    }

    /// 1 for the right, -1 for the left.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Right => 1.0,
            Self::Left => -1.0,
        }
    }
}

/// What lies between two of its kind: 0 is the first, 1 the other.
trait Between: Copy {
    fn between(self, other: Self, part: f64) -> Self;
}

impl Between for f64 {
    fn between(self, other: Self, part: f64) -> Self {
        // At the ends exactly what is there.
        self * (1.0 - part) + other * part
    }
}

impl<T: Between, const N: usize> Between for [T; N] {
    fn between(self, other: Self, part: f64) -> Self {
        std::array::from_fn(|nth| self[nth].between(other[nth], part))
    }
}

impl Between for Bend {
    fn between(self, other: Self, part: f64) -> Self {
        Self {
            forward: self.forward.between(other.forward, part),
            side: self.side.between(other.side, part),
            twist: self.twist.between(other.twist, part),
        }
    }
}

impl Between for Arm {
    fn between(self, other: Self, part: f64) -> Self {
        Self {
            flexion: self.flexion.between(other.flexion, part),
            abduction: self.abduction.between(other.abduction, part),
            rotation: self.rotation.between(other.rotation, part),
            elbow: self.elbow.between(other.elbow, part),
            wrist: self.wrist.between(other.wrist, part),
        }
    }
}

impl Between for Leg {
    fn between(self, other: Self, part: f64) -> Self {
        Self {
            flexion: self.flexion.between(other.flexion, part),
            abduction: self.abduction.between(other.abduction, part),
            rotation: self.rotation.between(other.rotation, part),
            knee: self.knee.between(other.knee, part),
            ankle: self.ankle.between(other.ankle, part),
        }
    }
}

impl Pose {
    /// The pose on the way to another in which the same parts are planted: they stay planted. 0 is
    /// this pose, 1 the other.
    #[must_use]
    pub fn towards(&self, other: &Self, part: f64) -> Self {
        let pelvis = Pelvis {
            forward: self.pelvis.forward.between(other.pelvis.forward, part),
            side: self.pelvis.side.between(other.pelvis.side, part),
            turn: self.pelvis.turn.between(other.pelvis.turn, part),
        };
        Self {
            pelvis,
            spine: self.spine.between(other.spine, part),
            neck: self.neck.between(other.neck, part),
            head: self.head.between(other.head, part),
            arms: self.arms.between(other.arms, part),
            legs: self.legs.between(other.legs, part),
            stands: self.stands,
            reaches: self.reaches,
        }
    }
}
