//! What a person has said of themselves, as a record.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, expected, kind};
use super::names::Named;
use super::{Unreadable, envelope};
use crate::domain::body::{AgeGroup, Body, Caution};
use crate::domain::person::{EmergencyNumber, Person, Region};
use crate::domain::place::{Surroundings, Thing};
use crate::domain::proposing::{LEAST, MOST};

#[derive(Debug, Serialize)]
pub(super) struct PersonRecord {
    body: BodyRecord,
    /// In minutes.
    time: Option<u64>,
    place: String,
    things: Vec<String>,
    emergency: Option<EmergencyRecord>,
}

#[derive(Debug, Serialize)]
pub(super) struct BodyRecord {
    cautions: Vec<String>,
    age: Option<String>,
    left_out: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum EmergencyRecord {
    Region(String),
    Number(String),
}

/// Prints what a person said of themselves for keeping.
pub fn print_person(person: &Person) -> String {
    envelope::seal(&PersonRecord::from(person))
}

/// Reads what a person said of themselves that was kept.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_person(kept: &str) -> Result<Person, Unreadable> {
    envelope::open(kept)
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

impl Read for Body {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let cautions = kept.get_or::<Vec<String>>("cautions", Vec::new())?;
        let caution = |name: &String| Caution::named(name, "body, cautions");
        let left_out = kept.get_or::<Vec<String>>("left_out", Vec::new())?;
        Ok(Self {
            cautions: cautions.iter().map(caution).collect::<Result<_, _>>()?,
            age: kept.maybe_named("age", "body, age")?,
            left_out: left_out.into_iter().collect(),
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

impl Read for Person {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let things = kept.get::<Vec<String>>("things")?;
        let thing = |name: &String| Thing::named(name, "things");
        Ok(Self {
            body: kept.get("body")?,
            time: kept.get::<Option<u64>>("time")?.map(minutes).transpose()?,
            surroundings: Surroundings {
                place: kept.named("place", "place")?,
                things: things.iter().map(thing).collect::<Result<_, _>>()?,
            },
            emergency: kept.get("emergency")?,
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

impl Read for EmergencyNumber {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let (kind, held) = kind(kept)?;
        let held = String::read(held)?;
        match kind {
            "region" => Region::named(&held, "emergency").map(Self::Of),
            "number" => Self::own(&held)
                .ok_or_else(|| Unreadable::at("emergency", &"a number without digits")),
            _ => Err(expected("region or a number")),
        }
    }
}
