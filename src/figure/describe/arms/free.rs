//! Arms with nothing to hold or rest on: they hang, lie or are stretched out.

use super::super::fact::Base;
use super::super::limbs::ArmShape;
use super::super::reading::{Reading, bent, reach};
use crate::figure::body::skeleton::Bone;
use crate::figure::part::{BodyPart, Hand};

/// Anything within 45 degrees of a direction points there; a cosine.
const MOSTLY: f64 = 0.7;
/// How far from the vertical an arm may hang; the cosine of 35 degrees.
const HANGS: f64 = 0.82;
/// An arm this far from hanging is swung on purpose; the sine of 17 degrees.
const SWINGS: f64 = 0.3;
/// An elbow bent more than this makes another shape; in degrees.
const BENT: f64 = 60.0;
/// An arm that lies farther than this from the line of the body is away from it; in degrees.
const AWAY: f64 = 14.0;
/// Farther than this, it is out to the side.
const OUT: f64 = 58.0;
/// Farther than this, it is overhead.
const OVERHEAD: f64 = 125.0;
/// A hand this near the other elbow holds it; in hundredths of the height, like all lengths here.
const AT_ELBOW: f64 = 9.0;
/// A hand this near the middle of the back lies under it.
const UNDER: f64 = 10.5;
/// A head this near an arm lies on it: half a head, half an arm, and some hair.
const ON_ARM: f64 = 11.0;
/// A hand whose lowest point is higher than this is in the air.
const IN_AIR: f64 = 4.0;

pub(super) fn free(reading: &Reading<'_>, base: Base, hand: Hand) -> ArmShape {
    if folded(reading) {
        return ArmShape::Folded;
    }
    match base {
        Base::OnBack | Base::Bridge => on_back(reading, hand),
        Base::OnFront | Base::OnHeels if !in_air(reading, hand) => beside(reading, hand),
        Base::OnSide(below) => on_side(reading, below, hand),
        Base::HandsAndKnees | Base::ForearmsAndKnees => on_knees(reading, hand),
        Base::Standing
        | Base::StandingOn(_)
        | Base::Sitting(_)
        | Base::OnHeels
        | Base::Kneeling
        | Base::HalfKneeling(_)
        | Base::ShinInFront(_)
        | Base::HandsAndFeet
        | Base::Plank
        | Base::OnFront
        | Base::SidePlank { .. } => in_room(reading, hand),
    }
}

fn in_air(reading: &Reading<'_>, hand: Hand) -> bool {
    reading.height(BodyPart::Palm(hand)) > IN_AIR
}

fn folded(reading: &Reading<'_>) -> bool {
    let at = |hand: Hand| {
        let wrist = reading.arm(hand).lower.to;
        (wrist - reading.arm(hand.other()).upper.to).length() < AT_ELBOW
    };
    Hand::BOTH.into_iter().all(at)
}

/// The shape of an arm that lies beside the trunk, by its angle with the line of the body.
fn beside(reading: &Reading<'_>, hand: Hand) -> ArmShape {
    let cos = -reach(reading.arm(hand)).dot(reading.chest().up);
    match cos.clamp(-1.0, 1.0).acos().to_degrees() {
        angle if angle < AWAY => ArmShape::AlongBody,
        angle if angle < OUT => ArmShape::Away,
        angle if angle < OVERHEAD => ArmShape::OutToSide,
        _ => ArmShape::FloorOverhead,
    }
}

fn on_back(reading: &Reading<'_>, hand: Hand) -> ArmShape {
    let way = reach(reading.arm(hand));
    let from_waist = reading.palm(hand) - reading.stance.skeleton.trunk[1].to;
    let across = from_waist.dot(reading.pelvis().right).abs();
    let along = from_waist.dot(reading.axis()).abs();
    if in_air(reading, hand) && way.dot(reading.chest().up) > MOSTLY {
        ArmShape::Overhead
    } else if in_air(reading, hand) && way.y > MOSTLY {
        ArmShape::Up
    } else if !in_air(reading, hand) && across < UNDER && along < UNDER {
        ArmShape::UnderBack
    } else {
        beside(reading, hand)
    }
}

fn on_side(reading: &Reading<'_>, below: Hand, hand: Hand) -> ArmShape {
    let arm = reading.arm(hand);
    let way = reach(arm);
    let pillow = reading.on(BodyPart::Head).is_some();
    if hand == below && !pillow && carries_head(reading, hand) {
        ArmShape::UnderHead
    } else if way.dot(reading.pelvis().front) < -SWINGS {
        ArmShape::Opened
    } else if way.y > MOSTLY {
        ArmShape::Up
    } else if way.dot(reading.pelvis().front) > 0.45 {
        ArmShape::Forward
    } else {
        beside(reading, hand)
    }
}

fn carries_head(reading: &Reading<'_>, hand: Hand) -> bool {
    let arm = reading.arm(hand);
    let near = |bone: &Bone| {
        let way = bone.to - bone.from;
        let along = (reading.face() - bone.from).dot(way) / way.dot(way);
        let place = bone.from + way * along.clamp(0.0, 1.0);
        (place - reading.face()).length() < ON_ARM
    };
    near(&arm.upper) || near(&arm.lower)
}

fn on_knees(reading: &Reading<'_>, hand: Hand) -> ArmShape {
    let way = reach(reading.arm(hand));
    let across = -way.dot(reading.pelvis().right) * hand.sign();
    let ahead = way.dot(reading.heading());
    if way.y > MOSTLY {
        ArmShape::Up
    } else if across > 0.4 {
        ArmShape::Through
    } else if ahead > MOSTLY {
        ArmShape::Forward
    } else if across < -MOSTLY {
        ArmShape::OutToSide
    } else if ahead < -0.4 {
        ArmShape::AlongBody
    } else {
        ArmShape::Hanging
    }
}

/// The shape of an arm in the air, of someone who is upright or bends from there.
fn in_room(reading: &Reading<'_>, hand: Hand) -> ArmShape {
    let arm = reading.arm(hand);
    let way = reach(arm);
    let chest = reading.chest();
    let aside = way.dot(chest.right) * hand.sign();
    let ahead = way.dot(reading.heading());
    let elbow = bent(arm);
    if way.y < -HANGS && ahead.abs() < SWINGS && elbow < BENT {
        ArmShape::Hanging
    } else if way.dot(chest.up) > MOSTLY {
        ArmShape::Overhead
    } else if aside > MOSTLY {
        ArmShape::OutToSide
    } else if elbow > BENT && ahead > SWINGS {
        ArmShape::BentForward
    } else if way.dot(chest.front) > MOSTLY {
        ArmShape::Forward
    } else if way.y < 0.0 && ahead > SWINGS {
        ArmShape::SwungForward
    } else if way.y < 0.0 && ahead < -SWINGS {
        ArmShape::SwungBack
    } else if ahead < -SWINGS {
        ArmShape::Behind
    } else {
        ArmShape::Hanging
    }
}
