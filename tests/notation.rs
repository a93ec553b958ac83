//! Faults in a text of poses are reported with their line and the reason.

use limber::figure::check::{faults, lacking};
use limber::figure::notation::{FigureSet, NotationError, Problem};
use limber::library::poses::TEXTS;

/// Reads a text after the basic poses, as the library does.
fn read(text: &str) -> Result<FigureSet, NotationError> {
    let mut sheet = FigureSet::default();
    sheet.read(TEXTS[0].1)?;
    sheet.read(text)?;
    Ok(sheet)
}

#[test]
fn what_can_not_be_read_is_refused_with_its_line_and_the_reason() {
    let missing = |what| Problem::Missing(what);
    for (text, line, problem) in [
        ("  spine forward 3\n", 1, Problem::Stray),
        (
            "pose a like nobody\n",
            1,
            Problem::Unknown("nobody".to_owned()),
        ),
        (
            "# a remark\npose stand\n",
            2,
            Problem::Twice("stand".to_owned()),
        ),
        ("pose a\n  pelvis forward\n", 2, missing("a number")),
        ("figure a\n  mat 0 3\n", 1, Problem::NoPose),
        (
            "figure a\n  holds stand\n  into stand a\n",
            3,
            Problem::Unknown("a".to_owned()),
        ),
    ] {
        assert_eq!(read(text), Err(NotationError { line, problem }), "{text}");
    }
    for (text, found) in [
        ("pose a\n  pelvis forwards 3\n", "forwards"),
        ("pose a\n  pelvis forward 3.25\n", "3.25"),
        ("pose a\n  rest tail on floor\n", "tail"),
        ("pose a\n  rest chest on wall\n", "wall"),
        ("pose a\n  left hands on floor at 3\n", "hands"),
        ("pose a\n  hands on ceiling at 3\n", "ceiling"),
        ("pose a\n  at 3 4 5\n", "5"),
        ("figure a\n  holds stand\n  felt elbow\n", "elbow"),
        ("picture a\n", "picture"),
    ] {
        let Err(NotationError {
            problem: Problem::Unexpected { found: word, .. },
            ..
        }) = read(text)
        else {
            panic!("refused: {text}");
        };
        assert_eq!(word, found, "{text}");
    }
}

#[test]
fn what_no_body_can_do_is_refused_with_the_pose_and_the_reason() {
    for (text, reason) in [
        (
            "pose a like stand\n  legs knee 175\n",
            "right knee: knee is 175 degrees",
        ),
        (
            "pose a like stand\n  rest pelvis feet on floor\n",
            "should rest on Floor",
        ),
        (
            "pose a like stand\n  hands on floor at 0 wide 9\n",
            "misses its place",
        ),
        (
            "pose a like stand\n  rest shins on floor\n",
            "goes through the floor",
        ),
        ("pose a\n  pelvis forward 90\n", "rests on nothing"),
    ] {
        let sheet = read(text).expect("it can be read");
        let said: Vec<String> = faults(&sheet.poses)
            .iter()
            .map(ToString::to_string)
            .collect();
        let found = said
            .iter()
            .any(|fault| fault.starts_with("line 1: the pose `a`") && fault.contains(reason));
        assert!(found, "{text}{said:#?}");
    }
}

#[test]
fn a_figure_that_sits_on_a_chair_has_one() {
    let sitting =
        "pose sit like stand\n  rest pelvis on seat\n\nfigure a\n  into sit\n  holds stand\n";
    let sheet = read(sitting).expect("it can be read");
    let said: Vec<String> = lacking(&sheet, &sheet.figures)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        ["line 4: the figure `a`: its pose `sit` needs a chair, and there is none"]
    );
    let sheet = read(&format!("{sitting}  chair 4 -22\n")).expect("it can be read");
    assert_eq!(lacking(&sheet, &sheet.figures), []);
}
