//! Every posture and routine of the library can be led, and is said in words that a voice can say.

use limber::domain::compile::compile;
use limber::domain::cue::CueKind;
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::{Line, Posture};
use limber::library::{BuiltIn, POSTURES, built_in, posture};
use limber::text::Locale;

/// Words that Limber must never say: nothing here cures, and nothing hurries.
const FORBIDDEN: [&str; 11] = [
    "cure",
    "treats",
    "prevent",
    "diagnos",
    "realign",
    "lengthens",
    "fixes",
    "right away",
    "magic",
    "instant",
    "guarantee",
];

fn spoken_lines(posture: &Posture) -> Vec<&'static str> {
    let words = &posture.words;
    let mut lines: Vec<&Line> = words
        .setup
        .iter()
        .chain(words.change)
        .chain(words.exit)
        .chain([&words.exit_again])
        .collect();
    lines.extend([&words.again, &words.between]);
    let mut said: Vec<_> = words
        .coaching
        .iter()
        .copied()
        .chain([words.unwind])
        .chain(words.dizzy)
        .collect();
    for variation in words.easier.iter().chain(words.stronger) {
        lines.extend(
            variation
                .setup
                .iter()
                .chain(variation.exit.unwrap_or_default())
                .chain(variation.change.unwrap_or_default()),
        );
        said.extend(
            variation
                .coaching
                .unwrap_or_default()
                .iter()
                .copied()
                .chain(variation.unwind),
        );
    }
    said.extend(lines.iter().map(|line| line.words));
    said
}

#[test]
fn every_line_is_short_enough_for_one_breath_and_promises_nothing() {
    for posture in POSTURES {
        for line in spoken_lines(posture) {
            let words = line.split_whitespace().count();
            assert!(words <= 25, "{}: {words} words: {line}", posture.id);
            let plain = line.to_lowercase();
            for word in FORBIDDEN {
                assert!(!plain.contains(word), "{}: “{word}” in: {line}", posture.id);
            }
        }
    }
}

#[test]
fn every_posture_says_all_that_it_must() {
    for posture in POSTURES {
        let words = &posture.words;
        assert!(
            (1..=4).contains(&words.setup.len()),
            "{}: a setup has one to four lines",
            posture.id
        );
        assert_eq!(
            words.change.is_empty(),
            !posture.sided,
            "{}: a change of sides, for sides",
            posture.id
        );
        assert_eq!(
            words.dizzy.is_some(),
            posture.head_down,
            "{}: a way up when dizzy",
            posture.id
        );
        assert_eq!(
            words.beats.is_some(),
            !posture.dose.cycle().is_empty(),
            "{}: names for its beats",
            posture.id
        );
        assert!(
            !words.exit.is_empty() && !words.easier.is_empty() && !words.care.is_empty(),
            "{}",
            posture.id
        );
        assert!(posture.dose.check().is_ok(), "{}", posture.id);
        assert_eq!(limber::library::posture(posture.id), Some(posture));
    }
    assert_eq!(posture("unheard-of"), None);
}

#[test]
fn every_choice_by_side_is_complete() {
    for posture in POSTURES {
        for line in spoken_lines(posture) {
            let choices = line.matches('[').count();
            assert_eq!(choices, line.matches('|').count(), "{}: {line}", posture.id);
            assert_eq!(choices, line.matches(']').count(), "{}: {line}", posture.id);
            assert!(
                posture.sided || choices == 0,
                "{} has no sides: {line}",
                posture.id
            );
        }
    }
}

#[test]
fn every_built_in_routine_can_be_led_and_none_is_said_twice_the_same_on_the_other_side() {
    for routine in BuiltIn::ALL {
        let plan = Plan {
            routine: built_in(routine),
            preferences: Preferences::default(),
            profile: Profile::default(),
        };
        let timeline = compile(&plan, Locale::EnGb.phrasing()).unwrap();
        let coaching: Vec<_> = timeline
            .phases
            .iter()
            .flat_map(|phase| &phase.cues)
            .filter(|cue| cue.kind == CueKind::Coaching)
            .map(|cue| cue.words.as_str())
            .collect();
        let mut once = coaching.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(
            once.len(),
            coaching.len(),
            "a coaching line is said twice: {coaching:#?}"
        );
        assert_eq!(BuiltIn::of_id(routine.id()), Some(routine));
    }
}
