//! Checks that a sheet can be drawn: joints are within their limits, contacts touch, and nothing goes through the
//! floor.

use crate::figure::body::flesh;
use crate::figure::body::{Physique, SLIGHT, STURDY};
use crate::figure::drawing::prop::Prop;
use crate::figure::notation::{Figure, FigureSet, Named};
use crate::figure::pose::{Pose, Support};
use crate::figure::stance::Stance;
use crate::figure::stance::limits::{TooFar, too_far};

/// How far a part may be from what it touches, in hundredths of the body's height.
pub const TOLERANCE: f64 = 0.5;

/// A pose in which something is wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: the pose `{pose}`: {flaw}")]
pub struct PoseError {
    /// The first line of the pose on the sheet.
    pub line: usize,
    /// The name of the pose.
    pub pose: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What can be wrong with a body in a pose.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Flaw {
    /// A joint goes too far.
    #[error(transparent)]
    TooFar(TooFar),
    /// A part that should rest on something does not touch it.
    #[error("{part} should rest on {on}, and is {gap:.1} above it")]
    Gap {
        /// The part.
        part: String,
        /// What it should rest on.
        on: String,
        /// How far the part is above it; negative is inside.
        gap: f64,
    },
    /// A hand or foot does not reach its place.
    #[error("{limb} misses its place by {by:.1}")]
    Miss {
        /// The limb.
        limb: String,
        /// By how much.
        by: f64,
    },
    /// A part goes through the floor.
    #[error("{part} goes through the floor by {by:.1}")]
    Through {
        /// The part.
        part: String,
        /// By how much.
        by: f64,
    },
    /// The body rests on nothing.
    #[error("it rests on nothing")]
    Floats,
}

/// What is wrong with some poses of a sheet, in any build.
pub fn faults(poses: &[Named<Pose>]) -> Vec<PoseError> {
    let mut faults = Vec::new();
    for pose in poses {
        let mut flaws = Vec::new();
        for body in [&SLIGHT, &STURDY] {
            flaws.extend(flaws_of(&Stance::of(&pose.what, body), body));
            if !flaws.is_empty() {
                break;
            }
        }
        faults.extend(flaws.into_iter().map(|flaw| PoseError {
            line: pose.line,
            pose: pose.name.clone(),
            flaw,
        }));
    }
    faults
}

/// A figure with a pose that rests on, or reaches for, something that isn't around it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: the figure `{figure}`: its pose `{pose}` needs {what}, and there is none")]
pub struct Lacking {
    /// The first line of the figure on the sheet.
    pub line: usize,
    /// The name of the figure.
    pub figure: String,
    /// The pose.
    pub pose: String,
    /// What is not there.
    pub what: &'static str,
}

/// What is missing around some figures of a sheet.
pub fn lacking(sheet: &FigureSet, figures: &[Named<Figure>]) -> Vec<Lacking> {
    let of_figure = |figure: &Named<Figure>| {
        let what = &figure.what;
        let lacks = what.stations().filter_map(|place| {
            let pose = &sheet.poses[place];
            let lacks = |on: &Support| !what.scene.props.iter().any(|prop| carries(prop, *on));
            let lacked = pose.what.supports().find(lacks);
            lacked.and_then(called).map(|what| Lacking {
                line: figure.line,
                figure: figure.name.clone(),
                pose: pose.name.clone(),
                what,
            })
        });
        lacks.collect::<Vec<_>>()
    };
    figures.iter().flat_map(of_figure).collect()
}

/// Whether something in the room is this support.
const fn carries(prop: &Prop, support: Support) -> bool {
    match support {
        Support::Floor => true,
        Support::Seat => matches!(prop, Prop::Chair(_)),
        Support::Step => matches!(prop, Prop::Step(_)),
        Support::Desk => matches!(prop, Prop::Desk(_)),
        Support::Wall => matches!(prop, Prop::Wall(_)),
        Support::Strap => matches!(prop, Prop::Strap),
        Support::Cushion(_) => matches!(prop, Prop::Cushion { .. }),
    }
}

/// The name of a support; `None` for the floor, which is always there.
const fn called(support: Support) -> Option<&'static str> {
    match support {
        Support::Floor => None,
        Support::Seat => Some("a chair"),
        Support::Step => Some("a step"),
        Support::Desk => Some("a desk"),
        Support::Wall => Some("a wall"),
        Support::Strap => Some("a strap"),
        Support::Cushion(_) => Some("a cushion"),
    }
}

/// What is wrong with a body in a stance.
pub fn flaws_of(stance: &Stance, body: &Physique) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = too_far(&stance.skeleton)
        .into_iter()
        .map(Flaw::TooFar)
        .collect();
    if stance.rests.is_empty() {
        flaws.push(Flaw::Floats);
    }
    for rest in &stance.rests {
        let gap = stance.gap(rest, body);
        if gap.abs() > TOLERANCE {
            flaws.push(Flaw::Gap {
                part: format!("{:?}", rest.part),
                on: format!("{:?}", rest.on),
                gap,
            });
        }
    }
    for reach in &stance.reaches {
        let by = stance.miss(reach, body);
        if by > TOLERANCE {
            let limb = format!("{:?}", reach.limb);
            flaws.push(Flaw::Miss { limb, by });
        }
    }
    for part in flesh::parts() {
        let by = -flesh::lowest(&stance.skeleton, part, body);
        if by > TOLERANCE {
            let part = format!("{part:?}");
            flaws.push(Flaw::Through { part, by });
        }
    }
    flaws
}
