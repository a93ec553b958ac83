//! The words for arms.

use super::Words;
use super::touches::{
    both_on_one, both_on_trunk, each_on_other, each_on_own, one_on_other, one_on_own, one_on_trunk,
};
use crate::figure::describe::fact::{RoomObject, Which};
use crate::figure::describe::limbs::{ArmShape, LimbOwner};
use crate::figure::part::Hand;

pub(super) const fn of_arms(which: Which, shape: ArmShape) -> Words {
    match (which, shape) {
        (Which::Both, ArmShape::OnLimb { spot, owner, holds }) => match owner {
            LimbOwner::Own => (each_on_own(spot, holds), None),
            LimbOwner::Other => (each_on_other(spot), None),
            LimbOwner::Side(side) => (both_on_one(spot, holds), Some(side)),
        },
        (Which::One(hand), ArmShape::OnLimb { spot, owner, holds }) => {
            let words = if is_own(owner, hand) {
                one_on_own(spot, holds)
            } else {
                one_on_other(spot, holds)
            };
            (words, Some(hand))
        }
        (Which::Both, _) => (both(shape), None),
        (Which::One(hand), _) => (one(shape), Some(hand)),
    }
}

const fn is_own(owner: LimbOwner, hand: Hand) -> bool {
    match (owner, hand) {
        (LimbOwner::Own, _)
        | (LimbOwner::Side(Hand::Right), Hand::Right)
        | (LimbOwner::Side(Hand::Left), Hand::Left) => true,
        (LimbOwner::Other, _)
        | (LimbOwner::Side(Hand::Right), Hand::Left)
        | (LimbOwner::Side(Hand::Left), Hand::Right) => false,
    }
}

const fn both(shape: ArmShape) -> &'static str {
    match shape {
        ArmShape::Hanging => "The arms hang down.",
        ArmShape::AlongBody => "The arms lie along the body.",
        ArmShape::Away => "The arms lie a little away from the body.",
        ArmShape::OutToSide => "The arms are out to the sides, level with the shoulders.",
        ArmShape::Forward => "The arms are stretched out forward.",
        ArmShape::BentForward => "The elbows are bent, the forearms forward.",
        ArmShape::Up => "The arms point straight up.",
        ArmShape::Overhead => "The arms are stretched up past the head.",
        ArmShape::Behind => "The arms are behind the body.",
        ArmShape::Through => "The arms reach across under the chest.",
        ArmShape::Opened => "The arms are opened out behind the body.",
        ArmShape::SwungForward => "The arms swing forward.",
        ArmShape::SwungBack => "The arms swing back.",
        ArmShape::Folded => "The arms are folded, each hand at the other elbow.",
        ArmShape::UnderBack => "The hands lie under the lower back.",
        ArmShape::UnderHead => "The head rests on the arms.",
        ArmShape::UnderShoulder => "The hands are on the floor under the shoulders.",
        ArmShape::FloorInFront => "The hands are on the floor in front.",
        ArmShape::FloorBehind => "The hands are on the floor behind, and take some weight.",
        ArmShape::FloorBeside => "The hands are on the floor beside the hips.",
        ArmShape::BesideChest => "The hands are on the floor beside the chest.",
        ArmShape::FloorOverhead => "The arms are stretched out on the floor past the head.",
        ArmShape::PushingUp => {
            "The hands are on the floor in front of the shoulders, and push the chest up."
        }
        ArmShape::Propped => "The weight is on both forearms, the elbows under the shoulders.",
        ArmShape::ForearmOn(thing) => both_forearms_on(thing),
        ArmShape::ChairBehind => "Both hands hold the chair behind the body.",
        ArmShape::AcrossChest => "The arms are crossed before the chest.",
        ArmShape::HandOn(thing) => both_hands_on(thing),
        ArmShape::OnTrunk(spot) => both_on_trunk(spot),
        ArmShape::OnLimb { spot, holds, .. } => each_on_own(spot, holds),
    }
}

