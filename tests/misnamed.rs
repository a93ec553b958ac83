//! Names of postures that were once taken for others, or for something that they aren't.

use crate::taken::{remarks, steps, wrong};

#[test]
fn a_word_for_a_position_is_never_a_misspelling_of_another() {
    for (line, expected, written, posture) in [
        (
            "Supine bridge 3x10",
            "bridge: 10 times, 3 sets",
            "Supine bridge",
            "Bridge",
        ),
        (
            "3x10 supine bridges",
            "bridge: 10 times, 3 sets",
            "supine bridges",
            "Bridge",
        ),
        (
            "Standing calf stretch: 30 s",
            "calf-stretch: hold 30 s",
            "Standing calf stretch",
            "Calf stretch",
        ),
        (
            "Quadruped bird dog 3x5",
            "bird-dog: 5 times, 3 sets",
            "Quadruped bird dog",
            "Bird dog",
        ),
        (
            "Prone cobra x10",
            "press-up: 10 times",
            "Prone cobra",
            "Press-up from the front",
        ),
    ] {
        let remark = format!("Line 1: “{written}” is taken for {posture}.");
        assert_eq!(
            (steps(line), remarks(line)),
            (vec![expected.to_owned()], vec![remark]),
            "{line}"
        );
    }
    for (line, first) in [
        (
            "Supinebridge: 3x10",
            "Limber knows no posture “Supinebridge”.",
        ),
        ("Single bridge 3x10", "“Single bridge” may be Bridge, "),
        ("Lying bug: 3x10", "“Lying bug” may be Dead bug, "),
        (
            "Standing cat-cow: x10",
            "“Standing cat-cow” may be Cat and cow, ",
        ),
        ("Side pigeon: 30 s", "“Side pigeon” may be Pigeon, "),
        ("Seated pigeon: 30 s", "“Seated pigeon” may be Pigeon, "),
        (
            "Side-lying bridge 3x10",
            "“Side-lying bridge” may be Side bridge, Bridge ",
        ),
    ] {
        let said = wrong(line);
        assert!(said[0].starts_with(&format!("Line 1: {first}")), "{said:?}");
    }
}
