//! Solids that are painted at once: parts of a body, made of coloured tubes, and the things in a room.

use super::camera::{Camera, PicturePoint};
use super::contour::{Ellipse, around, hull};
use super::order::{Blob, Solid};
use super::path::{smooth, straight};
use super::picture::Stuff;
use super::prop::{Piece, Prop, PropSide, sides, soft};
use crate::figure::body::flesh::Ellipsoid;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::part::BodyPart;

/// Something that is painted at once.
pub(crate) struct Painted {
    /// The part of the body; `None` for a thing.
    pub(crate) part: Option<BodyPart>,
    /// Whether it is on the far side of the body, and so a tone darker.
    pub(crate) far: bool,
    /// The shapes with a line around them.
    pub(crate) lined: Vec<(Stuff, Outline)>,
    /// The shapes without a line, which are painted last.
    pub(crate) bare: Vec<(Stuff, Outline)>,
    /// Where the posture is felt: each region, and its heart.
    pub(crate) felt: Vec<[Outline; 2]>,
    /// The patch that hides the seam to the part it hangs on, if that is painted separately.
    pub(crate) seam: Option<(BodyPart, Stuff, Outline)>,
    /// The limb that it is a part of; parts of a limb are painted one after the other if possible.
    pub(crate) limb: Option<u8>,
    /// The area that it covers in the picture.
    pub(crate) blobs: Vec<Blob>,
}

/// The outline of a shape: the points that it goes through.
pub(crate) enum Outline {
    /// Curved from one point to the next.
    Smooth(Vec<PicturePoint>),
    /// Straight from one point to the next.
    Straight(Vec<PicturePoint>),
}

impl Outline {
    /// The outline around slices in a row.
    pub(crate) fn tube(slices: &[Ellipse]) -> Self {
        Self::Smooth(around(slices))
    }

    /// The points that it goes through.
    pub(crate) fn spots(&self) -> &[PicturePoint] {
        match self {
            Self::Smooth(spots) | Self::Straight(spots) => spots,
        }
    }

    /// The path data.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Smooth(spots) => smooth(spots),
            Self::Straight(spots) => straight(spots),
        }
    }
}

impl Solid for Painted {
    fn blobs(&self) -> &[Blob] {
        &self.blobs
    }

    fn limb(&self) -> Option<u8> {
        self.limb
    }

    fn under(&self, other: &Self) -> bool {
        self.part == Some(BodyPart::Pelvis) && other.part == Some(BodyPart::Chest)
    }
}

/// A thing in the room, piece by piece.
pub(crate) fn things(prop: &Prop, camera: Camera) -> Vec<Painted> {
    let piece = |piece: Piece| match piece {
        Piece::Box(low, high) => {
            let (sides, blobs) = sides(low, high, camera);
            let lined = sides.into_iter().map(|(side, corners)| {
                let stuff = match side {
                    // Light falls on a wall as on a floor.
                    PropSide::Top | PropSide::Shade if prop.is_ground() => Stuff::Mat,
                    PropSide::Top => Stuff::Mat,
                    PropSide::Near => Stuff::Wood,
                    PropSide::Shade => Stuff::Shade,
                };
                (stuff, Outline::Straight(corners.to_vec()))
            });
            thing(lined.collect(), blobs)
        }
        Piece::Soft(rounds) => {
            let seen = soft(&rounds, camera);
            let blobs = seen.iter().map(Blob::of).collect();
            thing(vec![(Stuff::Wood, Outline::Smooth(hull(&seen)))], blobs)
        }
    };
    prop.pieces().into_iter().map(piece).collect()
}

/// The strap from the hands around a foot.
pub(crate) fn strap(skeleton: &Skeleton, camera: Camera) -> Painted {
    const THICK: f64 = 0.45;
    let foot = skeleton.legs[0];
    let sole = foot.lower.to + foot.tip.front * 4.0 - foot.tip.up * 3.6;
    let mut lined = Vec::new();
    let mut blobs = Vec::new();
    for arm in &skeleton.arms {
        let from = arm.lower.to - arm.tip.up * 3.0;
        let along = (0..=8).map(|nth| from + (sole - from) * (f64::from(nth) / 8.0));
        let balls: Vec<Ellipsoid> = along.map(|middle| Ellipsoid::ball(middle, THICK)).collect();
        let seen = soft(&balls, camera);
        blobs.extend(seen.iter().map(Blob::of));
        lined.push((Stuff::Strap, Outline::tube(&seen)));
    }
    thing(lined, blobs)
}

fn thing(lined: Vec<(Stuff, Outline)>, blobs: Vec<Blob>) -> Painted {
    Painted {
        part: None,
        far: false,
        lined,
        bare: Vec::new(),
        felt: Vec::new(),
        seam: None,
        limb: None,
        blobs,
    }
}