const fn one(shape: ArmShape) -> &'static str {
    match shape {
        ArmShape::Hanging => "The [left|right] arm hangs down.",
        ArmShape::AlongBody => "The [left|right] arm lies along the body.",
        ArmShape::Away => "The [left|right] arm lies a little away from the body.",
        ArmShape::OutToSide => "The [left|right] arm is out to the side, level with the shoulder.",
        ArmShape::Forward => "The [left|right] arm is stretched out forward.",
        ArmShape::BentForward => "The [left|right] elbow is bent, the forearm forward.",
        ArmShape::Up => "The [left|right] arm points straight up.",
        ArmShape::Overhead => "The [left|right] arm is stretched up past the head.",
        ArmShape::Behind => "The [left|right] arm is behind the body.",
        ArmShape::Through => {
            "The [left|right] arm reaches through under the chest, to the [right|left]."
        }
        ArmShape::Opened => {
            "The [left|right] arm is opened out to the other side, towards the floor behind."
        }
        ArmShape::SwungForward => "The [left|right] arm swings forward.",
        ArmShape::SwungBack => "The [left|right] arm swings back.",
        ArmShape::Folded => "The [left|right] hand is at the other elbow.",
        ArmShape::UnderBack => "The [left|right] hand lies under the lower back.",
        ArmShape::UnderHead => "The head rests on the [left|right] arm.",
        ArmShape::UnderShoulder => "The [left|right] hand is on the floor under the shoulder.",
        ArmShape::FloorInFront => "The [left|right] hand is on the floor in front.",
        ArmShape::FloorBehind => "The [left|right] hand is on the floor behind.",
        ArmShape::FloorBeside => "The [left|right] hand is on the floor beside the hip.",
        ArmShape::BesideChest => "The [left|right] hand is on the floor beside the chest.",
        ArmShape::FloorOverhead => {
            "The [left|right] arm is stretched out on the floor past the head."
        }
        ArmShape::PushingUp => "The [left|right] hand is on the floor, and pushes the chest up.",
        ArmShape::Propped => "The [left|right] elbow is on the floor under the shoulder.",
        ArmShape::ForearmOn(thing) => forearm_on(thing),
        ArmShape::ChairBehind => "The [left|right] hand holds the chair behind the body.",
        ArmShape::AcrossChest => "The [left|right] hand is on the other side of the chest.",
        ArmShape::HandOn(thing) => hand_on(thing),
        ArmShape::OnTrunk(spot) => one_on_trunk(spot),
        ArmShape::OnLimb { spot, holds, .. } => one_on_own(spot, holds),
    }
}

const fn both_forearms_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Floor => "Both forearms are on the floor in front.",
        RoomObject::Chair => "Both forearms rest on the seat of a chair.",
        RoomObject::Step => "Both forearms rest on a step.",
        RoomObject::Desk => "Both forearms rest on a desk.",
        RoomObject::Cushion => "Both forearms rest on a cushion.",
        RoomObject::Wall => "Both forearms are against a wall.",
        RoomObject::Strap => "Both forearms are held by a strap.",
    }
}

const fn forearm_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Floor => "The [left|right] forearm is on the floor.",
        RoomObject::Chair => "The [left|right] forearm rests on the seat of a chair.",
        RoomObject::Step => "The [left|right] forearm rests on a step.",
        RoomObject::Desk => "The [left|right] forearm rests on a desk.",
        RoomObject::Cushion => "The [left|right] forearm rests on a cushion.",
        RoomObject::Wall => "The [left|right] forearm is against a wall.",
        RoomObject::Strap => "The [left|right] forearm is held by a strap.",
    }
}

const fn both_hands_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Floor => "Both hands are on the floor.",
        RoomObject::Chair => "Both hands hold the seat of the chair.",
        RoomObject::Step => "Both hands are on a step.",
        RoomObject::Desk => "Both hands are on a desk in front.",
        RoomObject::Cushion => "Both hands are on a cushion.",
        RoomObject::Wall => "Both hands are flat against a wall in front.",
        RoomObject::Strap => {
            "Both hands hold the ends of a strap that runs around the lifted foot."
        }
    }
}

const fn hand_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Floor => "The [left|right] hand is on the floor.",
        RoomObject::Chair => "The [left|right] hand holds the chair.",
        RoomObject::Step => "The [left|right] hand is on a step.",
        RoomObject::Desk => "The [left|right] hand is on a desk.",
        RoomObject::Cushion => "The [left|right] hand is on a cushion.",
        RoomObject::Wall => "The [left|right] hand is flat against a wall.",
        RoomObject::Strap => {
            "The [left|right] hand holds a strap that runs around the lifted foot."
        }
    }
}
