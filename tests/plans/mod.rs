//! Strategies for any playable plan, and for any words that a person might enter.

use std::time::Duration;

use limber::domain::body::Body;
use limber::domain::cue::Density;
use limber::domain::dose::{Amount, Dose, Tempo};
use limber::domain::plan::{Plan, Preferences, Profile, SettlingTime};
use limber::domain::posture::{Posture, Side, Variation};
use limber::domain::routine::{First, Routine, RoutinePart, Sides, Step};
use limber::domain::session::Session;
use limber::library::postures;
use limber::text::Locale;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// A config with few enough cases to run at every change, which keeps no record of failures.
pub(crate) fn often(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The default number of cases; earlier failures are tried first, from `<test>.regressions` beside the test.
pub(crate) fn remembered() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

/// Words as people write them: markup, other scripts, right to left, emoji, or nothing at all.
pub(crate) fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => "[A-Za-z ,.]{0,40}",
        1 => Just("<script>alert(\"sore\")</script> & <b>bold</b>".to_owned()),
        1 => Just("תרגילים לגב התחתון".to_owned()),
        1 => Just("ألم الظهر 🧘🏽‍♀️ — 𝕓𝕒𝕔𝕜".to_owned()),
        1 => Just("[left|right] {0} %s \\ \" \u{0} \u{202e}".to_owned()),
        1 => "\\PC{0,60}",
    ]
}

/// Like [`any_words`], but for a name, which is never empty.
pub(crate) fn any_name() -> impl Strategy<Value = String> {
    any_words().prop_map(|words| {
        if words.is_empty() {
            "a".to_owned()
        } else {
            words
        }
    })
}

pub(crate) fn any_side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn millis(range: std::ops::Range<u64>) -> impl Strategy<Value = Duration> {
    range.prop_map(Duration::from_millis)
}

// These strategies are boxed: the trees of nested choices would not fit on a test's stack.
/// Doses of all kinds, from hardly anything to several minutes.
pub(crate) fn any_dose() -> BoxedStrategy<Dose> {
    let beat = || millis(500..6_000);
    let stay = || prop_oneof![Just(Duration::ZERO), millis(500..3_000)];
    prop_oneof![
        millis(1_000..6_000).prop_map(Dose::Hold),
        millis(6_000..200_000).prop_map(Dose::Hold),
        millis(1_000..400_000).prop_map(Dose::Rest),
        (millis(1_000..200_000), beat(), beat()).prop_map(|(length, there, back)| Dose::Go {
            length,
            pace: Tempo {
                there,
                stay: Duration::ZERO,
                back
            },
        }),
        (1..16_u32, beat(), stay(), beat()).prop_map(|(count, there, stay, back)| {
            let tempo = Tempo { there, stay, back };
            Dose::Repetitions { count, tempo }
        }),
        (1..16_u32, beat(), beat()).prop_map(|(count, inhale, exhale)| Dose::Breaths {
            count,
            inhale,
            exhale
        }),
    ]
    .boxed()
}

fn any_sides(posture: &Posture) -> BoxedStrategy<Sides> {
    if posture.sided {
        prop_oneof![
            Just(Sides::Both(First::Alternating)),
            any_side().prop_map(|side| Sides::Both(First::Always(side))),
            any_side().prop_map(Sides::Only),
        ]
        .boxed()
    } else {
        Just(Sides::Neither).boxed()
    }
}

fn any_way(posture: &Posture) -> impl Strategy<Value = Variation> + use<> {
    let easier = (0..posture.easier.len()).map(Variation::Easier);
    let stronger = (0..posture.stronger.len()).map(Variation::Stronger);
    let variations: Vec<_> = std::iter::once(Variation::Usual)
        .chain(easier)
        .chain(stronger)
        .collect();
    proptest::sample::select(variations)
}

pub(crate) fn any_step() -> BoxedStrategy<Step> {
    proptest::sample::select(postures().iter().collect::<Vec<_>>())
        .prop_flat_map(|posture| {
            (
                (any_dose(), 0..=1_u32),
                1..=3_u32,
                millis(0..40_000),
                any_sides(posture),
                any_way(posture),
                proptest::option::of(any_words()),
            )
                .prop_map(
                    move |((dose, fewer), sets, rest_between, sides, variation, note)| Step {
                        posture,
                        amount: Amount { dose, sets, fewer },
                        rest_between,
                        sides,
                        variation,
                        note,
                    },
                )
        })
        .boxed()
}

pub(crate) fn any_routine() -> impl Strategy<Value = Routine> {
    let round = (1..=2_u32, proptest::collection::vec(any_step(), 1..3));
    let part = prop_oneof![
        3 => any_step().prop_map(RoutinePart::Step),
        1 => round.prop_map(|(times, steps)| RoutinePart::Rounds { times, steps }),
    ];
    let parts = proptest::collection::vec(part, 1..4);
    (any_name(), any_words(), any_words(), parts).prop_map(|(id, title, purpose, parts)| Routine {
        id,
        title,
        purpose,
        parts,
    })
}

pub(crate) fn any_preferences() -> impl Strategy<Value = Preferences> {
    let density = proptest::sample::select(vec![
        Density::Teaching,
        Density::Reminding,
        Density::TonesOnly,
        Density::Silent,
    ]);
    let settling = proptest::sample::select(vec![
        SettlingTime::Brisk,
        SettlingTime::Usual,
        SettlingTime::Unhurried,
    ]);
    let fade = any::<bool>();
    let stiffer = proptest::option::of(any_side());
    (
        density,
        fade,
        600..=1_600_u32,
        500..=2_500_u32,
        settling,
        stiffer,
    )
        .prop_map(
            |(density, fade_teaching, rate, slowness, settling, stiffer_side)| Preferences {
                density,
                fade_teaching,
                rate: f64::from(rate) / 1_000.0,
                slowness: f64::from(slowness) / 1_000.0,
                settling,
                stiffer_side,
            },
        )
}

pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    let ids: Vec<_> = postures()
        .iter()
        .map(|posture| posture.id.to_owned())
        .collect();
    let familiar = proptest::sample::subsequence(ids, 0..=4);
    let profile = (0..6_usize, familiar).prop_map(|(sessions, familiar)| Profile {
        sessions,
        familiar,
        before: None,
        body: Body::default(),
    });
    (any_routine(), any_preferences(), profile).prop_map(|(routine, preferences, profile)| Plan {
        routine,
        preferences,
        profile,
    })
}

/// A session of a plan which is known to be playable.
pub(crate) fn session_of(plan: Plan, aloud: bool) -> Session {
    Session::new(plan, Locale::EnGb.phrasing(), aloud).unwrap()
}
