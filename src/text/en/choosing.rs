//! What is proposed and why, what was changed and why, and what a person can say about themselves.

use std::time::Duration;

use super::about;
use crate::domain::body::{AgeGroup, Caution};
use crate::domain::episode::Feeling;
use crate::domain::person::EmergencyRegion;
use crate::domain::place::{Equipment, Place, Position};
use crate::domain::posture::BodyRegion;
use crate::domain::proposing::{NoPlan, Reason};
use crate::domain::suiting::{Objection, Outcome};

/// Why a proposal is the way it is, in a sentence.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Feels(Feeling::Spasm) => {
            "Your back is in spasm: the load comes off first, and nothing is stretched.".to_owned()
        }
        Reason::Feels(Feeling::Sore) => {
            "Your back is sore: it begins softly, and moves more as it goes on.".to_owned()
        }
        Reason::Feels(Feeling::Fine) => {
            "Your back is fine: this keeps it moving, and asks a little of it.".to_owned()
        }
        Reason::Place(Place::Floor) => "You have a floor to lie on.".to_owned(),
        Reason::Place(Place::ChairOnly) => {
            "You have a chair and no floor, so you sit all the way through.".to_owned()
        }
        Reason::Place(Place::StandingOnly) => {
            "You have no floor and no seat, so you stay on your feet.".to_owned()
        }
        Reason::Shorter => "Holds and movements are made fewer, to fit your time.".to_owned(),
        Reason::Longer => "Holds and movements are made more, to fit your time.".to_owned(),
        Reason::NoTimeFor(posture) => {
            format!("There is no time for this one today: {}.", posture.name)
        }
        Reason::TimeFor(posture) => format!("There is time for one more: {}.", posture.name),
        Reason::NothingMore => {
            "This is shorter than your time: nothing more suits all that you said.".to_owned()
        }
        Reason::EndedWorse => {
            "Last time your back felt worse at the end, so today is gentle.".to_owned()
        }
        Reason::Gentle => {
            "What you answered about warning signs asks for gentle things only.".to_owned()
        }
        Reason::FewerUps => "The order lets you get up and down as little as possible.".to_owned(),
    }
}

/// What became of a posture, in a sentence.
pub fn outcome(posture: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Gentler(form) => format!("{posture} is done an easier way: {}.", form.name),
        Outcome::Replaced(other, _) => {
            format!("{} takes the place of this one: {posture}.", other.name)
        }
        Outcome::LeftOut => format!("This one is left out: {posture}."),
        Outcome::Longer => format!("{posture} is held longer, as suits your age."),
    }
}

/// Why something was changed, in a sentence.
pub const fn objection(objection: Objection) -> &'static str {
    match objection {
        Objection::Caution(caution) => because(caution),
        Objection::Unwanted => "You asked to leave it out.",
        Objection::Hurt => "It hurt within the last two weeks.",
        Objection::Dizzy => "It made you dizzy within the last two weeks.",
        Objection::Spasm => "It is nothing for a back in spasm.",
        Objection::NotGentle => "Today is for gentle things only.",
        Objection::Place(Place::ChairOnly) => "It cannot be done on a chair.",
        Objection::Place(Place::StandingOnly | Place::Floor) => "It cannot be done on your feet.",
        Objection::Equipment(Equipment::Chair) => "It needs a chair.",
        Objection::Equipment(Equipment::Wall) => "It needs a wall or a table.",
        Objection::Equipment(Equipment::Strap) => "It needs a strap.",
        Objection::Equipment(Equipment::Step) => "It needs a step.",
    }
}

const fn because(caution: Caution) -> &'static str {
    match caution {
        Caution::Glaucoma => "You take care of your eyes.",
        Caution::BloodPressure => "You take care of your blood pressure.",
        Caution::Dizziness => "You get dizzy at times.",
        Caution::Osteoporosis => "You take care of your bones.",
        Caution::Hip => "You take care of a replaced hip.",
        Caution::Knees => "You take care of your knees.",
        Caution::Pregnancy => "You are pregnant.",
        Caution::Surgery => "You had surgery not long ago.",
        Caution::LegPain => "Your pain runs into the leg.",
        Caution::BackBending => "Bending backward hurts you.",
        Caution::Wrists => "You take care of your wrists.",
        Caution::Shoulder => "You take care of a shoulder.",
        Caution::BendingForward => "Bending forward hurts you.",
        Caution::Twisting => "Twisting hurts you.",
    }
}

/// Why nothing can be proposed.
pub const fn no_plan(why: &NoPlan) -> &'static str {
    match why {
        NoPlan::Surgery => {
            "Within twelve weeks of surgery on spine or belly, only the plan of your hospital counts. Limber proposes nothing until then."
        }
        NoPlan::NothingSuits(_) => {
            "Nothing here suits all that you said. Another place, or one thing more at hand, may help."
        }
    }
}

