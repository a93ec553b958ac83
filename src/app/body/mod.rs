//! What the user says about themselves: their body, and the time, place and equipment they have.

use std::time::Duration;

use super::context::Context;
use super::want::Want;
use crate::domain::body::{AgeGroup, Caution};
use crate::domain::person::EmergencyNumber;
use crate::domain::place::{Equipment, Place};
use crate::store::{Record, RecordKey};

/// Something the user said about themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Whether this caution applies.
    Caution(Caution, bool),
    /// The age group.
    Age(Option<AgeGroup>),
    /// Whether to leave this posture out.
    LeftOut(&'static str, bool),
    /// How much time there is.
    Time(Option<Duration>),
    /// The place they are in.
    Place(Place),
    /// Whether this piece of equipment is at hand.
    Equipment(Equipment, bool),
    /// The number that calls an ambulance.
    Emergency(Option<EmergencyNumber>),
}

/// Handles an event. The feature has no state of its own: all of it is stored.
pub(super) fn update(event: Event, context: &Context) -> Vec<Want> {
    let mut person = context.person().clone();
    let body = &mut person.body;
    match event {
        Event::Caution(caution, true) => {
            body.cautions.insert(caution);
        }
        Event::Caution(caution, false) => {
            body.cautions.remove(&caution);
        }
        Event::Age(age) => body.age = age,
        Event::LeftOut(id, true) => {
            body.left_out.insert(id.to_owned());
        }
        Event::LeftOut(id, false) => {
            body.left_out.remove(id);
        }
        Event::Time(time) => person.time = time,
        Event::Place(place) => person.surroundings.place = place,
        Event::Equipment(thing, true) => {
            person.surroundings.things.insert(thing);
        }
        Event::Equipment(thing, false) => {
            person.surroundings.things.remove(&thing);
        }
        Event::Emergency(number) => person.emergency = number,
    }
    vec![Want::keep(RecordKey::Person, Record::Person(person))]
}
