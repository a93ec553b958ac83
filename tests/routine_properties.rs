//! Any routine either plays, or is refused with a reason that names the place.

use std::time::Duration;

use crate::listener::{Listener, VoiceHabit};
use crate::plans::{any_dose, any_plan, any_step, any_words, often, session_of};
use limber::domain::compile::compile;
use limber::domain::cue::CueKind;
use limber::domain::dose::{self, Amount, Dose, DoseError, Tempo};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::Variation;
use limber::domain::routine::{Routine, RoutineError, RoutinePart, Sides, Step, StepFault};
use limber::domain::timeline::Timeline;
use limber::library::{posture, postures};
use limber::text::{Locale, en};
use proptest::prelude::*;

const WEEK: Duration = Duration::from_hours(7 * 24);

/// Lengths, many of which make no sense.
fn any_length() -> impl Strategy<Value = Duration> {
    prop_oneof![
        Just(Duration::ZERO),
        Just(Duration::from_nanos(1)),
        Just(Duration::from_millis(1)),
        Just(Duration::from_hours(1)),
        Just(WEEK),
        Just(Duration::MAX),
        (0..4_000_000_u64).prop_map(Duration::from_millis),
    ]
}

fn any_count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(1), Just(100), Just(u32::MAX), 0..110_u32]
}

fn any_dose_at_all() -> BoxedStrategy<Dose> {
    prop_oneof![
        any_dose(),
        any_length().prop_map(Dose::Hold),
        any_length().prop_map(Dose::Rest),
        (any_count(), any_length(), any_length(), any_length()).prop_map(
            |(count, there, stay, back)| Dose::Repetitions {
                count,
                tempo: Tempo { there, stay, back },
            }
        ),
        (any_count(), any_length(), any_length()).prop_map(|(count, inhale, exhale)| {
            Dose::Breaths {
                count,
                inhale,
                exhale,
            }
        }),
    ]
    .boxed()
}

/// A step with at most one fault.
fn any_step_at_all() -> BoxedStrategy<Step> {
    prop_oneof![
        3 => any_step(),
        3 => (any_step(), any_dose_at_all()).prop_map(|(step, dose)| Step {
            amount: Amount { dose, ..step.amount },
            ..step
        }),
        1 => (any_step(), any_count()).prop_map(|(step, sets)| Step {
            amount: Amount { sets, ..step.amount },
            ..step
        }),
        1 => (any_step(), any_length())
            .prop_map(|(step, rest_between)| Step { rest_between, ..step }),
        1 => any_step().prop_map(|step| Step { sides: Sides::Neither, ..step }),
        1 => (any_step(), any::<usize>())
            .prop_map(|(step, nth)| Step { variation: Variation::Stronger(nth), ..step }),
    ]
    .boxed()
}

fn any_routine_at_all() -> impl Strategy<Value = Routine> {
    let steps = || proptest::collection::vec(any_step_at_all(), 0..3);
    let part = prop_oneof![
        4 => any_step_at_all().prop_map(RoutinePart::Step),
        1 => (any_count(), steps()).prop_map(|(times, steps)| RoutinePart::Rounds { times, steps }),
    ];
    proptest::collection::vec(part, 0..4).prop_map(of_parts)
}

fn of_parts(parts: Vec<RoutinePart>) -> Routine {
    Routine {
        id: "mine".to_owned(),
        title: "Mine".to_owned(),
        purpose: String::new(),
        parts,
    }
}

fn planned(routine: Routine) -> Plan {
    Plan {
        routine,
        preferences: Preferences::default(),
        profile: Profile::default(),
    }
}

fn laid_out(routine: Routine) -> Result<Timeline, RoutineError> {
    compile(&planned(routine), Locale::EnGb.phrasing())
}

/// The steps as written, those of a round once.
fn written(routine: &Routine) -> Vec<&Step> {
    let parts = routine.parts.iter();
    parts
        .flat_map(|part| match part {
            RoutinePart::Step(step) => std::slice::from_ref(step),
            RoutinePart::Rounds { steps, .. } => steps.as_slice(),
        })
        .collect()
}

