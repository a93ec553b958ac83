//! A routine as a text: shared, written by hand, or faulty.

use std::time::Duration;

use proptest::prelude::*;

use limber::app::own::view::fault;
use limber::domain::dose::Dose;
use limber::domain::routine::{First, Routine, Sides};
use limber::format::routine::{LONGEST_TEXT, ParsedRoutine, looks_like_one, print};
use limber::library;
use limber::text::en::{EXAMPLE, NAMELESS};

use crate::plans::remembered;

const WRITTEN: &str = "\
# For Sam
routine: After a long drive
purpose: Hips first, then the legs.

90-90-rest: rest 3 min
Pigeon as figure-four: hold 45 s, 2 sets, 20 s between
note: Take your time.
cat-cow: 12 times
";

/// Reads a text as a routine.
fn read(text: &str) -> Result<ParsedRoutine, Vec<limber::format::routine::ParseError>> {
    limber::format::routine::read(text, NAMELESS)
}

/// The routine of a text without faults.
fn routine(text: &str) -> Routine {
    read(text).expect("it can be read").routine
}

fn faults(text: &str) -> Vec<String> {
    let faults = read(text).expect_err("it is wrong");
    faults.iter().map(fault).collect()
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
note: Before any.
penguin: hold 30 s
pigeon: hold 30 parsecs
note:
pigeon as a-dance: hold 30 s
";
    assert_eq!(
        faults(text),
        [
            "Line 2: there is more than one line “routine:” here. Only one can be taken in.",
            "Line 3: a note belongs to the posture above it, and there is none.",
            "Line 4: Limber knows no posture “penguin”. The names are those of the library, as in: pigeon: hold 30 s",
            "Line 5: how much “hold 30 parsecs” is, is not clear. It could be: pigeon: hold 30 s",
            "Line 7: Pigeon has no way called “a-dance”. The usual way is: pigeon: hold 30 s",
        ]
    );
    let many = faults(&format!("routine: Many\n{}", "penguin: 30 s\n".repeat(50)));
    assert_eq!(many.len(), 21);
    assert_eq!(many[20], "And 30 lines more.");
}

#[test]
fn what_cannot_be_led_is_refused_with_its_line() {
    assert_eq!(faults("routine: Nothing"), ["The routine has no steps."]);
    let sets = faults("routine: Many\n\npigeon: hold 30 s, 11 sets");
    assert_eq!(
        sets,
        ["Line 3: 11 sets of Pigeon cannot be led: 1 to 10 can."]
    );
    let steps = faults(&format!(
        "routine: Long\n{}",
        "cat-cow: 5 times\n".repeat(101)
    ));
    assert_eq!(steps, ["The routine has 101 steps, and 100 can be led."]);
    let title = faults(&format!("routine: {}\ncat-cow: 5 times", "ä".repeat(81)));
    assert_eq!(
        title,
        ["Line 1: “routine:” has 81 characters, and 80 can be shown."]
    );
    let text = faults(&format!("routine: Long{}", " ".repeat(LONGEST_TEXT)));
    assert_eq!(
        text,
        ["The text is too long for a routine: it has 16013 characters, and 16000 can be read."]
    );
}

#[test]
fn a_text_is_known_to_be_a_routine_by_its_first_line() {
    assert!(looks_like_one(WRITTEN));
    assert!(looks_like_one("\u{feff}Routine : mine"));
    assert!(!looks_like_one("https://example.org/#/routine/morning"));
    assert!(!looks_like_one("my routine: pigeon"));
    assert!(looks_like_one("Hello,\n- Bridge 3 x 10\n- Pigeon\n"));
}

const ENDS_OF_LINES: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// Words that a routine's lines are made of, and others.
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
        "\r",
        "> ",
        "- ",
        "1. ",
        "x",
        "3x10",
        "1:30",
        "2–3",
        "½",
        "\"",
        "'",
        "each side",
        "left",
        "twice a day",
        "Child’s pose",
        "bridges",
        "(",
        ")",
        "|",
        "\t",
        "--",
        "knees to chest",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => ".{0,6}"]
}

