//! The names of choices in records. They never change once released.

use serde::Serializer;
use serde_json::Value;

use crate::domain::body::{AgeGroup, Caution};
use crate::domain::episode::Feeling;
use crate::domain::history::{During, HoldEnd};
use crate::domain::person::EmergencyRegion;
use crate::domain::place::{Equipment, Place};
use crate::domain::posture::Side;
use crate::domain::routine::{First, Sides};
use crate::domain::screening::{Scope, WarningSign};
use crate::domain::session::{Arrival, Ending};

use super::Unreadable;
use super::fields::Read;

/// A choice that records refer to by name.
pub(super) trait Named: Sized + Copy + PartialEq + 'static {
    /// Every choice and its name.
    const NAMES: &'static [(Self, &'static str)];

    fn name(self) -> String {
        let name = Self::NAMES.iter().find(|(choice, _)| *choice == self);
        name.map_or_else(String::new, |(_, name)| (*name).to_owned())
    }
}

/// Serialises a choice as part of a record.
pub(super) fn print_name<T: Named, S: Serializer>(choice: &T, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&choice.name())
}

impl<T: Named> Read for T {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let name = kept.as_str().ok_or_else(Unreadable::malformed)?;
        let choice = Self::NAMES.iter().find(|(_, known)| *known == name);
        let choice = choice.ok_or_else(Unreadable::senseless)?;
        Ok(choice.0)
    }
}

impl Named for Side {
    const NAMES: &'static [(Self, &'static str)] = &[(Self::Left, "left"), (Self::Right, "right")];
}

impl Named for Sides {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Neither, "neither"),
        (Self::Both(First::Alternating), "both"),
        (Self::Both(First::Always(Side::Left)), "both-left-first"),
        (Self::Both(First::Always(Side::Right)), "both-right-first"),
        (Self::Only(Side::Left), "left"),
        (Self::Only(Side::Right), "right"),
    ];
}

impl Named for HoldEnd {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Completed, "completed"),
        (Self::LeftEarly, "left-early"),
        (Self::Hurt, "hurt"),
        (Self::Dizzy, "dizzy"),
        (Self::CountedAsDone, "counted-as-done"),
    ];
}

impl Named for During {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::GettingIn, "getting-in"),
        (Self::Holding, "holding"),
        (Self::ChangingSides, "changing-sides"),
        (Self::Resting, "resting"),
        (Self::ComingOut, "coming-out"),
    ];
}

impl Named for Ending {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Finished, "finished"), (Self::Stopped, "stopped")];
}

impl Named for Arrival {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::InFlow, "in-flow"), (Self::Afresh, "afresh")];
}

impl Named for Caution {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Glaucoma, "glaucoma"),
        (Self::BloodPressure, "blood-pressure"),
        (Self::Dizziness, "dizziness"),
        (Self::Osteoporosis, "osteoporosis"),
        (Self::Hip, "hip"),
        (Self::Knees, "knees"),
        (Self::Pregnancy, "pregnancy"),
        (Self::Surgery, "surgery"),
        (Self::LegPain, "leg-pain"),
        (Self::BackBending, "back-bending"),
        (Self::Wrists, "wrists"),
        (Self::Shoulder, "shoulder"),
        (Self::BendingForward, "bending-forward"),
        (Self::Twisting, "twisting"),
    ];
}

impl Named for AgeGroup {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Under20, "under-20"),
        (Self::From20, "from-20"),
        (Self::From51, "from-51"),
        (Self::From60, "from-60"),
    ];
}

impl Named for Place {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Floor, "floor"),
        (Self::ChairOnly, "chair-only"),
        (Self::StandingOnly, "standing-only"),
    ];
}

impl Named for Equipment {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Chair, "chair"),
        (Self::Wall, "wall"),
        (Self::Strap, "strap"),
        (Self::Step, "step"),
    ];
}

impl Named for EmergencyRegion {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::UnitedKingdom, "united-kingdom"),
        (Self::Europe, "europe"),
        (Self::NorthAmerica, "north-america"),
        (Self::Australia, "australia"),
        (Self::NewZealand, "new-zealand"),
        (Self::India, "india"),
        (Self::SouthAfrica, "south-africa"),
    ];
}

impl Named for Feeling {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Spasm, "spasm"),
        (Self::Sore, "sore"),
        (Self::Fine, "fine"),
    ];
}

impl Named for WarningSign {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Saddle, "saddle"),
        (Self::Bladder, "bladder"),
        (Self::BothLegs, "both-legs"),
        (Self::Blow, "blow"),
        (Self::Chest, "chest"),
        (Self::Cancer, "cancer"),
        (Self::Fever, "fever"),
        (Self::VeryUnwell, "very-unwell"),
        (Self::Fragile, "fragile"),
        (Self::Unexplained, "unexplained"),
        (Self::OneLeg, "one-leg"),
        (Self::OneLegWorse, "one-leg-worse"),
        (Self::Inflamed, "inflamed"),
        (Self::FirstAtThatAge, "first-at-that-age"),
        (Self::BelowKnee, "below-knee"),
    ];
}

impl Named for Scope {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Everything, "everything"),
        (Self::EmergencySigns, "emergency-signs"),
    ];
}
