//! Bodies keep their measure, stand on the floor, and look as they looked.

use std::fmt::Write as _;

use limber::figure::body::{FOREARM, SHIN, SPINE, THIGH, UPPER_ARM};
use limber::figure::flesh::lowest;
use limber::figure::picture::{Figure, Picture, Stuff, picture};
use limber::figure::pose::Limb;
use limber::figure::skeleton::{Bone, Skeleton};
use limber::library::{POSTURES, figure, poses};

/// The skeletons of all figures, in every moment of their movements.
fn every_frame() -> impl Iterator<Item = (String, &'static Figure, Skeleton)> {
    poses::ALL.iter().flat_map(|(name, figure)| {
        let frame = move |far: f64| {
            let skeleton = Skeleton::of(&figure.pose_at(far));
            (format!("{name} at {far}"), figure, skeleton)
        };
        moments(figure).into_iter().map(frame)
    })
}

fn length(bone: &Bone) -> f64 {
    (bone.to - bone.from).length()
}

#[test]
fn every_posture_has_a_figure() {
    for posture in POSTURES {
        assert!(figure(posture.id).is_some(), "{}", posture.id);
    }
}

#[test]
fn bones_are_as_long_in_every_pose() {
    for (name, _, skeleton) in every_frame() {
        let limbs = skeleton.legs.iter().map(|leg| (leg, THIGH, SHIN));
        let limbs = limbs.chain(skeleton.arms.iter().map(|arm| (arm, UPPER_ARM, FOREARM)));
        for (limb, upper, lower) in limbs {
            assert!((length(&limb.upper) - upper).abs() < 1e-9, "{name}");
            assert!((length(&limb.lower) - lower).abs() < 1e-9, "{name}");
            assert!((limb.upper.to - limb.lower.from).length() < 1e-9, "{name}");
        }
        for (bone, expected) in skeleton.trunk[1..].iter().zip(SPINE) {
            assert!((length(bone) - expected).abs() < 1e-9, "{name}");
        }
    }
}

#[test]
fn hands_and_feet_are_where_they_are_to_be() {
    for (name, figure, skeleton) in every_frame() {
        for reach in figure.pose.reaches {
            let limb = match reach.limb {
                Limb::Arm(hand) => &skeleton.arms[hand.index()],
                Limb::Leg(hand) => &skeleton.legs[hand.index()],
            };
            let missed = (limb.lower.to - reach.to).length();
            assert!(
                missed < 0.5,
                "{name}: {:?} misses by {missed:.2}",
                reach.limb
            );
        }
    }
}

#[test]
fn nobody_floats_and_nobody_sinks() {
    let mut faults = String::new();
    for (name, _, skeleton) in every_frame() {
        let lowest = lowest(&skeleton);
        if lowest.abs() > 0.5 {
            let _ = writeln!(faults, "{name}: the lowest point is at {lowest:.2}");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_movement_begins_and_ends_with_its_poses() {
    for (name, figure) in poses::ALL {
        let there = figure.there.unwrap_or(figure.pose);
        assert_eq!(figure.pose_at(0.0), figure.pose, "{name}");
        let end = Skeleton::of(&figure.pose_at(1.0));
        assert_eq!(end, Skeleton::of(&there), "{name}");
    }
}

const fn colour(stuff: Stuff, far: bool) -> &'static str {
    match (stuff, far) {
        (Stuff::Skin, false) => "#E9C7A8",
        (Stuff::Skin, true) => "#D9B695",
        (Stuff::Shirt, false) => "#3E8C79",
        (Stuff::Shirt, true) => "#2F7565",
        (Stuff::Trousers, false) => "#4A5D6B",
        (Stuff::Trousers, true) => "#3C4D59",
        (Stuff::Hair, _) => "#3A2A22",
        (Stuff::Felt, _) => "#B5492B80",
        (Stuff::Mat, _) => "#E7DDCB",
        (Stuff::Wood, _) => "#CFC1A6",
        (Stuff::Shade, _) => "#BFB094",
    }
}

/// One picture, as a group of a drawing.
fn drawn(name: &str, at: (usize, usize), picture: &Picture) -> String {
    let (x, y) = (75 + at.0 * 150, 112 + at.1 * 125);
    let mut group = format!("<g transform=\"translate({x} {y})\"><!-- {name} -->\n");
    for layer in &picture.layers {
        let line = layer.line();
        let ink =
            "fill=\"#1F2A2C\" stroke=\"#1F2A2C\" stroke-width=\"1.5\" stroke-linejoin=\"round\"";
        let _ = writeln!(group, "<path d=\"{line}\" {ink}/>");
        for shape in &layer.shapes {
            let (path, colour) = (&shape.path, colour(shape.stuff, layer.far));
            let _ = writeln!(group, "<path d=\"{path}\" fill=\"{colour}\"/>");
        }
    }
    group + "</g>\n"
}

/// Moments of a figure's movement; only one for a figure that is still.
fn moments(figure: &Figure) -> Vec<f64> {
    if figure.there.is_some() {
        (0..=20_u32).map(|nth| f64::from(nth) / 20.0).collect()
    } else {
        vec![0.0]
    }
}

/// Every figure on one sheet: a drawing to be looked at.
#[test]
fn every_figure_is_drawn_as_it_was() {
    let mut sheet = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 375\"><rect width=\"600\" height=\"375\" fill=\"#F6F2EA\"/>\n",
    );
    let stills = poses::ALL.iter().map(|(name, figure)| (*name, figure, 0.0));
    let moving = poses::ALL.iter().filter(|(_, it)| it.there.is_some());
    let far = moving.map(|(name, figure)| (*name, figure, 1.0));
    for (nth, (name, figure, far)) in stills.chain(far).enumerate() {
        let name = format!("{name} at {far}");
        sheet += &drawn(&name, (nth % 4, nth / 4), &picture(figure, far));
    }
    sheet += "</svg>\n";
    insta::assert_binary_snapshot!("figures.svg", sheet.into_bytes());
}
