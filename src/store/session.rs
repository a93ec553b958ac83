//! Finished sessions, as records.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read};
use super::names::Named;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::history::{Done, During, SessionRecord};
use crate::domain::pain::Pain;
use crate::domain::posture::Side;
use crate::domain::time::Moment;

/// All of them count, and those of the last weeks steer the plan.
pub(super) const RULES: Rules = Rules {
    name: "history",
    at_start: AtStart::Latest(60),
    is_shared: false,
    is_heeded: true,
    outlives_removal: true,
};

#[derive(Debug, Serialize)]
pub(super) struct HistoryRecord {
    routine: String,
    title: String,
    /// Milliseconds since the start of 1970; likewise below.
    started: u64,
    ended: u64,
    ending: String,
    done: Vec<DoneRecord>,
    before: Option<u8>,
    after: Option<u8>,
    note: String,
}

/// One part of a session that was done. Lengths are in seconds.
#[derive(Debug, Serialize)]
pub(super) struct DoneRecord {
    posture: String,
    side: Option<String>,
    set: u32,
    form: String,
    planned: f64,
    held: f64,
    end: String,
    /// Omitted if it ended during the hold, as most do.
    #[serde(skip_serializing_if = "Option::is_none")]
    during: Option<String>,
}

/// Serialises a finished session for storage.
pub fn print_session(session: &SessionRecord) -> String {
    envelope::seal(&HistoryRecord::from(session))
}

/// Reads a stored, finished session.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
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
            // If the clock was set back meanwhile, only the start of the session is known.
            ended: started.max(kept.get("ended")?),
            ending: kept.get("ending")?,
            done: kept.get("done")?,
            before: kept.get("before")?,
            after: kept.get("after")?,
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
            side: kept.get("side")?,
            set: kept.with("set", counted)?,
            form: kept.get("form")?,
            planned: kept.with("planned", lasted)?,
            held: kept.with("held", lasted)?,
            end: kept.get("end")?,
            during: kept.get::<Option<_>>("during")?.unwrap_or_default(),
        })
    }
}

/// The longest duration a record can hold.
const DAY: Duration = Duration::from_hours(24);

/// Reads how long something lasted, in seconds. Unlike the dose of a routine, this may be next to nothing, or longer
/// than any single hold, as time may have been added.
pub(super) fn lasted(kept: &Value) -> Result<Duration, Unreadable> {
    let length = Duration::try_from_secs_f64(f64::read(kept)?).ok();
    let length = length.filter(|length| *length <= DAY);
    length.ok_or_else(Unreadable::senseless)
}

/// Reads a number counted from 1.
fn counted(kept: &Value) -> Result<u32, Unreadable> {
    match u32::read(kept)? {
        0 => Err(Unreadable::senseless()),
        number => Ok(number),
    }
}

impl Read for Pain {
    /// Reads a rating.
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::new(u8::read(kept)?).map_err(|_| Unreadable::senseless())
    }
}
