//! The vocabulary for legs and arms.

use super::fact::RoomObject;
use crate::figure::part::Hand;

/// How far a knee is bent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knee {
    /// Straight.
    Straight,
    /// A little.
    Soft,
    /// About half-way to a right angle, or more.
    Well,
    /// At about a right angle.
    Square,
    /// Farther.
    Folded,
}

/// Where a leg is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegShape {
    /// Straight, as in standing.
    Straight,
    /// Straight along the floor.
    Flat,
    /// Along the floor, the knee a little bent.
    NearlyFlat,
    /// The lower leg lies on something.
    CalfOn(RoomObject),
    /// The lower leg lies on a chair, hip and knee at right angles.
    CalfOnChairSquare,
    /// The thigh or the knee lies on something.
    KneeOver(RoomObject),
    /// The foot is on something that is not the floor.
    FootOn(RoomObject),
    /// The heel is on something that is not the floor, the leg straight.
    HeelOn(RoomObject),
    /// Straight up, the heel against a wall.
    UpTheWall,
    /// The ankle lies on the other thigh.
    AnkleOnThigh,
    /// The ankle lies on the other shin.
    AnkleOnShin,
    /// The knee is bent, the foot stands on the floor.
    Planted,
    /// As [`LegShape::Planted`], with the feet wide and the knees leaning on each other.
    KneesTogether,
    /// The knee is bent and turned out, the sole on the other sole.
    SolesTogether,
    /// The knee is bent and turned out, the shin lying in front of the other.
    Crossed,
    /// Hip and knee are at right angles, the foot in the air.
    Square,
    /// The knee is drawn in to the chest.
    DrawnIn,
    /// The leg points to the ceiling.
    Up,
    /// The leg is straight and lifted obliquely.
    Raised,
    /// The leg is straight and just above the floor.
    Hovering,
    /// The leg is stretched out forward, the heel on the floor.
    Forward,
    /// As [`LegShape::Forward`], with the knee bent.
    ForwardBent,
    /// The leg is stretched out forward in the air.
    ForwardInAir,
    /// The leg is stretched out behind in the air.
    Behind,
    /// The leg is stretched out behind, toes on the floor.
    BehindOnToes,
    /// The foot is a pace in front of the other.
    Ahead(Knee),
    /// The foot is a pace behind the other, the heel up or down.
    Back {
        /// How far the knee is bent.
        knee: Knee,
        /// Whether the heel is off the floor.
        heel_up: bool,
    },
    /// The knee is bent, with the foot on the floor.
    Bent {
        /// How far the knee is bent.
        knee: Knee,
        /// Whether the heel is off the floor.
        heel_up: bool,
    },
    /// Sitting: the knee is bent, the foot drawn back beside or under the hips.
    Tucked,
    /// The knee is bent and the lower leg lifted.
    ShinUp,
    /// The knee is lowered to a side of the body, the foot still on the floor.
    RockedTo(Hand),
    /// The knee is lowered to a side of the body, and the hips have rolled with it.
    LoweredTo(Hand),
    /// The knee is out to its own side.
    Out,
    /// The foot is out to its own side, wider than the shoulders.
    Wide,
    /// Half kneeling: the foot stands in front, the knee above it.
    FootInFront,
    /// Half kneeling: the knee is far behind the hip.
    Trailing,
    /// On the side: the knee is bent in front of the body.
    BentInFront,
    /// The knee is lifted in front, the foot in the air.
    KneeLifted,
    /// The heel is behind, near the buttock.
    HeelToSeat,
    /// On the shin, the hip above the knee.
    OnKnee,
}

/// Where an arm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArmShape {
    /// It hangs.
    Hanging,
    /// It lies along the body.
    AlongBody,
    /// It lies a little away from the body.
    Away,
    /// Out to the side, at the height of the shoulder.
    OutToSide,
    /// Stretched forward.
    Forward,
    /// The elbow bent, the forearm forward.
    BentForward,
    /// Towards the ceiling.
    Up,
    /// Over the head.
    Overhead,
    /// Behind the trunk.
    Behind,
    /// Through under the chest, to the other side.
    Through,
    /// On the side: the upper arm opened out, over to the other side.
    Opened,
    /// Swung forward, as in walking.
    SwungForward,
    /// Swung back.
    SwungBack,
    /// Each hand near the other elbow.
    Folded,
    /// Under the lower back.
    UnderBack,
    /// Under the head, which lies on it.
    UnderHead,
    /// On the floor under the shoulder.
    UnderShoulder,
    /// On the floor, in front.
    FloorInFront,
    /// On the floor, behind.
    FloorBehind,
    /// On the floor, beside the body.
    FloorBeside,
    /// On the floor, beside the chest.
    BesideChest,
    /// On the floor, beyond the head.
    FloorOverhead,
    /// On the front: on the floor near the shoulder, pushing the chest up.
    PushingUp,
    /// On the forearm, the elbow under the shoulder.
    Propped,
    /// The forearm lies on something.
    ForearmOn(RoomObject),
    /// The hand is on something that is not the floor.
    HandOn(RoomObject),
    /// The hand holds the chair, behind the body.
    ChairBehind,
    /// The hand is on the other side of the chest.
    AcrossChest,
    /// The hand is on a part of the trunk or the head.
    OnTrunk(TrunkSpot),
    /// The hand is on a limb.
    OnLimb {
        /// Where on it.
        spot: LimbSpot,
        /// Whose limb it is.
        owner: LimbOwner,
        /// Whether it pulls or carries, rather than only lying there.
        holds: bool,
    },
}

/// A place on the trunk or the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrunkSpot {
    /// The belly.
    Belly,
    /// The lower ribs.
    Ribs,
    /// The chest.
    Chest,
    /// The back.
    Back,
    /// The hip.
    Hip,
    /// The back of the head.
    BackOfHead,
    /// The forehead, or the face.
    Forehead,
}

/// A place on a limb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimbSpot {
    /// The front of a thigh.
    Thigh,
    /// The back of a thigh.
    BackOfThigh,
    /// A knee.
    Knee,
    /// A shin.
    Shin,
    /// An ankle.
    Ankle,
    /// A foot.
    Foot,
    /// An upper arm.
    UpperArm,
    /// A forearm.
    Forearm,
    /// A hand.
    Hand,
}

/// Whose limb a hand is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimbOwner {
    /// Each hand's own side; only for both hands.
    Own,
    /// The side opposite each hand; only for both hands.
    Other,
    /// This side.
    Side(Hand),
}
