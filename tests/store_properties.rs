//! What is kept can be read again as it was; what cannot be read is refused by place, and never
//! takes the session down.
#![expect(
    clippy::unwrap_used,
    reason = "what is drawn here can be played, printed and read"
)]

mod listener;
mod plans;

use std::time::Duration;

use limber::domain::history::{Done, HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::plan::Plan;
use limber::domain::posture::Way;
use limber::domain::session::{Arrival, Command, Ending, Point, Session, Snapshot};
use limber::domain::settings::{Reader, Settings, Theme, VoiceChoice};
use limber::domain::time::Moment;
use limber::domain::timeline::{Phase, PhaseKind};
use limber::store::{self, Unreadable};
use limber::text::Locale;
use listener::Listener;
use plans::{any_plan, any_preferences, any_side, any_words, often};
use proptest::prelude::*;
use serde_json::Value;

/// From nothing to the longest that a hold can last with what may be added to it.
fn any_length() -> impl Strategy<Value = Duration> {
    prop_oneof![
        Just(Duration::ZERO),
        (1..2_000_000_u64).prop_map(Duration::from_nanos),
        (0..4 * 3_600_000_000_u64).prop_map(Duration::from_micros),
    ]
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (0..4_000_000_000_000_u64).prop_map(Moment::from_millis)
}

fn any_pain() -> impl Strategy<Value = Option<Pain>> {
    proptest::option::of((0..=10_u8).prop_map(|rating| Pain::new(rating).unwrap()))
}

fn any_way() -> impl Strategy<Value = Way> {
    prop_oneof![
        Just(Way::Usual),
        (0..4_usize).prop_map(Way::Easier),
        (0..4_usize).prop_map(Way::Stronger),
    ]
}

fn any_done() -> impl Strategy<Value = Done> {
    let end = proptest::sample::select(vec![
        HoldEnd::Completed,
        HoldEnd::LeftEarly,
        HoldEnd::Hurt,
        HoldEnd::Dizzy,
        HoldEnd::CountedAsDone,
    ]);
    let side = proptest::option::of(any_side());
    let (planned, held) = (any_length(), any_length());
    (
        any_words(),
        side,
        any::<u32>(),
        any_way(),
        planned,
        held,
        end,
    )
        .prop_map(|(posture, side, set, way, planned, held, end)| Done {
            posture,
            side,
            set,
            way,
            planned,
            held,
            end,
        })
}

fn all_done() -> impl Strategy<Value = Vec<Done>> {
    proptest::collection::vec(any_done(), 0..6)
}

fn any_record() -> impl Strategy<Value = SessionRecord> {
    let ending = prop_oneof![Just(Ending::Finished), Just(Ending::Stopped)];
    let words = (any_words(), any_words(), any_words());
    let moments = (any_moment(), any_moment());
    let pains = (any_pain(), any_pain());
    (words, moments, ending, all_done(), pains).prop_map(
        |((routine, title, note), (started, ended), ending, done, (before, after))| SessionRecord {
            routine,
            title,
            started,
            ended,
            ending,
            done,
            before,
            after,
            note,
        },
    )
}

fn hundredths() -> impl Strategy<Value = f64> {
    (0..=100_u32).prop_map(|hundredths| f64::from(hundredths) / 100.0)
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let voice = proptest::option::of((any_words(), any_words()));
    let reader = prop_oneof![Just(Reader::Limber), Just(Reader::ScreenReader)];
    let theme = prop_oneof![Just(Theme::Device), Just(Theme::Light), Just(Theme::Dark)];
    let levels = (hundredths(), hundredths(), any::<bool>());
    (any_preferences(), voice, levels, reader, theme).prop_map(
        |(preferences, voice, (voice_volume, tone_volume, vibration), reader, theme)| Settings {
            preferences,
            voice: voice.map(|(name, language)| VoiceChoice { name, language }),
            voice_volume,
            tone_volume,
            vibration,
            reader,
            theme,
            stretches: Vec::new(),
        },
    )
}

/// A snapshot of any values at all; whether its places exist is for the session to say.
fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let arrival = prop_oneof![Just(Arrival::InFlow), Just(Arrival::Afresh)];
    let point = prop_oneof![
        (0..40_usize, arrival).prop_map(|(line, arrival)| Point::Line(line, arrival)),
        any_length().prop_map(Point::Elapsed),
    ];
    let ways = proptest::collection::vec((0..20_usize, any_way()), 0..3);
    let added = proptest::collection::vec((0..40_usize, any_length()), 0..3);
    let place = (0..40_usize, any_words(), point);
    let moments = (any_moment(), any_moment());
    let plan = (any_plan(), any_pain()).prop_map(|(mut plan, before): (Plan, _)| {
        plan.profile.before = before;
        plan
    });
    (plan, ways, added, place, all_done(), any::<bool>(), moments).prop_map(
        |(plan, ways, added, (phase, posture, point), done, head_down_over, (started, seen))| {
            Snapshot {
                plan,
                ways,
                added,
                phase,
                posture,
                point,
                done,
                head_down_over,
                started,
                seen,
            }
        },
    )
}

