//! Hands and forearms on something: a part of the body, or a thing in the room.

use super::super::fact::{Base, RoomObject};
use super::super::limbs::{ArmShape, LimbOwner, LimbSpot, TrunkSpot};
use super::super::reading::{Reading, Touch, bent};
use crate::figure::part::{BodyPart, Hand, Limb};
use crate::figure::space::Vector;

/// A hand this far in front of or behind the hips, or the face, is no longer beside them; in hundredths of the height.
const BESIDE: f64 = 8.0;
/// An elbow this near the plumb line of its shoulder is under it; likewise.
const UNDER: f64 = 9.0;
/// A hand that has crossed the middle by this much is on the other side; likewise.
const ACROSS: f64 = 4.0;
/// A chest that rises this steeply is pushed up; a sine.
const RISES: f64 = 0.15;
/// An elbow bent less than this is straight; in degrees.
const STRETCHED: f64 = 40.0;

/// Below this fraction of the chest, from the hips, people say belly.
const BELLY: f64 = 0.4;
/// Below this one they say ribs.
const RIBS: f64 = 0.65;
/// Above this fraction of the thigh, from the hip, they say hip; below the next one, knee.
const HIP: f64 = 0.2;
const ABOVE_KNEE: f64 = 0.8;
/// Above this fraction of the shin, from the knee, they say knee; below the next one, ankle.
const BELOW_KNEE: f64 = 0.25;
const ANKLE: f64 = 0.82;

/// The shape of an arm whose hand is on the body.
pub(super) fn on_body(reading: &Reading<'_>, base: Base, hand: Hand) -> Option<ArmShape> {
    let touch = reading.touch(Limb::Arm(hand))?;
    let behind = touch.side.x < -0.5;
    let side = match touch.part {
        BodyPart::Pelvis => return Some(ArmShape::OnTrunk(TrunkSpot::Hip)),
        BodyPart::Head if behind => return Some(ArmShape::OnTrunk(TrunkSpot::BackOfHead)),
        BodyPart::Head => return Some(ArmShape::OnTrunk(TrunkSpot::Forehead)),
        BodyPart::Chest => return Some(on_chest(touch, hand, behind)),
        BodyPart::Thigh(_) if !behind && touch.along < HIP => {
            return Some(ArmShape::OnTrunk(TrunkSpot::Hip));
        }
        BodyPart::Thigh(side)
        | BodyPart::Shin(side)
        | BodyPart::Foot(side)
        | BodyPart::UpperArm(side)
        | BodyPart::Forearm(side)
        | BodyPart::Palm(side) => side,
    };
    let spot = on_limb(touch, behind)?;
    let lies = matches!(base, Base::OnBack | Base::Bridge | Base::OnSide(_));
    let grips = matches!(
        spot,
        LimbSpot::BackOfThigh | LimbSpot::Foot | LimbSpot::Ankle
    );
    Some(ArmShape::OnLimb {
        spot,
        owner: LimbOwner::Side(side),
        holds: lies || grips,
    })
}

fn on_chest(touch: Touch, hand: Hand, behind: bool) -> ArmShape {
    let across = touch.side.z * hand.sign() < -0.2;
    match touch.along {
        _ if behind => ArmShape::OnTrunk(TrunkSpot::Back),
        along if along < BELLY => ArmShape::OnTrunk(TrunkSpot::Belly),
        _ if across => ArmShape::AcrossChest,
        along if along < RIBS => ArmShape::OnTrunk(TrunkSpot::Ribs),
        _ => ArmShape::OnTrunk(TrunkSpot::Chest),
    }
}

fn on_limb(touch: Touch, behind: bool) -> Option<LimbSpot> {
    match touch.part {
        BodyPart::Pelvis | BodyPart::Chest | BodyPart::Head => None,
        BodyPart::Thigh(_) if behind => Some(LimbSpot::BackOfThigh),
        BodyPart::Thigh(_) if touch.along > ABOVE_KNEE => Some(LimbSpot::Knee),
        BodyPart::Thigh(_) => Some(LimbSpot::Thigh),
        BodyPart::Shin(_) if touch.along < BELOW_KNEE => Some(LimbSpot::Knee),
        BodyPart::Shin(_) if touch.along > ANKLE => Some(LimbSpot::Ankle),
        BodyPart::Shin(_) => Some(LimbSpot::Shin),
        BodyPart::Foot(_) => Some(LimbSpot::Foot),
        BodyPart::UpperArm(_) => Some(LimbSpot::UpperArm),
        BodyPart::Forearm(_) => Some(LimbSpot::Forearm),
        BodyPart::Palm(_) => Some(LimbSpot::Hand),
    }
}

