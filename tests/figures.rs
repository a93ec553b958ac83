//! In every frame of every figure, bones keep their length, and the body rests on its supports.

use std::fmt::Write as _;

use limber::figure::body::skeleton::{Bone, Skeleton};
use limber::figure::body::{
    FOREARM, NECK, Physique, SHIN, SLIGHT, SPINE, STURDY, THIGH, UPPER_ARM,
};
use limber::figure::check::{Flaw, TOLERANCE, faults, flaws_of};
use limber::figure::notation::{Figure, Named};
use limber::figure::reel::{At, Reel};
use limber::figure::stance::{Stance, lowest_of_all};
use limber::library::{figure, postures, sheet};

const BUILDS: [&Physique; 2] = [&SLIGHT, &STURDY];

/// Moments along the whole way into a figure's posture, and through its whole movement.
fn moments(figure: &Figure) -> Vec<At> {
    let part = |nth: u32| f64::from(nth) / 40.0;
    let way = (0..=40).map(|nth| At::way(part(nth)));
    let swing = (0..=40).map(|nth| At::swing(part(nth)));
    let moves = !figure.there.is_empty();
    way.chain(swing.filter(|_| moves)).collect()
}

/// Calls `look` for every figure, in every build, at every moment.
fn in_every_frame(mut look: impl FnMut(&str, At, &Physique, &Stance)) {
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

/// Every bone of a skeleton, with the length it should have.
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
    for posture in postures() {
        assert!(figure(posture.id).is_some(), "{}", posture.id);
        for way in posture.easier.iter().chain(&posture.stronger) {
            assert!(figure(way.figure).is_some(), "{}: {}", posture.id, way.id);
        }
    }
    for posture in postures() {
        assert!(figure(posture.id).is_some(), "{}", posture.id);
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

/// Whether a flaw is tolerated in passing, on the way into a posture (not in a pose or a movement): a contact may be a
/// little loose for a moment.
fn may_pass(flaw: &Flaw) -> bool {
    const PASSING: f64 = 0.65;
    match flaw {
        Flaw::Gap { gap: by, .. } | Flaw::Miss { by, .. } | Flaw::Through { by, .. } => {
            by.abs() < PASSING
        }
        Flaw::TooFar(_) | Flaw::Floats => false,
    }
}

/// Joints, contacts and the floor, on the way in and at both ends.
#[test]
fn no_frame_asks_what_no_body_can_do() {
    let mut report = String::new();
    in_every_frame(|name, at, body, stance| {
        let passing = at.way < 1.0;
        for flaw in flaws_of(stance, body) {
            // Between two supports there may be a moment without a common one.
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
        let swing = |swing| reel.stance(At::swing(swing));
        assert_eq!(swing(0.0), posed(what.pose), "{name}");
        assert_eq!(
            swing(1.0),
            posed(what.there.last().copied().unwrap_or(what.pose)),
            "{name}"
        );
        let first = what.into.first().copied().unwrap_or(what.pose);
        assert_eq!(reel.stance(At::way(0.0)), posed(first), "{name}");
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
