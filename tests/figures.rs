//! Bodies keep their measure, rest on what they rest on, and look as they looked.

use std::fmt::Write as _;

use limber::figure::body::{Body, FOREARM, NECK, SHIN, SLIGHT, SPINE, STURDY, THIGH, UPPER_ARM};
use limber::figure::check::{Flaw, TOLERANCE, faults, flaws_of};
use limber::figure::notation::{Figure, Named, NotationError, Problem, Sheet};
use limber::figure::picture::picture;
use limber::figure::reel::{At, Reel};
use limber::figure::skeleton::{Bone, Skeleton};
use limber::figure::stance::{Stance, lowest_of_all};
use limber::figure::svg::{frame, groups, view_box};
use limber::library::poses::TEXTS;
use limber::library::{POSTURES, figure, sheet};

/// The postures that the library is to have, and the ways of doing them that look different.
const POSTURES_TO_DRAW: [&str; 45] = [
    "90-90-rest",
    "pigeon",
    "forward-bend",
    "cat-cow",
    "side-lying-rest",
    "prone-rest",
    "belly-breathing",
    "body-scan",
    "pelvic-tilt",
    "knee-rocks",
    "knee-to-chest",
    "both-knees-to-chest",
    "supine-twist",
    "figure-four",
    "strap-hamstring",
    "knee-extension",
    "legs-up-wall",
    "bridge",
    "dead-bug",
    "curl-up",
    "side-bridge",
    "bird-dog",
    "childs-pose",
    "sphinx",
    "press-up",
    "thread-the-needle",
    "open-book",
    "low-lunge",
    "butterfly",
    "seated-fold",
    "heel-on-step",
    "half-fold",
    "downward-dog",
    "standing-back-bend",
    "side-bend",
    "hip-hinge",
    "sit-to-stand",
    "calf-stretch",
    "seated-cat-cow",
    "seated-figure-four",
    "seated-twist",
    "seated-hamstring",
    "chair-drape",
    "chair-back-extension",
    "walk",
];

const BUILDS: [&Body; 2] = [&SLIGHT, &STURDY];

/// Moments all the way into a figure's posture, and all the way to the far end of its movement.
fn moments(figure: &Figure) -> Vec<At> {
    let part = |nth: u32| f64::from(nth) / 40.0;
    let way = (0..=40).map(|nth| At {
        way: part(nth),
        ..At::POSTURE
    });
    let swing = (0..=40).map(|nth| At {
        swing: part(nth),
        ..At::POSTURE
    });
    let moves = !figure.there.is_empty();
    way.chain(swing.filter(|_| moves)).collect()
}

/// Looks at every figure, in every build, in every moment.
fn in_every_frame(mut look: impl FnMut(&str, At, &Body, &Stance)) {
    for figure in &sheet().figures {
        for body in BUILDS {
            let reel = Reel::of(sheet(), &figure.what, body);
            for at in moments(&figure.what) {
                let name = format!("{} at {:.2} and {:.2}", figure.name, at.way, at.swing);
                look(&name, at, body, &reel.stance(at));
            }
        }
    }
}

fn length(bone: &Bone) -> f64 {
    (bone.to - bone.from).length()
}

/// Every bone and how long it is to be.
fn bones(skeleton: &Skeleton) -> Vec<(Bone, f64)> {
    let trunk = skeleton.trunk[1..].iter().copied().zip(SPINE);
    let mut bones: Vec<_> = trunk.chain([(skeleton.neck, NECK)]).collect();
    for leg in &skeleton.legs {
        bones.extend([(leg.upper, THIGH), (leg.lower, SHIN)]);
    }
    for arm in &skeleton.arms {
        bones.extend([(arm.upper, UPPER_ARM), (arm.lower, FOREARM)]);
    }
    bones
}

#[test]
fn every_posture_has_a_figure_and_so_has_every_other_way_of_doing_it() {
    for posture in POSTURES {
        assert!(figure(posture.id).is_some(), "{}", posture.id);
        for way in posture.words.easier.iter().chain(posture.words.stronger) {
            assert!(figure(way.id).is_some(), "{}: {}", posture.id, way.id);
        }
    }
    for id in POSTURES_TO_DRAW {
        assert!(figure(id).is_some(), "{id}");
    }
    assert_eq!(figure("unheard-of"), None);
}