/// The shape of an arm whose forearm or hand is on something in the room; `None` if it only lies on the floor.
pub(super) fn on_thing(reading: &Reading<'_>, base: Base, hand: Hand) -> Option<ArmShape> {
    let arm = reading.arm(hand);
    if let Some(thing) = reading.on(BodyPart::Forearm(hand)) {
        let away = arm.upper.to - arm.upper.from;
        let under = away.level().length() < UNDER;
        return Some(match thing {
            RoomObject::Floor if under => ArmShape::Propped,
            RoomObject::Floor
            | RoomObject::Chair
            | RoomObject::Step
            | RoomObject::Desk
            | RoomObject::Cushion
            | RoomObject::Wall
            | RoomObject::Strap => ArmShape::ForearmOn(thing),
        });
    }
    match reading.on(BodyPart::Palm(hand))? {
        RoomObject::Floor => on_floor(reading, base, hand),
        RoomObject::Chair if before(reading, hand, reading.hips()) < -BESIDE => {
            Some(ArmShape::ChairBehind)
        }
        thing @ (RoomObject::Chair
        | RoomObject::Step
        | RoomObject::Desk
        | RoomObject::Cushion
        | RoomObject::Wall
        | RoomObject::Strap) => Some(ArmShape::HandOn(thing)),
    }
}

/// How far in front of a place a hand is, horizontally.
fn before(reading: &Reading<'_>, hand: Hand, place: Vector) -> f64 {
    let way = reading.palm(hand) - place;
    way.level().dot(reading.heading())
}

fn on_floor(reading: &Reading<'_>, base: Base, hand: Hand) -> Option<ArmShape> {
    match base {
        Base::HandsAndKnees => Some(on_all_fours(reading, hand)),
        Base::HandsAndFeet | Base::Plank | Base::ForearmsAndKnees => Some(ArmShape::UnderShoulder),
        Base::OnFront if reading.axis().y > RISES => Some(ArmShape::PushingUp),
        Base::OnFront if before(reading, hand, reading.face()) > BESIDE => {
            Some(ArmShape::FloorOverhead)
        }
        Base::OnFront => Some(ArmShape::BesideChest),
        Base::OnHeels if before(reading, hand, reading.face()) > 0.0 => {
            Some(ArmShape::FloorOverhead)
        }
        Base::OnHeels if before(reading, hand, reading.hips()) < 0.0 => None,
        Base::OnSide(below) if hand != below && bent(reading.arm(hand)) > STRETCHED => {
            Some(ArmShape::FloorInFront)
        }
        Base::OnBack | Base::Bridge | Base::OnSide(_) => None,
        Base::Sitting(_) => Some(match before(reading, hand, reading.hips()) {
            far if far > BESIDE => ArmShape::FloorInFront,
            far if far < -BESIDE => ArmShape::FloorBehind,
            _ => ArmShape::FloorBeside,
        }),
        Base::Standing
        | Base::StandingOn(_)
        | Base::OnHeels
        | Base::Kneeling
        | Base::HalfKneeling(_)
        | Base::ShinInFront(_)
        | Base::SidePlank { .. } => Some(ArmShape::FloorInFront),
    }
}

fn on_all_fours(reading: &Reading<'_>, hand: Hand) -> ArmShape {
    let from_middle = reading.palm(hand) - reading.hips();
    let own_side = from_middle.dot(reading.pelvis().right) * hand.sign();
    let shoulder = reading.arm(hand).upper.from;
    if own_side < -ACROSS {
        ArmShape::Through
    } else if before(reading, hand, shoulder) > 2.0 * BESIDE {
        ArmShape::FloorInFront
    } else {
        ArmShape::UnderShoulder
    }
}
