//! A routine as a text: passed on, written by hand, and wrong.

#![expect(clippy::expect_used, reason = "what is missing is a failed test")]

use std::time::Duration;

use proptest::prelude::*;

use limber::domain::dose::Dose;
use limber::domain::routine::{First, Routine, Sides};
use limber::format::routine::{Fault, LONGEST_TEXT, looks_like_one, print, read};
use limber::library;
use limber::text::en::EXAMPLE;

const WRITTEN: &str = "\
# For Sam
routine: After a long drive
purpose: Hips first, then the legs.

90-90-rest: rest 3 min
Pigeon as figure-four: hold 45 s, 2 sets, 20 s between
note: Take your time.
cat-cow: 12 times
";

/// The routine of a text that can be read.
fn routine(text: &str) -> Routine {
    read(text).expect("it can be read").1
}

fn faults(text: &str) -> Vec<String> {
    let faults = read(text).expect_err("it is wrong");
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn what_a_person_wrote_is_read_as_they_meant_it() {
    let routine = routine(WRITTEN);
    assert_eq!(routine.title, "After a long drive");
    assert_eq!(routine.purpose, "Hips first, then the legs.");
    let steps = routine.steps().expect("it can be played");
    let [rest, pigeon, cat] = steps.as_slice() else {
        panic!("three steps, not {}", steps.len())
    };
    assert_eq!(rest.amount.dose, Dose::Rest(Duration::from_secs(180)));
    assert_eq!(pigeon.form().id, "figure-four");
    assert_eq!((pigeon.amount.sets, pigeon.rest_between.as_secs()), (2, 20));
    assert_eq!(pigeon.sides, Sides::Both(First::Alternating));
    assert_eq!(pigeon.note.as_deref(), Some("Take your time."));
    assert_eq!(cat.note, None);
}

#[test]
fn the_example_that_shows_how_to_write_one_can_be_led() {
    let routine = routine(EXAMPLE);
    assert_eq!(routine.steps().map(|steps| steps.len()), Ok(5));
}

#[test]
fn every_routine_of_the_library_is_the_same_after_it_was_passed_on() {
    for built_in in library::routines() {
        let mut sent = built_in.routine.clone();
        let received = routine(&print(&sent));
        sent.id.clone_from(&received.id);
        assert_eq!(received, sent, "{}", print(&sent));
    }
}

#[test]
fn every_posture_is_the_same_after_it_was_passed_on_in_each_of_its_ways() {
    for posture in library::postures() {
        for form in std::iter::once(&posture.usual)
            .chain(&posture.easier)
            .chain(&posture.stronger)
        {
            let text = format!("routine: One\n{} as {}: {}", posture.id, form.id, "");
            let read_once = routine(&text);
            assert_eq!(routine(&print(&read_once)), read_once, "{text}");
        }
    }
}

#[test]
fn a_routine_is_the_same_one_however_it_is_written() {
    let loosely = WRITTEN.replace('\n', "\r\n\r\n").replace("3 min", "180 s");
    let with_greeting = format!("Hello Sam, this helped me.\n{loosely}");
    let [one, other] = [WRITTEN, &with_greeting].map(routine);
    assert_eq!(one, other);
    let changed = routine(&WRITTEN.replace("45 s", "46 s"));
    assert_ne!(one.id, changed.id);
}

#[test]
fn everything_that_is_wrong_is_named_with_its_line() {
    let text = "\
routine: Mistakes
routine: Again
pidgeon: hold 30 s
pigeon: hold 30 parsecs
note:
pigeon as a-dance: hold 30 s
cat-cow 12 times
";
    assert_eq!(
        faults(text),
        [
            "line 2: `routine:` is there twice",
            "line 3: there is no posture pidgeon",
            "line 4: “parsecs” is neither s nor min",
            "line 5: a note, and no step before it",
            "line 6: pigeon has no way a-dance",
            "line 7: there is no posture cat-cow 12 times",
        ]
    );
}

#[test]
fn what_cannot_be_led_is_refused_with_its_line() {
    assert_eq!(
        faults("routine: Nothing"),
        ["line 1: the routine has no steps"]
    );
    let missing = faults("pigeon: hold 30 s");
    assert_eq!(
        missing,
        ["line 1: no line says what it is called, as in `routine: After a long drive`"]
    );
    let sets = faults("routine: Many\n\npigeon: hold 30 s, 11 sets");
    assert_eq!(
        sets,
        ["line 3: step 1 (Pigeon): 11 sets cannot be led; between 1 and 10 can"]
    );
    let steps = faults(&format!(
        "routine: Long\n{}",
        "cat-cow: 5 times\n".repeat(101)
    ));
    assert_eq!(steps, ["line 1: the routine has 101 steps; 100 can be led"]);
    let title = faults(&format!("routine: {}\ncat-cow: 5 times", "ä".repeat(81)));
    assert_eq!(
        title,
        ["line 1: `routine:` has 81 characters; 80 can be shown"]
    );
    let text = faults(&format!("routine: Long{}", " ".repeat(LONGEST_TEXT)));
    assert_eq!(
        text,
        ["line 1: the text has 16013 characters; 16000 can be read"]
    );
}

#[test]
fn a_text_is_known_to_be_a_routine_by_its_first_line() {
    assert!(looks_like_one(WRITTEN));
    assert!(looks_like_one("\u{feff}Routine : mine"));
    assert!(!looks_like_one("https://example.org/#/routine/morning"));
    assert!(!looks_like_one("my routine: pigeon"));
}

/// Words that lines of a routine are made of, and others.
fn word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "routine:",
        "purpose:",
        "note:",
        "pigeon",
        "cat-cow",
        "as",
        "figure-four",
        ":",
        ",",
        "hold",
        "rest",
        "go",
        "30",
        "0",
        "99999",
        "1.5",
        "s",
        "min",
        "times",
        "sets",
        "breaths",
        "between",
        "spare",
        "left",
        "only",
        "#",
        "\n",
        "\r\n",
        "  ",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => ".{0,6}"]
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_a_line_that_it_has(words in prop::collection::vec(word(), 0..60)) {
        let text = words.join(" ");
        match read(&text) {
            Ok((id, routine)) => prop_assert_eq!(read(&print(&routine)), Ok((id, routine))),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                let lines = text.lines().count().max(1);
                for fault in faults {
                    prop_assert!((1..=lines).contains(&fault.line), "{fault} of {lines}");
                }
            }
        }
    }
}
