//! The words for base positions, the trunk and the head.

use super::Words;
use crate::figure::describe::fact::{
    ArmSupport, Aside, Base, Cushioned, HeadShape, Lean, RoomObject, Spine,
};
use crate::figure::part::Hand;

pub(super) const fn of_base(base: Base) -> Words {
    match base {
        Base::Standing => ("Standing.", None),
        Base::StandingOn(hand) => ("Standing on the [left|right] leg.", Some(hand)),
        Base::Sitting(thing) => (sitting(thing), None),
        Base::OnHeels => ("Kneeling, the hips back on the heels.", None),
        Base::Kneeling => ("Kneeling on both knees.", None),
        Base::HalfKneeling(down) => (
            "Kneeling on the [left|right] knee, the [right|left] foot on the floor in front.",
            Some(down),
        ),
        Base::ShinInFront(front) => (
            "Low on the floor: the [left|right] shin lies in front, and the [right|left] leg is stretched out behind.",
            Some(front),
        ),
        Base::HandsAndKnees => ("On hands and knees.", None),
        Base::ForearmsAndKnees => ("On forearms and knees.", None),
        Base::HandsAndFeet => (
            "On hands and feet, the hips high, so that the body makes an upside-down V.",
            None,
        ),
        Base::Plank => ("On hands and feet, the body in one straight line.", None),
        Base::OnBack => ("Lying on the back.", None),
        Base::Bridge => (
            "Lying on the back with the hips lifted, the weight on shoulders and feet.",
            None,
        ),
        Base::OnFront => ("Lying on the front.", None),
        Base::OnSide(below) => ("Lying on the [left|right] side.", Some(below)),
        Base::SidePlank { side, on, knees } => (side_plank(on, knees), Some(side)),
    }
}

const fn sitting(on: RoomObject) -> &'static str {
    match on {
        RoomObject::Chair => "Sitting on a chair.",
        RoomObject::Step => "Sitting on a step.",
        RoomObject::Desk => "Sitting on a desk.",
        RoomObject::Cushion => "Sitting on a cushion on the floor.",
        RoomObject::Floor | RoomObject::Wall | RoomObject::Strap => "Sitting on the floor.",
    }
}

const fn side_plank(on: ArmSupport, knees: bool) -> &'static str {
    match (on, knees) {
        (ArmSupport::Forearm, false) => {
            "On the [left|right] side, the hips lifted, the weight on the [left|right] forearm and the feet."
        }
        (ArmSupport::Forearm, true) => {
            "On the [left|right] side, the hips lifted, the weight on the [left|right] forearm and the knees."
        }
        (ArmSupport::Hand, false) => {
            "On the [left|right] side, the hips lifted, the weight on the [left|right] hand and the feet."
        }
        (ArmSupport::Hand, true) => {
            "On the [left|right] side, the hips lifted, the weight on the [left|right] hand and the knees."
        }
    }
}

pub(super) const fn of_lean(lean: Lean) -> &'static str {
    match lean {
        Lean::Upright => "The trunk is upright.",
        Lean::Little => "The trunk leans forward a little.",
        Lean::Far => "The trunk leans well forward.",
        Lean::Level => "The trunk is folded forward from the hips until it is about level.",
        Lean::Down => "The trunk hangs down from the hips.",
        Lean::OverThighs => "The trunk is folded forward over the thighs.",
        Lean::Back => "The trunk leans back.",
        Lean::ChestLifted => "The chest is lifted off the floor.",
        Lean::ShouldersLifted => "Head and shoulders are lifted a little off the floor.",
        Lean::ChestLow => "The chest sinks towards the floor, lower than the hips.",
    }
}

pub(super) const fn of_spine(spine: Spine) -> &'static str {
    match spine {
        Spine::Straight => "The back is straight.",
        Spine::Rounded => "The back is rounded.",
        Spine::Arched => "The back is hollow.",
        Spine::LowRounded => "The lower back is rounded, the pelvis rolled back.",
        Spine::LowArched => "The lower back is hollow, the pelvis rolled forward.",
        Spine::HighArched => "The upper back is arched backwards.",
        Spine::Flattened => "The lower back is pressed flat to the floor.",
        Spine::Hollowed => "The lower back is arched a little off the floor.",
    }
}

pub(super) const fn of_aside(aside: Aside) -> Words {
    match aside {
        Aside::Not => ("The trunk faces straight ahead.", None),
        Aside::Bent(side) => ("The trunk is bent to the [left|right].", Some(side)),
        Aside::Twisted(side) => ("The trunk is turned to the [left|right].", Some(side)),
        Aside::Opened => ("The chest is turned up towards the ceiling.", None),
    }
}

pub(super) const fn of_cushion(under: Cushioned) -> Words {
    match under {
        Cushioned::Hips => ("A cushion lies under the hips.", None),
        Cushioned::Belly => ("A cushion lies under the belly and the hips.", None),
        Cushioned::Hip(side) => ("A cushion supports the [left|right] hip.", Some(side)),
        Cushioned::Chest => ("A cushion lies under the chest.", None),
    }
}

pub(super) const fn of_head(shape: HeadShape) -> Words {
    let words = match shape {
        HeadShape::Straight => "The head is in line with the trunk.",
        HeadShape::On(thing) => head_on(thing),
        HeadShape::OnHands => "The forehead rests on the backs of the hands.",
        HeadShape::ForeheadDown => "The forehead is down at the floor.",
        HeadShape::Hangs => "The head hangs.",
        HeadShape::ChinDown => "The chin is dropped towards the chest.",
        HeadShape::Lifted => "The head is lifted, looking up a little.",
        HeadShape::Turned(_) => "The head is turned to the [left|right].",
        HeadShape::Tilted(_) => "The head is tilted to the [left|right].",
    };
    (words, side_of_head(shape))
}

const fn side_of_head(shape: HeadShape) -> Option<Hand> {
    match shape {
        HeadShape::Turned(side) | HeadShape::Tilted(side) => Some(side),
        HeadShape::Straight
        | HeadShape::On(_)
        | HeadShape::OnHands
        | HeadShape::ForeheadDown
        | HeadShape::Hangs
        | HeadShape::ChinDown
        | HeadShape::Lifted => None,
    }
}

const fn head_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Floor => "The head rests on the floor.",
        RoomObject::Chair => "The head rests on the seat of a chair.",
        RoomObject::Step => "The head rests on a step.",
        RoomObject::Desk => "The head rests on a desk.",
        RoomObject::Cushion => "The head rests on a cushion.",
        RoomObject::Wall => "The head is against a wall.",
        RoomObject::Strap => "The head is held by a strap.",
    }
}
