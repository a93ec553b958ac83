//! What the user said about themselves, as a record.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, kind, maybe};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::body::{AgeGroup, Body, Caution};
use crate::domain::person::{EmergencyNumber, EmergencyRegion, Person};
use crate::domain::place::{Equipment, Surroundings};
use crate::domain::proposing::{LEAST, MOST};

/// There is one record of it, which every tab writes to.
pub(super) const RULES: Rules = Rules {
    name: "person",
    at_start: AtStart::All,
    is_shared: true,
    is_heeded: true,
    outlives_removal: true,
};

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

/// Serialises for storage what the user said about themselves.
pub fn print_person(person: &Person) -> String {
    envelope::seal(&PersonRecord::from(person))
}

/// Reads the stored record of what the user said about themselves.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
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
        let cautions = kept.get_or::<Vec<Caution>>("cautions", Vec::new())?;
        let left_out = kept.get_or::<Vec<String>>("left_out", Vec::new())?;
        Ok(Self {
            cautions: cautions.into_iter().collect(),
            age: kept.get("age")?,
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
        Ok(Self {
            body: kept.get("body")?,
            time: kept.with("time", |it| maybe(it, minutes))?,
            surroundings: Surroundings {
                place: kept.get("place")?,
                things: kept.get::<Vec<Equipment>>("things")?.into_iter().collect(),
            },
            emergency: kept.get("emergency")?,
        })
    }
}

/// Reads a number of minutes, which must be a time that can be asked for.
fn minutes(kept: &Value) -> Result<Duration, Unreadable> {
    let time = Duration::from_secs(u64::read(kept)?.saturating_mul(60));
    if (LEAST..=MOST).contains(&time) {
        Ok(time)
    } else {
        Err(Unreadable::senseless())
    }
}

impl Read for EmergencyNumber {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let (kind, held) = kind(kept)?;
        let number = match kind {
            "region" => EmergencyRegion::read(held).map(Self::Of),
            // A number without digits isn't one.
            "number" => {
                String::read(held).and_then(|it| Self::own(&it).ok_or_else(Unreadable::senseless))
            }
            _ => return Err(Unreadable::malformed()),
        };
        number.map_err(|error| error.within(kind))
    }
}
