//! Records written by released versions of Limber are readable for ever.
//!
//! `tests/records` has an example of each kind and version of record, exactly as it was written, and one of each kind
//! as the oldest Limber wrote it, without later fields. **None of them is ever changed.** A new field gets a new
//! example. So does a new version, and with it a step from the version before.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use crate::kinds::{KINDS, example, examples};
use limber::domain::appearance::{Appearance, Build, Skin, Theme};
use limber::domain::body::{AgeGroup, Body, Caution};
use limber::domain::cue::Density;
use limber::domain::dose::{Amount, Dose, Tempo};
use limber::domain::episode::{CheckIn, Day, Feeling};
use limber::domain::history::{Done, During, HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::person::{EmergencyNumber, EmergencyRegion, Person};
use limber::domain::place::{Equipment, Place, Surroundings};
use limber::domain::plan::{Plan, Preferences, Profile, SettlingTime};
use limber::domain::posture::{Side, Variation};
use limber::domain::routine::{First, Routine, RoutinePart, Sides, Step};
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::domain::session::{Arrival, Ending, Point, Snapshot};
use limber::domain::time::Moment;
use limber::library::posture;
use limber::store;
use limber::store::Settings;
use limber::store::settings::{Mixing, Reader, VoiceChoice};
use serde_json::Value;

/// The evening of 27 November 2026.
const EVENING: Moment = Moment::from_millis(1_795_806_000_000);

fn s(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn preferences() -> Preferences {
    Preferences {
        density: Density::Reminding,
        fade_teaching: false,
        rate: 1.2,
        slowness: 1.125,
        settling: SettlingTime::Unhurried,
        stiffer_side: Some(Side::Left),
    }
}

fn settings() -> Settings {
    Settings {
        preferences: preferences(),
        voice: Some(VoiceChoice {
            name: "Sonia “Natural”".to_owned(),
            language: "en-GB".to_owned(),
        }),
        voice_volume: 0.8,
        tone_volume: 0.35,
        vibration: false,
        mixing: Mixing::Ducking,
        reader: Reader::ScreenReader,
        theme: Theme::Dark,
        figure: Appearance {
            build: Build::Sturdy,
            skin: Skin::Deep,
        },
        slowness: vec![("Sonia “Natural”".to_owned(), 1.125)],
        letter_keys: true,
        invited: true,
    }
}

/// Settings from before figures, shared sound, the voices' paces and the invitation existed.
fn oldest_settings() -> Settings {
    Settings {
        figure: Appearance::default(),
        mixing: Mixing::default(),
        slowness: Vec::new(),
        letter_keys: true,
        invited: false,
        ..settings()
    }
}

fn body() -> Body {
    Body {
        cautions: [Caution::Hip, Caution::LegPain].into_iter().collect(),
        age: Some(AgeGroup::From51),
        left_out: ["pigeon".to_owned()].into_iter().collect(),
    }
}

fn person() -> Person {
    Person {
        body: body(),
        time: Some(Duration::from_mins(15)),
        surroundings: Surroundings {
            place: Place::ChairOnly,
            things: [Equipment::Chair, Equipment::Strap].into_iter().collect(),
        },
        emergency: Some(EmergencyNumber::Of(EmergencyRegion::NewZealand)),
    }
}

/// A person who said nothing about their body, and entered their own emergency number.
fn oldest_person() -> Person {
    Person {
        body: Body::default(),
        time: None,
        surroundings: Surroundings {
            place: Place::Floor,
            things: Vec::new().into_iter().collect(),
        },
        emergency: Some(EmergencyNumber::Own("5550123".to_owned())),
    }
}

fn check_in() -> CheckIn {
    CheckIn {
        at: EVENING,
        day: Day(20_784),
        feeling: Feeling::Sore,
    }
}

fn screening() -> Screening {
    Screening {
        at: EVENING,
        scope: Scope::Everything,
        signs: [WarningSign::OneLeg, WarningSign::BelowKnee]
            .into_iter()
            .collect(),
        assessed: Some(EVENING + Duration::from_hours(20)),
    }
}

fn oldest_screening() -> Screening {
    Screening {
        scope: Scope::EmergencySigns,
        signs: Vec::new().into_iter().collect(),
        assessed: None,
        ..screening()
    }
}

fn step(id: &str, dose: Dose) -> Step {
    let posture = posture(id).unwrap_or_else(|| panic!("{id}"));
    Step {
        posture,
        amount: Amount {
            dose,
            sets: 1,
            fewer: 0,
        },
        rest_between: s(10.0),
        sides: Sides::Neither,
        variation: Variation::Usual,
        note: None,
    }
}

fn pigeon() -> Step {
    let mut step = step("pigeon", Dose::Hold(s(45.5)));
    step.amount.sets = 2;
    step.rest_between = s(20.0);
    step.sides = Sides::Both(First::Always(Side::Right));
    step.variation = step
        .posture
        .variation_of("figure-four")
        .unwrap_or(Variation::Usual);
    step.note = Some("Take your time with this one.".to_owned());
    step
}

/// A routine with a dose of every kind, and rounds.
fn routine() -> Routine {
    let (there, stay, back) = (s(3.0), s(0.0), s(2.5));
    let mut bridge = step(
        "bridge",
        Dose::Repetitions {
            count: 12,
            tempo: Tempo {
                there,
                stay: s(1.0),
                back,
            },
        },
    );
    bridge.amount.sets = 3;
    bridge.amount.fewer = 2;
    let breaths = Dose::Breaths {
        count: 8,
        inhale: s(4.0),
        exhale: s(6.0),
    };
    let walk = Dose::Go {
        length: s(300.0),
        pace: Tempo { there, stay, back },
    };
    Routine {
        id: "own-af63dc4c8601ec8c".to_owned(),
        title: "After a long drive — שלום".to_owned(),
        purpose: "Hips first.".to_owned(),
        parts: vec![
            RoutinePart::Step(step("90-90-rest", Dose::Rest(s(180.0)))),
            RoutinePart::Step(pigeon()),
            RoutinePart::Rounds {
                times: 2,
                steps: vec![bridge, step("belly-breathing", breaths)],
            },
            RoutinePart::Step(step("walk", walk)),
        ],
    }
}

fn oldest_routine() -> Routine {
    Routine {
        parts: vec![RoutinePart::Step(step("90-90-rest", Dose::Rest(s(180.0))))],
        ..routine()
    }
}

fn pain(rating: u8) -> Option<Pain> {
    Pain::new(rating).ok()
}

fn done(side: Option<Side>, held: f64, end: HoldEnd) -> Done {
    Done {
        posture: "pigeon".to_owned(),
        side,
        set: 1,
        form: "figure-four".to_owned(),
        planned: s(45.5),
        held: s(held),
        end,
        // The only value when these records were written.
        during: During::Holding,
    }
}

fn history() -> SessionRecord {
    SessionRecord {
        routine: "morning".to_owned(),
        title: "Morning".to_owned(),
        started: EVENING,
        ended: EVENING + Duration::from_millis(900_250),
        ending: Ending::Finished,
        done: vec![
            done(Some(Side::Left), 45.5, HoldEnd::Completed),
            done(Some(Side::Right), 12.25, HoldEnd::Hurt),
            done(None, 0.0, HoldEnd::CountedAsDone),
        ],
        before: pain(5),
        after: pain(3),
        note: "The left hip is stiff.".to_owned(),
    }
}

fn oldest_history() -> SessionRecord {
    SessionRecord {
        ending: Ending::Stopped,
        done: Vec::new(),
        before: None,
        after: None,
        note: String::new(),
        ..history()
    }
}

fn snapshot() -> Snapshot {
    Snapshot {
        plan: Plan {
            routine: routine(),
            preferences: preferences(),
            profile: Profile {
                sessions: 7,
                familiar: vec!["90-90-rest".to_owned()],
                before: pain(4),
                body: body(),
            },
        },
        variations: vec![(1, "figure-four".to_owned())],
        added: vec![(2, s(30.0))],
        phase: 2,
        posture: "pigeon".to_owned(),
        point: Point::Elapsed(s(17.25)),
        done: vec![done(Some(Side::Right), 45.5, HoldEnd::Completed)],
        head_down_over: true,
        started: EVENING,
        seen: EVENING + Duration::from_millis(321_000),
    }
}

/// A snapshot from before anything was known about bodies.
fn oldest_snapshot() -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.plan.routine = oldest_routine();
    snapshot.plan.profile.body = Body::default();
    snapshot.plan.profile.before = None;
    snapshot.point = Point::Line(1, Arrival::Afresh);
    snapshot
}

/// Asserts that an example is read as the value it was written from.
macro_rules! is_read_as {
    ($read:path, $example:literal, $expected:expr) => {
        assert_eq!($read(&example($example)), Ok($expected), $example)
    };
}

#[test]
fn every_example_is_read_as_what_it_was_written_from() {
    is_read_as!(store::read_settings, "settings-1", settings());
    is_read_as!(store::read_settings, "settings-1-oldest", oldest_settings());
    let no_letters = Settings {
        letter_keys: false,
        ..settings()
    };
    is_read_as!(store::read_settings, "settings-1-letter-keys", no_letters);
    is_read_as!(store::read_person, "person-1", person());
    is_read_as!(store::read_person, "person-1-oldest", oldest_person());
    is_read_as!(store::read_check_in, "check-in-1", check_in());
    is_read_as!(store::read_screening, "screening-1", screening());
    is_read_as!(
        store::read_screening,
        "screening-1-oldest",
        oldest_screening()
    );
    is_read_as!(store::read_session, "history-1", history());
    is_read_as!(store::read_session, "history-1-oldest", oldest_history());
    is_read_as!(store::read_snapshot, "playing-1", snapshot());
    is_read_as!(store::read_snapshot, "playing-1-oldest", oldest_snapshot());
    let own = |routine: Routine| (limber::domain::own::OwnId::of("a"), routine);
    is_read_as!(store::read_routine, "routine-1", own(routine()));
    is_read_as!(
        store::read_routine,
        "routine-1-oldest",
        own(oldest_routine())
    );
}

/// Whether one record has everything that another has; it may have more.
fn holds(more: &Value, all_of: &Value) -> bool {
    match (more, all_of) {
        (Value::Object(more), Value::Object(all_of)) => all_of
            .iter()
            .all(|(field, value)| more.get(field).is_some_and(|it| holds(it, value))),
        (Value::Array(more), Value::Array(all_of)) => {
            more.len() == all_of.len() && more.iter().zip(all_of).all(|(more, it)| holds(more, it))
        }
        (more, all_of) => more == all_of,
    }
}

#[test]
fn what_was_read_is_printed_with_all_that_stood_there() {
    let mut tried = BTreeSet::new();
    for file in fs::read_dir(examples()).expect("the examples") {
        let path = file.expect("an example").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.expect("a name");
        let kind = KINDS.iter().find(|kind| name.starts_with(kind.name));
        let kind = kind.unwrap_or_else(|| panic!("{name} is of no kind"));
        let kept = example(name);
        let again = (kind.again)(&kept).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let [was, is] = [&kept, &again].map(|text| {
            serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{name}: {error}"))
        });
        assert!(holds(&is, &was), "{name}\nwas {was}\nis  {is}");
        tried.insert(kind.name);
    }
    assert_eq!(tried.len(), KINDS.len(), "{tried:?}");
}

#[test]
fn a_field_that_is_called_otherwise_would_be_noticed() {
    let [was, is] = [r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"c": 1}], "b": 1}"#]
        .map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
    assert!(!holds(&is, &was) && holds(&was, &was));
}
