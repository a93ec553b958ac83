//! A picture of a body in a room: shapes in the order in which they are painted.

use super::camera::{Camera, Spot};
use super::contour::{around, hull};
use super::order::from_far_to_near;
use super::paint::{Outline, Painted, strap, things};
use super::painter::Painter;
use super::path::{smooth, straight};
use super::prop::Prop;
use crate::figure::body::Body;
use crate::figure::body::felt::Region;
use crate::figure::pose::{Hand, Part};
use crate::figure::stance::Stance;

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
    /// A strap.
    Strap,
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layer {
    /// Whether it is on the far side, and a tone darker.
    pub far: bool,
    /// The path of the line around all of it.
    pub line: String,
    /// The shapes, in the order in which they are painted over the line.
    pub shapes: Vec<Shape>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The layers, in the order in which they are painted.
    pub layers: Vec<Layer>,
    /// The upper left and the lower right corner of what is painted.
    pub bounds: (Spot, Spot),
}

/// What is around a body, and how it is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What stands in the room.
    pub props: Vec<Prop>,
    /// Where it is felt.
    pub felt: Vec<(Region, Hand)>,
    /// Where it is seen from.
    pub camera: Camera,
}

/// The picture of a body in a room, so deep in a breath: from 0 to 1.
pub fn picture(stance: &Stance, scene: &Scene, body: &Body, breath: f64) -> Picture {
    let camera = scene.camera;
    let painter = Painter {
        skeleton: &stance.skeleton,
        body,
        camera,
        felt: &scene.felt,
        breath,
    };
    let (ground, things_in_it): (Vec<&Prop>, Vec<&Prop>) =
        scene.props.iter().partition(|prop| prop.is_ground());
    let mut solids = painter.parts();
    for prop in things_in_it {
        if *prop == Prop::Strap && stance.holds_strap() {
            solids.push(strap(&stance.skeleton, camera));
        }
        solids.extend(things(prop, camera));
    }
    let ground = ground.into_iter().flat_map(|prop| things(prop, camera));
    let solids: Vec<Painted> = ground.chain(from_far_to_near(solids)).collect();
    let mut corners = Vec::new();
    let layers = layers(&solids, &mut corners);
    Picture {
        layers,
        bounds: bounds(&corners),
    }
}

/// Lays solids over each other. Parts of a limb that follow each other share a line.
fn layers(solids: &[Painted], corners: &mut Vec<Spot>) -> Vec<Layer> {
    let mut layers = Vec::new();
    let mut done: Vec<Part> = Vec::new();
    let together = |one: &Painted, two: &Painted| one.limb.is_some() && one.limb == two.limb;
    for group in solids.chunk_by(together) {
        let here: Vec<Part> = group.iter().filter_map(|solid| solid.part).collect();
        let seams = seams(solids, &here, &done);
        layers.push(layer(group, &seams, corners));
        done.extend(here);
    }
    layers
}

/// What shares a line: first all that has one, then what hides its seams, where it is felt, and what has
/// none.
fn layer(group: &[Painted], seams: &[(Stuff, &Outline)], corners: &mut Vec<Spot>) -> Layer {
    let mut layer = Layer {
        far: group.iter().any(|solid| solid.far),
        ..Layer::default()
    };
    for (stuff, outline) in group.iter().flat_map(|solid| &solid.lined) {
        let path = drawn(outline, corners);
        layer.line.push_str(&path);
        layer.paint(*stuff, path);
    }
    let bare = |outline: &Outline| drawn(outline, &mut Vec::new());
    for (stuff, outline) in seams {
        layer.paint(*stuff, bare(outline));
    }
    // Regions that overlap are one: no darker where they meet.
    for depth in 0..2 {
        let regions = group.iter().flat_map(|solid| &solid.felt);
        let path: String = regions.map(|region| bare(&region[depth])).collect();
        if !path.is_empty() {
            layer.paint(Stuff::Felt, path);
        }
    }
    for (stuff, outline) in group.iter().flat_map(|solid| &solid.bare) {
        layer.paint(*stuff, bare(outline));
    }
    layer
}

impl Layer {
    fn paint(&mut self, stuff: Stuff, path: String) {
        self.shapes.push(Shape { stuff, path });
    }
}

/// The patches over the seams between what is painted now and what was painted before.
fn seams<'a>(solids: &'a [Painted], here: &[Part], done: &[Part]) -> Vec<(Stuff, &'a Outline)> {
    let across = |one: Part, two: Part| here.contains(&one) && done.contains(&two);
    let all = solids.iter().filter_map(|solid| {
        let (to, stuff, outline) = solid.seam.as_ref()?;
        let from = solid.part?;
        // What is on the far side ends behind the trunk, and its seam is seen.
        let on_trunk = matches!(to, Part::Chest | Part::Pelvis);
        let hidden = across(from, *to) || (across(*to, from) && !(on_trunk && solid.far));
        hidden.then_some((*stuff, outline))
    });
    all.collect()
}

fn drawn(outline: &Outline, corners: &mut Vec<Spot>) -> String {
    match outline {
        Outline::Tube(tube) => {
            let line = around(tube);
            let path = smooth(&line);
            corners.extend(line);
            path
        }
        Outline::Hull(slices) => {
            let line = hull(slices);
            let path = smooth(&line);
            corners.extend(line);
            path
        }
        Outline::Corners(spots) => {
            corners.extend(spots);
            straight(spots)
        }
    }
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
