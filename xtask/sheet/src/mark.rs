//! What is on the icon: the back that is arched up as a cat does it.
//!
//! Of the postures it is the one whose outline says what the app is about and that still reads on 16
//! pixels: a bridge with an opening below it. It is seen from exactly the side, where one arm and one
//! leg hide the other, and drawn in two flat colours without a line.

use anyhow::{Context, Result};
use limber::figure::body::SLIGHT;
use limber::figure::body::flesh::{Round, part};
use limber::figure::body::head::knot;
use limber::figure::body::skeleton::Skeleton;
use limber::figure::drawing::camera::Camera;
use limber::figure::drawing::contour::{Seen, around};
use limber::figure::notation::FigureSet;
use limber::figure::part::{BodyPart, Hand, Limb};
use limber::figure::stance::Stance;

use crate::colours::token;
use crate::outline::{Outline, Placing};

/// The pose.
const POSE: &str = "cat";
/// Exactly from the side, at the height of the back.
const SIDE: Camera = Camera {
    around: 0.0,
    above: 0.0,
};
/// So much is added to limbs on every side, in hundredths of the body's height: what is drawn for a
/// hand of pixels has to be stouter than a body is.
const STOUTER: f64 = 1.0;
/// Points of a line that are nearer to each other than this, in the same unit, are one.
const NEAR: f64 = 1.2;
/// How thick the neck is, from its middle.
const NECK: f64 = 2.8;

/// The side of an icon, in units of its SVG.
pub(crate) const SIDE_LENGTH: f64 = 512.0;
/// How round its corners are, where they are round.
const CORNER: f64 = 112.0;

/// How an icon is cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// With round corners, and nothing outside of them.
    Round,
    /// As a full square, which whoever shows it cuts as they like.
    Full,
}

/// The posture in a few shapes, with its colours.
#[derive(Debug)]
pub(crate) struct Mark {
    head: Vec<Outline>,
    body: Vec<Outline>,
    /// The colours of the ground, of the head and of the body.
    colours: [String; 3],
}

impl Mark {
    /// The mark, from the poses and the colours of the page.
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

    /// The icon, with the mark in a circle in its middle whose diameter is this part of its side.
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

    /// Where the mark goes so that it lies in a circle of this diameter in the middle of the icon.
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
        // The corners of the rectangle around it lie on the circle.
        let scale = diameter / (right - left).hypot(bottom - top);
        let middle = |least: f64, most: f64| SIDE_LENGTH / 2.0 - f64::midpoint(least, most) * scale;
        Placing {
            scale,
            by: [middle(left, right), middle(top, bottom)],
        }
    }
}

/// Rows of slices: the head, its knot of hair, and the neck.
fn head(skeleton: &Skeleton) -> [Vec<Round>; 3] {
    let neck = [skeleton.neck.from, skeleton.neck.to].map(|end| Round::ball(end, NECK));
    [
        part(skeleton, BodyPart::Head, &SLIGHT),
        knot(skeleton),
        neck.to_vec(),
    ]
}

/// Rows of slices: the trunk in one, and the limbs on the viewer's side.
fn body(skeleton: &Skeleton) -> Vec<Vec<Round>> {
    let of = |which: BodyPart| part(skeleton, which, &SLIGHT);
    let mut trunk = of(BodyPart::Pelvis);
    trunk.extend(of(BodyPart::Chest));
    let near = [Limb::Leg(Hand::Right), Limb::Arm(Hand::Right)];
    let limbs = near.into_iter().flat_map(Limb::parts).map(of);
    std::iter::once(trunk).chain(limbs).collect()
}

/// The line around a row of slices, each made stouter.
fn outline(row: &[Round]) -> Outline {
    let seen: Vec<Seen> = row
        .iter()
        .map(|round| Round {
            axes: round
                .axes
                .map(|axis| axis * (1.0 + STOUTER / axis.length())),
            ..*round
        })
        .map(|round| Seen::by(SIDE, &round))
        .collect();
    Outline::through(&around(&seen)).thinned(NEAR)
}
