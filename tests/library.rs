//! Every posture and routine of the library can be led, in words that a voice can speak.

use std::time::Duration;

use limber::domain::compile::compile;
use limber::domain::cue::CueKind;
use limber::domain::dose::{Beat, Dose};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::{Form, Posture, SpokenLine};
use limber::library::checks::faults;
use limber::library::{catalogue, posture, postures, reading, routine, routines};
use limber::text::Locale;

fn forms(posture: &Posture) -> impl Iterator<Item = &Form> {
    let others = posture.easier.iter().chain(&posture.stronger);
    std::iter::once(&posture.usual).chain(others)
}

/// All spoken lines of a form.
fn spoken(form: &Form) -> Vec<&'static str> {
    let lines = form.setup.iter().chain(&form.change).chain(&form.exit);
    let lines = lines
        .chain(&form.exit_again)
        .chain([&form.again, &form.between]);
    lines
        .map(|line: &SpokenLine| line.words)
        .chain(form.coaching.iter().copied())
        .chain([form.unwind])
        .chain(form.dizzy)
        .chain(
            form.beats
                .iter()
                .flat_map(|beats| [beats.there, beats.back]),
        )
        .collect()
}

#[test]
fn nothing_is_wrong_with_the_library() {
    let faults = faults(Locale::EnGb.phrasing());
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(
        postures().len(),
        45,
        "README.md and CHANGELOG.md tell how many there are, too"
    );
    assert!(routines().len() >= 10);
    for posture in postures() {
        assert_eq!(limber::library::posture(posture.id), Some(posture));
    }
    assert_eq!(posture("unheard-of"), None);
    assert_eq!(routine("unheard-of"), None);
}

#[test]
fn every_line_is_short_enough_for_one_breath() {
    for posture in postures() {
        for line in forms(posture).flat_map(spoken) {
            let words = line.split_whitespace().count();
            assert!(words <= 25, "{}: {words} words: {line}", posture.id);
        }
        for form in forms(posture) {
            let sentences: usize = form
                .setup
                .iter()
                .map(|line| line.words.matches(['.', '?']).count())
                .sum();
            assert!(
                form.setup.len() <= 4,
                "{}: {} lines",
                form.id,
                form.setup.len()
            );
            assert!(
                sentences <= 4,
                "{}: a setup of {sentences} sentences",
                form.id
            );
        }
    }
}

#[test]
fn every_posture_says_all_that_it_must() {
    for posture in postures() {
        for form in forms(posture) {
            let id = form.id;
            assert_eq!(
                form.change.is_empty(),
                !posture.sided,
                "{id}: a change of sides, for sides"
            );
            assert_eq!(
                form.dizzy.is_some(),
                form.head_down,
                "{id}: a way up when dizzy"
            );
            let paced = matches!(
                posture.amount.dose,
                Dose::Repetitions { .. } | Dose::Breaths { .. }
            );
            assert!(!paced || form.beats.is_some(), "{id}: names for its beats");
            assert!(!form.exit.is_empty() && !form.coaching.is_empty(), "{id}");
            assert!(form.unwind.starts_with("Stop there."), "{id}");
        }
        assert!(posture.amount.dose.check().is_ok(), "{}", posture.id);
        assert!(
            !posture.sources.is_empty() && !posture.felt.is_empty(),
            "{}",
            posture.id
        );
        assert!(!posture.easier.is_empty(), "{}: an easier way", posture.id);
        // What is done instead is another posture, and exists.
        for id in &posture.instead {
            assert_ne!(*id, posture.id);
            assert!(catalogue().posture(id).is_some());
        }
    }
}

