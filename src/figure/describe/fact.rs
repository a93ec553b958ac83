//! The vocabulary: what can be said about a posture.

use super::limbs::{ArmShape, LegShape};
use crate::figure::part::Hand;
use crate::figure::pose::Support;

/// Something that is true of a posture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// What carries the body, and which way up it is.
    Base(Base),
    /// How the trunk is tilted in the room.
    Lean(Lean),
    /// How the back is curved.
    Spine(Spine),
    /// Whether the trunk is bent or twisted to a side.
    Aside(Aside),
    /// What part of the trunk a cushion carries.
    Cushion(Cushioned),
    /// Where legs are.
    Legs(Which, LegShape),
    /// Where arms are.
    Arms(Which, ArmShape),
    /// How the head is held.
    Head(HeadShape),
}

/// One of a pair, or both alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Both.
    Both,
    /// One.
    One(Hand),
}

/// What carries the body, and which way up it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// On both feet.
    Standing,
    /// On one foot.
    StandingOn(Hand),
    /// On the buttocks.
    Sitting(RoomObject),
    /// On the shins, the buttocks at the heels.
    OnHeels,
    /// On both knees, the hips above them.
    Kneeling,
    /// On this knee and the other foot.
    HalfKneeling(Hand),
    /// This shin across in front, the other leg stretched out behind.
    ShinInFront(Hand),
    /// On hands and knees.
    HandsAndKnees,
    /// On forearms and knees.
    ForearmsAndKnees,
    /// On hands and feet, the hips high.
    HandsAndFeet,
    /// On hands and feet, in one line.
    Plank,
    /// On the back.
    OnBack,
    /// On shoulders and feet, the hips lifted.
    Bridge,
    /// On the front.
    OnFront,
    /// On a side.
    OnSide(Hand),
    /// On the arm and the leg of this side, the hips lifted.
    SidePlank {
        /// The side that is below.
        side: Hand,
        /// Which part of the arm carries the body.
        on: ArmSupport,
        /// Whether it is done from the knees.
        knees: bool,
    },
}

/// The part of an arm that props the body up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArmSupport {
    /// The forearm.
    Forearm,
    /// The hand.
    Hand,
}

/// Something in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomObject {
    /// The floor.
    Floor,
    /// A chair.
    Chair,
    /// A step.
    Step,
    /// A desk.
    Desk,
    /// A cushion.
    Cushion,
    /// A wall.
    Wall,
    /// A strap.
    Strap,
}

/// How the trunk is tilted in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// Upright.
    Upright,
    /// A little forward.
    Little,
    /// Well forward.
    Far,
    /// Level with the floor, looking down.
    Level,
    /// Hanging from the hips.
    Down,
    /// Folded over the thighs, close to them.
    OverThighs,
    /// Back.
    Back,
    /// On the front: the chest is off the floor.
    ChestLifted,
    /// On the back: head and shoulders are off the floor.
    ShouldersLifted,
    /// On hands and knees: the chest is near the floor.
    ChestLow,
}

/// How the back is curved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spine {
    /// Not curved unusually.
    Straight,
    /// Rounded.
    Rounded,
    /// Hollow.
    Arched,
    /// Only the lower back is rounded, because the pelvis has rolled back.
    LowRounded,
    /// Only the lower back is hollow, because the pelvis has rolled forward.
    LowArched,
    /// Only the upper back is hollow.
    HighArched,
    /// On the back: the lower back lies on the floor.
    Flattened,
    /// On the back: there is room under the lower back.
    Hollowed,
}

/// Whether the trunk is bent or twisted to a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// Neither.
    Not,
    /// Bent to a side.
    Bent(Hand),
    /// Twisted to a side.
    Twisted(Hand),
    /// On a side: the chest is turned up, away from the floor.
    Opened,
}

/// What part of the trunk a cushion carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cushioned {
    /// The hips, lying on the back.
    Hips,
    /// The belly and the front of the hips.
    Belly,
    /// One hip.
    Hip(Hand),
    /// The chest.
    Chest,
}

/// How the head is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadShape {
    /// In line with the trunk.
    Straight,
    /// The head lies on something.
    On(RoomObject),
    /// The forehead lies on the hands.
    OnHands,
    /// The forehead is at the floor.
    ForeheadDown,
    /// The head hangs.
    Hangs,
    /// The chin is dropped to the chest.
    ChinDown,
    /// The head is lifted, or leans back.
    Lifted,
    /// The head is turned to a side.
    Turned(Hand),
    /// The head is tilted to a side.
    Tilted(Hand),
}

impl RoomObject {
    /// The kind of a support, whatever its height.
    pub(super) const fn of(support: Support) -> Self {
        match support {
            Support::Floor => Self::Floor,
            Support::Seat => Self::Chair,
            Support::Step => Self::Step,
            Support::Desk => Self::Desk,
            Support::Cushion(_) => Self::Cushion,
            Support::Wall => Self::Wall,
            Support::Strap => Self::Strap,
        }
    }
}
