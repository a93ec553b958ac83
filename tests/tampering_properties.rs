//! A record changed by a broken disk, a curious person or another program is refused with the place, or played; it
//! never crashes the session.

use std::time::Duration;

use crate::listener::Listener;
use crate::plans::{any_plan, any_words, often, session_of};
use limber::domain::plan::Plan;
use limber::domain::routine::{RoutinePart, Step};
use limber::domain::session::{Command, Session};
use limber::domain::timeline::{Phase, PhaseKind};
use limber::library::posture;
use limber::store::{self, Unreadable};
use limber::text::Locale;
use proptest::prelude::*;
use serde_json::Value;

/// Restores a session from a stored snapshot, if possible, and continues it for five minutes.
fn open_and_go_on(kept: &str) {
    let Ok(snapshot) = store::read_snapshot(kept) else {
        return;
    };
    let now = snapshot.seen;
    let Ok(session) = Session::restore(snapshot, Locale::EnGb.phrasing(), true, now) else {
        return;
    };
    let mut listener = Listener::arriving(session, now);
    listener.ask(Command::Resume);
    listener.listen(Duration::from_mins(5));
}

/// The printed snapshot of a session this long after its start; empty if there is none.
fn kept_snapshot(plan: Plan, after: Duration) -> String {
    let mut listener = Listener::new(session_of(plan, true));
    listener.start();
    listener.listen(after);
    let snapshot = listener.session.snapshot();
    snapshot.map_or_else(String::new, |snapshot| store::print_snapshot(&snapshot))
}

/// The most that can be added to a phase: ten minutes, and for repetitions one more for each of up to 20 additions,
/// since each is rounded up.
fn most_added(phase: &Phase) -> Duration {
    let usual = Duration::from_mins(10);
    if let PhaseKind::Repeat { one, .. } = phase.kind {
        usual + one * 20
    } else {
        usual
    }
}

/// Every value in a record that isn't a list or an object.
fn leaves<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Value>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| leaves(item, found)),
        Value::Object(fields) => fields.values_mut().for_each(|field| leaves(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(value),
    }
}

/// Any value that a changed record might hold.
fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::from(u64::MAX)),
        Just(Value::from(u64::from(u32::MAX))),
        Just(Value::from(0)),
        Just(Value::from(1)),
        (0..200_u32).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(Value::from(1e-4)),
        any_words().prop_map(Value::from),
        Just(Value::Array(Vec::new())),
    ]
}

proptest! {
    #![proptest_config(often(256))]

    #[test]
    fn a_time_in_a_record_that_makes_no_sense_is_refused_by_its_place(
        plan in any_plan(),
        senseless in prop_oneof![Just(-1.0), Just(0.0), Just(1e300), Just(604_800.0)],
    ) {
        let mut plan = plan;
        let step = Step::of(posture("90-90-rest").unwrap(), None);
        plan.routine.parts.insert(0, RoutinePart::Step(step));
        let kept = kept_snapshot(plan, Duration::from_secs(1));
        let mut value: Value = serde_json::from_str(&kept).unwrap();
        value["data"]["routine"]["parts"][0]["step"]["dose"]["rest"] = senseless.into();
        let place = "routine/parts/0/step/dose/rest".to_owned();
        let read = store::read_snapshot(&value.to_string());
        prop_assert_eq!(read, Err(Unreadable::Senseless { place }));
    }

    #[test]
    fn a_snapshot_with_changed_values_is_refused_or_played_but_never_breaks_limber(
        plan in any_plan(),
        after in 0..600_u64,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any_value()), 1..4),
    ) {
        let kept = kept_snapshot(plan, Duration::from_secs(after));
        if kept.is_empty() {
            return Ok(());
        }
        let mut value: Value = serde_json::from_str(&kept).unwrap();
        for (at, change) in changes {
            let mut found = Vec::new();
            leaves(&mut value["data"], &mut found);
            let at = at.index(found.len());
            *found[at] = change;
        }
        open_and_go_on(&value.to_string());
    }

    #[test]
    fn numbers_too_great_to_count_with_are_refused_or_played(
        plan in any_plan(),
        field in proptest::sample::select(vec!["sessions", "phase", "started", "seen"]),
        number in proptest::sample::select(vec![u64::MAX, u64::MAX / 2, u64::from(u32::MAX)]),
    ) {
        let kept = kept_snapshot(plan, Duration::from_secs(2));
        let mut value: Value = serde_json::from_str(&kept).unwrap();
        value["data"][field] = number.into();
        open_and_go_on(&value.to_string());
    }

    #[test]
    fn a_snapshot_that_claims_much_added_time_adds_no_more_than_a_person_can(
        plan in any_plan(),
        added in proptest::collection::vec((0..12_usize, 0.0..80_000.0), 0..20),
    ) {
        let kept = kept_snapshot(plan.clone(), Duration::from_secs(2));
        let mut value: Value = serde_json::from_str(&kept).unwrap();
        value["data"]["added"] = serde_json::json!(added);
        let snapshot = store::read_snapshot(&value.to_string()).unwrap();
        let now = snapshot.seen;
        if let Ok(opened) = Session::restore(snapshot, Locale::EnGb.phrasing(), true, now) {
            let usual = session_of(plan, true);
            let usual = usual.timeline().phases.iter();
            for (opened, usual) in opened.timeline().phases.iter().zip(usual) {
                prop_assert!(opened.length() <= usual.length() + most_added(opened));
            }
        }
        open_and_go_on(&value.to_string());
    }
}
