//! Routines as people write them, with their own names and amounts.

use crate::taken::{steps, taken};
use limber::app::own::view::{fault, remark};
use limber::format::routine::read;

fn faults(text: &str) -> Vec<String> {
    let faults = read(text, "Nameless").expect_err(text);
    faults.iter().map(fault).collect()
}

/// Amounts that are counts.
const OFTEN: &[(&str, &str)] = &[
    ("Bridge: 3 x 10", "bridge: 10 times, 3 sets"),
    ("Bridge: 3×10", "bridge: 10 times, 3 sets"),
    ("Bridge 3x10", "bridge: 10 times, 3 sets"),
    ("Bridge: 3*10", "bridge: 10 times, 3 sets"),
    ("Bridge: 3 sets of 10", "bridge: 10 times, 3 sets"),
    ("Bridge: 3 sets x 10 reps", "bridge: 10 times, 3 sets"),
    ("Bridge: 10 reps x 3 sets", "bridge: 10 times, 3 sets"),
    ("Bridge: 10 reps, 3 sets", "bridge: 10 times, 3 sets"),
    ("Bridge, 10 reps", "bridge: 10 times"),
    ("Bridge – 10x", "bridge: 10 times"),
    ("Bridge x10", "bridge: 10 times"),
    ("Bridge = 10", "bridge: 10 times"),
    ("Bridge: ten times", "bridge: 10 times"),
    ("Bridge: 10 repetitions each side", "bridge: 10 times"),
    ("Bridge\t10 slow reps", "bridge: 10 times"),
    ("Bridge: １０ reps", "bridge: 10 times"),
    ("Bridge: 3\u{a0}×\u{a0}10", "bridge: 10 times, 3 sets"),
    ("10 bridges", "bridge: 10 times"),
    ("3 x 10 Bridge", "bridge: 10 times, 3 sets"),
    ("Do 3 sets of 10 bridges", "bridge: 10 times, 3 sets"),
    (
        "Bridge: 10 reps, hold 4 s",
        "bridge: 10 times, 2 s there, 4 s stay, 2 s back",
    ),
    (
        "Bridge: 10 x 3 s",
        "bridge: 10 times, 2 s there, 3 s stay, 2 s back",
    ),
    (
        "Bridge: 3 x 10 x 4 s",
        "bridge: 10 times, 2 s there, 4 s stay, 2 s back, 3 sets",
    ),
    (
        "Bridge: hold 30 s x 3",
        "bridge: 3 times, 2 s there, 30 s stay, 2 s back",
    ),
    (
        "Bridge: 12 times, 2 sets, 15 s between",
        "bridge: 12 times, 2 sets, 15 s between",
    ),
    (
        "Bridge: 2 sets of 12, 15 sec rest",
        "bridge: 12 times, 2 sets, 15 s between",
    ),
    (
        "Bridge: 2 x 12 (rest 15 s between sets)",
        "bridge: 12 times, 2 sets, 15 s between",
    ),
    (
        "cat-cow: 12 times, 2 s there",
        "cat-cow: 12 times, 2 s there, 3 s back",
    ),
    (
        "Cat-cow: 2 × 12 slow movements",
        "cat-cow: 12 times, 2 sets",
    ),
    ("Cat-cow: 1 min", "cat-cow: 10 times"),
    ("Bridge: x 10 movements", "bridge: 10 times"),
    ("Bridge: x 10 repeats", "bridge: 10 times"),
    (
        "Belly breathing: x 5 deep breaths",
        "belly-breathing: 5 breaths",
    ),
    ("Bridge: 3 slow x 10", "bridge: 10 times, 3 sets"),
    (
        "Bridge: 3 sets x 10 slow movements",
        "bridge: 10 times, 3 sets",
    ),
];

