//! Texts that were once read as something other than what they say, sorted by how that came about.

use crate::taken::{remarks, steps, wrong};

/// What a line is read as, and what is remarked on it.
fn reading(line: &str) -> (Vec<String>, Vec<String>) {
    (steps(line), remarks(line))
}

/// What is wrong with a line among others.
fn refusal(line: &str) -> String {
    wrong(&format!("routine: Mine\n{line}\nWalk: 5 min")).join(" ")
}

/// Checks lines that are read as they are written.
fn all_are_read(lines: &[(&str, &str)]) {
    for (line, expected) in lines {
        assert_eq!(
            reading(line),
            (vec![(*expected).to_owned()], Vec::new()),
            "{line}"
        );
    }
}

/// Checks lines of which an amount is taken otherwise, with a remark.
fn all_are_taken(lines: &[(&str, &str, &str, &str)]) {
    for (line, expected, written, taken) in lines {
        let remark = format!("Line 1: “{written}” is taken as “{taken}”.");
        let expected = (vec![(*expected).to_owned()], vec![remark]);
        assert_eq!(reading(line), expected, "{line}");
    }
}

/// Checks lines of which words are left out, with a remark.
fn all_leave_out(lines: &[(&str, &str, &str)]) {
    for (line, expected, words) in lines {
        let remark = format!("Line 1: “{words}” is left out.");
        let expected = (vec![(*expected).to_owned()], vec![remark]);
        assert_eq!(reading(line), expected, "{line}");
    }
}

/// Checks lines whose amount is refused, and the form that is shown for each. That form can be read.
fn all_are_unclear(lines: &[(&str, &str, &str)]) {
    for (line, written, form) in lines {
        let said = format!("Line 2: how much “{written}” is, is not clear. It could be: {form}");
        assert_eq!(refusal(line), said, "{line}");
        let forms: Vec<_> = form.split("; ").collect();
        assert_eq!(steps(form), forms, "{line}");
    }
}

#[test]
fn an_amount_is_multiplied_only_by_what_says_so() {
    all_are_read(&[
        ("Bridge: 3 times 10", "bridge: 10 times, 3 sets"),
        ("Bridge: 10 times 3 sets", "bridge: 10 times, 3 sets"),
        ("Bridge: Sets x Reps: 3 x 10", "bridge: 10 times, 3 sets"),
        ("Bridge: Reps x Sets: 10 x 3", "bridge: 10 times, 3 sets"),
        ("Bridge: sets/reps: 3 x 10", "bridge: 10 times, 3 sets"),
        ("Bridge: sets/reps 3/10", "bridge: 10 times, 3 sets"),
        ("Do 3 pigeons for 30 s", "pigeon: hold 30 s, 3 sets"),
        (
            "Bridge: 3 sets, 30 s rest",
            "bridge: 10 times, 3 sets, 30 s between",
        ),
    ]);
    all_are_unclear(&[
        (
            "Bridge: 10 reps, 3",
            "10 reps, 3",
            "bridge: 10 times, 3 sets",
        ),
        ("Bridge: 10 reps 3", "10 reps 3", "bridge: 10 times, 3 sets"),
        ("Bridge: 10,3", "10,3", "bridge: 10 times"),
        ("Bridge: 10, 3", "10, 3", "bridge: 10 times"),
        ("Bridge #3", "#3", "bridge: 10 times"),
        (
            "Bridge: 10 reps, set 2",
            "10 reps, set 2",
            "bridge: 10 times",
        ),
        ("Pigeon: 30 s, 3", "30 s, 3", "pigeon: hold 30 s, 3 sets"),
        ("Bridge: 3/10", "3/10", "bridge: 10 times"),
        ("Pigeon: 30/60 s", "30/60 s", "pigeon: hold 60 s"),
        (
            "Bird dog: 20 reps (5 per side)",
            "20 reps (5 per side)",
            "bird-dog: 20 times",
        ),
        (
            "Bridge: 10 reps, rest 2",
            "10 reps, rest 2",
            "bridge: 10 times",
        ),
    ]);
    all_leave_out(&[
        ("Day 3: Bridge", "bridge: 10 times", "day 3"),
        ("Week 3: Bridge 8 reps", "bridge: 8 times", "week 3"),
        ("Weeks 1-2: Bridge 8 reps", "bridge: 8 times", "weeks 1-2"),
        ("Bridge 8 reps - optional", "bridge: 8 times", "optional"),
    ]);
}

