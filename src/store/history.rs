//! Sessions that are over, as records.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::{Unreadable, envelope};
use crate::domain::decimal::short;
use crate::domain::history::{Done, During, SessionRecord};
use crate::domain::pain::Pain;
use crate::domain::posture::Side;
use crate::domain::time::Moment;

#[derive(Debug, Serialize)]
pub(super) struct HistoryRecord {
    routine: String,
    title: String,
    /// Milliseconds since 1970 began, here and below.
    started: u64,
    ended: u64,
    ending: String,
    done: Vec<DoneRecord>,
    before: Option<u8>,
    after: Option<u8>,
    note: String,
}

/// Lengths are in seconds.
#[derive(Debug, Serialize)]
pub(super) struct DoneRecord {
    posture: String,
    side: Option<String>,
    set: u32,
    form: String,
    planned: f64,
    held: f64,
    end: String,
    /// Left out for what ended while it was held, as most does.
    #[serde(skip_serializing_if = "Option::is_none")]
    during: Option<String>,
}

/// Prints a session that is over for keeping.
pub fn print_session(session: &SessionRecord) -> String {
    envelope::seal(&HistoryRecord::from(session))
}

/// Reads a kept session that is over.
///
/// # Errors
/// [`Unreadable`], with the place.
pub fn read_session(kept: &str) -> Result<SessionRecord, Unreadable> {
    envelope::open(kept)
}

impl From<&SessionRecord> for HistoryRecord {
    fn from(session: &SessionRecord) -> Self {
        Self {
            routine: session.routine.clone(),
            title: session.title.clone(),
            started: session.started.as_millis(),
            ended: session.ended.as_millis(),
            ending: session.ending.name(),
            done: session.done.iter().map(Into::into).collect(),
            before: session.before.map(Pain::rating),
            after: session.after.map(Pain::rating),
            note: session.note.clone(),
        }
    }
}

impl Read for SessionRecord {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let started: Moment = kept.get("started")?;
        Ok(Self {
            routine: kept.name("routine")?,
            title: kept.get("title")?,
            started,
            // The clock may have been set back meanwhile. Of such a session it is known when it began.
            ended: started.max(kept.get("ended")?),
            ending: kept.named("ending", "ending")?,
            done: kept.get("done")?,
            before: rated(kept.get("before")?, "before")?,
            after: rated(kept.get("after")?, "after")?,
            note: kept.get("note")?,
        })
    }
}

impl From<&Done> for DoneRecord {
    fn from(done: &Done) -> Self {
        Self {
            posture: done.posture.clone(),
            side: done.side.map(Side::name),
            set: done.set,
            form: done.form.clone(),
            planned: done.planned.as_secs_f64(),
            held: done.held.as_secs_f64(),
            end: done.end.name(),
            during: Some(done.during)
                .filter(|during| *during != During::Holding)
                .map(During::name),
        }
    }
}

impl Read for Done {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        Ok(Self {
            posture: kept.name("posture")?,
            side: kept.maybe_named("side", "side")?,
            set: counted(kept.get("set")?, "set")?,
            form: kept.get("form")?,
            planned: lasted(kept.get("planned")?, "planned")?,
            held: lasted(kept.get("held")?, "held")?,
            end: kept.named("end", "end")?,
            during: kept.maybe_named("during", "during")?.unwrap_or_default(),
        })
    }
}

/// The longest time that a record can tell of.
const DAY: Duration = Duration::from_hours(24);

/// How long something lasted, from a number of seconds. Unlike what a routine asks for, it may be
/// next to nothing, and longer than any single hold: time may have been added.
pub(super) fn lasted(given: f64, place: &str) -> Result<Duration, Unreadable> {
    let length = Duration::try_from_secs_f64(given);
    let length = length.map_err(|error| Unreadable::at(place, &error))?;
    if length > DAY {
        let why = format!("{} seconds is more than a day", short(given));
        return Err(Unreadable::at(place, &why));
    }
    Ok(length)
}

/// A number that is counted from 1.
fn counted(given: u32, place: &str) -> Result<u32, Unreadable> {
    if given == 0 {
        return Err(Unreadable::at(place, &"counting begins with 1"));
    }
    Ok(given)
}

/// A rating of pain, if there is one.
pub(super) fn rated(given: Option<u8>, place: &str) -> Result<Option<Pain>, Unreadable> {
    given
        .map(Pain::new)
        .transpose()
        .map_err(|error| Unreadable::at(place, &error))
}