#[test]
fn every_pose_is_one_that_a_body_can_take() {
    let mut report = String::new();
    for fault in faults(&sheet().poses) {
        let _ = writeln!(report, "{fault}");
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn bones_keep_their_length_in_every_frame() {
    in_every_frame(|name, _, _, stance| {
        for (bone, expected) in bones(&stance.skeleton) {
            assert!((length(&bone) - expected).abs() < 1e-9, "{name}: {bone:?}");
        }
        for limb in stance.skeleton.legs.iter().chain(&stance.skeleton.arms) {
            assert!((limb.upper.to - limb.lower.from).length() < 1e-9, "{name}");
        }
    });
}

/// Whether a body may pass through this on the way into a posture, where it would be a flaw in a pose
/// or a movement: for a moment a joint goes a little too far, or a contact is a little loose.
fn may_pass(flaw: &Flaw) -> bool {
    const PASSING: f64 = 0.75;
    match flaw {
        Flaw::TooFar(joint) => {
            let turned = joint.joint.ends_with("shoulder") && joint.way == "turn";
            let slack = if turned { 60.0 } else { 25.0 };
            (joint.least - slack..joint.most + slack).contains(&joint.found)
        }
        Flaw::Gap { gap: by, .. } | Flaw::Miss { by, .. } | Flaw::Through { by, .. } => {
            by.abs() < PASSING
        }
        // From one support to another there may be none that both share.
        Flaw::Floats => true,
    }
}

/// Joints, contacts and the floor, on the way as at its ends.
#[test]
fn no_frame_asks_what_no_body_can_do() {
    let mut report = String::new();
    in_every_frame(|name, at, body, stance| {
        let passing = at.way < 1.0;
        for flaw in flaws_of(stance, body) {
            if flaw != Flaw::Floats && !(passing && may_pass(&flaw)) {
                let _ = writeln!(report, "{name}: {flaw}");
            }
        }
        let lowest = lowest_of_all(&stance.skeleton, body);
        if lowest > TOLERANCE + 0.1 {
            let _ = writeln!(report, "{name}: it floats {lowest:.2} above the floor");
        }
    });
    assert!(report.is_empty(), "{report}");
}

#[test]
fn a_movement_begins_and_ends_with_its_poses() {
    for Named { name, what, .. } in &sheet().figures {
        let posed = |place: usize| Stance::of(&sheet().poses[place].what, &SLIGHT);
        let reel = Reel::of(sheet(), what, &SLIGHT);
        let swing = |swing| {
            reel.stance(At {
                swing,
                ..At::POSTURE
            })
        };
        assert_eq!(swing(0.0), posed(what.pose), "{name}");
        assert_eq!(
            swing(1.0),
            posed(what.there.last().copied().unwrap_or(what.pose)),
            "{name}"
        );
        let first = what.into.first().copied().unwrap_or(what.pose);
        assert_eq!(
            reel.stance(At {
                way: 0.0,
                ..At::POSTURE
            }),
            posed(first),
            "{name}"
        );
    }
}

#[test]
fn a_tour_shows_the_way_the_posture_and_the_far_end_and_begins_anew() {
    let cat = figure("cat-cow").map(|figure| Reel::of(sheet(), figure, &SLIGHT));
    let cat = cat.expect("cat and cow has a figure");
    let moments: Vec<At> = (0..4_000)
        .map(|nth| cat.tour(f64::from(nth) / 100.0))
        .collect();
    for (one, two) in moments.iter().zip(&moments[1..]) {
        let jump = (one.way - two.way).abs().max((one.swing - two.swing).abs());
        assert!(jump < 0.02, "from {one:?} to {two:?}");
    }
    assert!(moments.iter().any(|at| at.way < 0.01));
    assert!(moments.iter().any(|at| at.swing > 0.99));
}

/// Reads a text after the basics, as the library does.
fn read(text: &str) -> Result<Sheet, NotationError> {
    let mut sheet = Sheet::default();
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

/// The classes of a picture in the light theme, so that the committed sheet can be looked at.
const STYLE: &str = ".line{fill:#1f2a2c;stroke:#1f2a2c;stroke-width:11;stroke-linejoin:round}.skin{fill:#e9c7a8}.shirt{fill:#3e8c79}.trousers{fill:#4a5d6b}.hair{fill:#3a2a22}.mat{fill:#e7ddcb}.wood{fill:#d3c6ac}.shade{fill:#c0b295}.strap{fill:#b08a3e}.felt{fill:#c4472a;opacity:.42}.far .skin{fill:#cdaf94}.far .shirt{fill:#2f7565}.far .trousers{fill:#3c4d59}";

/// The poses of one text, as the figures show them, as a drawing to be looked at.
fn drawing(text: &str) -> String {
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("figure "))
        .collect();
    let mut cells = String::new();
    let mut count = 0;
    for figure in sheet()
        .figures
        .iter()
        .filter(|figure| names.contains(&figure.name.as_str()))
    {
        for place in std::iter::once(figure.what.pose).chain(figure.what.there.iter().copied()) {
            let pose = &sheet().poses[place];
            let stance = Stance::of(&pose.what, &SLIGHT);
            let picture = picture(&stance, &figure.what.scene, &SLIGHT, 0.0);
            let (x, y) = (count % 6 * 150, count / 6 * 130);
            let _ = writeln!(
                cells,
                "<svg x=\"{x}\" y=\"{y}\" width=\"144\" height=\"124\" viewBox=\"{}\"><title>{}: {}</title>\n{}</svg>",
                view_box(frame([&picture])),
                figure.name,
                pose.name,
                groups(&picture)
            );
            count += 1;
        }
    }
    let height = (count + 5) / 6 * 130;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 {height}\"><style>{STYLE}</style><rect width=\"900\" height=\"{height}\" fill=\"#fffdf8\"/>\n{cells}</svg>\n"
    )
}

/// Every figure on a sheet for each text: a change of the drawing is a change of a picture.
#[test]
fn every_figure_is_drawn_as_it_was() {
    for (name, text) in TEXTS.iter().skip(1) {
        insta::assert_binary_snapshot!(&format!("{name}.svg"), drawing(text).into_bytes());
    }
}
