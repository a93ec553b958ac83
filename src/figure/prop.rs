//! What stands in the room: a mat, a seat, a cushion.

use std::fmt::Write as _;

use super::camera::{Camera, Spot};
use super::contour::{Round, Seen, around, path};
use super::picture::{Layer, Shape, Stuff};
use super::space::{Vector, vector};

/// Something in the room. Lengths are in hundredths of the body's height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prop {
    /// A mat on the floor.
    Mat {
        /// Where it begins and ends, to the front.
        ends: [f64; 2],
    },
    /// A seat: its front and back, and how high it is.
    Seat {
        /// Where it begins and ends, to the front.
        ends: [f64; 2],
        /// How high its top is.
        top: f64,
    },
    /// A cushion: the middle, and half its length, height and width.
    Cushion {
        /// Its middle.
        middle: Vector,
        /// Half its length, height and width.
        half: Vector,
    },
}

/// Half the width of a mat and of a seat.
const HALF: f64 = 17.0;

impl Prop {
    /// How it is painted, and the points of its outline.
    pub(super) fn painted(&self, camera: Camera) -> (Layer, Vec<Spot>) {
        let faces = match *self {
            Self::Mat { ends: [from, to] } => {
                vec![(Stuff::Mat, level(camera, from, to, 0.0, HALF + 2.0))]
            }
            Self::Seat {
                ends: [from, to],
                top,
            } => {
                let at = |x, y, z| camera.spot(vector(x, y, z));
                let front = [(from, 0.0), (to, 0.0), (to, top), (from, top)];
                let side = [(0.0, -HALF), (0.0, HALF), (top, HALF), (top, -HALF)];
                vec![
                    (Stuff::Shade, side.map(|(y, z)| at(from, y, z)).to_vec()),
                    (Stuff::Wood, front.map(|(x, y)| at(x, y, HALF)).to_vec()),
                    (Stuff::Mat, level(camera, from, to, top, HALF)),
                ]
            }
            Self::Cushion { middle, half } => vec![(Stuff::Wood, cushion(camera, middle, half))],
        };
        let smooth = matches!(self, Self::Cushion { .. });
        let spots = faces.iter().flat_map(|(_, spots)| spots.clone()).collect();
        let shapes = faces.iter().map(|(stuff, spots)| Shape {
            stuff: *stuff,
            path: if smooth { path(spots) } else { polygon(spots) },
        });
        let layer = Layer {
            far: false,
            shapes: shapes.collect(),
        };
        (layer, spots)
    }
}

fn level(camera: Camera, from: f64, to: f64, height: f64, half: f64) -> Vec<Spot> {
    [(from, -half), (to, -half), (to, half), (from, half)]
        .map(|(x, z)| camera.spot(vector(x, height, z)))
        .to_vec()
}

fn cushion(camera: Camera, middle: Vector, half: Vector) -> Vec<Spot> {
    let round = |aside: f64| Round {
        middle: middle + vector(0.0, 0.0, aside),
        axes: [
            vector(half.x, 0.0, 0.0),
            vector(0.0, half.y, 0.0),
            vector(0.0, 0.0, half.y),
        ],
    };
    let inner = half.z - half.y;
    let slices = [-inner, 0.0, inner].map(|aside| Seen::by(camera, &round(aside)));
    around(&slices)
}

fn polygon(spots: &[Spot]) -> String {
    let mut text = String::new();
    for (nth, spot) in spots.iter().enumerate() {
        let sign = if nth == 0 { 'M' } else { 'L' };
        // Writing to a string never fails.
        let _ = write!(text, "{sign}{:.1} {:.1}", spot.x, spot.y);
    }
    text.push('Z');
    text
}
