//! What there is to choose from. The library has it; the domain chooses.

use std::time::Duration;

use super::episode::Feeling;
use super::place::Place;
use super::posture::Posture;
use super::routine::Routine;

/// All postures and routines that come with Limber.
#[derive(Debug, Clone, Copy)]
pub struct Catalogue {
    /// The postures.
    pub postures: &'static [Posture],
    /// The routines, the most usual first.
    pub routines: &'static [BuiltIn],
}

/// A routine that comes with Limber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltIn {
    /// The routine. Its parts are steps, one for each place in `spare`.
    pub routine: Routine,
    /// The answers to "How is your back right now?" that it is proposed for.
    pub fits: Vec<Feeling>,
    /// The places that it is proposed for.
    pub places: Vec<Place>,
    /// How long it takes, words and changes of position included, to the minute.
    pub takes: Duration,
    /// Which steps are left out first when time is short, from 0.
    pub spare: Vec<usize>,
    /// Light suggestions for the rest of the day, one of which is shown after it; mostly none.
    pub fun: Vec<&'static str>,
}

impl Catalogue {
    /// The posture of this id, if there is one.
    pub fn posture(self, id: &str) -> Option<&'static Posture> {
        self.postures.iter().find(|posture| posture.id == id)
    }

    /// The routine of this id, if there is one.
    pub fn routine(self, id: &str) -> Option<&'static BuiltIn> {
        self.routines
            .iter()
            .find(|built_in| built_in.routine.id == id)
    }
}