#[test]
fn every_choice_by_side_is_complete() {
    for posture in postures() {
        for line in forms(posture).flat_map(spoken) {
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
fn every_routine_can_be_led_and_coaches_in_ever_new_words() {
    for built_in in routines() {
        let plan = Plan {
            routine: built_in.routine.clone(),
            preferences: Preferences::default(),
            profile: Profile::default(),
        };
        let timeline = compile(&plan, Locale::EnGb.phrasing()).unwrap();
        let mut once: Vec<_> = timeline
            .phases
            .iter()
            .flat_map(|phase| &phase.cues)
            .filter(|cue| cue.kind == CueKind::Coaching)
            .map(|cue| cue.words.as_str())
            .collect();
        let said = once.len();
        once.sort_unstable();
        once.dedup();
        assert_eq!(
            once.len(),
            said,
            "{}: a coaching line is said twice",
            built_in.routine.id
        );
    }
}

/// A name longer than its beat is left out; naming only one of the two would sound like a slip.
#[test]
fn of_the_two_ends_of_a_movement_both_are_named_or_neither() {
    for posture in postures() {
        for form in forms(posture) {
            let Some(beats) = form.beats else { continue };
            let beat_lengths: Vec<_> = posture
                .amount
                .dose
                .cycle()
                .into_iter()
                .filter(|(beat, _)| *beat != Beat::Stay)
                .map(|(_, length)| length)
                .collect();
            let fits = |words: &str, length: Duration| {
                let spoken = Locale::EnGb.phrasing().spoken_length(words);
                spoken + Duration::from_millis(650) <= length
            };
            let (there, back) = (
                fits(beats.there, beat_lengths[0]),
                fits(beats.back, beat_lengths[1]),
            );
            assert_eq!(there, back, "{}: {beats:?}", form.id);
        }
    }
}

/// Reads a posture from its facts and its words, and returns the faults found.
fn read(facts: &'static str, words: &'static str) -> Vec<String> {
    let (_, faults) = reading::postures(("facts", facts), &[("words", words)]);
    faults.iter().map(ToString::to_string).collect()
}

const FACTS: &str =
    "posture nod\nposition: chair\ndose: 5 times, 2 s there, 2 s back\nfelt: spine\nlevel: 1\n";
const WORDS: &str = "posture nod\nname: Nod\nset up:\n  Sit tall. (3)\nagain: Sit tall again. (3)\nbetween: Rest. (3)\ncoach:\n  Slowly.\nthere: Down.\nback: Up.\ncome out:\n  Look ahead. (2)\ncome out again: Look ahead. (2)\nstop: Stop there. Look ahead.\nfeel: Softly.\nwhy: It may help.\ncare: Take care.\n";

/// The text with one thing replaced, leaked to live as long as the test needs it.
fn with(text: &str, from: &str, to: &str) -> &'static str {
    assert!(text.contains(from), "{from}");
    Box::leak(text.replacen(from, to, 1).into_boxed_str())
}

#[test]
fn what_is_wrong_with_a_posture_is_named_by_file_and_line() {
    assert_eq!(read(FACTS, WORDS), Vec::<String>::new());
    let cases: [(&str, &str, &str, &str, &str); 12] = [
        (
            "words",
            "again: Sit tall again. (3)\n",
            "",
            "words, line 1",
            "`again` is missing",
        ),
        (
            "words",
            "Rest. (3)",
            "Rest.",
            "words, line 6",
            "seconds of silence",
        ),
        (
            "words",
            "care: Take care.",
            "care: Take care.\nfeel: Twice.",
            "words, line 18",
            "“feel” is said twice",
        ),
        (
            "words",
            "care:",
            "cares:",
            "words, line 17",
            "nothing that is said of a posture",
        ),
        (
            "words",
            "posture nod",
            "posture nodding",
            "words, line 1",
            "there is no posture nodding",
        ),
        ("facts", "level: 1", "level: 4", "facts, line 5", "no level"),
        (
            "facts",
            "chair",
            "hammock",
            "facts, line 2",
            "“hammock” is no position",
        ),
        (
            "facts",
            "2 s there",
            "9 h there",
            "facts, line 3",
            "neither s nor min",
        ),
        (
            "facts",
            "5 times",
            "0 times",
            "facts, line 3",
            "0 repetitions",
        ),
        (
            "facts",
            "felt: spine\n",
            "",
            "facts, line 1",
            "`felt` is missing",
        ),
        (
            "facts",
            "level: 1\n",
            "level: 1\nsided\n",
            "words, line 1",
            "`change` is missing",
        ),
        (
            "facts",
            "level: 1\n",
            "level: 1\ninstead: shrug\n",
            "facts, line 1",
            "there is no posture shrug",
        ),
    ];
    for (which, from, to, place, why) in cases {
        let faults = match which {
            "facts" => read(with(FACTS, from, to), WORDS),
            _ => read(FACTS, with(WORDS, from, to)),
        };
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with(place) && fault.contains(why)),
            "{from} → {to}: {faults:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_routine_is_named_by_file_and_line() {
    let said = "routine r\ntitle: R\npurpose: For a test.\n";
    let read = |told: &'static str| -> Vec<String> {
        let (_, faults) = reading::routines(("routines", told), ("said", said), postures());
        faults.iter().map(ToString::to_string).collect()
    };
    let good = "routine r\nfor: sore\ntakes: 5 min\npigeon: hold 30 s\n";
    assert_eq!(read(good), Vec::<String>::new());
    let cases = [
        (
            "pigeon",
            "pidgin",
            "routines, line 4",
            "there is no posture pidgin",
        ),
        (
            "hold 30 s",
            "left only",
            "routines, line 4",
            "the left one alone",
        ),
        (
            "hold 30 s",
            "hold 30 lines",
            "routines, line 4",
            "neither s nor min",
        ),
        (
            "pigeon:",
            "pigeon as hawk:",
            "routines, line 4",
            "has no way hawk",
        ),
        (
            "takes: 5 min\n",
            "",
            "routines, line 1",
            "`takes` is missing",
        ),
        ("sore", "sour", "routines, line 2", "“sour” is no answer"),
    ];
    for (from, to, place, why) in cases {
        let faults = read(with(good, from, to));
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with(place) && fault.contains(why)),
            "{from} → {to}: {faults:?}"
        );
    }
}
