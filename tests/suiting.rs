//! Whatever a person says about their body, nothing it excludes is ever led, and they see what was changed, and why.

use crate::people::{any_body, any_surroundings, at, with};
use limber::domain::body::{AgeGroup, Body, Caution};
use limber::domain::collections::Set;
use limber::domain::compile::compile;
use limber::domain::dose::Dose;
use limber::domain::history::{Harm, HarmKind};
use limber::domain::place::{Equipment, Place};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::Side;
use limber::domain::routine::Sides;
use limber::domain::suiting::{Limits, Objection, Outcome, Suited, suit};
use limber::library::{catalogue, posture, postures, routine, routines};
use limber::text::Locale;
use proptest::prelude::*;

fn suited(id: &str, limits: &Limits) -> Suited {
    suit(&routine(id).unwrap().routine, limits, catalogue()).unwrap()
}

fn for_body(body: Body) -> Limits {
    Limits {
        body,
        ..Limits::default()
    }
}

fn ids(suited: &Suited) -> Vec<&'static str> {
    suited.steps.iter().map(|step| step.form().id).collect()
}

#[test]
fn what_hurt_or_made_dizzy_lately_is_not_done_in_that_form_and_the_reason_is_named() {
    for (kind, why) in [
        (HarmKind::Hurt, Objection::Hurt),
        (HarmKind::Dizzy, Objection::Dizzy),
    ] {
        let harm = Harm {
            form: "pigeon".to_owned(),
            side: Some(Side::Left),
            kind,
        };
        let limits = Limits {
            harms: vec![harm],
            ..Limits::default()
        };
        let suited = suited("four-postures", &limits);
        assert!(!ids(&suited).contains(&"pigeon"));
        assert!(suited.changes.iter().any(|it| it.because == [why]));
    }
}

#[test]
fn a_routine_that_suits_is_left_as_it_is() {
    for built_in in routines() {
        let suited = suit(&built_in.routine, &Limits::default(), catalogue()).unwrap();
        assert_eq!(suited.steps, built_in.routine.steps().unwrap());
        assert!(suited.changes.is_empty());
    }
}

#[test]
fn bad_knees_turn_pigeon_onto_its_back_and_the_person_is_told_why() {
    let suited = suited("four-postures", &for_body(with(&[Caution::Knees])));
    assert_eq!(
        ids(&suited),
        [
            "90-90-rest",
            "figure-four",
            "forward-bend",
            "seated-cat-cow",
            "90-90-rest"
        ]
    );
    let told: Vec<_> = suited
        .changes
        .iter()
        .map(|change| (change.posture.id, &*change.because))
        .collect();
    let knees: &[_] = &[Objection::Caution(Caution::Knees)];
    assert_eq!(told, [("pigeon", knees), ("cat-cow", knees)]);
    assert!(
        matches!(suited.changes[0].outcome, Outcome::Gentler(form) if form.id == "figure-four")
    );
}

#[test]
fn a_chair_alone_is_enough_for_the_four_postures() {
    let limits = Limits {
        surroundings: Some(at(Place::ChairOnly, &[])),
        ..Limits::default()
    };
    let suited = suited("four-postures", &limits);
    assert!(suited.steps.len() >= 3, "{:?}", ids(&suited));
    for step in &suited.steps {
        assert!(Place::ChairOnly.has(step.form().position));
    }
}

#[test]
fn what_a_person_wants_left_out_is_replaced_too() {
    let body = Body {
        left_out: Set::from(["pigeon".to_owned(), "figure-four".to_owned()]),
        ..Body::default()
    };
    let suited = suited("four-postures", &for_body(body));
    // `pigeon-cushion` is a form of pigeon, so it is left out as well.
    assert!(!ids(&suited).contains(&"figure-four"));
    assert!(!ids(&suited).contains(&"pigeon"));
    assert!(!ids(&suited).contains(&"pigeon-cushion"));
}

#[test]
fn from_sixty_on_a_stretch_is_held_for_a_minute() {
    let body = Body {
        age: Some(AgeGroup::From60),
        ..Body::default()
    };
    let suited = suited("hamstrings-1", &for_body(body));
    let strap = suited
        .steps
        .iter()
        .find(|step| step.posture.id == "strap-hamstring")
        .unwrap();
    assert_eq!(
        strap.amount.dose,
        Dose::Hold(std::time::Duration::from_secs(60))
    );
    assert_eq!(suited.changes.len(), 1);
    assert_eq!(suited.changes[0].outcome, Outcome::Longer);
}

#[test]
fn after_surgery_nothing_suits() {
    for built_in in routines() {
        let limits = for_body(with(&[Caution::Surgery]));
        let suited = suit(&built_in.routine, &limits, catalogue()).unwrap();
        assert!(suited.steps.is_empty(), "{}", built_in.routine.id);
    }
}

/// Checks that no step is excluded by the limits.
fn nothing_excluded(suited: &Suited, limits: &Limits) {
    for step in &suited.steps {
        let form = step.form();
        let against: Vec<_> = limits.objections(form);
        assert!(against.is_empty(), "{}: {against:?}", form.id);
        assert_eq!(
            step.posture.sided,
            matches!(step.sides, Sides::Both(_)),
            "{}",
            form.id
        );
    }
}

#[test]
fn every_pair_of_cautions_in_every_place_with_every_set_of_things_excludes_what_it_must() {
    let cautions: Vec<_> = Caution::all().collect();
    for one in &cautions {
        for other in &cautions {
            for place in Place::ALL {
                for things in 0_u8..16 {
                    let things: Vec<Equipment> = Equipment::ALL
                        .into_iter()
                        .enumerate()
                        .filter(|(nth, _)| things & (1 << nth) != 0)
                        .map(|(_, thing)| thing)
                        .collect();
                    let limits = Limits {
                        body: with(&[*one, *other]),
                        surroundings: Some(at(place, &things)),
                        ..Limits::default()
                    };
                    for built_in in routines() {
                        let suited = suit(&built_in.routine, &limits, catalogue()).unwrap();
                        nothing_excluded(&suited, &limits);
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// For all combinations of cautions, ages, wishes, places and things.
    #[test]
    fn no_excluded_posture_is_ever_in_a_timeline(
        body in any_body(),
        surroundings in proptest::option::of(any_surroundings()),
        spasm: bool,
        gentle: bool,
    ) {
        let limits = Limits { body: body.clone(), surroundings, spasm, gentle, harms: Vec::new() };
        for built_in in routines() {
            let suited = suit(&built_in.routine, &limits, catalogue()).unwrap();
            nothing_excluded(&suited, &limits);
            prop_assert_eq!(suited.places.len(), built_in.routine.steps().unwrap().len());
            if suited.steps.is_empty() {
                continue;
            }
            let plan = Plan {
                routine: suited.routine(&built_in.routine),
                preferences: Preferences::default(),
                profile: Profile { body: body.clone(), ..Profile::default() },
            };
            let timeline = compile(&plan, Locale::EnGb.phrasing()).unwrap();
            for step in &timeline.steps {
                prop_assert!(body.suits(step.form()), "{}", step.form().id);
            }
        }
    }

    /// The gentler forms of a posture are themselves safe to fall back on.
    #[test]
    fn easier_never_leads_to_what_is_excluded(body in any_body()) {
        for posture in postures() {
            let mut variation = limber::domain::posture::Variation::Usual;
            while let Some(gentler) = posture.gentler(variation, |form| body.suits(form)) {
                prop_assert!(body.suits(posture.form(gentler).unwrap()));
                variation = gentler;
            }
        }
        prop_assert!(posture("unheard-of").is_none());
    }
}
