//! A picture of a pose: shapes in the order in which they are painted.

use super::camera::{Camera, Spot};
use super::contour::{Round, Seen, around, path};
use super::flesh;
use super::order::from_far_to_near;
use super::pose::Pose;
use super::prop::Prop;
use super::skeleton::Skeleton;

/// What a shape is of: it decides the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stuff {
    /// Skin.
    Skin,
    /// The shirt.
    Shirt,
    /// The trousers.
    Trousers,
    /// Hair.
    Hair,
    /// Where it is felt.
    Felt,
    /// A mat, and whatever is lit from above.
    Mat,
    /// The side of a thing that looks at the viewer.
    Wood,
    /// The side of a thing that lies in the shade.
    Shade,
}

/// A shape of one colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is of.
    pub stuff: Stuff,
    /// Its path.
    pub path: String,
}

/// Shapes that one line goes around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Whether it is on the far side, and a tone darker.
    pub far: bool,
    /// The shapes, in the order in which they are painted.
    pub shapes: Vec<Shape>,
}

impl Layer {
    /// The path of the line around all of it. Where it is felt lies inside, and has none.
    pub fn line(&self) -> String {
        let lined = self.shapes.iter().filter(|it| it.stuff != Stuff::Felt);
        lined.map(|shape| shape.path.as_str()).collect()
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The layers, in the order in which they are painted.
    pub layers: Vec<Layer>,
    /// The upper left and the lower right corner of what is painted.
    pub bounds: (Spot, Spot),
}

/// Where it is felt: a part of the body, and which of its slices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Nowhere in particular.
    Nowhere,
    /// The lower back.
    LowerBack,
    /// All of the back.
    Back,
    /// The buttock of the leg that is in front.
    Buttock,
    /// The backs of both thighs.
    Hamstrings,
}

/// What is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The pose of the body, as it works on the right side.
    pub pose: Pose,
    /// The far end of its movement, if it moves.
    pub there: Option<Pose>,
    /// What stands in the room, in the order in which it is painted.
    pub props: &'static [Prop],
    /// Where it is felt.
    pub felt: Felt,
    /// Where it is seen from.
    pub camera: Camera,
}

/// A part of the body: tubes of slices, each of one stuff.
pub(super) struct BodyPart {
    pub(super) far: bool,
    pub(super) tubes: Vec<(Stuff, Vec<Seen>)>,
}

impl Figure {
    /// The pose so far on the way to the far end: from 0 to 1.
    pub fn pose_at(&self, far: f64) -> Pose {
        let there = self.there.as_ref();
        there.map_or(self.pose, |there| self.pose.towards(there, far))
    }
}

/// The picture of a figure, so far on the way to the far end of its movement: first the room, then
/// the body from far to near.
pub fn picture(figure: &Figure, far: f64) -> Picture {
    let mut layers = Vec::new();
    let mut corners = Vec::new();
    for prop in figure.props {
        let (layer, spots) = prop.painted(figure.camera);
        layers.push(layer);
        corners.extend(spots);
    }
    let skeleton = Skeleton::of(&figure.pose_at(far));
    for part in from_far_to_near(parts(&skeleton, figure.felt, figure.camera)) {
        let shapes = part.tubes.iter().map(|(stuff, tube)| {
            let line = around(tube);
            let path = path(&line);
            corners.extend(line);
            Shape {
                stuff: *stuff,
                path,
            }
        });
        let shapes = shapes.collect();
        layers.push(Layer {
            far: part.far,
            shapes,
        });
    }
    let bounds = bounds(&corners);
    Picture { layers, bounds }
}

/// The upper left and the lower right corner around some spots.
fn bounds(spots: &[Spot]) -> (Spot, Spot) {
    let first = spots.first().copied().unwrap_or_default();
    spots.iter().fold((first, first), |(least, most), spot| {
        let least = Spot {
            x: least.x.min(spot.x),
            y: least.y.min(spot.y),
        };
        let most = Spot {
            x: most.x.max(spot.x),
            y: most.y.max(spot.y),
        };
        (least, most)
    })
}

/// The parts of the body, each under one line of its own.
fn parts(skeleton: &Skeleton, felt: Felt, camera: Camera) -> Vec<BodyPart> {
    let seen = |tube: Vec<Round>| -> Vec<Seen> {
        tube.iter().map(|round| Seen::by(camera, round)).collect()
    };
    let trunk = seen(flesh::trunk(skeleton));
    let mut parts = Vec::new();
    let near = nearer(skeleton, camera);
    for (nth, leg) in skeleton.legs.iter().enumerate() {
        let mut tubes = vec![
            (Stuff::Skin, seen(flesh::foot(leg))),
            (Stuff::Trousers, seen(flesh::shin(leg))),
            (Stuff::Trousers, seen(flesh::thigh(leg))),
        ];
        match felt {
            Felt::Hamstrings => tubes.push((Stuff::Felt, seen(flesh::back_of_thigh(leg)))),
            Felt::Buttock if nth == 0 => tubes.push((Stuff::Felt, seen(flesh::buttock(leg)))),
            Felt::Buttock | Felt::Nowhere | Felt::LowerBack | Felt::Back => {}
        }
        if nth == near {
            // The hips go with the nearer leg, so that no line parts them from its thigh.
            tubes.insert(0, (Stuff::Trousers, trunk[..3].to_vec()));
        }
        parts.push(BodyPart {
            far: nth != near,
            tubes,
        });
    }
    for (nth, arm) in skeleton.arms.iter().enumerate() {
        let tubes = vec![
            (Stuff::Skin, seen(flesh::hand(arm))),
            (Stuff::Skin, seen(flesh::forearm(arm))),
            (Stuff::Skin, seen(flesh::upper_arm(arm))),
            (Stuff::Shirt, seen(flesh::sleeve(arm))),
        ];
        parts.push(BodyPart {
            far: nth != near,
            tubes,
        });
    }
    let mut tubes = vec![
        (Stuff::Skin, seen(flesh::neck(skeleton))),
        (Stuff::Shirt, trunk[1..].to_vec()),
    ];
    let back = |from, to| (Stuff::Felt, seen(flesh::back(skeleton, from, to)));
    match felt {
        Felt::LowerBack => tubes.push(back(2, 5)),
        Felt::Back => tubes.push(back(2, 7)),
        Felt::Buttock | Felt::Nowhere | Felt::Hamstrings => {}
    }
    parts.push(BodyPart { far: false, tubes });
    parts.push(BodyPart {
        far: false,
        tubes: vec![
            (Stuff::Hair, seen(flesh::bun(skeleton))),
            (Stuff::Skin, seen(flesh::head(skeleton))),
            (Stuff::Hair, seen(flesh::hair(skeleton))),
        ],
    });
    parts
}

/// Which of the two sides is nearer the viewer.
fn nearer(skeleton: &Skeleton, camera: Camera) -> usize {
    let depth = |nth: usize| camera.see(skeleton.legs[nth].upper.from).1;
    usize::from(depth(1) > depth(0))
}
