//! The legs of someone who is lying.

use super::super::fact::RoomObject;
use super::super::limbs::LegShape;
use super::super::reading::{Reading, bent, reach};
use super::{IN_AIR, LIFTED, NEARLY_STRAIGHT, SOFT, UPRIGHT, WELL, in_air};
use crate::figure::part::{BodyPart, Hand};

/// A hip bent this far brings the knee to the chest; in degrees.
const DRAWN_IN: f64 = 118.0;
/// A straight leg that rises less than this is just above the floor; the sine of 15 degrees.
const RAISED: f64 = 0.26;
/// A heel higher than this is held in the air: calves are rounder than heels. In hundredths of the height.
const HOVERS: f64 = 5.0;
/// With feet this much wider apart than the knees, the knees lean on each other; likewise.
const LEANS: f64 = 4.0;

pub(super) fn on_back(reading: &Reading<'_>, hand: Hand) -> LegShape {
    let leg = reading.leg(hand);
    let angle = bent(leg);
    let on_floor = reading.on(BodyPart::Foot(hand)) == Some(RoomObject::Floor);
    if let Some(side) = reading.lowered() {
        return if on_floor {
            LegShape::RockedTo(side)
        } else {
            LegShape::LoweredTo(side)
        };
    }
    if angle < NEARLY_STRAIGHT {
        return match reach(leg).y {
            up if up > UPRIGHT => LegShape::Up,
            up if up > RAISED => LegShape::Raised,
            _ if reading.height(BodyPart::Foot(hand)) > HOVERS => LegShape::Hovering,
            _ => LegShape::Flat,
        };
    }
    if on_floor || !in_air(reading, hand) {
        return if angle < SOFT + 8.0 {
            LegShape::NearlyFlat
        } else if knees_lean(reading) {
            LegShape::KneesTogether
        } else {
            LegShape::Planted
        };
    }
    match reading.flexion(hand) {
        flexion if flexion > DRAWN_IN => LegShape::DrawnIn,
        flexion if flexion > LIFTED && angle > WELL - 14.0 => LegShape::Square,
        _ => LegShape::Raised,
    }
}

fn knees_lean(reading: &Reading<'_>) -> bool {
    let [right, left] = Hand::BOTH.map(|hand| reading.leg(hand));
    let across = reading.pelvis().right;
    let feet = (right.lower.to - left.lower.to).dot(across);
    let knees = (right.upper.to - left.upper.to).dot(across);
    feet - knees > LEANS
}

pub(super) fn on_front(reading: &Reading<'_>, hand: Hand) -> LegShape {
    if bent(reading.leg(hand)) > SOFT {
        LegShape::ShinUp
    } else if reading.height(BodyPart::Shin(hand)) > IN_AIR {
        LegShape::Hovering
    } else {
        LegShape::Flat
    }
}

pub(super) fn on_side(reading: &Reading<'_>, hand: Hand) -> LegShape {
    // One knee is lifted off the other, so far that it must be on purpose.
    let apart = reading.abduction(hand) - reading.abduction(hand.other()) > 35.0;
    if bent(reading.leg(hand)) < NEARLY_STRAIGHT {
        LegShape::Straight
    } else if apart && reading.abduction(hand) > 15.0 {
        LegShape::Out
    } else {
        LegShape::BentInFront
    }
}