/// Numbers in a row, each less than the one before; and some that only look so, since the last counts something else.
const FALLING: &[(&str, &str)] = &[
    (
        "Bridge: 3, 2, 1 slow movements",
        "bridge: 3 times, 3 sets, 1 fewer each",
    ),
    (
        "Bridge: 12,10,8 reps each side",
        "bridge: 12 times, 3 sets, 2 fewer each",
    ),
    (
        "Belly breathing: 3, 2, 1 slow breaths",
        "belly-breathing: 3 breaths, 3 sets, 1 fewer each",
    ),
    ("Bridge: 10, 3 sets", "bridge: 10 times, 3 sets"),
    ("Bridge: 10, 3 slow sets", "bridge: 10 times, 3 sets"),
    ("Bridge: 10, 2-3 sets", "bridge: 10 times, 2 sets"),
    ("Bridge: 10, 3 rounds", "bridge: 10 times, 3 sets"),
    ("Bridge: 10, 3x", "bridge: 10 times, 3 sets"),
    // Ten seconds of rest are the default.
    ("Bridge: 12, 10 s rest", "bridge: 12 times"),
    ("Bridge: 20, 15 s rest", "bridge: 20 times, 15 s between"),
    ("Bridge: 20,15 s rest", "bridge: 20 times, 15 s between"),
    ("Bridge: 20, 15\" rest", "bridge: 20 times, 15 s between"),
    (
        "Bridge: 12, 2.5 min rest",
        "bridge: 12 times, 150 s between",
    ),
    ("Bridge: 12, 1:30 rest", "bridge: 12 times, 90 s between"),
    ("Bridge: 10, 2 times a day", "bridge: 10 times"),
    ("Bridge: 10,0", "bridge: 10 times"),
    ("Pigeon: 2,0 min", "pigeon: hold 2 min"),
    ("Pigeon: 2,1 min", "pigeon: hold 126 s"),
    ("Pigeon: 12,00 min", "pigeon: hold 12 min"),
];

/// Amounts that are durations, or left at the default.
const LONG: &[(&str, &str)] = &[
    ("Pigeon: Hold 30sec/side", "pigeon: hold 30 s"),
    ("Pigeon: 30 s each", "pigeon: hold 30 s"),
    ("Pigeon: 30\"", "pigeon: hold 30 s"),
    ("Pigeon: 1'30\"", "pigeon: hold 90 s"),
    ("Pigeon: 1’30”", "pigeon: hold 90 s"),
    ("Pigeon: 1:30", "pigeon: hold 90 s"),
    ("Pigeon: hold 1:30", "pigeon: hold 90 s"),
    ("Pigeon: 1.5 min", "pigeon: hold 90 s"),
    ("Pigeon: 1,5 min", "pigeon: hold 90 s"),
    ("Pigeon: half a minute", "pigeon: hold 30 s"),
    ("Pigeon: 90 seconds", "pigeon: hold 90 s"),
    ("Pigeon: 2 minutes per side", "pigeon: hold 2 min"),
    ("Pigeon: hold for 30s x 3", "pigeon: hold 30 s, 3 sets"),
    ("Pigeon: 30 s, twice", "pigeon: hold 30 s, 2 sets"),
    ("Pigeon: 3 x 30 sec L/R", "pigeon: hold 30 s, 3 sets"),
    (
        "Pigeon 2 × 60 seconds each side",
        "pigeon: hold 60 s, 2 sets",
    ),
    ("Pigeon: 30-second hold, both sides", "pigeon: hold 30 s"),
    ("Pigeon: 30 s left, 30 s right", "pigeon: hold 30 s"),
    ("Pigeon: 30s left and right", "pigeon: hold 30 s"),
    ("Pigeon, 30 s on each leg", "pigeon: hold 30 s"),
    ("Pigeon for 30 seconds", "pigeon: hold 30 s"),
    ("Hold pigeon for 30 s", "pigeon: hold 30 s"),
    (
        "Pigeon: hold 30 s, rest 15 s, 3 sets",
        "pigeon: hold 30 s, 3 sets, 15 s between",
    ),
    (
        "Pigeon: 45s ×2, 20s between",
        "pigeon: hold 45 s, 2 sets, 20 s between",
    ),
    ("Pigeon: hold 30 S", "pigeon: hold 30 s"),
    ("walk: go 1,5 min", "walk: go 90 s"),
    ("Walk: 5 minutes", "walk: go 5 min"),
    ("A 5 minute walk", "walk: go 5 min"),
    ("90–90 rest: 3 min", "90-90-rest: rest 3 min"),
    ("90/90 rest 3 mins", "90-90-rest: rest 3 min"),
    ("Belly breathing: 8 breaths", "belly-breathing: 8 breaths"),
    ("Belly breathing 10 x", "belly-breathing: 10 breaths"),
    ("Belly breathing: 2 minutes", "belly-breathing: 12 breaths"),
    ("Pigeon: 5 breaths", "pigeon: hold 50 s"),
    ("Pigeon: hold for a count of 30", "pigeon: hold 30 s"),
    ("Pigeon: stay for 1 minute", "pigeon: hold 60 s"),
    ("Pigeon: 1 min each side (2 min total)", "pigeon: hold 60 s"),
    ("Pigeon: 30 s # the hip", "pigeon: hold 30 s"),
    ("Pigeon: 30 s–1 min", "pigeon: hold 30 s"),
    ("Pigeon: 2–3 min", "pigeon: hold 2 min"),
    ("Bridge: 8-12 reps", "bridge: 8 times"),
    ("Bridge: 2-3 x 8 to 12", "bridge: 8 times, 2 sets"),
    // No amount: the default.
    ("Pigeon", "pigeon: hold 30 s, 2 sets"),
    ("Pigeon:", "pigeon: hold 30 s, 2 sets"),
];

