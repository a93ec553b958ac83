//! The legs of someone who stands, sits or kneels.

use super::super::fact::RoomObject;
use super::super::limbs::{Knee, LegShape};
use super::super::reading::{Reading, bent};
use super::{
    HEEL_UP, LIFTED, NEARLY_STRAIGHT, ON_HEEL, SOFT, SQUARE, WELL, forward, in_air, knee, wide,
};
use crate::figure::part::{BodyPart, Hand};

/// A foot this far in front of the other is a pace ahead; in hundredths of the height.
const PACE: f64 = 13.0;
/// A thigh that points this far back trails; a sine.
const TRAILS: f64 = -0.25;
/// A foot whose top faces up this steeply stands on its sole; a sine.
const ON_SOLE: f64 = 0.6;
/// Thighs that are together this far out to the sides are spread; in degrees.
const SPREAD: f64 = 40.0;
/// A knee no higher above the hips than this has fallen outwards, and a foot no farther in front of them is drawn back;
/// in hundredths of the height.
const FALLEN: f64 = 6.0;

pub(super) fn standing(reading: &Reading<'_>, hand: Hand) -> LegShape {
    let leg = reading.leg(hand);
    let knee = knee(reading, hand);
    if in_air(reading, hand) {
        let forward = forward(reading, hand);
        return match knee {
            Knee::Straight | Knee::Soft if forward < 0.0 => LegShape::Behind,
            Knee::Straight | Knee::Soft => LegShape::ForwardInAir,
            Knee::Well | Knee::Square | Knee::Folded if forward < 0.3 => LegShape::HeelToSeat,
            Knee::Well | Knee::Square | Knee::Folded => LegShape::KneeLifted,
        };
    }
    let ahead = (leg.lower.to - reading.leg(hand.other()).lower.to).dot(reading.heading());
    let walks = reading.on(BodyPart::Foot(hand.other())) == Some(RoomObject::Floor);
    if walks && ahead > PACE {
        LegShape::Ahead(knee)
    } else if walks && ahead < -PACE {
        let heel_up = leg.lower.to.y > HEEL_UP;
        LegShape::Back { knee, heel_up }
    } else {
        planted(reading, hand)
    }
}

/// The shape of a leg under the body.
pub(super) fn planted(reading: &Reading<'_>, hand: Hand) -> LegShape {
    let knee = knee(reading, hand);
    let heel_up = reading.leg(hand).lower.to.y > HEEL_UP;
    match knee {
        _ if wide(reading) => LegShape::Wide,
        Knee::Straight if !heel_up => LegShape::Straight,
        Knee::Straight | Knee::Soft | Knee::Well | Knee::Square | Knee::Folded => {
            LegShape::Bent { knee, heel_up }
        }
    }
}

pub(super) fn on_floor(reading: &Reading<'_>, hand: Hand) -> LegShape {
    let leg = reading.leg(hand);
    let angle = bent(leg);
    let on_heel = leg.tip.front.y > ON_HEEL;
    if angle < NEARLY_STRAIGHT || (on_heel && angle < SOFT) {
        return if wide(reading) {
            LegShape::Wide
        } else {
            LegShape::Forward
        };
    }
    let behind = (leg.lower.to - reading.hips()).dot(reading.heading()) < FALLEN;
    let on_sole = leg.tip.up.y > ON_SOLE;
    if angle > SQUARE && behind && !on_sole {
        return LegShape::Tucked;
    }
    let low = leg.upper.to.y < reading.hips().y + FALLEN;
    if angle > SOFT && low && reading.abduction(hand) > 20.0 {
        LegShape::Crossed
    } else if on_heel {
        LegShape::ForwardBent
    } else {
        LegShape::Planted
    }
}

pub(super) fn on_chair(reading: &Reading<'_>, hand: Hand) -> LegShape {
    let lifted = in_air(reading, hand);
    let straight = bent(reading.leg(hand)) < WELL - 22.0;
    if straight && lifted {
        LegShape::ForwardInAir
    } else if straight {
        LegShape::Forward
    } else if wide(reading) {
        LegShape::Out
    } else if lifted && reading.flexion(hand) > LIFTED {
        LegShape::KneeLifted
    } else {
        LegShape::Planted
    }
}

pub(super) fn on_knees(reading: &Reading<'_>, hand: Hand) -> LegShape {
    if reading.on(BodyPart::Shin(hand)).is_some() {
        LegShape::OnKnee
    } else if bent(reading.leg(hand)) > WELL {
        LegShape::KneeLifted
    } else if in_air(reading, hand) {
        LegShape::Behind
    } else {
        LegShape::BehindOnToes
    }
}

pub(super) fn on_shins(reading: &Reading<'_>) -> LegShape {
    let spread: f64 = Hand::BOTH.map(|hand| reading.abduction(hand)).iter().sum();
    if spread > SPREAD {
        LegShape::Out
    } else {
        LegShape::OnKnee
    }
}

/// Half kneeling: the shape of the leg whose knee is on the floor; it trails if the knee is far behind.
pub(super) fn trails(reading: &Reading<'_>, hand: Hand) -> Option<LegShape> {
    (forward(reading, hand) < TRAILS).then_some(LegShape::Trailing)
}

/// Half kneeling: the shape of the leg in front.
pub(super) fn in_front(reading: &Reading<'_>, hand: Hand) -> LegShape {
    if bent(reading.leg(hand)) < NEARLY_STRAIGHT {
        LegShape::Forward
    } else {
        LegShape::FootInFront
    }
}