proptest! {
    #![proptest_config(remembered())]

    #[test]
    fn any_text_is_read_or_refused_with_a_line_that_it_has(words in prop::collection::vec(word(), 0..60)) {
        let text = words.join(" ");
        match read(&text) {
            Ok(taken) => {
                let again = read(&print(&taken.routine)).expect("what is printed can be read");
                prop_assert_eq!(print(&again.routine), print(&taken.routine));
                prop_assert_eq!(again.id, taken.id);
                prop_assert_eq!(again.remarks, []);
                prop_assert_eq!(again.aside, [""; 0]);
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                let lines = text.split(ENDS_OF_LINES).count();
                for fault in faults {
                    prop_assert!((1..=lines).contains(&fault.line), "{fault:?} of {lines}");
                }
            }
        }
    }
}

/// The prefixes that mails and lists put before each line.
fn added() -> impl Strategy<Value = String> {
    let signs = [
        "", "> ", ">> ", "> > ", "- ", "* ", "• ", "– ", "1. ", "12) ", "[ ] ", "☐ ", "\t", "> - ",
    ];
    prop::sample::select(signs.to_vec()).prop_map(str::to_owned)
}

/// A routine of a few postures in any of their forms, with amounts that can be led.
fn any_routine() -> impl Strategy<Value = Routine> {
    let step = (
        0..library::postures().len(),
        0..6_usize,
        1..40_u32,
        1..6_u32,
        0..5_u32,
    );
    prop::collection::vec(step, 1..8).prop_map(|chosen| {
        let lines: Vec<_> = chosen
            .into_iter()
            .map(|(posture, kind, count, sets, rest)| {
                let posture = &library::postures()[posture];
                let ways = [&posture.usual]
                    .into_iter()
                    .chain(&posture.easier)
                    .chain(&posture.stronger);
                let ways: Vec<_> = ways.map(|form| form.id).collect();
                let way = ways[count as usize % ways.len()];
                let amount = match kind {
                    0 => format!("hold {count} s"),
                    1 => format!("rest {count} s"),
                    2 => format!("{count} times, 2.5 s there, 1 s stay, 3 s back"),
                    3 => format!("{count} breaths, 4 s in, 6 s out"),
                    4 => format!("go {count} s, 0.6 s there, 0.6 s back"),
                    _ => format!("{count} times, 3 s there, 3 s back, 1 fewer each"),
                };
                let between = 5 + rest * 7;
                format!(
                    "{} as {way}: {amount}, {sets} sets, {between} s between\n",
                    posture.id
                )
            })
            .collect();
        routine(&format!("routine: Any\n{}", lines.concat()))
    })
}

proptest! {
    #![proptest_config(remembered())]

    #[test]
    fn a_routine_is_the_same_however_it_is_wrapped(sent in any_routine(), added in added()) {
        let printed = print(&sent);
        prop_assert_eq!(&print(&routine(&printed)), &printed);
        let wrapped = printed.lines().map(|line| format!("{added}{line}")).collect::<Vec<_>>().join("\n");
        let mail = format!("Hello Sam,\n\nthis helped me.\n\n{wrapped}\n\nBest wishes\n-- \nTom\nSent from my phone\n");
        let taken = read(&mail).expect("it can be read");
        prop_assert_eq!(print(&taken.routine), printed, "{}", mail);
        prop_assert_eq!(taken.remarks, [], "{}", mail);
        prop_assert_eq!(taken.aside.len(), 6, "{:?}", taken.aside);
    }

    #[test]
    fn any_signs_at_all_get_an_answer(text in "\\PC{0,400}") {
        let _ = read(&text);
        let _ = looks_like_one(&text);
    }
}
