//! Depth order: what is painted before what, computed from what overlaps in the picture.

use super::camera::PicturePoint;
use super::contour::Ellipse;
use super::extent::Extent;
use crate::figure::space::count;

/// Something that is painted as a whole.
pub(crate) trait Solid {
    /// The area that it covers in the picture.
    fn blobs(&self) -> &[Blob];
    /// The limb that it is a part of. Parts of a limb are painted one after the other if possible, so that one line
    /// goes around them.
    fn limb(&self) -> Option<u8>;
    /// Whether it is always painted before the other, as trousers are before the shirt over them.
    fn under(&self, other: &Self) -> bool;
}

/// A round area of something, and how near the viewer it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Blob {
    pub(crate) middle: PicturePoint,
    pub(crate) radius: f64,
    pub(crate) depth: f64,
}

impl Blob {
    /// The blob of a slice of a body.
    pub(crate) fn of(slice: &Ellipse) -> Self {
        Self {
            middle: slice.middle,
            radius: slice.radius(),
            depth: slice.depth,
        }
    }
}

/// The overlap times distance below which two solids only graze each other, so that their order does not matter.
const GRAZE: f64 = 40.0;

/// The solids in the order in which they are painted: whatever is behind another comes first.
pub(crate) fn from_far_to_near<S: Solid>(solids: Vec<S>) -> Vec<S> {
    let behind = behind(&solids);
    let mut waiting: Vec<usize> = (0..solids.len()).collect();
    let mut order = Vec::new();
    let mut limb = None;
    while !waiting.is_empty() {
        let free = |nth: &usize| waiting.iter().all(|other| !behind[*other][*nth]);
        let able: Vec<usize> = waiting.iter().copied().filter(free).collect();
        let goes_on = |nth: &&usize| limb.is_some() && solids[**nth].limb() == limb;
        // Parts may lie around each other in a ring; then the farthest of all is painted first.
        let next = able
            .iter()
            .find(goes_on)
            .or_else(|| farthest(&solids, &able))
            .or_else(|| farthest(&solids, &waiting));
        let Some(next) = next.copied() else {
            break;
        };
        limb = solids[next].limb();
        waiting.retain(|nth| *nth != next);
        order.push(next);
    }
    let mut solids: Vec<Option<S>> = solids.into_iter().map(Some).collect();
    order.iter().filter_map(|nth| solids[*nth].take()).collect()
}

/// For each pair of solids, whether the first is behind the second where they overlap.
fn behind<S: Solid>(solids: &[S]) -> Vec<Vec<bool>> {
    let extents: Vec<Extent> = solids.iter().map(|solid| extent(solid.blobs())).collect();
    let mut behind = vec![vec![false; solids.len()]; solids.len()];
    for (nth, one) in solids.iter().enumerate() {
        for (other_nth, other) in solids.iter().enumerate().skip(nth + 1) {
            let before = if one.under(other) {
                f64::NEG_INFINITY
            } else if other.under(one) {
                f64::INFINITY
            } else if extents[nth].overlaps(extents[other_nth]) {
                before(one.blobs(), other.blobs())
            } else {
                0.0
            };
            behind[nth][other_nth] = before < -GRAZE;
            behind[other_nth][nth] = before > GRAZE;
        }
    }
    behind
}

/// How far one is in front of the other where they overlap; 0 if they don't.
fn before(one: &[Blob], other: &[Blob]) -> f64 {
    let mut sum = 0.0;
    for a in one {
        for b in other {
            let (x, y) = (a.middle.x - b.middle.x, a.middle.y - b.middle.y);
            let (square, reach) = (x * x + y * y, a.radius + b.radius);
            if square < reach * reach {
                sum += (a.depth - b.depth) * (reach - square.sqrt());
            }
        }
    }
    sum
}

fn extent(blobs: &[Blob]) -> Extent {
    let corners = |blob: &Blob| {
        let Blob { middle, radius, .. } = *blob;
        [middle.moved(-radius, -radius), middle.moved(radius, radius)]
    };
    Extent::of(blobs.iter().flat_map(corners))
}

fn farthest<'a, S: Solid>(solids: &[S], of: &'a [usize]) -> Option<&'a usize> {
    let depth = |nth: &usize| {
        let blobs = solids[*nth].blobs();
        let sum: f64 = blobs.iter().map(|blob| blob.depth).sum();
        sum / count(blobs.len())
    };
    of.iter()
        .min_by(|one, two| depth(one).total_cmp(&depth(two)))
}
