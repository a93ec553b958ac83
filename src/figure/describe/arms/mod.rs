//! Where the arms are.

mod free;
mod held;

use super::base::{Bearing, bearing};
use super::fact::{Base, RoomObject};
use super::limbs::ArmShape;
use super::reading::Reading;
use crate::figure::part::Hand;

/// A trunk tilted this far could hold its arms anywhere, so that it is worth saying that they hang. In degrees.
const TILTED: f64 = 45.0;

/// Where an arm is in a base position if nothing is said of it; `None` where something is always said.
pub(super) const fn usual(base: Base) -> Option<ArmShape> {
    match base {
        Base::Standing
        | Base::StandingOn(_)
        | Base::Kneeling
        | Base::HalfKneeling(_)
        | Base::Sitting(RoomObject::Chair | RoomObject::Step | RoomObject::Desk) => {
            Some(ArmShape::Hanging)
        }
        Base::HandsAndKnees | Base::HandsAndFeet | Base::Plank => Some(ArmShape::UnderShoulder),
        Base::ForearmsAndKnees => Some(ArmShape::Propped),
        Base::Sitting(
            RoomObject::Floor | RoomObject::Cushion | RoomObject::Wall | RoomObject::Strap,
        )
        | Base::OnHeels
        | Base::ShinInFront(_)
        | Base::OnBack
        | Base::Bridge
        | Base::OnFront
        | Base::OnSide(_)
        | Base::SidePlank { .. } => None,
    }
}

/// Where the right and the left arm are, if it is worth a sentence.
pub(super) fn arms(reading: &Reading<'_>, base: Base) -> [Option<ArmShape>; 2] {
    Hand::BOTH.map(|hand| arm(reading, base, hand))
}

fn arm(reading: &Reading<'_>, base: Base, hand: Hand) -> Option<ArmShape> {
    let props = matches!(base, Base::SidePlank { side, .. } if side == hand);
    let carries_head = base == Base::OnFront && reading.forehead_on_hands();
    if props || carries_head {
        return None;
    }
    let shape = held::on_body(reading, base, hand)
        .or_else(|| held::on_thing(reading, base, hand))
        .unwrap_or_else(|| free::free(reading, base, hand));
    let tilted = bearing(base) == Bearing::Upright && reading.tilt() > TILTED;
    (Some(shape) != usual(base) || tilted).then_some(shape)
}
