//! The terms that the texts use for values from a fixed set, and lists of them.

use crate::domain::body::Caution;
use crate::domain::episode::Feeling;
use crate::domain::place::{Equipment, Place, Position};
use crate::domain::posture::BodyRegion;

/// A type with a fixed set of values, each with its term.
pub(super) trait Term: Copy + 'static {
    /// What a value is called.
    const KIND: &'static str;
    /// Each value with its term.
    const TERMS: &'static [(&'static str, Self)];
    /// The term for an empty list.
    const NONE: &'static str = "";

    /// The value for a term.
    fn of(term: &str) -> Result<Self, String> {
        let found = Self::TERMS.iter().find(|(known, _)| *known == term);
        found
            .map(|(_, value)| *value)
            .ok_or_else(|| format!("“{term}” is no {}", Self::KIND))
    }

    /// The values for a list of terms, separated by commas.
    fn list(terms: &str) -> Result<Vec<Self>, String> {
        if terms == Self::NONE {
            return Ok(Vec::new());
        }
        terms.split(',').map(|term| Self::of(term.trim())).collect()
    }
}

impl Term for Position {
    const KIND: &'static str = "position";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("lying", Self::Lying),
        ("prone", Self::Prone),
        ("side-lying", Self::SideLying),
        ("all fours", Self::AllFours),
        ("floor-sitting", Self::FloorSitting),
        ("standing", Self::Standing),
        ("chair", Self::Chair),
        ("desk", Self::Desk),
    ];
}

impl Term for Place {
    const KIND: &'static str = "place";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("floor", Self::Floor),
        ("chair", Self::ChairOnly),
        ("standing", Self::StandingOnly),
    ];
}

impl Term for Equipment {
    const KIND: &'static str = "thing";
    const NONE: &'static str = "nothing";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("chair", Self::Chair),
        ("wall", Self::Wall),
        ("strap", Self::Strap),
        ("step", Self::Step),
    ];
}

impl Term for Caution {
    const KIND: &'static str = "caution";
    const NONE: &'static str = "nobody";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("glaucoma", Self::Glaucoma),
        ("blood pressure", Self::BloodPressure),
        ("dizziness", Self::Dizziness),
        ("osteoporosis", Self::Osteoporosis),
        ("hip", Self::Hip),
        ("knees", Self::Knees),
        ("pregnancy", Self::Pregnancy),
        ("leg pain", Self::LegPain),
        ("back bending", Self::BackBending),
        ("wrists", Self::Wrists),
        ("shoulder", Self::Shoulder),
        ("bending forward", Self::BendingForward),
        ("twisting", Self::Twisting),
    ];
}

impl Term for BodyRegion {
    const KIND: &'static str = "part of the body";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("low back", Self::LowBack),
        ("mid back", Self::MidBack),
        ("spine", Self::Spine),
        ("waist", Self::Waist),
        ("belly", Self::Belly),
        ("chest", Self::Chest),
        ("buttock", Self::Buttock),
        ("front of hip", Self::FrontHip),
        ("inner thigh", Self::InnerThigh),
        ("thighs", Self::Thighs),
        ("back of thigh", Self::BackThigh),
        ("calf", Self::Calf),
        ("legs", Self::Legs),
        ("back of body", Self::BackOfBody),
        ("whole body", Self::WholeBody),
    ];
}

impl Term for Feeling {
    const KIND: &'static str = "answer to how the back is";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("spasm", Self::Spasm),
        ("sore", Self::Sore),
        ("fine", Self::Fine),
    ];
}
