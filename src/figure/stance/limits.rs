//! How far joints can go.
//!
//! Source: ranges of motion of the American Academy of Orthopaedic Surgeons (*Joint Motion*, 1965) and
//! Kapandji, *The Physiology of the Joints*; hips and shoulders a little wider, for people who practise.

use super::angles::{aside, bend, shoulder, swing, swung_back, turned_back, wrist};
use crate::figure::body::skeleton::{Skeleton, Turns};
use crate::figure::part::Hand;
use crate::figure::space::{Frame, whole};

/// A joint that goes too far: which one, in which way, how far, and its limits, in degrees.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{joint}: {way} is {found:.0} degrees, and goes from {least:.0} to {most:.0}")]
pub struct TooFar {
    /// The joint, with its side.
    pub joint: String,
    /// The name of the angle.
    pub way: &'static str,
    /// The angle.
    pub found: f64,
    /// The least that is possible.
    pub least: f64,
    /// The most that is possible.
    pub most: f64,
}

/// The tolerance for rounding, in degrees: a joint at the end of its range is not beyond it.
const EVEN: f64 = 0.01;

/// An angle of a joint: its name, the least and the most.
type Range = (&'static str, f64, f64);

const LUMBAR: [Range; 3] = [
    ("forward", -35.0, 35.0),
    ("side", -20.0, 20.0),
    ("twist", -15.0, 15.0),
];
const THORAX: [Range; 3] = [
    ("forward", -25.0, 35.0),
    ("side", -20.0, 20.0),
    ("twist", -25.0, 25.0),
];
const NECK: [Range; 3] = [
    ("forward", -45.0, 45.0),
    ("side", -35.0, 35.0),
    ("twist", -45.0, 45.0),
];
const HEAD: [Range; 3] = [
    ("forward", -35.0, 30.0),
    ("side", -20.0, 20.0),
    ("twist", -45.0, 45.0),
];
const SHOULDER: [Range; 3] = [
    ("lift", -65.0, 190.0),
    ("out", -50.0, 90.0),
    ("turn", -100.0, 100.0),
];
const ELBOW: [Range; 3] = [
    ("elbow", -5.0, 155.0),
    ("aside", -5.0, 5.0),
    ("turn", -5.0, 5.0),
];
const WRIST: [Range; 3] = [
    ("palm", -120.0, 120.0),
    ("wrist", -90.0, 95.0),
    ("aside", -40.0, 40.0),
];
const HIP: [Range; 3] = [
    ("lift", -35.0, 150.0),
    ("out", -40.0, 75.0),
    ("turn", -50.0, 80.0),
];
const KNEE: [Range; 3] = [
    ("knee", -5.0, 162.0),
    ("aside", -5.0, 5.0),
    ("turn", -5.0, 5.0),
];
const ANKLE: [Range; 3] = [
    ("ankle", -80.0, 40.0),
    ("aside", -45.0, 45.0),
    ("turn", -45.0, 45.0),
];

/// How far each joint is turned, by name: three angles in whole degrees.
pub fn angles(skeleton: &Skeleton) -> Vec<(String, [(&'static str, i32); 3])> {
    let judged = judged(&skeleton.turns()).into_iter();
    let named = |(joint, ranges, found): (String, [Range; 3], [f64; 3])| {
        let pairs = std::array::from_fn(|nth| (ranges[nth].0, whole(found[nth])));
        (joint, pairs)
    };
    judged.map(named).collect()
}

/// The joints of a skeleton that go too far.
pub fn too_far(skeleton: &Skeleton) -> Vec<TooFar> {
    let judged = judged(&skeleton.turns()).into_iter();
    let faults = |(joint, ranges, found): (String, [Range; 3], [f64; 3])| {
        let pairs = ranges.into_iter().zip(found);
        let beyond =
            pairs.filter(|((_, least, most), found)| found + EVEN < *least || found - EVEN > *most);
        let fault = move |((way, least, most), found)| TooFar {
            joint: joint.clone(),
            way,
            found,
            least,
            most,
        };
        beyond.map(fault).collect::<Vec<_>>()
    };
    judged.flat_map(faults).collect()
}

/// The turns of a body, with the joints of the limbs turned back to the limits of their ranges.
///
/// On the way between two poses, a joint that turns about one axis can leave the range that both of them keep to.
pub(crate) fn kept(turns: &Turns) -> Turns {
    let mut kept = *turns;
    for hand in Hand::BOTH {
        let sign = hand.sign();
        let arm = &mut kept.arms[hand.index()];
        let (shoulder, wrist) = (shoulder(arm, sign), wrist(arm, sign));
        arm[0] = swung_back(arm[0], excess(shoulder, SHOULDER), sign);
        arm[2] = turned_back(arm[2], excess(wrist, WRIST), sign);
        let [hip, _, ankle] = &mut kept.legs[hand.index()];
        *hip = swung_back(*hip, excess(aside(swing(*hip, sign)), HIP), sign);
        *ankle = swung_back(*ankle, excess(swing(*ankle, sign), ANKLE), sign);
    }
    kept
}

/// How far each angle is beyond its range.
fn excess(found: [f64; 3], ranges: [Range; 3]) -> [f64; 3] {
    std::array::from_fn(|nth| {
        let (_, least, most) = ranges[nth];
        found[nth] - found[nth].min(most).max(least)
    })
}

fn judged(turns: &Turns) -> Vec<(String, [Range; 3], [f64; 3])> {
    let [lumbar, middle, upper] = turns.spine;
    let trunk = |joint: &str, ranges: [Range; 3], frame: Frame| {
        let bend = bend(frame);
        (
            joint.to_owned(),
            ranges,
            [bend.forward, bend.side, bend.twist],
        )
    };
    let mut all = vec![
        trunk("spine, lower", LUMBAR, lumbar),
        trunk("spine, middle", THORAX, middle),
        trunk("spine, upper", THORAX, upper),
        trunk("neck", NECK, turns.neck),
        trunk("head", HEAD, turns.head),
    ];
    for hand in Hand::BOTH {
        let side = match hand {
            Hand::Right => "right",
            Hand::Left => "left",
        };
        let sign = hand.sign();
        let arm = &turns.arms[hand.index()];
        let [hip, knee, ankle] = turns.legs[hand.index()];
        let hinge = |frame: Frame, sign: f64| {
            let [bent, aside, turn] = swing(frame, 1.0);
            [bent * sign, aside, turn]
        };
        all.extend([
            (format!("{side} shoulder"), SHOULDER, shoulder(arm, sign)),
            (format!("{side} elbow"), ELBOW, hinge(arm[1], 1.0)),
            (format!("{side} wrist"), WRIST, wrist(arm, sign)),
            (format!("{side} hip"), HIP, aside(swing(hip, sign))),
            (format!("{side} knee"), KNEE, hinge(knee, -1.0)),
            (format!("{side} ankle"), ANKLE, swing(ankle, sign)),
        ]);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::body::SLIGHT;
    use crate::figure::pose::{Arm, Bend, Leg, Pose};
    use crate::figure::space::Vector;

    /// A pose in which every joint is bent or turned.
    fn bent_all_over() -> Pose {
        let bent = |forward, side, twist| Bend {
            forward,
            side,
            twist,
        };
        let arm = Arm {
            lift: 40.0,
            out: 20.0,
            turn: -30.0,
            elbow: 70.0,
            palm: 50.0,
            wrist: 25.0,
        };
        let leg = Leg {
            lift: 80.0,
            out: 25.0,
            turn: 35.0,
            knee: 100.0,
            ankle: -20.0,
        };
        Pose {
            spine: [
                bent(20.0, 5.0, 10.0),
                bent(-10.0, -8.0, 3.0),
                bent(0.0, 0.0, -12.0),
            ],
            neck: bent(15.0, 0.0, 0.0),
            arms: [arm; 2],
            legs: [leg; 2],
            ..Pose::default()
        }
    }

    #[test]
    fn angles_are_found_again_as_they_were_given() {
        let turns = Turns::of(&bent_all_over());
        let skeleton = Skeleton::turned(&turns, &SLIGHT, Vector::default());
        let found = angles(&skeleton);
        let angle = |joint: &str| {
            let found = found.iter().find(|(name, _)| name == joint);
            found.map(|(_, angles)| angles.map(|(_, degrees)| degrees))
        };
        assert_eq!(angle("spine, lower"), Some([20, 5, 10]));
        assert_eq!(angle("spine, middle"), Some([-10, -8, 3]));
        for side in ["right", "left"] {
            assert_eq!(angle(&format!("{side} shoulder")), Some([40, 20, -30]));
            assert_eq!(angle(&format!("{side} elbow")).map(|it| it[0]), Some(70));
            assert_eq!(
                angle(&format!("{side} wrist")).map(|it| [it[0], it[1]]),
                Some([50, 25])
            );
            assert_eq!(angle(&format!("{side} hip")), Some([80, 25, 35]));
            assert_eq!(angle(&format!("{side} knee")).map(|it| it[0]), Some(100));
            assert_eq!(angle(&format!("{side} ankle")).map(|it| it[0]), Some(-20));
        }
        assert_eq!(too_far(&skeleton), []);
    }
}
