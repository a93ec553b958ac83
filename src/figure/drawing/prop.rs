//! The things in the room: a mat, a chair, a wall, a cushion. Lengths are in hundredths of the body's height.

use super::camera::{Camera, PicturePoint};
use super::contour::Ellipse;
use super::order::Blob;
use crate::figure::body::flesh::Ellipsoid;
use crate::figure::pose::{DESK, SEAT, STEP};
use crate::figure::space::{Vector, vector};

/// Something in the room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prop {
    /// A mat on the floor: where it begins and ends, to the front.
    Mat([f64; 2]),
    /// A chair: where its seat begins and ends, to the front; the second number is the end with the back.
    Chair([f64; 2]),
    /// A step or a low box, likewise.
    Step([f64; 2]),
    /// A desk, likewise.
    Desk([f64; 2]),
    /// A wall this far to the front, from the floor up; seen from the side that the body is on.
    Wall(f64),
    /// A cushion.
    Cushion {
        /// The centre.
        middle: Vector,
        /// Half its length, height and width.
        half: Vector,
    },
    /// A strap around the right foot, held in both hands.
    Strap,
}

/// Half the width of a mat, of a seat, and of other things.
const MAT: f64 = 18.0;
const CHAIR: f64 = 13.0;
const WIDE: f64 = 17.0;
/// How high a wall and the back of a chair are drawn.
const WALL: f64 = 80.0;
const BACK: f64 = 55.0;
/// How thick boards are, and half the thickness of the legs of a chair.
const BOARD: f64 = 2.2;
const LEG: f64 = 1.1;

/// A side of a thing, which decides how light it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PropSide {
    /// Faces up, or is lit from above.
    Top,
    /// Faces the viewer.
    Near,
    /// Lies in the shade.
    Shade,
}

/// A piece of a thing: a box with straight edges, or something soft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// The corner with the smallest coordinates, and the one opposite.
    Box(Vector, Vector),
    /// Ellipsoids in a row.
    Soft(Vec<Ellipsoid>),
}

impl Prop {
    /// Whether it lies behind everything: other things stand on it or against it.
    pub(crate) const fn is_ground(&self) -> bool {
        matches!(self, Self::Mat(_) | Self::Wall(_))
    }

    /// The pieces that it is made of.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        let board = |from: [f64; 3], to: [f64; 3]| {
            Piece::Box(
                vector(from[0], from[1], from[2]),
                vector(to[0], to[1], to[2]),
            )
        };
        match *self {
            Self::Mat([from, to]) => vec![board([from, 0.0, -MAT], [to, 0.0, MAT])],
            Self::Wall(at) => vec![board([at, 0.0, -WIDE - 6.0], [at, WALL, WIDE + 6.0])],
            Self::Step([from, to]) => vec![board([from, 0.0, -WIDE], [to, STEP, WIDE])],
            Self::Desk([from, to]) => {
                let thick = 2.0 * LEG;
                let leg = |x: f64, z: f64| board([x, 0.0, z], [x + thick, DESK - BOARD, z + thick]);
                let (far, near) = (1.0 - WIDE, WIDE - 1.0 - thick);
                vec![
                    leg(from + 1.0, far),
                    leg(to - 1.0 - thick, far),
                    leg(from + 1.0, near),
                    leg(to - 1.0 - thick, near),
                    board([from, DESK - BOARD, -WIDE], [to, DESK, WIDE]),
                ]
            }
            Self::Chair([front, back]) => chair(front, back),
            Self::Cushion { middle, half } => vec![Piece::Soft(cushion(middle, half))],
            Self::Strap => Vec::new(),
        }
    }
}

