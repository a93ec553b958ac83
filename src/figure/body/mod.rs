//! A body: the lengths of its bones, and how thick it is around them.
//!
//! Lengths are in hundredths of the body's height. Source: Drillis and Contini (1966), *Body segment
//! parameters*, as in Winter, *Biomechanics and Motor Control of Human Movement*, fig. 4.1. Thickness
//! is drawn by eye.
//!
//! `skeleton` follows the angles of a pose; `flesh` and `head` lay slices around its bones, and `felt` lays regions
//! inside them.

pub mod felt;
pub mod flesh;
pub mod head;
pub mod skeleton;

/// From the floor to the ankle joint.
pub const ANKLE: f64 = 3.9;
/// From hip joint to knee.
pub const THIGH: f64 = 24.5;
/// From knee to ankle.
pub const SHIN: f64 = 24.6;
/// From the upper end of the spine down to the shoulder joints.
pub const SHOULDER_DROP: f64 = 3.4;
/// From shoulder to elbow.
pub const UPPER_ARM: f64 = 17.2;
/// From elbow to wrist.
pub const FOREARM: f64 = 14.6;
/// From the hip joints up to the lowest joint of the spine.
pub const SACRUM: f64 = 6.5;
/// The three parts of the spine, from the lowest up.
pub const SPINE: [f64; 3] = [8.0, 8.0, 8.5];
/// From the upper end of the spine to the base of the skull.
pub const NECK: f64 = 5.0;

/// A slice across a part of the body: an ellipse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// The position along the bone, as a fraction of its length; for trunk, head, hand and foot, in hundredths of the
    /// height.
    pub along: f64,
    /// Half its width, from side to side.
    pub width: f64,
    /// Half its depth, from front to back.
    pub depth: f64,
    /// How far its middle lies in front of the bone; negative is behind.
    pub before: f64,
}

/// How hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hair {
    /// Long, tied in a knot at the back of the head.
    Tied,
    /// Short.
    Short,
}

/// A build: what differs from one adult to another. The bones of limbs and spine have the same lengths in all builds,
/// and backs and soles lie in the same place, so that the same poses serve every build.
#[derive(Debug, PartialEq)]
pub struct Physique {
    /// Half the distance between the hip joints.
    pub hip: f64,
    /// Half the distance between the shoulder joints.
    pub shoulder: f64,
    /// The slices of the trunk: at the hip joints, at each joint of the spine, and between.
    pub trunk: [Slice; TRUNK],
    /// The thickness of the limbs, relative to the usual.
    pub limbs: f64,
    /// How the hair is worn.
    pub hair: Hair,
}

/// The number of slices of a trunk.
pub const TRUNK: usize = 8;
/// How many of them, from the lowest up, are the hips.
pub const HIPS: usize = 3;

const fn slice(along: f64, width: f64, depth: f64, before: f64) -> Slice {
    Slice {
        along,
        width,
        depth,
        before,
    }
}

/// Narrower shoulders; the hair tied up.
pub static SLIGHT: Physique = Physique {
    hip: 5.0,
    shoulder: 9.5,
    trunk: [
        slice(-3.4, 7.0, 5.6, -1.2),
        slice(0.0, 8.5, 7.0, -1.0),
        slice(SACRUM, 7.7, 6.2, -0.4),
        slice(SACRUM + 5.5, 6.3, 5.2, 0.3),
        slice(SACRUM + 12.0, 6.8, 5.6, 0.7),
        slice(SACRUM + 18.0, 7.8, 6.2, 0.8),
        slice(SACRUM + 22.0, 7.9, 4.8, 0.0),
        slice(SACRUM + 24.2, 4.6, 3.4, -0.2),
    ],
    limbs: 1.0,
    hair: Hair::Tied,
};

/// Broader shoulders and a broader waist; short hair.
pub static STURDY: Physique = Physique {
    hip: 4.9,
    shoulder: 10.1,
    trunk: [
        slice(-3.4, 7.0, 5.6, -1.2),
        slice(0.0, 8.3, 7.1, -0.9),
        slice(SACRUM, 8.2, 6.7, 0.1),
        slice(SACRUM + 5.5, 8.0, 6.2, 1.3),
        slice(SACRUM + 12.0, 8.2, 6.3, 1.3),
        slice(SACRUM + 18.0, 9.0, 6.5, 1.0),
        slice(SACRUM + 22.0, 9.0, 5.0, 0.1),
        slice(SACRUM + 24.2, 5.4, 3.7, -0.1),
    ],
    limbs: 1.05,
    hair: Hair::Short,
};

