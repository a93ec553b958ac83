//! Where a posture is felt: regions inside the body's outline.

use super::flesh::{self, Ellipsoid, along_bone, spine_at};
use super::skeleton::{Bone, Skeleton};
use super::{HIPS, Physique, THIGH_SLICES};
use crate::figure::part::{BodyPart, Hand};
use crate::figure::space::{Frame, Vector, vector};

/// A region of the body in which a posture is felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeltRegion {
    /// The lower back.
    LowBack,
    /// Between the shoulder blades.
    MidBack,
    /// All of the back.
    Back,
    /// The belly.
    Belly,
    /// The chest.
    Chest,
    /// The side of the trunk.
    Flank,
    /// The buttock and the outer hip.
    Buttock,
    /// The front of the hip.
    FrontHip,
    /// The back of the thigh.
    BackThigh,
    /// The front of the thigh.
    FrontThigh,
    /// The inside of the thigh.
    InnerThigh,
    /// The calf.
    Calf,
}

/// The part of the body that a region lies on, on one side or in the middle.
#[derive(Debug, Clone, Copy)]
enum Ground {
    Trunk,
    Thigh,
    Shin,
}

/// Some slices of a part of the body, made thinner and shifted.
struct Patch {
    slices: std::ops::Range<usize>,
    thick: f64,
    /// How far they are shifted: to the front, as a fraction of the depth; and outwards, as a fraction of the width.
    front: f64,
    out: f64,
}

const fn patch(from: usize, to: usize, thick: f64, front: f64, out: f64) -> Patch {
    Patch {
        slices: from..to,
        thick,
        front,
        out,
    }
}

impl FeltRegion {
    const fn ground(self) -> Ground {
        match self {
            Self::LowBack
            | Self::MidBack
            | Self::Back
            | Self::Belly
            | Self::Chest
            | Self::Flank => Ground::Trunk,
            Self::Buttock
            | Self::FrontHip
            | Self::BackThigh
            | Self::FrontThigh
            | Self::InnerThigh => Ground::Thigh,
            Self::Calf => Ground::Shin,
        }
    }

    /// The part of the body that the region lies on, for one side.
    pub(crate) const fn part(self, hand: Hand) -> BodyPart {
        match self.ground() {
            Ground::Trunk => BodyPart::Chest,
            Ground::Thigh => BodyPart::Thigh(hand),
            Ground::Shin => BodyPart::Shin(hand),
        }
    }

    /// Whether there is one such region on each side of the body.
    pub const fn is_paired(self) -> bool {
        matches!(self, Self::Flank) || !matches!(self.ground(), Ground::Trunk)
    }

    const fn patch(self) -> Patch {
        match self {
            Self::LowBack => patch(HIPS - 1, HIPS + 2, 0.48, -0.4, 0.0),
            Self::MidBack => patch(HIPS + 1, HIPS + 3, 0.5, -0.36, 0.0),
            Self::Back => patch(HIPS - 1, HIPS + 3, 0.5, -0.38, 0.0),
            Self::Belly => patch(HIPS - 1, HIPS + 2, 0.5, 0.36, 0.0),
            Self::Chest => patch(HIPS + 1, HIPS + 4, 0.48, 0.4, 0.0),
            Self::Flank => patch(HIPS - 1, HIPS + 3, 0.42, 0.0, 0.5),
            Self::Buttock => patch(0, 3, 0.58, -0.3, 0.3),
            Self::FrontHip => patch(0, 3, 0.46, 0.4, 0.0),
            Self::BackThigh => patch(1, 4, 0.5, -0.36, 0.0),
            Self::FrontThigh => patch(1, 4, 0.5, 0.36, 0.0),
            Self::InnerThigh => patch(0, 4, 0.46, 0.0, -0.42),
            Self::Calf => patch(1, 4, 0.52, -0.34, 0.0),
        }
    }

    /// Whether the region is on the side of its part that the viewer sees, or near its edge.
    pub(crate) fn is_seen(self, skeleton: &Skeleton, hand: Hand, towards_viewer: Vector) -> bool {
        const HIDDEN: f64 = -0.6;
        let leg = &skeleton.legs[hand.index()];
        let frame = match self.ground() {
            Ground::Trunk => spine_at(skeleton, self.height()).1,
            Ground::Thigh => self.thigh(skeleton, hand),
            Ground::Shin => leg.lower.frame,
        };
        let patch = self.patch();
        let out = vector(patch.front, 0.0, patch.out * hand.sign());
        let looks = out
            .unit()
            .map_or(0.0, |out| frame.at(out).dot(towards_viewer));
        looks > HIDDEN
    }

    /// The frame of the thigh for this region. The buttock stays where it is on the pelvis when the thigh turns
    /// outwards or inwards.
    fn thigh(self, skeleton: &Skeleton, hand: Hand) -> Frame {
        let frame = skeleton.legs[hand.index()].upper.frame;
        if self != Self::Buttock {
            return frame;
        }
        let pelvis = skeleton.trunk[0].frame;
        let right = pelvis.right.across(frame.up).unit().unwrap_or(frame.right);
        let front = frame.up.cross(right);
        Frame {
            front,
            right,
            ..frame
        }
    }

    /// The height of the region's middle along the trunk, from the hip joints.
    const fn height(self) -> f64 {
        match self {
            Self::MidBack | Self::Chest => 24.0,
            Self::LowBack
            | Self::Back
            | Self::Belly
            | Self::Flank
            | Self::Buttock
            | Self::FrontHip
            | Self::BackThigh
            | Self::FrontThigh
            | Self::InnerThigh
            | Self::Calf => 13.0,
        }
    }

    /// The ellipsoids that the region covers, on one side of the body.
    pub(crate) fn rounds(self, skeleton: &Skeleton, hand: Hand, body: &Physique) -> Vec<Ellipsoid> {
        let leg = &skeleton.legs[hand.index()];
        let rounds = match self.ground() {
            Ground::Trunk => flesh::trunk(skeleton, body, 0.0),
            Ground::Thigh => {
                let frame = self.thigh(skeleton, hand);
                let bone = Bone { frame, ..leg.upper };
                along_bone(&bone, THIGH_SLICES, body.limbs)
            }
            Ground::Shin => flesh::shin(leg, body),
        };
        let patch = self.patch();
        let last = patch.slices.len().saturating_sub(1);
        let inner = |(nth, round): (usize, &Ellipsoid)| {
            let [right, front, up] = round.axes;
            let out = right * (patch.out * hand.sign());
            // The region tapers towards its ends.
            let thick = if nth == 0 || nth == last { 0.62 } else { 1.0 } * patch.thick;
            Ellipsoid {
                middle: round.middle + front * patch.front + out,
                axes: [right * thick, front * thick, up * patch.thick],
            }
        };
        rounds[patch.slices.clone()]
            .iter()
            .enumerate()
            .map(inner)
            .collect()
    }
}