#[test]
fn what_is_said_of_both_sides_and_of_each_is_one_amount() {
    all_are_taken(&[
        (
            "Bird dog: 10 reps (5 each side)",
            "bird-dog: 5 times",
            "10 reps (5 each side)",
            "5 times",
        ),
        (
            "Bird dog: 8 reps, 4 per side",
            "bird-dog: 4 times",
            "8 reps, 4 per side",
            "4 times",
        ),
        (
            "Bird dog: 20 reps (10 per side)",
            "bird-dog: 10 times",
            "20 reps (10 per side)",
            "10 times",
        ),
        (
            "Bird dog: 10 (5 left, 5 right)",
            "bird-dog: 5 times",
            "10 (5 left, 5 right)",
            "5 times",
        ),
        (
            "Bird dog: 3 x 10 (5/side)",
            "bird-dog: 5 times, 3 sets",
            "3 x 10 (5/side)",
            "5 times, 3 sets",
        ),
        (
            "Pigeon: 1 min (30 s per side)",
            "pigeon: hold 30 s",
            "1 min (30 s per side)",
            "hold 30 s",
        ),
        (
            "Bridge: 10 reps (5 each side)",
            "bridge: 10 times",
            "10 reps (5 each side)",
            "10 times",
        ),
    ]);
    all_are_read(&[
        ("Bird dog: 10 e/s", "bird-dog: 10 times"),
        ("Pigeon: 30s e/s", "pigeon: hold 30 s"),
    ]);
}

#[test]
fn a_number_after_rest_or_a_breath_is_a_time() {
    all_are_taken(&[
        (
            "Bridge: 10 reps, rest 30",
            "bridge: 10 times, 30 s between",
            "10 reps, rest 30",
            "10 times, 30 s between",
        ),
        (
            "Bridge: 3 sets, rest 30",
            "bridge: 10 times, 3 sets, 30 s between",
            "3 sets, rest 30",
            "3 sets, 30 s between",
        ),
        (
            "Bridge: 3 x 10, pause 20",
            "bridge: 10 times, 3 sets, 20 s between",
            "3 x 10, pause 20",
            "10 times, 3 sets, 20 s between",
        ),
        (
            "Belly breathing: inhale 3, exhale 6",
            "belly-breathing: 10 breaths, 3 s there, 6 s back",
            "inhale 3, exhale 6",
            "3 s there, 6 s back",
        ),
    ]);
}

#[test]
fn hours_are_followed_by_minutes() {
    for line in [
        "Pigeon: an hour and a half",
        "Pigeon: 1 h 30",
        "Pigeon: 1h30",
        "Pigeon: 1:30 h",
        "Pigeon: 1 hour and 30 minutes",
        "Pigeon: 1:30:00",
    ] {
        let said = "Line 2: 90 minutes is too long: the most is 60 minutes.";
        assert_eq!(refusal(line), said, "{line}");
    }
    all_are_read(&[
        ("Pigeon: half an hour", "pigeon: hold 30 min"),
        ("Pigeon: 00:00:30", "pigeon: hold 30 s"),
    ]);
}

#[test]
fn amounts_are_read_in_still_other_ways() {
    all_are_taken(&[(
        "Bridge: 15 x 2",
        "bridge: 15 times, 2 sets",
        "15 x 2",
        "15 times, 2 sets",
    )]);
    all_are_read(&[
        (
            "Bridge: 3 x 10, held 4 seconds",
            "bridge: 10 times, 2 s there, 4 s stay, 2 s back, 3 sets",
        ),
        ("Pigeon held 30 s", "pigeon: hold 30 s"),
        ("Bird dog: 6-4-2", "bird-dog: 6 times, 3 sets, 2 fewer each"),
        (
            "Bird dog 6 - 4 - 2 reps",
            "bird-dog: 6 times, 3 sets, 2 fewer each",
        ),
        (
            "Bridge: 12, 10 reps",
            "bridge: 12 times, 2 sets, 2 fewer each",
        ),
        (
            "Pigeon: 30 s - 1 min rest",
            "pigeon: hold 30 s, 60 s between",
        ),
    ]);
    all_are_taken(&[
        (
            "Pigeon: 30 sec – 1 min",
            "pigeon: hold 30 s",
            "30 sec - 1 min",
            "hold 30 s",
        ),
        (
            "Pigeon: 30 s or more",
            "pigeon: hold 30 s",
            "30 s or more",
            "hold 30 s",
        ),
        (
            "Bridge: 10 or more reps",
            "bridge: 10 times",
            "10 or more reps",
            "10 times",
        ),
    ]);
    all_leave_out(&[
        (
            "Bridge: 3x10, 5 days a week",
            "bridge: 10 times, 3 sets",
            "5 days a week",
        ),
        (
            "Bridge: 3x10 every 2 days",
            "bridge: 10 times, 3 sets",
            "every 2 days",
        ),
        (
            "Bridge: 3x10 for 6 weeks",
            "bridge: 10 times, 3 sets",
            "for 6 weeks",
        ),
        (
            "Bridge: 10 reps every 2 hours",
            "bridge: 10 times",
            "every 2 h",
        ),
        (
            "Bridge: 3x10 3x/wk",
            "bridge: 10 times, 3 sets",
            "3 x per wk",
        ),
    ]);
    all_are_unclear(&[
        ("Bird dog: 6/4/2", "6/4/2", "bird-dog: 6 times"),
        ("Bridge: 3-1-3", "3-1-3", "bridge: 10 times"),
    ]);
}

