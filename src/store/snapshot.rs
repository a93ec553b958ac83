//! Snapshots of a session under way, as records.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, each, kind, pair};
use super::names::Named;
use super::person::BodyRecord;
use super::routine::RoutineRecord;
use super::rules::{AtStart, Rules};
use super::session::{DoneRecord, lasted};
use super::{Unreadable, envelope};
use crate::domain::body::Body;
use crate::domain::pain::Pain;
use crate::domain::plan::{Plan, Preferences, Profile};
use crate::domain::session::{Point, Snapshot};
use crate::domain::time::Moment;

/// One is written again and again while the session goes on, and removed once it is over.
pub(super) const RULES: Rules = Rules {
    name: "playing",
    at_start: AtStart::All,
    is_shared: false,
    is_heeded: true,
    outlives_removal: false,
};

#[derive(Debug, Serialize)]
struct SnapshotRecord {
    routine: RoutineRecord,
    preferences: Preferences,
    sessions: usize,
    familiar: Vec<String>,
    before: Option<u8>,
    body: BodyRecord,
    /// The ids of forms, by step.
    ways: Vec<(usize, String)>,
    /// Seconds added to holds, by phase.
    added: Vec<(usize, f64)>,
    phase: usize,
    posture: String,
    point: PointRecord,
    done: Vec<DoneRecord>,
    head_down_over: bool,
    started: u64,
    seen: u64,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum PointRecord {
    Line(usize, String),
    /// In seconds.
    Elapsed(f64),
}

/// Serialises a snapshot for storage.
pub fn print_snapshot(snapshot: &Snapshot) -> String {
    envelope::seal(&SnapshotRecord::from(snapshot))
}

/// Reads a stored snapshot.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_snapshot(kept: &str) -> Result<Snapshot, Unreadable> {
    envelope::open(kept)
}

impl From<&Snapshot> for SnapshotRecord {
    fn from(snapshot: &Snapshot) -> Self {
        let Plan {
            routine,
            preferences,
            profile,
        } = &snapshot.plan;
        Self {
            routine: routine.into(),
            preferences: *preferences,
            sessions: profile.sessions,
            familiar: profile.familiar.clone(),
            before: profile.before.map(Pain::rating),
            body: (&profile.body).into(),
            ways: snapshot.variations.clone(),
            added: snapshot
                .added
                .iter()
                .map(|(phase, length)| (*phase, length.as_secs_f64()))
                .collect(),
            phase: snapshot.phase,
            posture: snapshot.posture.clone(),
            point: match snapshot.point {
                Point::Line(line, arrival) => PointRecord::Line(line, arrival.name()),
                Point::Elapsed(elapsed) => PointRecord::Elapsed(elapsed.as_secs_f64()),
            },
            done: snapshot.done.iter().map(Into::into).collect(),
            head_down_over: snapshot.head_down_over,
            started: snapshot.started.as_millis(),
            seen: snapshot.seen.as_millis(),
        }
    }
}

impl Read for Snapshot {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let added = |it: &Value| each(it, |it| pair(it, usize::read, lasted));
        let started: Moment = kept.get("started")?;
        Ok(Self {
            plan: Plan {
                routine: kept.get("routine")?,
                preferences: kept.get("preferences")?,
                profile: Profile {
                    sessions: kept.get("sessions")?,
                    familiar: kept.get("familiar")?,
                    before: kept.get("before")?,
                    body: kept.get_or("body", Body::default())?,
                },
            },
            variations: kept.get("ways")?,
            added: kept.with("added", added)?,
            phase: kept.get("phase")?,
            posture: kept.get("posture")?,
            point: kept.get("point")?,
            done: kept.get("done")?,
            head_down_over: kept.get("head_down_over")?,
            started,
            // A session was last seen no earlier than it began, whatever the clock did since.
            seen: started.max(kept.get("seen")?),
        })
    }
}

impl Read for Point {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let (kind, held) = kind(kept)?;
        let point = match kind {
            "line" => Read::read(held).map(|(line, arrival)| Self::Line(line, arrival)),
            "elapsed" => lasted(held).map(Self::Elapsed),
            _ => return Err(Unreadable::malformed()),
        };
        point.map_err(|error| error.within(kind))
    }
}
