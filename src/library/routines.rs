//! The routines: which postures, how much of each, in which order.

use std::time::Duration;

use super::en;
use super::postures::posture;
use crate::domain::dose::{Dose, Tempo};
use crate::domain::routine::{Part, Routine, Step};

/// The routines that come with Limber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltIn {
    /// For a back in spasm: only the rest that takes the load off.
    InSpasm,
    /// The four postures of the article that Limber grew out of.
    FourPostures,
}

impl BuiltIn {
    /// Every one of them.
    pub const ALL: [Self; 2] = [Self::InSpasm, Self::FourPostures];

    /// The name by which links and records know it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::InSpasm => "in-spasm",
            Self::FourPostures => "four-postures",
        }
    }

    /// The routine that a link or a record means, if it is one of these.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|routine| routine.id() == id)
    }
}

/// A built-in routine, laid out.
pub fn built_in(routine: BuiltIn) -> Routine {
    let words = match routine {
        BuiltIn::InSpasm => en::IN_SPASM,
        BuiltIn::FourPostures => en::FOUR_POSTURES,
    };
    let steps = match routine {
        BuiltIn::InSpasm => vec![dosed("90-90-rest", Dose::Rest(Duration::from_secs(8 * 60)))],
        BuiltIn::FourPostures => four_postures(),
    };
    Routine {
        id: routine.id().to_owned(),
        title: words.title.to_owned(),
        purpose: words.purpose.to_owned(),
        parts: steps.into_iter().flatten().map(Part::Step).collect(),
    }
}

fn four_postures() -> Vec<Option<Step>> {
    let tempo = Tempo {
        there: Duration::from_secs(3),
        stay: Duration::ZERO,
        back: Duration::from_secs(3),
    };
    let minute = Dose::Hold(Duration::from_secs(60));
    let twice = |step| Step {
        sets: 2,
        rest_between: Duration::from_secs(15),
        ..step
    };
    vec![
        dosed("90-90-rest", Dose::Rest(Duration::from_secs(5 * 60))),
        dosed("pigeon", minute),
        dosed("forward-bend", minute).map(twice),
        dosed("cat-cow", Dose::Repetitions { count: 12, tempo }),
        dosed("90-90-rest", Dose::Rest(Duration::from_secs(90))),
    ]
}

fn dosed(id: &str, dose: Dose) -> Option<Step> {
    posture(id).map(|posture| Step {
        dose,
        ..Step::of(posture)
    })
}
