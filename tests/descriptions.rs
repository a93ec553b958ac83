//! Every figure is described, correctly and briefly.

use std::fmt::Write as _;

use limber::figure::body::{Physique, SLIGHT, STURDY};
use limber::figure::describe::{Fact, facts, mirrored};
use limber::figure::notation::{Figure, Named};
use limber::figure::part::Limb;
use limber::figure::pose::{Bend, Contact, Goal, Pose, Reach};
use limber::figure::space::Vector;
use limber::figure::stance::Stance;
use limber::library::poses;
use limber::text::en::{description, movement};

fn facts_of(pose: &Pose, body: &Physique) -> Vec<Fact> {
    facts(&Stance::of(pose, body), body)
}

/// The described poses of a figure: the one that is held, or both ends of a movement.
fn ends(figure: &Named<Figure>) -> impl Iterator<Item = &'static Named<Pose>> {
    let figure = &figure.what;
    let places = std::iter::once(figure.pose).chain(figure.there.last().copied());
    places.map(|place| &poses::sheet().poses[place])
}

/// Every described pose.
fn told() -> impl Iterator<Item = &'static Named<Pose>> {
    poses::sheet().figures.iter().flat_map(ends)
}

/// The description of a figure.
fn words(figure: &Named<Figure>) -> String {
    let facts: Vec<_> = ends(figure)
        .map(|pose| facts_of(&pose.what, &SLIGHT))
        .collect();
    match facts.as_slice() {
        [from, to] => movement(from, to),
        [held] => description(held),
        _ => panic!("{} has {} ends", figure.name, facts.len()),
    }
}

