//! What a person has said of themselves, as a record.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::names::Named;
use crate::domain::body::{AgeGroup, Body, Caution};
use crate::domain::person::{EmergencyNumber, Person, Region};
use crate::domain::place::{Place, Surroundings, Thing};
use crate::domain::proposing::{LEAST, MOST};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PersonRecord {
    body: BodyRecord,
    /// In minutes.
    time: Option<u64>,
    place: String,
    things: Vec<String>,
    emergency: Option<EmergencyRecord>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct BodyRecord {
    cautions: Vec<String>,
    age: Option<String>,
    left_out: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EmergencyRecord {
    Region(String),
    Number(String),
}

impl From<&Body> for BodyRecord {
    fn from(body: &Body) -> Self {
        Self {
            cautions: body.cautions.iter().map(|it| it.name()).collect(),
            age: body.age.map(AgeGroup::name),
            left_out: body.left_out.iter().cloned().collect(),
        }
    }
}

impl TryFrom<BodyRecord> for Body {
    type Error = Unreadable;

    fn try_from(record: BodyRecord) -> Result<Self, Unreadable> {
        let caution = |name: &String| Caution::named(name, "body, cautions");
        let age = |name: String| AgeGroup::named(&name, "body, age");
        Ok(Self {
            cautions: record
                .cautions
                .iter()
                .map(caution)
                .collect::<Result<_, _>>()?,
            age: record.age.map(age).transpose()?,
            left_out: record.left_out.into_iter().collect(),
        })
    }
}

impl From<&Person> for PersonRecord {
    fn from(person: &Person) -> Self {
        let emergency = |number: &EmergencyNumber| match number {
            EmergencyNumber::Of(region) => EmergencyRecord::Region(region.name()),
            EmergencyNumber::Own(digits) => EmergencyRecord::Number(digits.clone()),
        };
        Self {
            body: (&person.body).into(),
            time: person.time.map(|time| time.as_secs() / 60),
            place: person.surroundings.place.name(),
            things: person
                .surroundings
                .things
                .iter()
                .map(|it| it.name())
                .collect(),
            emergency: person.emergency.as_ref().map(emergency),
        }
    }
}

impl TryFrom<PersonRecord> for Person {
    type Error = Unreadable;

    fn try_from(record: PersonRecord) -> Result<Self, Unreadable> {
        let thing = |name: &String| Thing::named(name, "things");
        Ok(Self {
            body: record.body.try_into()?,
            time: record.time.map(minutes).transpose()?,
            surroundings: Surroundings {
                place: Place::named(&record.place, "place")?,
                things: record.things.iter().map(thing).collect::<Result<_, _>>()?,
            },
            emergency: record.emergency.map(emergency).transpose()?,
        })
    }
}

fn minutes(given: u64) -> Result<Duration, Unreadable> {
    let time = Duration::from_secs(given.saturating_mul(60));
    if (LEAST..=MOST).contains(&time) {
        Ok(time)
    } else {
        let why = format!("{given} minutes cannot be asked for");
        Err(Unreadable::at("time", &why))
    }
}

fn emergency(record: EmergencyRecord) -> Result<EmergencyNumber, Unreadable> {
    match record {
        EmergencyRecord::Region(name) => Region::named(&name, "emergency").map(EmergencyNumber::Of),
        EmergencyRecord::Number(digits) => EmergencyNumber::own(&digits)
            .ok_or_else(|| Unreadable::at("emergency", &"a number without digits")),
    }
}
