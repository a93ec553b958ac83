//! The poses of the built-in postures. Angles and lengths as in [`crate::figure`].

use crate::figure::camera::Camera;
use crate::figure::picture::{Felt, Figure};
use crate::figure::pose::{Arm, Bend, Hand, Leg, Limb, Part, Pelvis, Pose, Reach};
use crate::figure::prop::Prop;
use crate::figure::skeleton::STANDING;
use crate::figure::space::vector;

const STRAIGHT: Bend = forward(0.0);

const fn forward(degrees: f64) -> Bend {
    Bend {
        forward: degrees,
        side: 0.0,
        twist: 0.0,
    }
}

const HANGING: Arm = Arm {
    flexion: 0.0,
    abduction: 6.0,
    rotation: 0.0,
    elbow: 10.0,
    wrist: 0.0,
};

const fn pelvis(forward: f64) -> Pelvis {
    Pelvis {
        forward,
        side: 0.0,
        turn: 0.0,
    }
}

const fn leg(flexion: f64, knee: f64, ankle: f64) -> Leg {
    Leg {
        flexion,
        abduction: 1.0,
        rotation: 0.0,
        knee,
        ankle,
    }
}

/// A hand flat on the floor, so far in front and to the side of the room's middle.
const fn hand_on_floor(hand: Hand, front: f64, aside: f64) -> Reach {
    let aside = aside * hand.sign();
    Reach {
        limb: Limb::Arm(hand),
        to: vector(front, 1.9, aside),
        joint: vector(-1.0, 0.0, 0.25 * hand.sign()),
        tip: vector(1.0, -0.06, 0.0),
        back: vector(0.0, 1.0, 0.0),
    }
}

/// Standing.
pub const STAND: Pose = Pose {
    pelvis: pelvis(0.0),
    spine: [forward(-4.0), forward(4.0), forward(6.0)],
    neck: forward(4.0),
    head: forward(-8.0),
    arms: [HANGING; 2],
    legs: [leg(0.0, 0.0, 0.0); 2],
    stands: (Part::Ankle(Hand::Right), vector(0.0, STANDING, 5.0)),
    reaches: &[],
};

const ON_ALL_FOURS: &[Reach] = &[
    hand_on_floor(Hand::Right, 13.0, 9.6),
    hand_on_floor(Hand::Left, 13.0, 9.6),
];

const fn all_fours(tip: f64, spine: [f64; 3], neck: f64, head: f64) -> Pose {
    Pose {
        pelvis: pelvis(tip),
        spine: [forward(spine[0]), forward(spine[1]), forward(spine[2])],
        neck: forward(neck),
        head: forward(head),
        arms: [HANGING; 2],
        legs: [leg(tip, 90.0, -72.0); 2],
        stands: (Part::Knee(Hand::Right), vector(-13.0, 4.0, 5.4)),
        reaches: ON_ALL_FOURS,
    }
}

/// On hands and knees, the back level.
pub const TABLE: Pose = all_fours(78.0, [-2.0, 4.0, 6.0], -4.0, -4.0);
/// On hands and knees, the back rounded.
pub const CAT: Pose = all_fours(38.0, [30.0, 31.0, 28.0], 26.0, 18.0);
/// On hands and knees, the back arched.
pub const COW: Pose = all_fours(110.0, [-31.0, -16.0, 2.0], -28.0, -24.0);

/// Lying on the back, the calves on a seat.
pub const NINETY_NINETY: Pose = Pose {
    pelvis: pelvis(-90.0),
    spine: [STRAIGHT; 3],
    neck: forward(8.0),
    head: forward(-4.0),
    arms: [Arm {
        flexion: -9.0,
        abduction: 34.0,
        rotation: 70.0,
        elbow: 12.0,
        wrist: 0.0,
    }; 2],
    legs: [leg(90.0, 90.0, -8.0); 2],
    stands: (Part::Pelvis, vector(0.0, 8.1, 0.0)),
    reaches: &[],
};

/// A foot flat on the floor, so far in front and to the side, the knee up.
const fn foot_on_floor(hand: Hand, front: f64, aside: f64) -> Reach {
    Reach {
        limb: Limb::Leg(hand),
        to: vector(front, STANDING, aside * hand.sign()),
        joint: vector(0.2, 1.0, 0.0),
        tip: vector(1.0, 0.0, 0.0),
        back: vector(0.0, 1.0, 0.0),
    }
}

/// Lying on the back, the feet flat on the floor, the knees leaning on each other.
pub const FEET_ON_FLOOR: Pose = Pose {
    reaches: &[
        foot_on_floor(Hand::Right, 25.0, 7.0),
        foot_on_floor(Hand::Left, 25.0, 7.0),
    ],
    ..NINETY_NINETY
};

/// Lying on the back, the right ankle on the left thigh.
pub const FIGURE_FOUR: Pose = Pose {
    reaches: &[
        foot_on_floor(Hand::Left, 24.0, 5.0),
        Reach {
            limb: Limb::Leg(Hand::Right),
            to: vector(3.0, 27.5, -3.5),
            joint: vector(0.45, 0.2, 1.0),
            tip: vector(0.35, 0.5, -0.8),
            back: vector(-0.6, 0.8, 0.3),
        },
    ],
    ..NINETY_NINETY
};

/// On the knees and forearms.
pub const ON_FOREARMS: Pose = Pose {
    pelvis: pelvis(106.0),
    spine: [forward(-6.0), forward(2.0), forward(6.0)],
    neck: forward(-4.0),
    head: forward(-6.0),
    legs: [leg(106.0, 90.0, -72.0); 2],
    reaches: &[forearm_on_floor(Hand::Right), forearm_on_floor(Hand::Left)],
    ..TABLE
};

