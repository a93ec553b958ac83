//! What there is to choose from. The library provides it; the domain chooses.

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
    /// The routines, most common first.
    pub routines: &'static [BuiltIn],
}

/// A routine that comes with Limber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltIn {
    /// The routine. Its parts are single steps, to which the indices in `spare` refer.
    pub routine: Routine,
    /// The answers to "How is your back right now?" for which the routine is proposed.
    pub fits: Vec<Feeling>,
    /// The places for which the routine is proposed.
    pub places: Vec<Place>,
    /// How long the routine takes, including words and changes of position, to the minute.
    pub takes: Duration,
    /// The steps to leave out first when time is short, as indices from 0.
    pub spare: Vec<usize>,
    /// Light suggestions for the rest of the day, one of which is shown afterwards; most routines have none.
    pub fun: Vec<&'static str>,
}

impl Catalogue {
    /// The posture with this id, if there is one.
    pub fn posture(self, id: &str) -> Option<&'static Posture> {
        self.postures.iter().find(|posture| posture.id == id)
    }

    /// The routine with this id, if there is one.
    pub fn routine(self, id: &str) -> Option<&'static BuiltIn> {
        self.routines
            .iter()
            .find(|built_in| built_in.routine.id == id)
    }
}
