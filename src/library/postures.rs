//! The postures: what is true of them in every language.
//!
//! Doses, cautions and levels are design choices of the project where no source is named, and
//! await a physiotherapist's review.

use std::time::Duration;

use super::en;
use crate::domain::dose::{Dose, Tempo};
use crate::domain::posture::{Caution, Position, Posture, Region};

/// Every posture of the library.
pub const POSTURES: [&Posture; 4] = [&NINETY_NINETY_REST, &PIGEON, &FORWARD_BEND, &CAT_COW];

/// The posture of this id, if there is one.
pub fn posture(id: &str) -> Option<&'static Posture> {
    POSTURES.into_iter().find(|posture| posture.id == id)
}

/// Takes the load off the lower back; for a back in spasm before anything is stretched.
///
/// Source: pressure in the discs is lowest lying down (Wilke 1999, one volunteer); the length is
/// customary, no trial was found.
static NINETY_NINETY_REST: Posture = Posture {
    id: "90-90-rest",
    sided: false,
    position: Position::Lying,
    head_down: false,
    felt: &[Region::LowBack],
    level: 1,
    cautions: &[Caution::Pregnancy, Caution::HipReplacement],
    dose: Dose::Rest(Duration::from_secs(5 * 60)),
    words: en::NINETY_NINETY_REST,
};

/// Opens the buttock of the front leg and the front of the rear hip.
static PIGEON: Posture = Posture {
    id: "pigeon",
    sided: true,
    position: Position::AllFours,
    head_down: false,
    felt: &[Region::Buttock, Region::FrontHip],
    level: 3,
    cautions: &[
        Caution::HipReplacement,
        Caution::Knee,
        Caution::Pregnancy,
        Caution::LegPain,
    ],
    dose: Dose::Hold(Duration::from_secs(60)),
    words: en::PIGEON,
};

/// Lengthens the whole back of the body.
///
/// Source for the eye pressure behind the first caution: Jasien 2015, PMC4689525.
static FORWARD_BEND: Posture = Posture {
    id: "forward-bend",
    sided: false,
    position: Position::Standing,
    head_down: true,
    felt: &[Region::BackOfBody],
    level: 2,
    cautions: &[
        Caution::Glaucoma,
        Caution::BloodPressure,
        Caution::Dizziness,
        Caution::Osteoporosis,
        Caution::HipReplacement,
        Caution::LegPain,
    ],
    dose: Dose::Hold(Duration::from_secs(60)),
    words: en::FORWARD_BEND,
};

/// Moves the spine through the middle of its range; never fewer than ten times by default.
static CAT_COW: Posture = Posture {
    id: "cat-cow",
    sided: false,
    position: Position::AllFours,
    head_down: false,
    felt: &[Region::Spine],
    level: 1,
    cautions: &[Caution::Wrist, Caution::Knee, Caution::Osteoporosis],
    dose: Dose::Repetitions {
        count: 10,
        tempo: Tempo {
            there: Duration::from_secs(3),
            stay: Duration::ZERO,
            back: Duration::from_secs(3),
        },
    },
    words: en::CAT_COW,
};