#[test]
fn figures_are_described_as_they_were() {
    let mut all = String::new();
    for figure in &poses::sheet().figures {
        let _ = writeln!(all, "{}\n  {}\n", figure.name, words(figure));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn what_tells_a_figure_from_others_is_said() {
    for (name, phrases) in [
        ("seated-figure-four-shin", &["right ankle", "left shin"][..]),
        ("90-90-rest", &["on the back", "calves", "chair"][..]),
        (
            "pigeon",
            &[
                "right shin lies in front",
                "left leg is stretched out behind",
            ],
        ),
        (
            "cat-cow",
            &["hands and knees", "rounded", "From there", "hollow"],
        ),
        (
            "forward-bend",
            &["Standing", "hangs down from the hips", "The head hangs"],
        ),
        (
            "on-the-side",
            &["Lying on the right side", "rests on the right arm"],
        ),
        (
            "knee-to-chest",
            &["right knee is drawn in", "left knee is bent, its foot flat"],
        ),
        ("figure-four", &["right ankle lies across the left thigh"]),
        (
            "legs-up-wall",
            &["on the back", "straight up against a wall"],
        ),
        ("bridge", &["From there", "hips lifted"]),
        (
            "bird-dog",
            &[
                "left leg is stretched out behind",
                "right arm is stretched out forward",
            ],
        ),
        (
            "side-bridge",
            &["right side", "hips lifted", "right forearm"],
        ),
        ("childs-pose", &["on the heels", "over the thighs"]),
        ("sphinx", &["on the front", "chest is lifted", "forearms"]),
        ("downward-dog", &["hands and feet", "hips high"]),
        ("seated-twist", &["on a chair", "turned to the right"]),
        (
            "side-bend",
            &["bent to the left", "right arm is stretched up"],
        ),
        (
            "calf-stretch",
            &["right foot is a pace behind", "heel down", "wall"],
        ),
        ("supine-twist", &["on the back", "lowered to the left"]),
    ] {
        let figures = &poses::sheet().figures;
        let figure = figures.iter().find(|figure| figure.name == name).unwrap();
        let words = words(figure);
        for phrase in phrases {
            assert!(
                words.contains(phrase),
                "{name} does not say “{phrase}”: {words}"
            );
        }
    }
}

#[test]
fn a_description_is_short_and_says_nothing_twice() {
    for pose in told() {
        let facts = facts_of(&pose.what, &SLIGHT);
        let bases = facts.iter().filter(|fact| matches!(fact, Fact::Base(_)));
        assert_eq!(bases.count(), 1, "{}", pose.name);
        assert!((2..=7).contains(&facts.len()), "{}: {facts:?}", pose.name);
        let sentences: Vec<_> = facts.iter().map(|fact| description(&[*fact])).collect();
        for (nth, sentence) in sentences.iter().enumerate() {
            assert!(
                !sentences[..nth].contains(sentence),
                "{}: {sentence}",
                pose.name
            );
            assert!(sentence.ends_with('.'), "{}: {sentence}", pose.name);
            assert!(!sentence.contains('['), "{}: {sentence}", pose.name);
        }
    }
}

#[test]
fn a_movement_tells_of_a_difference() {
    for figure in &poses::sheet().figures {
        if !figure.what.there.is_empty() {
            let words = words(figure);
            assert!(words.contains("From there"), "{}: {words}", figure.name);
        }
    }
}

#[test]
fn every_build_is_described_alike() {
    for pose in told() {
        let (slight, sturdy) = (facts_of(&pose.what, &SLIGHT), facts_of(&pose.what, &STURDY));
        assert_eq!(slight, sturdy, "{}", pose.name);
    }
}

fn flat(at: Vector) -> Vector {
    Vector { z: -at.z, ..at }
}

fn reach_in_mirror(reach: &Reach) -> Reach {
    let limb = match reach.limb {
        Limb::Arm(hand) => Limb::Arm(hand.other()),
        Limb::Leg(hand) => Limb::Leg(hand.other()),
    };
    let goal = match reach.goal {
        Goal::Place { on, at } => Goal::Place { on, at: flat(at) },
        Goal::Body { part, along, side } => Goal::Body {
            part: part.mirrored(),
            along,
            side: flat(side),
        },
    };
    Reach {
        limb,
        goal,
        joint: flat(reach.joint),
        tip: flat(reach.tip),
        back: flat(reach.back),
    }
}

/// The mirror image of a pose.
fn in_mirror(pose: &Pose) -> Pose {
    let bend = |bend: Bend| Bend {
        side: -bend.side,
        twist: -bend.twist,
        ..bend
    };
    let mut other = pose.clone();
    other.pelvis.side = -pose.pelvis.side;
    other.pelvis.turn = -pose.pelvis.turn;
    other.spine = pose.spine.map(bend);
    other.neck = bend(pose.neck);
    other.head = bend(pose.head);
    other.arms.reverse();
    other.legs.reverse();
    other.at[1] = -pose.at[1];
    for Contact { part, .. } in &mut other.rests {
        *part = part.mirrored();
    }
    for reach in &mut other.reaches {
        *reach = reach_in_mirror(reach);
    }
    other
}

#[test]
fn a_mirrored_pose_has_the_mirrored_facts() {
    for pose in told() {
        let facts = facts_of(&pose.what, &SLIGHT);
        assert_eq!(mirrored(&mirrored(&facts)), facts, "{}", pose.name);
        let mirrored = mirrored(&facts);
        let found = facts_of(&in_mirror(&pose.what), &SLIGHT);
        assert_eq!(found.len(), mirrored.len(), "{}: {found:?}", pose.name);
        for fact in found {
            assert!(mirrored.contains(&fact), "{}: {fact:?}", pose.name);
        }
    }
}

#[test]
fn left_and_right_are_swapped_in_the_words() {
    let figures = &poses::sheet().figures;
    let pigeon = figures
        .iter()
        .find(|figure| figure.name == "pigeon")
        .unwrap();
    let pose = ends(pigeon).next().unwrap();
    let words = description(&mirrored(&facts_of(&pose.what, &SLIGHT)));
    assert!(words.contains("the left shin lies in front"), "{words}");
    assert!(
        words.contains("the right leg is stretched out behind"),
        "{words}"
    );
}
