//! The words for legs.

use super::Words;
use super::leg_things::{both_calves_on, both_feet_on, both_heels_on, calf_on, foot_on, heel_on};
use crate::figure::describe::fact::Which;
use crate::figure::describe::limbs::{Knee, LegShape};

pub(super) const fn of_legs(which: Which, shape: LegShape) -> Words {
    match (which, shape) {
        (Which::Both, LegShape::LoweredTo(side)) => (
            "Both knees are bent and lowered to the [left|right], and the hips have rolled with them.",
            Some(side),
        ),
        (Which::Both, LegShape::RockedTo(side)) => (
            "Both knees are bent and lowered to the [left|right], the feet still on the floor.",
            Some(side),
        ),
        (Which::Both, _) => (both(shape), None),
        (Which::One(hand), _) => (one(shape), Some(hand)),
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
const fn both(shape: LegShape) -> &'static str {
    match shape {
        LegShape::Straight => "Both legs are straight.",
        LegShape::Flat => "Both legs lie straight on the floor.",
        LegShape::NearlyFlat => "Both legs lie on the floor, the knees bent a little.",
        LegShape::CalfOn(thing) => both_calves_on(thing),
        LegShape::CalfOnChairSquare => {
            "Both calves rest on a chair, hips and knees bent at right angles."
        }
        LegShape::KneeOver(_) => "Both knees rest over a cushion.",
        LegShape::FootOn(thing) => both_feet_on(thing),
        LegShape::HeelOn(thing) => both_heels_on(thing),
        LegShape::UpTheWall => "Both legs rest straight up against a wall.",
        LegShape::AnkleOnThigh => "The legs are crossed, each ankle on the other thigh.",
        LegShape::AnkleOnShin => "The legs are crossed, each ankle on the other shin.",
        LegShape::Planted => "The knees are bent, both feet flat on the floor.",
        LegShape::KneesTogether => {
            "The feet stand wide on the floor, and the bent knees lean against each other."
        }
        LegShape::SolesTogether => "The soles are together, the knees out to the sides.",
        LegShape::Crossed => "The legs are crossed, the knees out to the sides.",
        LegShape::Square => "Hips and knees are bent at right angles, the lower legs in the air.",
        LegShape::DrawnIn => "Both knees are drawn in towards the chest.",
        LegShape::Up => "Both legs point straight up.",
        LegShape::Raised => "Both legs are lifted, nearly straight.",
        LegShape::Hovering => "The legs are stretched out just above the floor.",
        LegShape::Forward => "Both legs are stretched out forward on the floor.",
        LegShape::ForwardBent => {
            "Both legs are in front, the knees bent and the heels on the floor."
        }
        LegShape::ForwardInAir => "Both legs are stretched out forward in the air.",
        LegShape::Behind => "Both legs are stretched out behind in the air.",
        LegShape::BehindOnToes => "Both legs are stretched out behind, the toes on the floor.",
        LegShape::Ahead(_) | LegShape::Back { .. } => "The feet are a pace apart.",
        LegShape::Bent { knee, heel_up } => both_bent(knee, heel_up),
        LegShape::Tucked => "Both feet are drawn back beside the hips.",
        LegShape::ShinUp => "Both knees are bent, the lower legs lifted.",
        LegShape::RockedTo(_) | LegShape::LoweredTo(_) => "Both knees are lowered to one side.",
        LegShape::Out => "The knees are wide apart.",
        LegShape::Wide => "The legs are wide apart.",
        LegShape::FootInFront => "Both feet stand in front.",
        LegShape::Trailing => "Both knees are far behind the hips.",
        LegShape::BentInFront => "Hips and knees are bent, one leg above the other.",
        LegShape::KneeLifted => "Both knees are lifted.",
        LegShape::HeelToSeat => "Both heels are behind, near the buttocks.",
        LegShape::OnKnee => "Both knees are on the floor.",
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
const fn one(shape: LegShape) -> &'static str {
    match shape {
        LegShape::Straight => "The [left|right] leg is straight.",
        LegShape::Flat => "The [left|right] leg lies straight on the floor.",
        LegShape::NearlyFlat => "The [left|right] leg lies on the floor, the knee bent a little.",
        LegShape::CalfOn(thing) => calf_on(thing),
        LegShape::CalfOnChairSquare => {
            "The [left|right] calf rests on a chair, hip and knee bent at right angles."
        }
        LegShape::KneeOver(_) => "The [left|right] knee rests over a cushion.",
        LegShape::FootOn(thing) => foot_on(thing),
        LegShape::HeelOn(thing) => heel_on(thing),
        LegShape::UpTheWall => "The [left|right] leg rests straight up against a wall.",
        LegShape::AnkleOnThigh => {
            "The [left|right] ankle lies across the [right|left] thigh, the knee out to the side."
        }
        LegShape::AnkleOnShin => {
            "The [left|right] ankle lies across the [right|left] shin, the knee out to the side."
        }
        LegShape::Planted => "The [left|right] knee is bent, its foot flat on the floor.",
        LegShape::KneesTogether => "The [left|right] knee is bent, and leans inwards.",
        LegShape::Crossed => {
            "The [left|right] knee is out to the side, its foot in front of the body."
        }
        LegShape::Square => {
            "The [left|right] hip and knee are bent at right angles, the foot in the air."
        }
        LegShape::DrawnIn => "The [left|right] knee is drawn in towards the chest.",
        LegShape::Up => "The [left|right] leg points straight up.",
        LegShape::Raised => "The [left|right] leg is lifted, nearly straight.",
        LegShape::Hovering => "The [left|right] leg is stretched out just above the floor.",
        LegShape::Forward => {
            "The [left|right] leg is stretched out forward, its heel on the floor."
        }
        LegShape::ForwardBent => {
            "The [left|right] leg is in front, the knee bent and the heel on the floor."
        }
        LegShape::ForwardInAir => "The [left|right] leg is stretched out forward in the air.",
        LegShape::Behind => "The [left|right] leg is stretched out behind, in line with the trunk.",
        LegShape::BehindOnToes => {
            "The [left|right] leg is stretched out behind, the toes on the floor."
        }
        LegShape::Ahead(knee) => ahead(knee),
        LegShape::Back { knee, heel_up } => back(knee, heel_up),
        LegShape::Bent { knee, heel_up } => bent(knee, heel_up),
        LegShape::Tucked => "The [left|right] knee is bent, its foot drawn back beside the hip.",
        LegShape::ShinUp => "The [left|right] knee is bent, the lower leg lifted.",
        LegShape::RockedTo(_) | LegShape::LoweredTo(_) => {
            "The [left|right] knee is lowered to the side."
        }
        LegShape::Out | LegShape::SolesTogether => "The [left|right] knee is out to the side.",
        LegShape::Wide => "The [left|right] leg is out to the side.",
        LegShape::FootInFront => {
            "The [left|right] knee is bent at about a right angle above its foot."
        }
        LegShape::Trailing => {
            "The [left|right] knee is far behind the hip, which is stretched open."
        }
        LegShape::BentInFront => "The [left|right] hip and knee are bent.",
        LegShape::KneeLifted => "The [left|right] knee is lifted in front, the foot in the air.",
        LegShape::HeelToSeat => "The [left|right] heel is behind, near the buttock.",
        LegShape::OnKnee => "The [left|right] knee is on the floor.",
    }
}

const fn both_bent(knee: Knee, heel_up: bool) -> &'static str {
    match (knee, heel_up) {
        (Knee::Straight, false) => "Both legs are straight.",
        (Knee::Straight, true) => "The heels are off the floor.",
        (Knee::Soft, false) => "The knees are bent a little.",
        (Knee::Soft, true) => "The knees are bent a little, the heels off the floor.",
        (Knee::Well, false) => "The knees are well bent.",
        (Knee::Well, true) => "The knees are well bent, the heels off the floor.",
        (Knee::Square, false) => "The knees are bent at about a right angle.",
        (Knee::Square, true) => {
            "The knees are bent at about a right angle, the heels off the floor."
        }
        (Knee::Folded, false) => "The knees are bent as far as they go.",
        (Knee::Folded, true) => "The knees are bent as far as they go, the heels off the floor.",
    }
}

const fn bent(knee: Knee, heel_up: bool) -> &'static str {
    match (knee, heel_up) {
        (Knee::Straight, false) => "The [left|right] leg is straight.",
        (Knee::Straight, true) => "The [left|right] heel is off the floor.",
        (Knee::Soft, false) => "The [left|right] knee is bent a little.",
        (Knee::Soft, true) => "The [left|right] knee is bent a little, the heel off the floor.",
        (Knee::Well, false) => "The [left|right] knee is well bent.",
        (Knee::Well, true) => "The [left|right] knee is well bent, the heel off the floor.",
        (Knee::Square, false) => "The [left|right] knee is bent at about a right angle.",
        (Knee::Square, true) => {
            "The [left|right] knee is bent at about a right angle, the heel off the floor."
        }
        (Knee::Folded, false) => "The [left|right] knee is bent as far as it goes.",
        (Knee::Folded, true) => {
            "The [left|right] knee is bent as far as it goes, the heel off the floor."
        }
    }
}

const fn ahead(knee: Knee) -> &'static str {
    match knee {
        Knee::Straight => "The [left|right] foot is a pace in front, the leg straight.",
        Knee::Soft => "The [left|right] foot is a pace in front, the knee bent a little.",
        Knee::Well | Knee::Square | Knee::Folded => {
            "The [left|right] foot is a pace in front, the knee well bent."
        }
    }
}

const fn back(knee: Knee, heel_up: bool) -> &'static str {
    match (knee, heel_up) {
        (Knee::Straight, false) => {
            "The [left|right] foot is a pace behind, the leg straight and the heel down."
        }
        (Knee::Straight, true) => {
            "The [left|right] foot is a pace behind, the leg straight and the heel up."
        }
        (Knee::Soft | Knee::Well | Knee::Square | Knee::Folded, false) => {
            "The [left|right] foot is a pace behind, the knee bent and the heel down."
        }
        (Knee::Soft | Knee::Well | Knee::Square | Knee::Folded, true) => {
            "The [left|right] foot is a pace behind, the knee bent and the heel up."
        }
    }
}
