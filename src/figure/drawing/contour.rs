//! Draws a line around slices of a body.

use super::camera::{Camera, PicturePoint};
use crate::figure::body::flesh::Ellipsoid;
use crate::figure::trigonometry::sin_cos;

/// A point no farther from the centre of a slice than this fraction of the way to its edge is inside.
const INSIDE: f64 = 0.97;

/// A slice as it is seen: an ellipse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ellipse {
    /// The centre.
    pub middle: PicturePoint,
    /// How near the viewer the centre is.
    pub depth: f64,
    /// The sums of x², xy and y² over the half axes as they are seen. The outline of an ellipsoid that is seen without
    /// perspective is the ellipse of this matrix.
    spread: [f64; 3],
}

impl Ellipse {
    /// A slice as a camera sees it.
    pub fn by(camera: Camera, round: &Ellipsoid) -> Self {
        let (middle, depth) = camera.see(round.middle);
        let axes = round.axes.map(|axis| camera.spot(axis));
        let sum = |of: fn(&PicturePoint) -> f64| axes.iter().map(of).sum::<f64>();
        Self {
            middle,
            depth,
            spread: [
                sum(|axis| axis.x * axis.x),
                sum(|axis| axis.x * axis.y),
                sum(|axis| axis.y * axis.y),
            ],
        }
    }

    /// The outermost point in a direction.
    fn edge(&self, x: f64, y: f64) -> PicturePoint {
        let [xx, xy, yy] = self.spread;
        let (far_x, far_y) = (xx * x + xy * y, xy * x + yy * y);
        let scale = 1.0 / (far_x * x + far_y * y).sqrt().max(1e-9);
        self.middle.moved(far_x * scale, far_y * scale)
    }

    /// The squared distance of a point from the centre, with the edge at 1.
    fn distance_squared(&self, spot: PicturePoint) -> f64 {
        let [xx, xy, yy] = self.spread;
        let way = spot.from(self.middle);
        let square = yy * way.x * way.x - 2.0 * xy * way.x * way.y + xx * way.y * way.y;
        square / (xx * yy - xy * xy).max(1e-9)
    }

    /// About half the width.
    pub fn radius(&self) -> f64 {
        f64::midpoint(self.spread[0], self.spread[2]).sqrt()
    }
}

/// The line around some slices in a row, as the points that it goes through.
pub fn around(slices: &[Ellipse]) -> Vec<PicturePoint> {
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
        return Vec::new();
    };
    if end_on(slices) {
        return hull(slices);
    }
    let ways = ways(slices);
    let (begin, end) = (ways[0], ways[ways.len() - 1]);
    let mut line = Vec::new();
    let cap = |slice: &Ellipse, way: PicturePoint, line: &mut Vec<PicturePoint>| {
        line.push(slice.edge(way.x - way.y, way.y + way.x));
        line.push(slice.edge(way.x, way.y));
        line.push(slice.edge(way.x + way.y, way.y - way.x));
    };
    for (slice, way) in slices.iter().zip(&ways) {
        line.push(slice.edge(-way.y, way.x));
    }
    cap(last, end, &mut line);
    for (slice, way) in slices.iter().zip(&ways).rev() {
        line.push(slice.edge(way.y, -way.x));
    }
    cap(
        first,
        begin.moved(-2.0 * begin.x, -2.0 * begin.y),
        &mut line,
    );
    // A point inside another slice is not part of the line around them all.
    let outside = |spot: &PicturePoint| {
        let mut far = slices.iter().map(|slice| slice.distance_squared(*spot));
        far.all(|square| square > INSIDE * INSIDE)
    };
    line.retain(outside);
    line
}

/// Whether a row is seen end on, so that it has no sides to draw a line along.
fn end_on(slices: &[Ellipse]) -> bool {
    let steps = slices
        .windows(2)
        .map(|two| two[1].middle.from(two[0].middle).length());
    let thick = slices.iter().map(Ellipse::radius).fold(0.0, f64::max);
    steps.sum::<f64>() < thick
}

/// The tight line around all slices: their outermost points in a number of directions.
pub(crate) fn hull(slices: &[Ellipse]) -> Vec<PicturePoint> {
    const DIRECTIONS: u32 = 16;
    let outermost = |nth: u32| {
        let (y, x) = sin_cos(f64::from(nth) / f64::from(DIRECTIONS) * std::f64::consts::TAU);
        let edges = slices.iter().map(|slice| slice.edge(x, y));
        let far = |spot: &PicturePoint| spot.x * x + spot.y * y;
        edges.max_by(|one, other| far(one).total_cmp(&far(other)))
    };
    (0..DIRECTIONS).filter_map(outermost).collect()
}

/// The direction of the row at each slice, with length 1.
fn ways(slices: &[Ellipse]) -> Vec<PicturePoint> {
    let mut before = PicturePoint { x: 1.0, y: 0.0 };
    let last = slices.len() - 1;
    (0..slices.len())
        .map(|nth| {
            let from = slices[nth.saturating_sub(1)].middle;
            let way = slices[(nth + 1).min(last)].middle.from(from);
            let length = way.length();
            if length > 1e-6 {
                before = PicturePoint {
                    x: way.x / length,
                    y: way.y / length,
                };
            }
            before
        })
        .collect()
}