const fn forearm_on_floor(hand: Hand) -> Reach {
    Reach {
        limb: Limb::Arm(hand),
        to: vector(26.0, 2.0, 9.6 * hand.sign()),
        joint: vector(-0.3, -1.0, 0.0),
        tip: vector(1.0, -0.02, 0.0),
        back: vector(0.0, 1.0, 0.0),
    }
}

/// Standing, folded forwards over knees that are well bent.
pub const KNEES_WELL_BENT: Pose = Pose {
    legs: [leg(134.0, 56.0, 26.0); 2],
    ..FORWARD_BEND
};

/// The front shin across, the back leg straight, the hands on the floor.
pub const PIGEON: Pose = Pose {
    pelvis: pelvis(49.0),
    spine: [forward(-8.0), forward(-2.0), forward(2.0)],
    neck: forward(-6.0),
    head: forward(-16.0),
    arms: [HANGING; 2],
    legs: [
        leg(110.0, 90.0, 0.0),
        Leg {
            flexion: -21.0,
            abduction: 2.0,
            rotation: 0.0,
            knee: 18.0,
            ankle: -70.0,
        },
    ],
    stands: (Part::Pelvis, vector(-6.0, 12.6, 0.0)),
    reaches: &[
        Reach {
            limb: Limb::Leg(Hand::Right),
            to: vector(11.5, 2.4, -9.0),
            joint: vector(1.0, -0.28, 1.1),
            tip: vector(-0.25, -0.05, -1.0),
            back: vector(1.0, -0.3, -0.2),
        },
        hand_on_floor(Hand::Right, 14.0, 12.5),
        hand_on_floor(Hand::Left, 14.0, 12.5),
    ],
};

/// Standing, folded forwards over soft knees.
pub const FORWARD_BEND: Pose = Pose {
    pelvis: pelvis(104.0),
    spine: [forward(24.0), forward(22.0), forward(14.0)],
    neck: forward(10.0),
    head: forward(4.0),
    arms: [Arm {
        flexion: 164.0,
        abduction: 10.0,
        rotation: -72.0,
        elbow: 98.0,
        wrist: 0.0,
    }; 2],
    legs: [leg(114.0, 20.0, 10.0); 2],
    stands: (Part::Ankle(Hand::Right), vector(0.0, STANDING, 5.0)),
    reaches: &[],
};

const SEEN: Camera = Camera::USUAL;

const fn usual(pose: &Pose, props: &'static [Prop], felt: Felt) -> Figure {
    Figure {
        pose: *pose,
        there: None,
        props,
        felt,
        camera: SEEN,
    }
}

const LYING: &[Prop] = &[
    Prop::Mat {
        ends: [-62.0, 42.0],
    },
    PILLOW,
];

const PILLOW: Prop = Prop::Cushion {
    middle: vector(-46.0, 1.6, 0.0),
    half: vector(8.0, 1.8, 12.0),
};

/// The figure of a posture, or of another way of doing it, by its id.
pub fn figure(id: &str) -> Option<&'static Figure> {
    let found = ALL.iter().find(|(name, _)| *name == id);
    found.map(|(_, figure)| figure)
}

/// The figures by the names of their postures.
pub static ALL: &[(&str, Figure)] = &[
    (
        "90-90-rest",
        usual(
            &NINETY_NINETY,
            &[
                Prop::Mat {
                    ends: [-62.0, 14.0],
                },
                Prop::Seat {
                    ends: [8.0, 38.0],
                    top: 28.2,
                },
                PILLOW,
            ],
            Felt::LowerBack,
        ),
    ),
    (
        "pigeon",
        Figure {
            camera: Camera {
                around: 40.0,
                above: 18.0,
            },
            ..usual(
                &PIGEON,
                &[Prop::Mat {
                    ends: [-62.0, 40.0],
                }],
                Felt::Buttock,
            )
        },
    ),
    (
        "forward-bend",
        usual(
            &FORWARD_BEND,
            &[Prop::Mat {
                ends: [-26.0, 34.0],
            }],
            Felt::Hamstrings,
        ),
    ),
    (
        "cat-cow",
        Figure {
            there: Some(COW),
            ..usual(
                &CAT,
                &[Prop::Mat {
                    ends: [-46.0, 40.0],
                }],
                Felt::Back,
            )
        },
    ),
    (
        "feet-on-floor",
        usual(&FEET_ON_FLOOR, LYING, Felt::LowerBack),
    ),
    ("figure-four", usual(&FIGURE_FOUR, LYING, Felt::Buttock)),
    (
        "knees-well-bent",
        usual(
            &KNEES_WELL_BENT,
            &[Prop::Mat {
                ends: [-26.0, 34.0],
            }],
            Felt::Hamstrings,
        ),
    ),
    (
        "on-forearms",
        usual(
            &ON_FOREARMS,
            &[Prop::Mat {
                ends: [-46.0, 44.0],
            }],
            Felt::Back,
        ),
    ),
    (
        "table",
        usual(
            &TABLE,
            &[Prop::Mat {
                ends: [-46.0, 40.0],
            }],
            Felt::Nowhere,
        ),
    ),
    (
        "stand",
        usual(
            &STAND,
            &[Prop::Mat {
                ends: [-26.0, 34.0],
            }],
            Felt::Nowhere,
        ),
    ),
];
