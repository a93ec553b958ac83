//! The mark on the icon: a back arched like a cat's.
//!
//! Of all postures it is the one whose outline says what the app is about and is still legible at 16 pixels: a bridge
//! with an opening below it. It is seen exactly from the side, where one arm and one leg hide the other, and drawn in
//! two flat colours without lines.

use anyhow::{Context, Result};
use limber::figure::body::SLIGHT;
use limber::figure::body::flesh::{Ellipsoid, part};
use limber::figure::body::head::knot;
use limber::figure::body::skeleton::Skeleton;
use limber::figure::drawing::camera::Camera;
use limber::figure::drawing::contour::{Ellipse, around};
use limber::figure::notation::FigureSet;
use limber::figure::part::{BodyPart, Hand, Limb};
use limber::figure::stance::Stance;

use crate::colours::token;
use crate::outline::{Outline, Placing};

/// The pose it shows.
const POSE: &str = "cat";
/// Exactly from the side, at the height of the back.
const SIDE: Camera = Camera {
    around: 0.0,
    above: 0.0,
};
/// How much is added to limbs on every side, in hundredths of the body's height: at a few pixels, they have to be
/// stouter than a body's.
const STOUTER: f64 = 1.0;
/// Points on an outline nearer than this, in the same unit, are merged.
const NEAR: f64 = 1.2;
/// The radius of the neck, in the same unit.
const NECK: f64 = 2.8;

/// The side of an icon, in its SVG's units.
pub(crate) const SIDE_LENGTH: f64 = 512.0;
/// The radius of rounded corners.
const CORNER: f64 = 112.0;

/// The shape of an icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// With rounded corners, transparent outside of them.
    Round,
    /// A full square, for the device to crop.
    Full,
}

/// The mark as a few shapes, with its colours.
#[derive(Debug)]
pub(crate) struct Mark {
    head: Vec<Outline>,
    body: Vec<Outline>,
    /// The colours of the background, the head and the body.
    colours: [String; 3],
}

impl Mark {
    /// The mark, from the poses and the page's colours.
    ///
    /// # Errors
    ///
    /// When the pose or a colour is missing.
    pub(crate) fn read(sheet: &FigureSet, css: &str) -> Result<Self> {
        let pose = sheet
            .pose(POSE)
            .with_context(|| format!("there is no pose called {POSE}"))?;
        let skeleton = Stance::of(pose, &SLIGHT).skeleton;
        let colour = |name: &str, theme: &str| {
            token(css, name, theme)
                .with_context(|| format!("--{name} has no colour in the {theme} theme"))
        };
        Ok(Self {
            head: head(&skeleton).iter().map(|it| outline(it)).collect(),
            body: body(&skeleton).iter().map(|it| outline(it)).collect(),
            colours: [
                colour("leaf", "light")?,
                colour("leaf", "dark")?,
                colour("on-leaf", "light")?,
            ],
        })
    }

    /// The icon as SVG, with the mark in a centred circle whose diameter is this fraction of the side.
    pub(crate) fn icon(&self, cut: Cut, circle: f64) -> String {
        let corner = match cut {
            Cut::Round => format!(" rx=\"{CORNER}\""),
            Cut::Full => String::new(),
        };
        let placing = self.placing(circle * SIDE_LENGTH);
        let lines = |shapes: &[Outline]| -> String {
            shapes.iter().map(|shape| shape.written(placing)).collect()
        };
        let [ground, head, body] = &self.colours;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE_LENGTH} {SIDE_LENGTH}\">\n\
             <rect width=\"{SIDE_LENGTH}\" height=\"{SIDE_LENGTH}\"{corner} fill=\"{ground}\"/>\n\
             <path fill=\"{head}\" d=\"{}\"/>\n<path fill=\"{body}\" d=\"{}\"/>\n</svg>\n",
            lines(&self.head),
            lines(&self.body),
        )
    }

    /// How to place the mark within a centred circle of this diameter.
    fn placing(&self, diameter: f64) -> Placing {
        let shapes = self.head.iter().chain(&self.body);
        let points = shapes.flat_map(Outline::points);
        let side = |axis: usize| {
            let all = points.clone().map(|point| point[axis]);
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), it| {
                (least.min(it), most.max(it))
            })
        };
        let ((left, right), (top, bottom)) = (side(0), side(1));
        // The corners of its bounding box lie on the circle.
        let scale = diameter / (right - left).hypot(bottom - top);
        let middle = |least: f64, most: f64| SIDE_LENGTH / 2.0 - f64::midpoint(least, most) * scale;
        Placing {
            scale,
            by: [middle(left, right), middle(top, bottom)],
        }
    }
}

/// The ellipsoids of the head, its knot of hair, and the neck.
fn head(skeleton: &Skeleton) -> [Vec<Ellipsoid>; 3] {
    let neck = [skeleton.neck.from, skeleton.neck.to].map(|end| Ellipsoid::ball(end, NECK));
    [
        part(skeleton, BodyPart::Head, &SLIGHT),
        knot(skeleton),
        neck.to_vec(),
    ]
}

/// The ellipsoids of the trunk, and of the limbs on the viewer's side.
fn body(skeleton: &Skeleton) -> Vec<Vec<Ellipsoid>> {
    let of = |which: BodyPart| part(skeleton, which, &SLIGHT);
    let mut trunk = of(BodyPart::Pelvis);
    trunk.extend(of(BodyPart::Chest));
    let near = [Limb::Leg(Hand::Right), Limb::Arm(Hand::Right)];
    let limbs = near.into_iter().flat_map(Limb::parts).map(of);
    std::iter::once(trunk).chain(limbs).collect()
}

/// The outline of a row of ellipsoids, each made stouter.
fn outline(row: &[Ellipsoid]) -> Outline {
    let seen: Vec<Ellipse> = row
        .iter()
        .map(|round| Ellipsoid {
            axes: round
                .axes
                .map(|axis| axis * (1.0 + STOUTER / axis.length())),
            ..*round
        })
        .map(|round| Ellipse::by(SIDE, &round))
        .collect();
    Outline::through(&around(&seen)).thinned(NEAR)
}