proptest! {
    #![proptest_config(often(256))]

    #[test]
    fn a_routine_is_laid_out_or_refused_by_the_step_that_is_wrong(routine in any_routine_at_all()) {
        match laid_out(routine.clone()) {
            Ok(timeline) => prop_assert!(timeline.total() > Duration::ZERO),
            Err(error @ RoutineError::Step { number, posture, .. }) => {
                let step = written(&routine)[number - 1];
                prop_assert_eq!(step.posture.name, posture);
                let said = en::refused(&error);
                prop_assert!(said.contains(&format!("step {number}")), "{}", said);
                prop_assert!(said.contains(posture), "{}", said);
            }
            Err(RoutineError::Empty) => prop_assert!(written(&routine).is_empty()),
            Err(RoutineError::TooManySteps(steps)) => prop_assert!(steps > 100),
            Err(RoutineError::TooLong(worked)) => prop_assert!(worked > Duration::from_hours(4)),
        }
    }

    #[test]
    fn one_bad_dose_among_good_steps_is_refused_by_its_number(
        good in proptest::collection::vec(any_step(), 1..5),
        at in any::<proptest::sample::Index>(),
        bad in prop_oneof![
            Just((Duration::ZERO, DoseError::NoTime)),
            Just((WEEK, DoseError::TooLong { given: WEEK, most: dose::LONGEST })),
        ],
    ) {
        let (length, reason) = bad;
        let mut steps = good;
        let at = at.index(steps.len());
        steps[at].amount.dose = Dose::Hold(length);
        let expected = RoutineError::Step {
            number: at + 1,
            posture: steps[at].posture.name,
            fault: StepFault::Dose(reason),
        };
        let routine = of_parts(steps.into_iter().map(RoutinePart::Step).collect());
        prop_assert_eq!(laid_out(routine), Err(expected));
    }

    #[test]
    fn a_number_of_seconds_is_a_length_only_if_a_hold_can_last_so_long(given in any::<f64>()) {
        match dose::seconds(given) {
            Ok(length) => {
                prop_assert!((length.as_secs_f64() - given).abs() < 1e-6);
                let long_enough = length >= dose::SHORTEST;
                prop_assert_eq!(Dose::Hold(length).check().is_ok(), long_enough);
            }
            Err(DoseError::NotANumber) => prop_assert!(!given.is_finite()),
            Err(DoseError::NoTime) => prop_assert!(given < 0.001),
            Err(DoseError::TooLong { .. }) => prop_assert!(given > 3_600.0),
            Err(DoseError::TooShort { .. } | DoseError::Count(_)) => {
                prop_assert!(false, "a number of seconds is for no dose in particular");
            }
        }
    }
}

proptest! {
    #![proptest_config(often(64))]

    #[test]
    fn a_title_and_a_note_are_said_as_they_were_written(
        plan in any_plan(),
        title in any_words(),
        note in any_words(),
    ) {
        let mut plan = plan;
        plan.routine.title = title.clone();
        let mut step = Step::of(posture("pigeon").unwrap(), None);
        step.note = Some(note.clone());
        plan.routine.parts.insert(0, RoutinePart::Step(step));
        let mut listener = Listener::new(session_of(plan, true))
            .with_voice(VoiceHabit::Takes(1.0));
        prop_assert_eq!(&listener.session.plan().routine.title, &title);
        listener.start();
        listener.listen_to_the_end();
        // Where a long line is split, and only there, the space becomes a pause.
        let squeezed = |words: &str| words.split_whitespace().collect::<String>();
        let heard = |kind| squeezed(&listener.words_of(kind));
        prop_assert!(heard(CueKind::Announce).starts_with(&squeezed(&title)));
        prop_assert!(heard(CueKind::SetUp).contains(&squeezed(&note)));
    }
}

#[test]
fn ten_thousand_steps_are_refused_by_their_number() {
    let step = Step::of(&postures()[0], None);
    let steps = vec![RoutinePart::Step(step.clone()); 10_000];
    assert_eq!(
        laid_out(of_parts(steps)),
        Err(RoutineError::TooManySteps(10_000))
    );
    let rounds = RoutinePart::Rounds {
        times: 100,
        steps: vec![step; 10_000],
    };
    assert_eq!(
        laid_out(of_parts(vec![rounds])),
        Err(RoutineError::TooManySteps(1_000_000))
    );
}

#[test]
fn a_routine_of_nothing_is_refused_at_once_however_often_nothing_is_repeated() {
    let rounds = RoutinePart::Rounds {
        times: u32::MAX,
        steps: Vec::new(),
    };
    assert_eq!(laid_out(of_parts(vec![rounds])), Err(RoutineError::Empty));
    assert_eq!(laid_out(of_parts(Vec::new())), Err(RoutineError::Empty));
}
