//! Snapshots of a session under way, as records.

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::history::{DoneRecord, lasted, rated};
use super::names::Named;
use super::person::BodyRecord;
use super::routine::RoutineRecord;
use super::settings::PreferencesRecord;
use crate::domain::history::Done;
use crate::domain::pain::Pain;
use crate::domain::plan::{Plan, Profile};
use crate::domain::session::{Arrival, Point, Snapshot};
use crate::domain::time::Moment;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SnapshotRecord {
    routine: RoutineRecord,
    preferences: PreferencesRecord,
    sessions: usize,
    familiar: Vec<String>,
    before: Option<u8>,
    #[serde(default)]
    body: BodyRecord,
    /// The ids of forms, by step.
    ways: Vec<(usize, String)>,
    /// Seconds added to the hold of this phase.
    added: Vec<(usize, f64)>,
    phase: usize,
    posture: String,
    point: PointRecord,
    done: Vec<DoneRecord>,
    head_down_over: bool,
    started: u64,
    seen: u64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PointRecord {
    Line(usize, String),
    /// In seconds.
    Elapsed(f64),
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
            preferences: preferences.into(),
            sessions: profile.sessions,
            familiar: profile.familiar.clone(),
            before: profile.before.map(Pain::rating),
            body: (&profile.body).into(),
            ways: snapshot.ways.clone(),
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

impl TryFrom<SnapshotRecord> for Snapshot {
    type Error = Unreadable;

    fn try_from(record: SnapshotRecord) -> Result<Self, Unreadable> {
        let added = |(phase, length): (usize, f64)| Ok((phase, lasted(length, "added")?));
        Ok(Self {
            plan: Plan {
                routine: record.routine.try_into()?,
                preferences: record.preferences.try_into()?,
                profile: Profile {
                    sessions: record.sessions,
                    familiar: record.familiar,
                    before: rated(record.before, "before")?,
                    body: record.body.try_into()?,
                },
            },
            ways: record.ways,
            added: record
                .added
                .into_iter()
                .map(added)
                .collect::<Result<_, Unreadable>>()?,
            phase: record.phase,
            posture: record.posture,
            point: match record.point {
                PointRecord::Line(line, arrival) => {
                    Point::Line(line, Arrival::named(&arrival, "point")?)
                }
                PointRecord::Elapsed(elapsed) => Point::Elapsed(lasted(elapsed, "point")?),
            },
            done: record
                .done
                .into_iter()
                .map(Done::try_from)
                .collect::<Result<_, _>>()?,
            head_down_over: record.head_down_over,
            started: Moment::from_millis(record.started),
            seen: Moment::from_millis(record.seen),
        })
    }
}