fn chair(front: f64, back: f64) -> Vec<Piece> {
    let inwards = (back - front).signum();
    let board = |from: [f64; 3], to: [f64; 3]| {
        let (left, right) = (from[0].min(to[0]), from[0].max(to[0]));
        Piece::Box(vector(left, from[1], from[2]), vector(right, to[1], to[2]))
    };
    let leg = |x: f64, z: f64| {
        board(
            [x, 0.0, z - LEG],
            [x + inwards * 2.0 * LEG, SEAT - BOARD, z + LEG],
        )
    };
    let mut pieces = Vec::new();
    for x in [front + inwards, back - inwards * 3.0 * LEG] {
        for z in [LEG - CHAIR, CHAIR - LEG] {
            pieces.push(leg(x, z));
        }
    }
    pieces.push(board([front, SEAT - BOARD, -CHAIR], [back, SEAT, CHAIR]));
    pieces.push(board(
        [back - inwards * BOARD, SEAT, -CHAIR],
        [back, BACK, CHAIR],
    ));
    pieces
}

fn cushion(middle: Vector, half: Vector) -> Vec<Ellipsoid> {
    let round = |aside: f64| Ellipsoid {
        middle: middle + vector(0.0, 0.0, aside),
        axes: [
            vector(half.x, 0.0, 0.0),
            vector(0.0, half.y, 0.0),
            vector(0.0, 0.0, half.y),
        ],
    };
    let inner = (half.z - half.y).max(0.1);
    [-inner, 0.0, inner].map(round).to_vec()
}

/// The sides of a box that a camera sees, farthest first, and the area they cover.
pub(crate) fn sides(
    low: Vector,
    high: Vector,
    camera: Camera,
) -> (Vec<(PropSide, [PicturePoint; 4])>, Vec<Blob>) {
    let eye = camera.towards_viewer();
    let (x, z) = (
        if eye.x > 0.0 { high.x } else { low.x },
        if eye.z > 0.0 { high.z } else { low.z },
    );
    let across = [
        vector(x, low.y, low.z),
        vector(x, low.y, high.z),
        vector(x, high.y, high.z),
        vector(x, high.y, low.z),
    ];
    let along = [
        vector(low.x, low.y, z),
        vector(high.x, low.y, z),
        vector(high.x, high.y, z),
        vector(low.x, high.y, z),
    ];
    let level = [
        vector(low.x, high.y, low.z),
        vector(high.x, high.y, low.z),
        vector(high.x, high.y, high.z),
        vector(low.x, high.y, high.z),
    ];
    let flat = |corners: [Vector; 4]| {
        let normal = (corners[1] - corners[0]).cross(corners[3] - corners[0]);
        normal.dot(eye).abs() < 1e-6 * normal.length().max(1e-9) || normal.length() < 1e-9
    };
    let faces = [
        (PropSide::Shade, across),
        (PropSide::Near, along),
        (PropSide::Top, level),
    ];
    let seen = faces.into_iter().filter(|(_, corners)| !flat(*corners));
    let mut blobs = Vec::new();
    let mut spots = Vec::new();
    for (side, corners) in seen {
        blobs.extend(covered(corners, camera));
        spots.push((side, corners.map(|corner| camera.spot(corner))));
    }
    (spots, blobs)
}

/// Blobs all over a side, so close that nothing slips between them.
fn covered(corners: [Vector; 4], camera: Camera) -> Vec<Blob> {
    const APART: f64 = 4.0;
    let [from, along, _, across] = corners;
    let (one, two) = (along - from, across - from);
    // At least one blob each way, each in the middle of its share of the side.
    let middles = |way: Vector| {
        let count = (way.length() / APART).ceil().max(1.0);
        let parts = std::iter::successors(Some(0.5), |part| Some(part + 1.0));
        let parts = parts.take_while(move |part| *part < count);
        (
            parts.map(move |part| way * (part / count)),
            way.length() / count,
        )
    };
    let ((ones, long), (twos, wide)) = (middles(one), middles(two));
    let radius = 0.6 * long.max(wide);
    let blob = |point: Vector| {
        let (middle, depth) = camera.see(point);
        Blob {
            middle,
            radius,
            depth,
        }
    };
    ones.flat_map(|one| twos.clone().map(move |two| blob(from + one + two)))
        .collect()
}

/// What a camera sees of something soft.
pub(crate) fn soft(rounds: &[Ellipsoid], camera: Camera) -> Vec<Ellipse> {
    rounds
        .iter()
        .map(|round| Ellipse::by(camera, round))
        .collect()
}
