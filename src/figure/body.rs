//! A body: the lengths of its bones, and how thick it is around them.
//!
//! Lengths are in hundredths of the body's height. Source: Drillis and Contini (1966), *Body segment
//! parameters*, as in Winter, *Biomechanics and Motor Control of Human Movement*, fig. 4.1.

/// From the floor to the ankle joint.
pub const ANKLE: f64 = 3.9;
/// Between the hip joints, half.
pub const HIP: f64 = 5.0;
/// From hip joint to knee.
pub const THIGH: f64 = 24.5;
/// From knee to ankle.
pub const SHIN: f64 = 24.6;
/// Between the shoulder joints, half.
pub const SHOULDER: f64 = 9.6;
/// From the upper end of the spine down to the shoulder joints.
pub const SHOULDER_DROP: f64 = 3.4;
/// From shoulder to elbow.
pub const UPPER_ARM: f64 = 17.2;
/// From elbow to wrist.
pub const FOREARM: f64 = 14.6;
/// From the hip joints up to the lowest joint of the spine.
pub const SACRUM: f64 = 6.5;
/// The three parts of the spine, from below.
pub const SPINE: [f64; 3] = [8.0, 8.0, 8.5];
/// From the upper end of the spine to the base of the skull.
pub const NECK: f64 = 5.0;

/// A slice across a part of the body: an ellipse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// How far along the bone, in parts of its length; for head, hand and foot in hundredths of the
    /// height.
    pub along: f64,
    /// Half its width, from side to side.
    pub width: f64,
    /// Half its depth, from front to back.
    pub depth: f64,
    /// How far its middle lies before the bone; negative is behind.
    pub before: f64,
}

const fn slice(along: f64, width: f64, depth: f64, before: f64) -> Slice {
    Slice {
        along,
        width,
        depth,
        before,
    }
}

/// The thigh, from the hip.
pub const THIGH_SLICES: &[Slice] = &[
    slice(0.0, 6.3, 7.0, -0.4),
    slice(0.22, 6.2, 6.9, -0.1),
    slice(0.55, 5.1, 5.5, 0.2),
    slice(0.85, 4.1, 4.4, 0.1),
    slice(1.0, 3.8, 4.1, 0.2),
];
/// The lower leg, from the knee.
pub const SHIN_SLICES: &[Slice] = &[
    slice(0.0, 3.8, 4.1, 0.0),
    slice(0.12, 3.7, 4.0, -0.3),
    slice(0.32, 4.0, 4.2, -0.9),
    slice(0.6, 3.0, 3.2, -0.5),
    slice(0.9, 2.1, 2.3, 0.0),
    slice(1.0, 2.1, 2.3, 0.0),
];
/// The foot, along the sole from the ankle: from behind it to the toes; the depth is its height.
pub const FOOT_SLICES: &[Slice] = &[
    slice(-2.6, 1.8, 2.1, -1.7),
    slice(-0.4, 2.1, 2.8, -1.0),
    slice(3.0, 2.1, 2.2, -1.7),
    slice(6.5, 2.5, 1.5, -2.4),
    slice(9.2, 2.2, 1.1, -2.8),
    slice(10.4, 1.4, 0.8, -3.0),
];
/// The upper arm, from the shoulder.
pub const UPPER_ARM_SLICES: &[Slice] = &[
    slice(0.0, 3.4, 3.7, 0.0),
    slice(0.3, 3.0, 3.4, 0.0),
    slice(0.75, 2.4, 2.7, 0.1),
    slice(1.0, 2.2, 2.4, 0.0),
];
/// The forearm, from the elbow.
pub const FOREARM_SLICES: &[Slice] = &[
    slice(0.0, 2.2, 2.4, 0.0),
    slice(0.22, 2.3, 2.6, 0.1),
    slice(0.65, 1.8, 1.9, 0.0),
    slice(1.0, 1.4, 1.6, 0.0),
];
/// The hand, from the wrist; the width is across the palm, the depth its thickness.
pub const HAND_SLICES: &[Slice] = &[
    slice(-0.5, 1.5, 1.4, 0.0),
    slice(2.0, 2.1, 1.5, 0.0),
    slice(4.5, 2.4, 1.2, 0.0),
    slice(7.2, 1.8, 0.9, 0.0),
    slice(9.0, 1.0, 0.7, 0.0),
];
/// The trunk: at the hip joints, at each joint of the spine, and between.
pub const TRUNK_SLICES: [Slice; 8] = [
    slice(-3.5, 6.8, 5.6, -1.2),
    slice(0.0, 8.4, 7.2, -1.0),
    slice(SACRUM, 7.8, 6.4, -0.3),
    slice(SACRUM + 5.5, 6.5, 5.3, 0.3),
    slice(SACRUM + 12.0, 7.0, 5.7, 0.6),
    slice(SACRUM + 18.0, 8.0, 6.4, 0.8),
    slice(SACRUM + 22.0, 8.2, 5.2, 0.2),
    slice(SACRUM + 24.3, 4.6, 3.4, 0.2),
];
/// The neck.
pub const NECK_SLICES: &[Slice] = &[
    slice(-0.5, 3.6, 3.4, -0.2),
    slice(0.4, 2.9, 3.0, 0.0),
    slice(1.2, 2.9, 3.1, 0.6),
];
/// The head, from the base of the skull upwards.
pub const HEAD_SLICES: &[Slice] = &[
    slice(-0.6, 1.8, 1.5, 3.6),
    slice(0.8, 2.8, 3.0, 2.3),
    slice(3.2, 3.7, 4.6, 1.1),
    slice(6.4, 4.2, 5.5, 0.4),
    slice(9.2, 3.7, 4.8, 0.0),
    slice(11.2, 1.9, 2.6, -0.2),
];
/// The hair: over the crown and down the back of the head.
pub const HAIR_SLICES: &[Slice] = &[
    slice(0.6, 3.0, 2.0, -2.3),
    slice(3.2, 3.9, 3.0, -1.9),
    slice(6.4, 4.5, 4.4, -1.2),
    slice(9.0, 4.1, 4.9, -0.2),
    slice(11.5, 2.2, 3.0, -0.2),
];
/// A knot of hair at the back of the head: how far up, how far behind, and how thick.
pub const BUN: [f64; 3] = [7.6, -6.9, 2.5];