/// The thigh, from the hip.
pub const THIGH_SLICES: &[Slice] = &[
    slice(0.05, 5.7, 6.4, -0.5),
    slice(0.22, 6.0, 6.6, -0.2),
    slice(0.55, 5.1, 5.5, 0.2),
    slice(0.85, 4.1, 4.4, 0.1),
    slice(1.0, 3.7, 4.0, 0.2),
];
/// The lower leg, from the knee.
pub const SHIN_SLICES: &[Slice] = &[
    slice(0.0, 3.7, 4.0, 0.0),
    slice(0.12, 3.6, 3.9, -0.3),
    slice(0.32, 3.9, 4.1, -0.9),
    slice(0.6, 3.0, 3.2, -0.5),
    slice(0.93, 2.3, 2.5, 0.0),
];
/// The foot, along the sole: from behind the ankle to the toes; depth is its height.
pub const FOOT_SLICES: &[Slice] = &[
    slice(-2.6, 1.7, 2.0, -1.8),
    slice(-0.4, 2.0, 2.8, -1.1),
    slice(3.0, 2.1, 2.1, -1.7),
    slice(6.4, 2.5, 1.4, -2.4),
    slice(9.0, 2.3, 1.0, -2.8),
    slice(10.6, 1.6, 0.75, -3.05),
];
/// The upper arm, from the shoulder.
pub const UPPER_ARM_SLICES: &[Slice] = &[
    slice(0.0, 3.3, 3.6, 0.0),
    slice(0.3, 2.9, 3.2, 0.0),
    slice(0.75, 2.3, 2.6, 0.1),
    slice(1.0, 2.1, 2.3, 0.0),
];
/// The forearm, from the elbow.
pub const FOREARM_SLICES: &[Slice] = &[
    slice(0.0, 2.1, 2.3, 0.0),
    slice(0.22, 2.3, 2.5, 0.1),
    slice(0.65, 1.8, 1.8, 0.0),
    slice(1.0, 1.35, 1.5, 0.0),
];
/// The hand, from the wrist; width is across the palm, depth its thickness.
pub const HAND_SLICES: &[Slice] = &[
    slice(-0.4, 1.4, 1.35, 0.0),
    slice(2.0, 2.0, 1.35, 0.0),
    slice(4.4, 2.2, 1.15, -0.1),
    slice(7.0, 1.7, 0.85, -0.3),
    slice(9.2, 0.9, 0.65, -0.4),
];
/// The thumb: like the hand, but in front of it.
pub const THUMB_SLICES: &[Slice] = &[
    slice(1.2, 0.9, 0.9, 1.1),
    slice(3.2, 0.85, 0.85, 2.3),
    slice(5.2, 0.6, 0.6, 2.7),
];
/// The neck, along its bone.
pub const NECK_SLICES: &[Slice] = &[
    slice(-0.45, 3.7, 3.4, -0.3),
    slice(0.35, 2.8, 3.0, 0.0),
    slice(1.2, 2.8, 3.1, 0.7),
];
/// The head, from the base of the skull upwards.
pub const HEAD_SLICES: &[Slice] = &[
    slice(-0.7, 2.3, 1.7, 3.7),
    slice(1.0, 3.5, 3.2, 2.4),
    slice(3.4, 4.2, 4.7, 1.1),
    slice(6.4, 4.5, 5.5, 0.5),
    slice(9.2, 4.0, 4.8, 0.0),
    slice(11.0, 2.2, 2.6, -0.2),
];
/// The nose: all there is of a face, to show which way it looks.
pub const NOSE_SLICES: &[Slice] = &[slice(5.2, 0.5, 0.6, 5.6), slice(3.7, 0.8, 0.75, 5.7)];
/// An ear: how far up, how far forward (negative is behind), and how thick. It is about as far aside as the head is
/// wide.
pub const EAR: [f64; 3] = [4.2, -0.6, 1.15];
/// Hair over the crown and the temples.
pub const CROWN_SLICES: &[Slice] = &[
    slice(7.4, 4.65, 3.6, -2.0),
    slice(9.0, 4.5, 4.9, -0.5),
    slice(10.6, 3.9, 4.5, 0.0),
    slice(12.0, 2.3, 2.6, -0.2),
];
/// Hair over the forehead of a figure that faces the viewer.
pub const FRINGE_SLICES: &[Slice] = &[
    slice(9.9, 4.3, 2.2, 1.5),
    slice(10.9, 3.7, 3.0, 0.6),
    slice(11.9, 1.8, 2.2, -0.2),
];
/// Hair down the back of the head.
pub const BACK_HAIR_SLICES: &[Slice] = &[
    slice(1.2, 3.3, 1.7, -2.6),
    slice(3.6, 4.5, 2.8, -2.2),
    slice(6.6, 4.95, 3.9, -1.8),
    slice(9.4, 4.5, 4.2, -1.0),
];
/// The knot of hair at the back of the head: how far up, how far forward (negative is behind), and how thick.
pub const KNOT: [f64; 3] = [8.4, -6.9, 2.5];
