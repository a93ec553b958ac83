//! A pose: joint angles, and what touches what. It doesn't say where that puts the body.

use crate::figure::part::{BodyPart, Limb};
use crate::figure::space::Vector;

/// How a joint of the trunk is bent, in degrees. All zero is straight.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bend {
    /// Forwards, as in rounding; negative is arching.
    pub forward: f64,
    /// To the right.
    pub side: f64,
    /// The upper end turned to the left.
    pub twist: f64,
}

/// The angles of an arm, in degrees. With all of them zero it hangs, the palm facing the thigh.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arm {
    /// How far the upper arm is lifted to the front.
    pub lift: f64,
    /// How far the upper arm is moved away from the middle.
    pub out: f64,
    /// How far the upper arm is turned outwards.
    pub turn: f64,
    /// How far the elbow is bent.
    pub elbow: f64,
    /// How far the forearm is turned for the palm to face forwards; negative is backwards.
    pub palm: f64,
    /// How far the fingers are bent back from the palm; negative is towards it.
    pub wrist: f64,
}

/// The angles of a leg, in degrees. With all of them zero it stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Leg {
    /// How far the thigh is lifted to the front.
    pub lift: f64,
    /// How far the thigh is moved away from the middle.
    pub out: f64,
    /// How far the thigh is turned outwards.
    pub turn: f64,
    /// How far the knee is bent.
    pub knee: f64,
    /// How far the toes are lifted; negative is pointed.
    pub ankle: f64,
}

/// How the pelvis, and so the whole body, is turned in the room, in degrees. It is turned to the left first, then
/// tipped forwards, then to the right.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pelvis {
    /// Tipped forwards: 90 faces the floor, -90 lies on the back.
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
    /// A cushion whose top is this high.
    Cushion(f64),
    /// A wall. Nothing rests on it, but hands and feet can be against it.
    Wall,
    /// A strap, which holds a limb in the air.
    Strap,
}

/// The height of a seat.
pub const SEAT: f64 = 27.5;
/// The height of a step.
pub const STEP: f64 = 12.0;
/// The height of a desk.
pub const DESK: f64 = 44.0;

impl Support {
    /// The height of its top above the floor.
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

/// A part that lies, sits or stands on something. The body is moved up or down until the lowest of all parts that rest
/// is on its support.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contact {
    /// The part.
    pub part: BodyPart,
    /// What it rests on.
    pub on: Support,
}

/// A limb whose end is put somewhere, whatever its angles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// The limb.
    pub limb: Limb,
    /// Where the hand or foot is put.
    pub goal: Goal,
    /// Which way the knee or elbow points.
    pub joint: Vector,
    /// Where the fingers or toes point.
    pub tip: Vector,
    /// Where the back of the hand or foot faces.
    pub back: Vector,
}

/// Where the end of a limb is put.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// The wrist or ankle comes to a place in the room.
    Place {
        /// What it touches there.
        on: Support,
        /// The place.
        at: Vector,
    },
    /// The palm or sole comes to a part of the body.
    Body {
        /// The part that it touches.
        part: BodyPart,
        /// How far along that part: 0 is the end nearer the trunk, 1 the other.
        along: f64,
        /// On which side of the part, as a direction to its front, up and right.
        side: Vector,
    },
}

/// A pose. Lengths are in hundredths of the body's height.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pose {
    /// How the whole body is turned.
    pub pelvis: Pelvis,
    /// The spine from the lowest part up: lumbar, middle, upper.
    pub spine: [Bend; 3],
    /// The neck.
    pub neck: Bend,
    /// The head.
    pub head: Bend,
    /// The right arm and the left.
    pub arms: [Arm; 2],
    /// The right leg and the left.
    pub legs: [Leg; 2],
    /// What it rests on. The place in the room is given for the first part here that is not also put somewhere.
    pub rests: Vec<Contact>,
    /// The place of that part in the room: to the front and to the right. For a pair it is the middle.
    pub at: [f64; 2],
    /// The limbs that are put somewhere.
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
    /// What in the room the limb is put on; `None` if it is put on the body.
    pub const fn on(&self) -> Option<Support> {
        match self.goal {
            Goal::Place { on, .. } => Some(on),
            Goal::Body { .. } => None,
        }
    }
}
