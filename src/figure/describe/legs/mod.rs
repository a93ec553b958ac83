//! Where the legs are.

mod lying;
mod upright;

use super::fact::{Base, RoomObject};
use super::limbs::{Knee, LegShape};
use super::reading::{Reading, bent, reach, way};
use crate::figure::part::{BodyPart, Hand, Limb};

/// A knee bent less than this is straight; in degrees, like all angles here.
const STRAIGHT: f64 = 12.0;
/// Lying or sitting on the floor, a knee may be bent this far and still be called straight.
const NEARLY_STRAIGHT: f64 = 28.0;
/// From here on a knee is bent more than a little.
const SOFT: f64 = 40.0;
/// From here on it is nearer to a right angle.
const WELL: f64 = 74.0;
/// From here on it is bent farther than a right angle.
const SQUARE: f64 = 108.0;
/// A thigh lifted this far from the line of the trunk is lifted on purpose.
const LIFTED: f64 = 45.0;
/// A foot this far from the other, to the side, stands wide: wider than the shoulders. In hundredths of the height,
/// like all lengths here.
const WIDE: f64 = 26.0;
/// A foot whose lowest point is higher than this is in the air.
const IN_AIR: f64 = 3.0;
/// A foot whose ankle is higher than this has its heel up.
const HEEL_UP: f64 = 7.0;
/// Soles this near each other touch.
const SOLES: f64 = 9.0;
/// The tops of two feet whose soles face each other point apart; a cosine.
const APART: f64 = -0.2;
/// A leg that points up more steeply than this points to the ceiling; a sine.
const UPRIGHT: f64 = 0.88;
/// Toes that point up this steeply show that the leg rests on its heel; a sine.
const ON_HEEL: f64 = 0.5;

/// Where a leg is in a base position if nothing is said of it; `None` where something is always said.
pub(super) const fn usual(base: Base) -> Option<LegShape> {
    match base {
        Base::Standing | Base::StandingOn(_) | Base::HandsAndFeet | Base::Plank => {
            Some(LegShape::Straight)
        }
        Base::OnFront => Some(LegShape::Flat),
        Base::SidePlank { knees: false, .. } => Some(LegShape::Straight),
        Base::Sitting(RoomObject::Chair | RoomObject::Step | RoomObject::Desk) => {
            Some(LegShape::Planted)
        }
        Base::OnHeels | Base::Kneeling | Base::HandsAndKnees | Base::ForearmsAndKnees => {
            Some(LegShape::OnKnee)
        }
        Base::Sitting(
            RoomObject::Floor | RoomObject::Cushion | RoomObject::Wall | RoomObject::Strap,
        )
        | Base::HalfKneeling(_)
        | Base::ShinInFront(_)
        | Base::OnBack
        | Base::Bridge
        | Base::OnSide(_)
        | Base::SidePlank { knees: true, .. } => None,
    }
}

/// Where the right and the left leg are, if it is worth a sentence.
pub(super) fn legs(reading: &Reading<'_>, base: Base) -> [Option<LegShape>; 2] {
    let usual = usual(base);
    let shape = |hand: Hand| {
        let shape = on_something(reading, hand).or_else(|| in_base(reading, base, hand));
        shape.filter(|shape| Some(*shape) != usual)
    };
    Hand::BOTH.map(shape)
}

