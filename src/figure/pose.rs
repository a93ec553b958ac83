//! A pose: joint angles, and what touches what. It says nothing of where that leaves the body.

use crate::figure::part::{BodyPart, Limb};
use crate::figure::space::Vector;

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
    pub lift: f64,
    /// The upper arm moved away from the middle.
    pub out: f64,
    /// The upper arm turned outwards.
    pub turn: f64,
    /// The elbow bent.
    pub elbow: f64,
    /// The forearm turned so that the palm looks forwards; negative is backwards.
    pub palm: f64,
    /// The fingers bent back from the palm; negative is towards it.
    pub wrist: f64,
}

/// The angles of a leg, in degrees. All noughts: one stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Leg {
    /// The thigh lifted to the front.
    pub lift: f64,
    /// The thigh moved away from the middle.
    pub out: f64,
    /// The thigh turned outwards.
    pub turn: f64,
    /// The knee bent.
    pub knee: f64,
    /// The toes lifted; negative is pointed.
    pub ankle: f64,
}

/// How the pelvis is turned in the room, in degrees, and so the whole body. First it is turned to
/// the left, then tipped forwards, then to the right.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pelvis {
    /// Tipped forwards: 90 looks at the floor, -90 lies on the back.
    pub forward: f64,
    /// Tipped to the right: 90 lies on the right side.
    pub side: f64,
    /// Turned to the left.
    pub turn: f64,
}

/// What a body rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Support {
    /// The floor.
    Floor,
    /// A seat.
    Seat,
    /// A step.
    Step,
    /// A desk.
    Desk,
    /// A cushion, whose top is so high.
    Cushion(f64),
    /// A wall. Nothing rests on it, but hands and feet can be against it.
    Wall,
    /// What holds it in the air: a strap.
    Strap,
}

/// How high a seat is.
pub const SEAT: f64 = 27.5;
/// How high a step is.
pub const STEP: f64 = 12.0;
/// How high a desk is.
pub const DESK: f64 = 44.0;

impl Support {
    /// How high its top is above the floor.
    pub const fn top(self) -> f64 {
        match self {
            Self::Floor | Self::Wall | Self::Strap => 0.0,
            Self::Seat => SEAT,
            Self::Step => STEP,
            Self::Desk => DESK,
            Self::Cushion(top) => top,
        }
    }
}

/// Parts that lie, sit or stand on something. The body is moved up or down until the lowest of all
/// the parts that rest is where its support is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rest {
    /// Which part.
    pub part: BodyPart,
    /// On what.
    pub on: Support,
}

/// A limb whose end is put somewhere, whatever its angles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Which limb.
    pub limb: Limb,
    /// Where its hand or foot is put.
    pub goal: Goal,
    /// Which way its knee or elbow looks.
    pub joint: Vector,
    /// Where its fingers or toes point.
    pub tip: Vector,
    /// Where the back of its hand or foot looks.
    pub back: Vector,
}

/// Where the end of a limb is put.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Its wrist or ankle comes to a place in the room.
    Place {
        /// What it touches there.
        on: Support,
        /// Where.
        at: Vector,
    },
    /// Its palm or sole comes to a part of the body.
    Body {
        /// Which part it touches.
        part: BodyPart,
        /// How far along that part: 0 is the end that is nearer the trunk, 1 the other.
        along: f64,
        /// On which side of it: to its front, up and right.
        side: Vector,
    },
}

/// A pose. Lengths are in hundredths of the body's height.
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// What it rests on. The first part named that is not put somewhere besides is the one whose place
    /// in the room is known.
    pub rests: Vec<Rest>,
    /// Where that part is in the room: to the front and to the right. A pair is known by its middle.
    pub at: [f64; 2],
    /// What is put somewhere besides.
    pub reaches: Vec<Reach>,
}

impl Pose {
    /// Everything that it rests on or reaches for.
    pub fn supports(&self) -> impl Iterator<Item = Support> {
        let reached = self.reaches.iter().filter_map(Reach::on);
        self.rests.iter().map(|rest| rest.on).chain(reached)
    }
}

impl Reach {
    /// What in the room it is put on; nothing if it is put on the body.
    pub const fn on(&self) -> Option<Support> {
        match self.goal {
            Goal::Place { on, .. } => Some(on),
            Goal::Body { .. } => None,
        }
    }
}