#[test]
fn what_is_said_again_is_not_dropped() {
    all_are_read(&[
        ("Bridge: 10, 10, 10", "bridge: 10 times, 3 sets"),
        ("Bridge 10-10-10", "bridge: 10 times, 3 sets"),
        ("Bird dog: 5/5", "bird-dog: 5 times"),
        ("Pigeon: 30 s / 30 s", "pigeon: hold 30 s"),
        ("Bird dog: 10 left, 10 right", "bird-dog: 10 times"),
    ]);
    all_are_unclear(&[
        ("Bridge 10/10/10", "10/10/10", "bridge: 10 times"),
        ("Bridge: 10 + 10 + 10", "10 + 10 + 10", "bridge: 10 times"),
        ("Bridge: 10/10", "10/10", "bridge: 10 times"),
        ("Walk: 5 min, 5 min", "5 min, 5 min", "walk: go 3 min"),
    ]);
}

#[test]
fn an_amount_beside_how_often_stays_an_amount() {
    all_leave_out(&[
        ("Bridge 3x10 daily", "bridge: 10 times, 3 sets", "daily"),
        ("Bridge: 8 a day", "bridge: 8 times", "a day"),
        ("Bridge x8 daily", "bridge: 8 times", "daily"),
        (
            "Bridge: 3 x 10 / day",
            "bridge: 10 times, 3 sets",
            "per day",
        ),
        (
            "Bridge: 3 x 10 (x2 per day)",
            "bridge: 10 times, 3 sets",
            "x2 per day",
        ),
        ("Bridge 8 reps x 2 daily", "bridge: 8 times", "x 2 daily"),
        ("Pigeon 30 s x 2 daily", "pigeon: hold 30 s", "x 2 daily"),
        (
            "Bridge: 3 sets, 2 a day",
            "bridge: 10 times, 3 sets",
            "2 a day",
        ),
    ]);
}

#[test]
fn signs_and_words_around_a_number_are_heeded() {
    all_are_read(&[
        ("Bridge: 3 (sets) x 10 (reps)", "bridge: 10 times, 3 sets"),
        ("Bridge: Sets=3, Reps=10", "bridge: 10 times, 3 sets"),
        ("Bridge: reps - 10, sets - 3", "bridge: 10 times, 3 sets"),
        (
            "Belly breathing: in 3 s, out 6 s",
            "belly-breathing: 10 breaths, 3 s there, 6 s back",
        ),
    ]);
    all_are_taken(&[
        ("Bridge: 10+", "bridge: 10 times", "10+", "10 times"),
        ("Bridge: >10", "bridge: 10 times", ">10", "10 times"),
        (
            "Bridge: up to 10 reps",
            "bridge: 10 times",
            "up to 10 reps",
            "10 times",
        ),
        (
            "Bridge: between 8 and 10 reps",
            "bridge: 8 times",
            "between 8 and 10 reps",
            "8 times",
        ),
    ]);
    all_are_unclear(&[
        (
            "Bridge: 10 reps in 30 s",
            "10 reps in 30 s",
            "bridge: 10 times, 2 s there, 30 s stay, 2 s back",
        ),
        (
            "Bridge: 4 sec hold x 10 x 3",
            "4 sec hold x 10 x 3",
            "bridge: 10 times, 2 s there, 4 s stay, 2 s back",
        ),
        (
            "Bridge: 10 reps (page 4)",
            "10 reps (page 4)",
            "bridge: 10 times",
        ),
    ]);
}