#[test]
fn amounts_are_read_as_they_are_written() {
    for (written, expected) in OFTEN.iter().chain(FALLING).chain(LONG) {
        assert_eq!(steps(written), [*expected], "{written}");
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    for (written, id) in [
        ("Child's pose", "childs-pose"),
        ("Child’s pose", "childs-pose"),
        ("Childʼs Pose", "childs-pose"),
        ("Child`s pose", "childs-pose"),
        ("CHILDS POSE", "childs-pose"),
        ("childs-pose", "childs-pose"),
        ("Bālāsana", "childs-pose"),
        ("90–90 rest", "90-90-rest"),
        ("90—90 rest", "90-90-rest"),
        ("90‑90 rest", "90-90-rest"),
        ("90−90 rest", "90-90-rest"),
        ("90 90 rest", "90-90-rest"),
        ("Catcow", "cat-cow"),
        ("Cat  &  Cow", "cat-cow"),
        ("cat/cow", "cat-cow"),
        ("Cat\u{a0}cow", "cat-cow"),
        ("pig\u{200b}eon", "pigeon"),
        ("Pigeon pose", "pigeon"),
        ("Pidgeon", "pigeon"),
        ("Bird dogs", "bird-dog"),
        ("birddog", "bird-dog"),
        ("Deadbug", "dead-bug"),
        ("Side plank", "side-bridge"),
        ("Cobra", "press-up"),
        ("Downwards dog", "downward-dog"),
        ("Glute bridges", "bridge"),
        ("Curlup", "curl-up"),
        ("sit to stands", "sit-to-stand"),
        ("Figure 4 stretch", "figure-four"),
        ("Low lunges", "low-lunge"),
    ] {
        for line in [
            format!("- {written}"),
            format!("{written}: 30 s"),
            format!("1. {written} 30 s"),
        ] {
            let read = taken(&line);
            let steps = read.routine.steps().expect("it can be led");
            assert_eq!((steps.len(), steps[0].posture.id), (1, id), "{line}");
        }
    }
}

#[test]
fn what_looks_like_a_step_and_cannot_be_read_shows_what_would_be() {
    for (written, said) in [
        (
            "pigeon: hold 30 parsecs",
            "Line 2: how much “hold 30 parsecs” is, is not clear. It could be: pigeon: hold 30 s",
        ),
        (
            "Bridge: some",
            "Line 2: how much “some” is, is not clear. It could be: bridge: 10 times",
        ),
        (
            "penguin: hold 30 s",
            "Line 2: Limber knows no posture “penguin”. The names are those of the library, as in: pigeon: hold 30 s",
        ),
        (
            "Lunge: 30 s",
            "Line 2: Limber knows no posture “Lunge”. If Low lunge is meant, write: low-lunge: hold 30 s",
        ),
        (
            "Pigeon: 3 x 10",
            "Line 2: how much “3 x 10” is, is not clear. It could be: pigeon: hold 10 s, 3 sets",
        ),
        (
            "Pigeon as a dance: 30 s",
            "Line 2: Pigeon has no way called “a dance”. The usual way is: pigeon: hold 30 s",
        ),
        (
            "Pigeon: 30 s, left side only",
            "Line 2: Limber leads Pigeon on both sides, not the left one alone. For both, write: pigeon: hold 30 s",
        ),
        (
            "Knees to chest: 30 s",
            "Line 2: “Knees to chest” may be Knee to chest or Both knees to chest. If it is the first, write: knee-to-chest: hold 30 s",
        ),
        (
            "Walk: 5",
            "Line 2: how much “5” is, is not clear. It could be: walk: go 3 min",
        ),
        (
            "Bridge: 12, 10 rest",
            "Line 2: how much “12, 10 rest” is, is not clear. It could be: bridge: 12 times",
        ),
        (
            "Bridge: 3,2 sets",
            "Line 2: how much “3,2 sets” is, is not clear. It could be: bridge: 10 times",
        ),
        (
            "Pigeon: hold 2 h",
            "Line 2: 120 minutes is too long: the most is 60 minutes.",
        ),
        (
            "Pigeon: 30 s, 40 sets",
            "Line 2: 40 sets of Pigeon cannot be led: 1 to 10 can.",
        ),
    ] {
        let among = format!("Bridge: 3 x 10\n{written}\nWalk: 5 min");
        assert_eq!(faults(&among), [said], "{written}");
        let of_notation = format!("routine: Mine\n{written}");
        assert_eq!(faults(&of_notation), [said], "{written}");
    }
}

#[test]
fn what_the_message_shows_can_be_read() {
    for written in [
        "pigeon: hold 30 parsecs",
        "Bridge: some",
        "penguin: 5 min",
        "Lunge: 30 s",
        "Pigeon: 3 x 10",
        "walk: 5",
    ] {
        let said = faults(&format!("routine: Mine\n{written}"));
        let form = said[0].rsplit(": ").take(2).collect::<Vec<_>>();
        let line = format!(
            "{}: {}",
            form[1].rsplit(' ').next().unwrap_or_default(),
            form[0]
        );
        assert_eq!(steps(&line), [line], "{said:?}");
    }
}

#[test]
fn how_often_a_day_and_other_words_are_left_out_and_named() {
    for (written, expected, left_out) in [
        (
            "Bridge: 3 x 10, twice a day",
            "bridge: 10 times, 3 sets",
            "twice a day",
        ),
        ("Bridge 10 reps 3x/day", "bridge: 10 times", "3 x per day"),
        (
            "Pigeon: 30 s (keep breathing)",
            "pigeon: hold 30 s",
            "keep breathing",
        ),
        (
            "Pigeon: 30 s. Breathe into the hip.",
            "pigeon: hold 30 s",
            "breathe into the hip",
        ),
        (
            "Walk 5 min every morning",
            "walk: go 5 min",
            "every morning",
        ),
    ] {
        let read = taken(written);
        assert_eq!(steps(written), [expected], "{written}");
        let remarks: Vec<_> = read.remarks.iter().map(remark).collect();
        assert_eq!(
            remarks,
            [format!("Line 1: “{left_out}” is left out.")],
            "{written}"
        );
    }
}

#[test]
fn what_is_no_routine_is_told_by_name() {
    let backup = "{\n  \"limber/routine/own-1\": \"{\\\"v\\\":1,\\\"title\\\":\\\"pigeon: hold 30 s\\\"}\"\n}";
    for (text, begins) in [
        (backup, "This is a saved copy of everything Limber keeps"),
        (
            &backup.replace('}', &"x".repeat(20_000)),
            "This is a saved copy of everything Limber keeps",
        ),
        ("{\"pigeon\": 30}", "This is a program’s data"),
        (
            "<!doctype html><p>Pigeon: 30 s",
            "This is the source of a web page",
        ),
        ("BEGIN:VCALENDAR\nSUMMARY:Pigeon", "This is a calendar file"),
        ("%PDF-1.7", "This is a PDF document"),
        ("\0\u{1}\u{2}", "This is no text"),
        ("See you at six", "No line of this names a posture"),
        ("🧘🧘🧘", "No line of this names a posture"),
        ("אימון בוקר\nגשר: 10", "No line of this names a posture"),
        (&"a".repeat(16_000), "No line of this names a posture"),
        (&"a".repeat(16_001), "The text is too long"),
        (&"\n".repeat(10_000), "No line of this names a posture"),
        (&"ab\n".repeat(5_000), "No line of this names a posture"),
    ] {
        let said = faults(text);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with(begins), "{said:?}");
    }
}

#[test]
fn the_longest_texts_are_answered_in_few_words() {
    let filled = |line: &str| line.repeat(16_000 / line.chars().count());
    for line in [
        "penguin stretch: 30 s\n",
        "x: 1\n",
        "pidgon 3x3 ",
        "1.1.1.1.",
        "> > - [ ] ",
        "a-b-c d/e ",
        "((((",
        "3 - ",
        "as as ",
    ] {
        let said = faults(&filled(line));
        assert!((1..=21).contains(&said.len()), "{line}");
    }
}
