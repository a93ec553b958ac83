//! What is painted at once: solids of some tubes and colours, and the things in a room.

use super::camera::{Camera, Spot};
use super::contour::{Seen, around, hull};
use super::order::{Blob, Solid};
use super::path::{smooth, straight};
use super::picture::Stuff;
use super::prop::{Piece, Prop, PropSide, sides, soft};
use crate::figure::body::flesh::Round;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::part::BodyPart;

/// Something that is painted at once.
pub(crate) struct Painted {
    /// Which part of the body; nothing for a thing.
    pub(crate) part: Option<BodyPart>,
    /// Whether it is on the far side of the body, and a tone darker.
    pub(crate) far: bool,
    /// What has a line around it.
    pub(crate) lined: Vec<(Stuff, Outline)>,
    /// What has none: it is painted last.
    pub(crate) bare: Vec<(Stuff, Outline)>,
    /// Where it is felt: each region, and its heart.
    pub(crate) felt: Vec<[Outline; 2]>,
    /// What hides the seam to the part that it hangs on, if that is painted apart from it.
    pub(crate) seam: Option<(BodyPart, Stuff, Outline)>,
    /// The limb that it is a part of: such are painted one after the other if that can be.
    pub(crate) limb: Option<u8>,
    /// What it covers in the picture.
    pub(crate) blobs: Vec<Blob>,
}

/// The outline of a shape: the spots that it goes through.
pub(crate) enum Outline {
    /// Bending from one to the next.
    Smooth(Vec<Spot>),
    /// Straight from one to the next.
    Straight(Vec<Spot>),
}

impl Outline {
    /// Around slices in a row.
    pub(crate) fn tube(slices: &[Seen]) -> Self {
        Self::Smooth(around(slices))
    }

    /// The spots that it goes through.
    pub(crate) fn spots(&self) -> &[Spot] {
        match self {
            Self::Smooth(spots) | Self::Straight(spots) => spots,
        }
    }

    /// Its path.
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

/// A strap from the hands around a foot.
pub(crate) fn strap(skeleton: &Skeleton, camera: Camera) -> Painted {
    const THICK: f64 = 0.45;
    let foot = skeleton.legs[0];
    let sole = foot.lower.to + foot.tip.front * 4.0 - foot.tip.up * 3.6;
    let mut lined = Vec::new();
    let mut blobs = Vec::new();
    for arm in &skeleton.arms {
        let from = arm.lower.to - arm.tip.up * 3.0;
        let along = (0..=8).map(|nth| from + (sole - from) * (f64::from(nth) / 8.0));
        let balls: Vec<Round> = along.map(|middle| Round::ball(middle, THICK)).collect();
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