/// Opens a snapshot from what was kept, and goes on with it for a while.
fn open_and_go_on(kept: &str) {
    let Ok(snapshot) = store::read_snapshot(kept) else {
        return;
    };
    let now = snapshot.seen;
    let Ok(session) = Session::restore(snapshot, Locale::EnGb.phrasing(), true) else {
        return;
    };
    let mut listener = Listener::arriving(session, now);
    listener.ask(Command::Resume);
    listener.listen(Duration::from_mins(5));
}

/// A snapshot of a session under way, a little after its start.
fn kept_snapshot(plan: Plan, after: Duration) -> String {
    let mut listener = Listener::new(plans::session_of(plan, true));
    listener.start();
    listener.listen(after);
    let snapshot = listener.session.snapshot();
    snapshot.map_or_else(String::new, |snapshot| store::print_snapshot(&snapshot))
}

/// Ten minutes; to repetitions, those that are begun within them, each time that some are added.
fn most_added(phase: &Phase) -> Duration {
    let usual = Duration::from_mins(10);
    if let PhaseKind::Repeat { one, .. } = phase.kind {
        usual + one * 20
    } else {
        usual
    }
}

/// Every value in a record that is a number, a word, a truth or nothing.
fn leaves<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Value>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| leaves(item, found)),
        Value::Object(fields) => fields.values_mut().for_each(|field| leaves(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(value),
    }
}

/// A value that a broken disk, a curious person or another program might put into a record.
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
    fn settings_are_read_as_they_were_printed(
        settings in any_settings(),
        spoken in proptest::collection::vec(("[a-c]", 0.0..3.0), 0..12),
    ) {
        let mut settings = settings;
        for (voice, ratio) in spoken {
            settings.learn_stretch(&voice, ratio);
        }
        let kept = store::print_settings(&settings);
        prop_assert_eq!(store::read_settings(&kept).unwrap(), settings);
    }

    #[test]
    fn a_session_that_is_over_is_read_as_it_was_printed(record in any_record()) {
        let kept = store::print_session(&record);
        prop_assert_eq!(store::read_session(&kept).unwrap(), record);
    }

    #[test]
    fn a_snapshot_is_read_as_it_was_printed(snapshot in any_snapshot()) {
        let kept = store::print_snapshot(&snapshot);
        prop_assert_eq!(store::read_snapshot(&kept).unwrap(), snapshot);
    }

    #[test]
    fn what_a_newer_limber_wrote_is_told_apart_from_what_is_broken(
        record in any_record(),
        newer in 2..u32::MAX,
    ) {
        let mut value: Value = serde_json::from_str(&store::print_session(&record)).unwrap();
        value["version"] = newer.into();
        value["data"] = Value::from("of a shape that nobody knows yet");
        let kept = value.to_string();
        let expected = Unreadable::Newer { found: newer };
        prop_assert_eq!(store::read_session(&kept), Err(expected.clone()));
        prop_assert_eq!(store::read_snapshot(&kept), Err(expected.clone()));
        prop_assert_eq!(store::read_settings(&kept), Err(expected));
    }

    #[test]
    fn a_record_that_was_cut_short_is_refused(
        record in any_record(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let kept = store::print_session(&record);
        let ends: Vec<_> = kept.char_indices().map(|(at, _)| at).collect();
        let cut = &kept[..ends[cut.index(ends.len())]];
        prop_assert!(matches!(store::read_session(cut), Err(Unreadable::Malformed(_))));
    }

    #[test]
    fn what_is_no_record_is_refused(kept in any_words()) {
        prop_assert!(matches!(store::read_session(&kept), Err(Unreadable::Malformed(_))));
        prop_assert!(matches!(store::read_snapshot(&kept), Err(Unreadable::Malformed(_))));
        prop_assert!(matches!(store::read_settings(&kept), Err(Unreadable::Malformed(_))));
    }

    #[test]
    fn a_time_in_a_record_that_makes_no_sense_is_refused_by_its_place(
        plan in any_plan(),
        senseless in prop_oneof![Just(-1.0), Just(0.0), Just(1e300), Just(604_800.0)],
    ) {
        let mut plan = plan;
        let step = limber::domain::routine::Step::of(limber::library::POSTURES[0]);
        plan.routine.parts.insert(0, limber::domain::routine::Part::Step(step));
        let kept = kept_snapshot(plan, Duration::from_secs(1));
        let mut value: Value = serde_json::from_str(&kept).unwrap();
        value["data"]["routine"]["parts"][0]["step"]["dose"]["rest"] = senseless.into();
        let error = store::read_snapshot(&value.to_string()).unwrap_err().to_string();
        prop_assert!(error.starts_with("step 1, dose: "), "{}", error);
    }
}

proptest! {
    #![proptest_config(often(256))]

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
        if let Ok(opened) = Session::restore(snapshot, Locale::EnGb.phrasing(), true) {
            let usual = plans::session_of(plan, true);
            let usual = usual.timeline().phases.iter();
            for (opened, usual) in opened.timeline().phases.iter().zip(usual) {
                prop_assert!(opened.length() <= usual.length() + most_added(opened));
            }
        }
        open_and_go_on(&value.to_string());
    }
}
