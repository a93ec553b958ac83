//! The words for hands on the body.

use crate::figure::describe::limbs::{LimbSpot, TrunkSpot};

pub(super) const fn both_on_trunk(spot: TrunkSpot) -> &'static str {
    match spot {
        TrunkSpot::Belly => "Both hands lie on the belly.",
        TrunkSpot::Ribs => "Both hands lie on the lower ribs.",
        TrunkSpot::Chest => "Both hands lie on the chest.",
        TrunkSpot::Back => "Both hands are on the lower back.",
        TrunkSpot::Hip => "The hands are on the hips.",
        TrunkSpot::BackOfHead => "The hands are behind the head, the elbows out to the sides.",
        TrunkSpot::Forehead => "Both hands are on the forehead.",
    }
}

pub(super) const fn one_on_trunk(spot: TrunkSpot) -> &'static str {
    match spot {
        TrunkSpot::Belly => "The [left|right] hand lies on the belly.",
        TrunkSpot::Ribs => "The [left|right] hand lies on the lower ribs.",
        TrunkSpot::Chest => "The [left|right] hand lies on the chest.",
        TrunkSpot::Back => "The [left|right] hand is on the lower back.",
        TrunkSpot::Hip => "The [left|right] hand is on the hip.",
        TrunkSpot::BackOfHead => "The [left|right] hand is behind the head.",
        TrunkSpot::Forehead => "The [left|right] hand is on the forehead.",
    }
}

pub(super) const fn each_on_own(spot: LimbSpot, holds: bool) -> &'static str {
    match (spot, holds) {
        (LimbSpot::Thigh, false) => "The hands rest on the thighs.",
        (LimbSpot::Thigh, true) => "Each hand holds the thigh of its side.",
        (LimbSpot::BackOfThigh, _) => "Each hand holds the thigh of its side from behind.",
        (LimbSpot::Knee, false) => "The hands rest on the knees.",
        (LimbSpot::Knee, true) => "Each hand holds the knee of its side.",
        (LimbSpot::Shin, false) => "The hands rest on the shins.",
        (LimbSpot::Shin, true) => "Each hand holds the shin of its side.",
        (LimbSpot::Ankle, _) => "The hands hold the ankles.",
        (LimbSpot::Foot, _) => "Each hand holds the foot of its side.",
        (LimbSpot::UpperArm | LimbSpot::Forearm, _) => "The hands hold the arms.",
        (LimbSpot::Hand, _) => "The hands are together.",
    }
}

pub(super) const fn each_on_other(spot: LimbSpot) -> &'static str {
    match spot {
        LimbSpot::Thigh | LimbSpot::BackOfThigh => "The arms cross, each hand on the other thigh.",
        LimbSpot::Knee => "The arms cross, each hand on the other knee.",
        LimbSpot::Shin => "The arms cross, each hand on the other shin.",
        LimbSpot::Ankle => "The arms cross, each hand on the other ankle.",
        LimbSpot::Foot => "The arms cross, each hand on the other foot.",
        LimbSpot::UpperArm => {
            "The arms are crossed before the chest, each hand on the other upper arm."
        }
        LimbSpot::Forearm => "The arms are folded, each hand on the other forearm.",
        LimbSpot::Hand => "The hands are together.",
    }
}

pub(super) const fn both_on_one(spot: LimbSpot, holds: bool) -> &'static str {
    match (spot, holds) {
        (LimbSpot::Thigh, false) => "Both hands rest on the [left|right] thigh.",
        (LimbSpot::Thigh, true) => "Both hands hold the [left|right] thigh.",
        (LimbSpot::BackOfThigh, _) => "Both hands hold the [left|right] thigh from behind.",
        (LimbSpot::Knee, false) => "Both hands rest on the [left|right] knee.",
        (LimbSpot::Knee, true) => "Both hands hold the [left|right] knee.",
        (LimbSpot::Shin, false) => "Both hands rest on the [left|right] shin.",
        (LimbSpot::Shin, true) => "Both hands hold the [left|right] shin.",
        (LimbSpot::Ankle, _) => "Both hands hold the [left|right] ankle.",
        (LimbSpot::Foot, _) => "Both hands hold the [left|right] foot.",
        (LimbSpot::UpperArm | LimbSpot::Forearm, _) => "Both hands are at the [left|right] arm.",
        (LimbSpot::Hand, _) => "The hands are together.",
    }
}

pub(super) const fn one_on_own(spot: LimbSpot, holds: bool) -> &'static str {
    match (spot, holds) {
        (LimbSpot::Thigh, false) => "The [left|right] hand rests on the [left|right] thigh.",
        (LimbSpot::Thigh, true) => "The [left|right] hand holds the [left|right] thigh.",
        (LimbSpot::BackOfThigh, _) => {
            "The [left|right] hand holds the [left|right] thigh from behind."
        }
        (LimbSpot::Knee, false) => "The [left|right] hand rests on the [left|right] knee.",
        (LimbSpot::Knee, true) => "The [left|right] hand holds the [left|right] knee.",
        (LimbSpot::Shin, false) => "The [left|right] hand rests on the [left|right] shin.",
        (LimbSpot::Shin, true) => "The [left|right] hand holds the [left|right] shin.",
        (LimbSpot::Ankle, _) => "The [left|right] hand holds the [left|right] ankle.",
        (LimbSpot::Foot, _) => "The [left|right] hand holds the [left|right] foot.",
        (LimbSpot::UpperArm | LimbSpot::Forearm, _) => "The [left|right] hand is on the arm.",
        (LimbSpot::Hand, _) => "The hands are together.",
    }
}

pub(super) const fn one_on_other(spot: LimbSpot, holds: bool) -> &'static str {
    match (spot, holds) {
        (LimbSpot::Thigh, false) => "The [left|right] hand rests on the [right|left] thigh.",
        (LimbSpot::Thigh, true) => "The [left|right] hand holds the [right|left] thigh.",
        (LimbSpot::BackOfThigh, _) => {
            "The [left|right] hand holds the [right|left] thigh from behind."
        }
        (LimbSpot::Knee, false) => "The [left|right] hand rests on the [right|left] knee.",
        (LimbSpot::Knee, true) => "The [left|right] hand holds the [right|left] knee.",
        (LimbSpot::Shin, false) => "The [left|right] hand rests on the [right|left] shin.",
        (LimbSpot::Shin, true) => "The [left|right] hand holds the [right|left] shin.",
        (LimbSpot::Ankle, _) => "The [left|right] hand holds the [right|left] ankle.",
        (LimbSpot::Foot, _) => "The [left|right] hand holds the [right|left] foot.",
        (LimbSpot::UpperArm, _) => "The [left|right] hand is on the [right|left] upper arm.",
        (LimbSpot::Forearm, _) => "The [left|right] hand is on the [right|left] forearm.",
        (LimbSpot::Hand, _) => "The hands are together.",
    }
}
