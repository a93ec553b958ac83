//! From slices of a body to a line around it.

use std::fmt::Write as _;

use super::camera::{Camera, Spot};
use super::space::Vector;

/// A slice in space: an ellipsoid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Round {
    /// Its middle.
    pub middle: Vector,
    /// Its half axes.
    pub axes: [Vector; 3],
}

/// A slice as it is seen: an ellipse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Its middle.
    pub middle: Spot,
    /// How near the viewer its middle is.
    pub depth: f64,
    axes: [Spot; 3],
}

impl Seen {
    /// What a camera sees of a slice.
    pub fn by(camera: Camera, round: &Round) -> Self {
        let (middle, depth) = camera.see(round.middle);
        Self {
            middle,
            depth,
            axes: round.axes.map(|axis| camera.spot(axis)),
        }
    }

    /// Its outermost point in a direction.
    fn edge(&self, x: f64, y: f64) -> Spot {
        let reaches = self.axes.map(|axis| axis.x * x + axis.y * y);
        let all = reaches.iter().map(|reach| reach * reach).sum::<f64>();
        let scale = 1.0 / all.sqrt().max(1e-9);
        let mut edge = self.middle;
        for (axis, reach) in self.axes.iter().zip(reaches) {
            edge = edge.moved(axis.x * reach * scale, axis.y * reach * scale);
        }
        edge
    }

    /// How far a spot lies from its middle: 1 on its edge.
    fn distance(&self, spot: Spot) -> f64 {
        let sum = |of: fn(&Spot) -> f64| self.axes.iter().map(of).sum::<f64>();
        let (xx, xy, yy) = (
            sum(|axis| axis.x * axis.x),
            sum(|axis| axis.x * axis.y),
            sum(|axis| axis.y * axis.y),
        );
        let determinant = (xx * yy - xy * xy).max(1e-9);
        let way = spot.from(self.middle);
        let square = yy * way.x * way.x - 2.0 * xy * way.x * way.y + xx * way.y * way.y;
        (square / determinant).max(0.0).sqrt()
    }

    /// About half its width.
    pub fn radius(&self) -> f64 {
        let square = |axis: &Spot| axis.x * axis.x + axis.y * axis.y;
        (self.axes.iter().map(square).sum::<f64>() / 2.0).sqrt()
    }
}

/// The line around some slices in a row, as the points that it goes through.
pub fn around(slices: &[Seen]) -> Vec<Spot> {
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
        return Vec::new();
    };
    let ways = ways(slices);
    let (begin, end) = (ways[0], ways[ways.len() - 1]);
    let mut line = Vec::new();
    let cap = |slice: &Seen, way: Spot, line: &mut Vec<Spot>| {
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
    // What lies inside another slice is no part of the line around them all.
    line.retain(|spot| slices.iter().all(|slice| slice.distance(*spot) > 0.97));
    line
}

/// Which way the row goes at each slice, as directions of length 1.
fn ways(slices: &[Seen]) -> Vec<Spot> {
    let mut before = Spot { x: 1.0, y: 0.0 };
    let last = slices.len() - 1;
    (0..slices.len())
        .map(|nth| {
            let from = slices[nth.saturating_sub(1)].middle;
            let way = slices[(nth + 1).min(last)].middle.from(from);
            let length = way.length();
            if length > 1e-6 {
                before = Spot {
                    x: way.x / length,
                    y: way.y / length,
                };
            }
            before
        })
        .collect()
}

/// A smooth closed path through these points: a Catmull-Rom spline, as Bézier curves.
///
/// Every path goes around the same way, so that those that overlap add up to one shape.
pub fn path(line: &[Spot]) -> String {
    let count = line.len();
    let mut text = String::new();
    if count < 3 {
        return text;
    }
    let twice_the_area: f64 = (0..count)
        .map(|nth| {
            let (one, next) = (line[nth], line[(nth + 1) % count]);
            one.x * next.y - next.x * one.y
        })
        .sum();
    let at = |nth: usize| {
        let nth = nth % count;
        line[if twice_the_area < 0.0 {
            count - 1 - nth
        } else {
            nth
        }]
    };
    let start = at(0);
    // Writing to a string never fails.
    let _ = write!(text, "M{:.1} {:.1}", start.x, start.y);
    for nth in 0..count {
        let (before, from, to, after) = (at(nth + count - 1), at(nth), at(nth + 1), at(nth + 2));
        let one = from.moved((to.x - before.x) / 6.0, (to.y - before.y) / 6.0);
        let two = to.moved((from.x - after.x) / 6.0, (from.y - after.y) / 6.0);
        let _ = write!(
            text,
            "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            one.x, one.y, two.x, two.y, to.x, to.y
        );
    }
    text.push('Z');
    text
}
