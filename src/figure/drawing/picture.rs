//! A picture of a body in a room: shapes in the order in which they are painted.

use super::camera::Camera;
use super::extent::Extent;
use super::order::from_far_to_near;
use super::paint::{Outline, Painted, strap, things};
use super::painter::Painter;
use super::prop::Prop;
use crate::figure::body::Physique;
use crate::figure::body::felt::FeltRegion;
use crate::figure::part::{BodyPart, Hand};
use crate::figure::stance::Stance;

/// What a shape is made of, which decides its colour.
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
    /// A region where the posture is felt.
    Felt,
    /// A mat, or anything lit from above.
    Mat,
    /// The side of a thing that faces the viewer.
    Wood,
    /// The side of a thing that lies in the shade.
    Shade,
    /// A strap.
    Strap,
}

/// A shape of one colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is made of.
    pub stuff: Stuff,
    /// The path data.
    pub path: String,
}

/// Shapes that share a line around them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layer {
    /// Whether the layer is on the far side, and so a tone darker.
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
    /// The extent of what is painted.
    pub extent: Extent,
}

/// What is around a body, and how it is seen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The things in the room.
    pub props: Vec<Prop>,
    /// Where the posture is felt.
    pub felt: Vec<(FeltRegion, Hand)>,
    /// Where it is seen from.
    pub camera: Camera,
}

/// The picture of a body in a room, at a depth of breath from 0 to 1.
pub fn picture(stance: &Stance, scene: &Scene, body: &Physique, breath: f64) -> Picture {
    let (ground, solids) = painted(stance, scene, body, breath);
    let mut painted = ground;
    painted.extend(from_far_to_near(solids));
    Picture {
        layers: layers(&painted),
        extent: reach(&painted),
    }
}

/// The extent of such a picture, without painting it.
pub(crate) fn extent(stance: &Stance, scene: &Scene, body: &Physique, breath: f64) -> Extent {
    let (ground, solids) = painted(stance, scene, body, breath);
    reach(&ground).with(reach(&solids))
}

/// What is to be painted: the ground, which is behind everything, and what stands on it, in no order.
fn painted(
    stance: &Stance,
    scene: &Scene,
    body: &Physique,
    breath: f64,
) -> (Vec<Painted>, Vec<Painted>) {
    let camera = scene.camera;
    let painter = Painter {
        skeleton: &stance.skeleton,
        body,
        camera,
        felt: &scene.felt,
        breath,
    };
    let (ground, things_on_it): (Vec<&Prop>, Vec<&Prop>) =
        scene.props.iter().partition(|prop| prop.is_ground());
    let mut solids = painter.parts();
    for prop in things_on_it {
        if *prop == Prop::Strap && stance.holds_strap() {
            solids.push(strap(&stance.skeleton, camera));
        }
        solids.extend(things(prop, camera));
    }
    let ground = ground.into_iter().flat_map(|prop| things(prop, camera));
    (ground.collect(), solids)
}

/// How far the lines of some solids reach.
fn reach(solids: &[Painted]) -> Extent {
    let lined = solids.iter().flat_map(|solid| &solid.lined);
    Extent::of(lined.flat_map(|(_, outline)| outline.spots().iter().copied()))
}

/// Lays solids over each other. Successive parts of a limb share a line.
fn layers(solids: &[Painted]) -> Vec<Layer> {
    let mut layers = Vec::new();
    let mut done: Vec<BodyPart> = Vec::new();
    let together = |one: &Painted, two: &Painted| one.limb.is_some() && one.limb == two.limb;
    for group in solids.chunk_by(together) {
        let here: Vec<BodyPart> = group.iter().filter_map(|solid| solid.part).collect();
        let seams = seams(solids, &here, &done);
        layers.push(layer(group, &seams));
        done.extend(here);
    }
    layers
}

/// The layer of a group that shares a line: first the shapes with a line, then what hides the seams, where the posture
/// is felt, and the shapes without a line.
fn layer(group: &[Painted], seams: &[(Stuff, &Outline)]) -> Layer {
    let mut layer = Layer {
        far: group.iter().any(|solid| solid.far),
        ..Layer::default()
    };
    for (stuff, outline) in group.iter().flat_map(|solid| &solid.lined) {
        let path = outline.path();
        layer.line.push_str(&path);
        layer.paint(*stuff, path);
    }
    for (stuff, outline) in seams {
        layer.paint(*stuff, outline.path());
    }
    // Regions that overlap are merged, so that they are no darker where they meet.
    for depth in 0..2 {
        let regions = group.iter().flat_map(|solid| &solid.felt);
        let path: String = regions.map(|region| region[depth].path()).collect();
        if !path.is_empty() {
            layer.paint(Stuff::Felt, path);
        }
    }
    for (stuff, outline) in group.iter().flat_map(|solid| &solid.bare) {
        layer.paint(*stuff, outline.path());
    }
    layer
}

impl Layer {
    fn paint(&mut self, stuff: Stuff, path: String) {
        self.shapes.push(Shape { stuff, path });
    }
}

/// The patches over the seams between what is painted now and what was painted before.
fn seams<'a>(
    solids: &'a [Painted],
    here: &[BodyPart],
    done: &[BodyPart],
) -> Vec<(Stuff, &'a Outline)> {
    let across = |one: BodyPart, two: BodyPart| here.contains(&one) && done.contains(&two);
    let all = solids.iter().filter_map(|solid| {
        let (to, stuff, outline) = solid.seam.as_ref()?;
        let from = solid.part?;
        // A part on the far side ends behind the trunk, where its seam is seen.
        let on_trunk = matches!(to, BodyPart::Chest | BodyPart::Pelvis);
        let hidden = across(from, *to) || (across(*to, from) && !(on_trunk && solid.far));
        hidden.then_some((*stuff, outline))
    });
    all.collect()
}
