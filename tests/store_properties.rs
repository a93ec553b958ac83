//! Stored records are read back as they were, and anything that isn't a record is refused as such.

use std::time::Duration;

use crate::people::{TIMES, any_body, any_feeling, any_surroundings};
use crate::plans::{any_name, any_plan, any_preferences, any_side, any_words, often};
use limber::domain::appearance::{Appearance, Build, Skin, Theme};
use limber::domain::episode::{CheckIn, Day};
use limber::domain::history::{Done, During, HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::person::{EmergencyNumber, EmergencyRegion, Person};
use limber::domain::plan::Plan;
use limber::domain::screening::{Scope, Screening, SignGroup};
use limber::domain::session::{Arrival, Ending, Point, Snapshot};
use limber::domain::time::Moment;
use limber::store::settings::{Mixing, Reader, VoiceChoice};
use limber::store::{self, Settings, Unreadable};
use proptest::prelude::*;
use serde_json::Value;

/// From zero to the longest that a hold can last with the time that may be added to it.
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

/// Two moments, the second not before the first.
fn any_moments() -> impl Strategy<Value = (Moment, Moment)> {
    (any_moment(), any_moment()).prop_map(|(one, other)| (one.min(other), one.max(other)))
}

fn any_pain() -> impl Strategy<Value = Option<Pain>> {
    proptest::option::of((0..=10_u8).prop_map(|rating| Pain::new(rating).unwrap()))
}

fn any_done() -> impl Strategy<Value = Done> {
    let end = proptest::sample::select(vec![
        HoldEnd::Completed,
        HoldEnd::LeftEarly,
        HoldEnd::Hurt,
        HoldEnd::Dizzy,
        HoldEnd::CountedAsDone,
    ]);
    let during = proptest::sample::select(vec![
        During::GettingIn,
        During::Holding,
        During::ChangingSides,
        During::Resting,
        During::ComingOut,
    ]);
    let side = proptest::option::of(any_side());
    let names = (any_name(), any_words());
    let lengths = (any_length(), any_length());
    (names, side, 1..=u32::MAX, lengths, (end, during)).prop_map(
        |((posture, form), side, set, (planned, held), (end, during))| Done {
            posture,
            side,
            set,
            form,
            planned,
            held,
            end,
            during,
        },
    )
}

fn all_done() -> impl Strategy<Value = Vec<Done>> {
    proptest::collection::vec(any_done(), 0..6)
}

fn any_record() -> impl Strategy<Value = SessionRecord> {
    let ending = prop_oneof![Just(Ending::Finished), Just(Ending::Stopped)];
    let words = (any_name(), any_words(), any_words());
    let moments = any_moments();
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

fn any_looks() -> impl Strategy<Value = Appearance> {
    let build = proptest::sample::select(vec![Build::Slight, Build::Sturdy]);
    let skin = proptest::sample::select(vec![Skin::Fair, Skin::Olive, Skin::Brown, Skin::Deep]);
    (build, skin).prop_map(|(build, skin)| Appearance { build, skin })
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let voice = proptest::option::of((any_words(), any_words()));
    let reader = prop_oneof![Just(Reader::Limber), Just(Reader::ScreenReader)];
    let theme = prop_oneof![Just(Theme::Device), Just(Theme::Light), Just(Theme::Dark)];
    let levels = (hundredths(), hundredths(), any::<bool>());
    let seen = (theme, any_looks());
    let mixing = proptest::sample::select(vec![Mixing::Exclusive, Mixing::Ducking, Mixing::Mixed]);
    (any_preferences(), voice, levels, (reader, mixing), seen).prop_map(
        |(preferences, voice, levels, (reader, mixing), (theme, figure))| {
            let (voice_volume, tone_volume, vibration) = levels;
            Settings {
                preferences,
                voice: voice.map(|(name, language)| VoiceChoice { name, language }),
                voice_volume,
                tone_volume,
                vibration,
                mixing,
                reader,
                theme,
                figure,
                slowness: Vec::new(),
                letter_keys: tone_volume > 0.5,
                invited: vibration != (voice_volume > 0.5),
            }
        },
    )
}

/// A snapshot of arbitrary values; it is for the session to check whether its places exist.
fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let arrival = prop_oneof![Just(Arrival::InFlow), Just(Arrival::Afresh)];
    let point = prop_oneof![
        (0..40_usize, arrival).prop_map(|(line, arrival)| Point::Line(line, arrival)),
        any_length().prop_map(Point::Elapsed),
    ];
    let variations = proptest::collection::vec((0..20_usize, any_words()), 0..3);
    let added = proptest::collection::vec((0..40_usize, any_length()), 0..3);
    let place = (0..40_usize, any_words(), point);
    let moments = any_moments();
    let plan = (any_plan(), any_pain()).prop_map(|(mut plan, before): (Plan, _)| {
        plan.profile.before = before;
        plan
    });
    (
        plan,
        variations,
        added,
        place,
        all_done(),
        any::<bool>(),
        moments,
    )
        .prop_map(
            |(
                plan,
                variations,
                added,
                (phase, posture, point),
                done,
                head_down_over,
                (started, seen),
            )| {
                Snapshot {
                    plan,
                    variations,
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

fn any_person() -> impl Strategy<Value = Person> {
    let emergency = prop_oneof![
        proptest::sample::select(EmergencyRegion::ALL.to_vec()).prop_map(EmergencyNumber::Of),
        "[0-9]{1,20}".prop_map(EmergencyNumber::Own),
    ];
    let minutes = proptest::option::of(proptest::sample::select(TIMES.to_vec()));
    let emergency = proptest::option::of(emergency);
    (any_body(), minutes, any_surroundings(), emergency).prop_map(
        |(body, minutes, surroundings, emergency)| Person {
            body,
            time: minutes.map(|minutes| Duration::from_secs(minutes * 60)),
            surroundings,
            emergency,
        },
    )
}

fn any_screening() -> impl Strategy<Value = Screening> {
    let signs: Vec<_> = SignGroup::ALL
        .iter()
        .flat_map(|sheet| sheet.signs())
        .copied()
        .collect();
    let count = signs.len();
    let signs = proptest::sample::subsequence(signs, 0..=count);
    let scope = prop_oneof![Just(Scope::Everything), Just(Scope::EmergencySigns)];
    (any_moments(), scope, signs, any::<bool>()).prop_map(
        |((at, later), scope, signs, assessed)| Screening {
            at,
            scope,
            signs: signs.into_iter().collect(),
            assessed: assessed.then_some(later),
        },
    )
}

fn is_malformed<T>(read: &Result<T, Unreadable>) -> bool {
    matches!(read, Err(Unreadable::Malformed { .. }))
}

proptest! {
    #![proptest_config(often(256))]

    #[test]
    fn what_a_person_said_is_read_as_it_was_printed(
        person in any_person(),
        screening in any_screening(),
        at in any_moment(),
        utc_offset in -12 * 60..=14 * 60,
        feeling in any_feeling(),
    ) {
        prop_assert_eq!(store::read_person(&store::print_person(&person)).unwrap(), person);
        let printed = store::print_screening(&screening);
        prop_assert_eq!(store::read_screening(&printed).unwrap(), screening);
        let check_in = CheckIn { at, day: Day::of(at, utc_offset), feeling };
        prop_assert_eq!(store::read_check_in(&store::print_check_in(&check_in)).unwrap(), check_in);
    }

    #[test]
    fn a_caution_that_nobody_knows_is_refused_by_its_place(person in any_person()) {
        let mut value: Value = serde_json::from_str(&store::print_person(&person)).unwrap();
        value["data"]["body"]["cautions"] = vec!["hiccups"].into();
        let place = "body/cautions/0".to_owned();
        let read = store::read_person(&value.to_string());
        prop_assert_eq!(read, Err(Unreadable::Senseless { place }));
    }

    #[test]
    fn settings_are_read_as_they_were_printed(
        settings in any_settings(),
        spoken in proptest::collection::vec(("[a-c]", 0.0..3.0), 0..12),
    ) {
        let mut settings = settings;
        for (voice, ratio) in spoken {
            settings.learn_slowness(&voice, ratio);
        }
        let kept = store::print_settings(&settings);
        prop_assert_eq!(store::read_settings(&kept).unwrap(), settings);
    }

    #[test]
    fn settings_from_before_figures_could_be_chosen_have_the_usual_one(settings in any_settings()) {
        let mut value: Value = serde_json::from_str(&store::print_settings(&settings)).unwrap();
        value["data"].as_object_mut().unwrap().remove("figure").unwrap();
        let expected = Settings { figure: Appearance::default(), ..settings };
        prop_assert_eq!(store::read_settings(&value.to_string()).unwrap(), expected);
    }

    #[test]
    fn settings_from_before_sound_could_be_shared_have_limber_alone(settings in any_settings()) {
        let mut value: Value = serde_json::from_str(&store::print_settings(&settings)).unwrap();
        value["data"].as_object_mut().unwrap().remove("mixing").unwrap();
        let expected = Settings { mixing: Mixing::Exclusive, ..settings };
        prop_assert_eq!(store::read_settings(&value.to_string()).unwrap(), expected);
    }

    #[test]
    fn a_figure_that_nobody_knows_is_refused_by_its_place(
        settings in any_settings(),
        place in proptest::sample::select(vec!["build", "skin"]),
    ) {
        let mut value: Value = serde_json::from_str(&store::print_settings(&settings)).unwrap();
        value["data"]["figure"][place] = Value::from("unheard-of");
        let Err(Unreadable::Senseless { place: named }) = store::read_settings(&value.to_string())
        else {
            return Err(TestCaseError::fail("it was read"));
        };
        prop_assert_eq!(named, format!("figure/{place}"));
    }

    #[test]
    fn a_session_that_is_over_is_read_as_it_was_printed(record in any_record()) {
        let kept = store::print_session(&record);
        prop_assert_eq!(store::read_session(&kept).unwrap(), record);
    }

    #[test]
    fn what_was_kept_before_it_was_known_where_something_hurt_is_read_as_held(record in any_record()) {
        let mut value: Value = serde_json::from_str(&store::print_session(&record)).unwrap();
        for done in value["data"]["done"].as_array_mut().unwrap() {
            done.as_object_mut().unwrap().remove("during");
        }
        let read = store::read_session(&value.to_string()).unwrap();
        prop_assert!(read.done.iter().all(|done| done.during == During::Holding));
        prop_assert_eq!(read.done.len(), record.done.len());
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
        prop_assert!(is_malformed(&store::read_session(cut)));
    }

    #[test]
    fn what_is_no_record_is_refused(kept in any_words()) {
        prop_assert!(is_malformed(&store::read_session(&kept)));
        prop_assert!(is_malformed(&store::read_snapshot(&kept)));
        prop_assert!(is_malformed(&store::read_settings(&kept)));
    }
}