/// A caution, as it is asked about.
pub const fn caution(caution: Caution) -> &'static str {
    match caution {
        Caution::Glaucoma => "Glaucoma, or eye surgery",
        Caution::BloodPressure => {
            "High blood pressure that is not under control, a stroke, or reflux"
        }
        Caution::Dizziness => "Dizziness, low blood pressure, or medicine for blood pressure",
        Caution::Osteoporosis => "Brittle bones (osteoporosis)",
        Caution::Hip => "A hip replacement",
        Caution::Knees => "A knee replacement, a torn meniscus, or knees that hurt",
        Caution::Pregnancy => "Pregnant",
        Caution::Surgery => "Surgery on spine or belly in the last twelve weeks",
        Caution::LegPain => "Pain that runs into the leg",
        Caution::BackBending => "Bending backward",
        Caution::Wrists => "Weight on the wrists",
        Caution::Shoulder => "Weight on a shoulder, or reaching up",
        Caution::BendingForward => "Bending forward",
        Caution::Twisting => "Twisting",
    }
}

/// An age, as it is asked about.
pub const fn age(age: AgeGroup) -> &'static str {
    match age {
        AgeGroup::Under20 => "Under 20",
        AgeGroup::From20 => "20 to 50",
        AgeGroup::From51 => "51 to 59",
        AgeGroup::From60 => "60 or more",
    }
}

/// A place, as it is asked about.
pub const fn place(place: Place) -> &'static str {
    match place {
        Place::Floor => "Floor",
        Place::ChairOnly => "Chair only",
        Place::StandingOnly => "Standing only",
    }
}

/// A thing, as it is asked about.
pub const fn thing(thing: Equipment) -> &'static str {
    match thing {
        Equipment::Chair => "Chair",
        Equipment::Wall => "Wall or table",
        Equipment::Strap => "Strap or towel",
        Equipment::Step => "Step",
    }
}

/// A position of the body, as a heading.
pub const fn position(position: Position) -> &'static str {
    match position {
        Position::Lying => "On the back",
        Position::Prone => "On the front",
        Position::SideLying => "On the side",
        Position::AllFours => "On hands and knees",
        Position::FloorSitting => "Sitting on the floor",
        Position::Standing => "Standing",
        Position::Chair => "On a chair",
        Position::Desk => "At a wall or table",
    }
}

/// A part of the body, as it is asked about.
pub const fn region(region: BodyRegion) -> &'static str {
    match region {
        BodyRegion::LowBack => "Lower back",
        BodyRegion::MidBack => "Middle back",
        BodyRegion::Spine => "Whole spine",
        BodyRegion::Waist => "Side and waist",
        BodyRegion::Belly => "Belly",
        BodyRegion::Chest => "Chest",
        BodyRegion::Buttock => "Buttock",
        BodyRegion::FrontHip => "Front of the hip",
        BodyRegion::InnerThigh => "Inside of the thigh",
        BodyRegion::Thighs => "Thighs",
        BodyRegion::BackThigh => "Back of the thigh",
        BodyRegion::Calf => "Calf",
        BodyRegion::Legs => "Legs",
        BodyRegion::BackOfBody => "Whole back of the body",
        BodyRegion::WholeBody => "Whole body",
    }
}

/// A country or a group of countries.
pub const fn country(region: EmergencyRegion) -> &'static str {
    match region {
        EmergencyRegion::UnitedKingdom => "United Kingdom",
        EmergencyRegion::Europe => "Europe",
        EmergencyRegion::NorthAmerica => "United States, Canada",
        EmergencyRegion::Australia => "Australia",
        EmergencyRegion::NewZealand => "New Zealand",
        EmergencyRegion::India => "India",
        EmergencyRegion::SouthAfrica => "South Africa",
    }
}

/// A time at hand, as it is asked about.
pub fn time_at_hand(time: Option<Duration>) -> String {
    match time {
        None => "As long as it takes".to_owned(),
        Some(time) => format!("{} min", time.as_secs() / 60),
    }
}

/// The length of a routine, and the things it needs: "About 12 minutes · chair, wall or table".
pub fn time_and_needs(total: Duration, things: &[Equipment]) -> String {
    let time = super::capital(&about(total));
    let needs: Vec<_> = things
        .iter()
        .map(|it| thing(*it).to_ascii_lowercase())
        .collect();
    if needs.is_empty() {
        time
    } else {
        format!("{time} · {}", needs.join(", "))
    }
}

/// Announces the new proposal after the person asked for something else.
pub fn now_planned(title: &str, time: &str) -> String {
    format!("Now: {title}. {time}.")
}

/// Other names of a posture.
pub fn also_called(names: &[&str]) -> String {
    format!("Also called: {}", names.join(", "))
}

/// How much practice a posture needs.
pub const fn level(level: u8) -> &'static str {
    match level {
        0 | 1 => "For almost anyone",
        2 => "With some care",
        _ => "With some practice",
    }
}

/// The label of the button that puts back a posture that was left out, for people who hear it.
pub fn put_back(posture: &str) -> String {
    format!("Put it back: {posture}")
}

/// A call for help.
pub fn call(digits: &str) -> String {
    format!("Call {digits}")
}