/// The shape of a leg on something other than the floor, or on the other leg.
fn on_something(reading: &Reading<'_>, hand: Hand) -> Option<LegShape> {
    let leg = reading.leg(hand);
    if let Some(touch) = reading.touch(Limb::Leg(hand)) {
        let on_shin = matches!(touch.part, BodyPart::Shin(_) | BodyPart::Foot(_));
        return Some(if on_shin {
            LegShape::AnkleOnShin
        } else {
            LegShape::AnkleOnThigh
        });
    }
    if let Some(
        thing @ (RoomObject::Chair | RoomObject::Step | RoomObject::Desk | RoomObject::Cushion),
    ) = reading.on(BodyPart::Shin(hand))
    {
        let square = thing == RoomObject::Chair && is_square(reading, hand);
        return Some(if square {
            LegShape::CalfOnChairSquare
        } else {
            LegShape::CalfOn(thing)
        });
    }
    if reading.on(BodyPart::Thigh(hand)) == Some(RoomObject::Cushion) {
        return Some(LegShape::KneeOver(RoomObject::Cushion));
    }
    let straight = bent(leg) < NEARLY_STRAIGHT;
    match reading.on(BodyPart::Foot(hand)) {
        None | Some(RoomObject::Floor) => {
            soles_together(reading).then_some(LegShape::SolesTogether)
        }
        Some(RoomObject::Wall) if straight && reach(leg).y > UPRIGHT => Some(LegShape::UpTheWall),
        Some(thing) if straight && leg.tip.front.y > ON_HEEL => Some(LegShape::HeelOn(thing)),
        Some(thing) => Some(LegShape::FootOn(thing)),
    }
}

/// Whether hip and knee are at about right angles.
fn is_square(reading: &Reading<'_>, hand: Hand) -> bool {
    let about = WELL..SQUARE;
    about.contains(&reading.flexion(hand)) && about.contains(&bent(reading.leg(hand)))
}

fn soles_together(reading: &Reading<'_>) -> bool {
    let [right, left] = Hand::BOTH.map(|hand| reading.leg(hand));
    let out = |hand: Hand| reading.abduction(hand) > 20.0 && bent(reading.leg(hand)) > SOFT;
    let near = (right.lower.to - left.lower.to).length() < SOLES;
    near && right.tip.up.dot(left.tip.up) < APART && Hand::BOTH.into_iter().all(out)
}

fn in_base(reading: &Reading<'_>, base: Base, hand: Hand) -> Option<LegShape> {
    match base {
        Base::Standing | Base::StandingOn(_) => Some(upright::standing(reading, hand)),
        Base::HandsAndFeet | Base::Plank => Some(upright::planted(reading, hand)),
        Base::OnBack | Base::Bridge => Some(lying::on_back(reading, hand)),
        Base::OnFront => Some(lying::on_front(reading, hand)),
        Base::OnSide(_) => Some(lying::on_side(reading, hand)),
        Base::Sitting(RoomObject::Chair | RoomObject::Step | RoomObject::Desk) => {
            Some(upright::on_chair(reading, hand))
        }
        Base::Sitting(
            RoomObject::Floor | RoomObject::Cushion | RoomObject::Wall | RoomObject::Strap,
        ) => Some(upright::on_floor(reading, hand)),
        Base::HalfKneeling(down) if down == hand => upright::trails(reading, hand),
        Base::HalfKneeling(_) => Some(upright::in_front(reading, hand)),
        Base::HandsAndKnees | Base::ForearmsAndKnees => Some(upright::on_knees(reading, hand)),
        Base::OnHeels | Base::Kneeling => Some(upright::on_shins(reading)),
        Base::SidePlank { knees, .. } => (!knees).then_some(LegShape::Straight),
        Base::ShinInFront(_) => None,
    }
}

fn knee(reading: &Reading<'_>, hand: Hand) -> Knee {
    match bent(reading.leg(hand)) {
        angle if angle < STRAIGHT => Knee::Straight,
        angle if angle < SOFT => Knee::Soft,
        angle if angle < WELL => Knee::Well,
        angle if angle < SQUARE => Knee::Square,
        _ => Knee::Folded,
    }
}

fn wide(reading: &Reading<'_>) -> bool {
    let [right, left] = Hand::BOTH.map(|hand| reading.leg(hand).lower.to);
    (right - left).dot(reading.pelvis().right) > WIDE
}

fn in_air(reading: &Reading<'_>, hand: Hand) -> bool {
    reading.height(BodyPart::Foot(hand)) > IN_AIR && reading.on(BodyPart::Foot(hand)).is_none()
}

/// How far forward a thigh points in the room; a sine.
fn forward(reading: &Reading<'_>, hand: Hand) -> f64 {
    way(&reading.leg(hand).upper).dot(reading.heading())
}
