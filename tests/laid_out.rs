//! Routines in forms, in tables, and on one line.

use crate::taken::{steps, taken, wrong};

const TWO: [&str; 2] = ["bridge: 10 times, 3 sets", "pigeon: hold 30 s, 2 sets"];
const THREE: [&str; 3] = [TWO[0], TWO[1], "childs-pose: hold 60 s"];

#[test]
fn a_form_is_read_line_by_line_and_nothing_of_it_is_lost() {
    let form = "Exercise: Bridge\nSets: 3\nReps: 10\n\nExercise: Pigeon\nHold: 30 s\nSets: 2\n";
    let with_commas = "Exercise,Sets,Reps,Hold (s)\nBridge,3,10,\nPigeon,2,,30\n";
    let quoted = "\"Exercise\",\"Sets\",\"Reps\",\"Hold (s)\"\n\"Bridge\",\"3\",\"10\",\"\"\n\"Pigeon\",\"2\",\"\",\"30\"\n";
    let both = "Exercise | Reps x Sets | Hold\nBridge | 10 x 3 | \nPigeon | 2 x | 30";
    let grouped =
        "Part | Exercise | Sets | Reps | Hold\nMain | Bridge | 3 | 10 |\nMain | Pigeon | 2 | | 30";
    let longer = "Exercise 1: Bridge\nSets: 3\nReps: 10\nRest: 10 s\n\nExercise 2: Pigeon\nHold time: 30 s\nSets: 2\n";
    let noted = "Name,Sets,Reps,Notes\nBridge,3,10,\"slow, controlled\"\nPigeon,2,,hold 30 s\n";
    assert_eq!(steps(noted), TWO);
    for text in [form, longer, with_commas, quoted, grouped] {
        assert_eq!(steps(text), TWO[..], "{text}");
        assert_eq!(taken(text).routine.title, "Nameless", "{text}");
    }
    assert_eq!(steps(both)[0], TWO[0]);
    let lost = wrong("Bridge\nSet 1: 10 reps\nSet 2: 8 reps");
    assert!(
        lost[1].starts_with("Line 3: “Set 2: 8 reps” names no posture."),
        "{lost:?}"
    );
}

#[test]
fn several_postures_on_one_line_are_all_read_or_all_shown() {
    for between in [". ", " | ", " • ", " & ", " and ", " - ", "; ", " / "] {
        let line = ["Bridge 3 x 10", "Pigeon 2 x 30 s", "Child's pose 1 min"].join(between);
        assert_eq!(steps(&line), THREE, "{line}");
    }
    assert_eq!(steps("3 x 10 bridges and 2 x 30 s pigeon"), TWO[..]);
    assert_eq!(
        steps("Bridge 3x10 & cat & cow x10"),
        [TWO[0], "cat-cow: 10 times"]
    );
    for (line, form) in [
        (
            "Bridge & pigeon 30 s",
            "bridge: 10 times; pigeon: hold 30 s",
        ),
        (
            "Bridge 3x10. Pigeon.",
            "bridge: 10 times, 3 sets; pigeon: hold 30 s, 2 sets",
        ),
        (
            "Bridge 3x10 • Pigeon 30 parsecs • Walk 5 min",
            "bridge: 10 times, 3 sets; pigeon: hold 30 s; walk: go 5 min",
        ),
    ] {
        let said = wrong(&format!("routine: Mine\n{line}"));
        assert!(
            said[0].starts_with("Line 2: ") && said[0].ends_with(&format!("It could be: {form}")),
            "{said:?}"
        );
        assert_eq!(steps(form), form.split("; ").collect::<Vec<_>>());
    }
}
