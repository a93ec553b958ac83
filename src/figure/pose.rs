//! A pose: joint angles, and what touches what. It says nothing of where that leaves the body.

use crate::figure::space::Vector;

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

/// A part of the body that can rest on something, or be touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The pelvis: buttocks and hips.
    Pelvis,
    /// The trunk above the waist.
    Chest,
    /// The head.
    Head,
    /// A thigh.
    Thigh(Hand),
    /// A lower leg, from the knee to the ankle.
    Shin(Hand),
    /// A foot.
    Foot(Hand),
    /// An upper arm.
    UpperArm(Hand),
    /// A forearm, from the elbow to the wrist.
    Forearm(Hand),
    /// A hand.
    Palm(Hand),
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
    pub part: Part,
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
        part: Part,
        /// How far along that part: 0 is the end that is nearer the trunk, 1 the other.
        along: f64,
        /// On which side of it: to its front, up and right.
        side: Vector,
    },
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

impl Hand {
    /// Both, the right one first.
    pub const BOTH: [Self; 2] = [Self::Right, Self::Left];

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

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Right,
        }
    }
}

impl Limb {
    /// The side that it is on.
    pub const fn hand(self) -> Hand {
        match self {
            Self::Arm(hand) | Self::Leg(hand) => hand,
        }
    }

    /// Its parts, from the trunk to its end.
    pub const fn parts(self) -> [Part; 3] {
        match self {
            Self::Arm(hand) => [Part::UpperArm(hand), Part::Forearm(hand), Part::Palm(hand)],
            Self::Leg(hand) => [Part::Thigh(hand), Part::Shin(hand), Part::Foot(hand)],
        }
    }

    /// The part at its end.
    pub const fn end(self) -> Part {
        let [_, _, end] = self.parts();
        end
    }
}

impl Part {
    /// The side that it is on; nothing for what there is only one of.
    pub const fn hand(self) -> Option<Hand> {
        match self {
            Self::Pelvis | Self::Chest | Self::Head => None,
            Self::Thigh(hand)
            | Self::Shin(hand)
            | Self::Foot(hand)
            | Self::UpperArm(hand)
            | Self::Forearm(hand)
            | Self::Palm(hand) => Some(hand),
        }
    }

    /// The same part on the other side of the body.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Pelvis | Self::Chest | Self::Head => self,
            Self::Thigh(hand) => Self::Thigh(hand.other()),
            Self::Shin(hand) => Self::Shin(hand.other()),
            Self::Foot(hand) => Self::Foot(hand.other()),
            Self::UpperArm(hand) => Self::UpperArm(hand.other()),
            Self::Forearm(hand) => Self::Forearm(hand.other()),
            Self::Palm(hand) => Self::Palm(hand.other()),
        }
    }
}
