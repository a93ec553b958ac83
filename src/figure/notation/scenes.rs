//! The lines of a figure.
//!
//! - `holds POSE`, or `moves POSE POSE …`: from which pose to which, perhaps through others.
//! - `into POSE …`: the poses that lead into it.
//! - `mat`, `chair`, `step`, `desk` with where it begins and ends, to the front; for a chair, the second number is the
//!   end with the back. `wall` with where it is.
//! - `cushion` with where its middle is, and half its length, height and width; `at` the height of its middle and
//!   `aside` how far to the right, if it does not lie on the floor in the middle.
//! - `strap`: around the right foot, held in both hands.
//! - `felt` and regions: `low back`, `mid back`, `back`, `belly`, `chest`, `flank`, `buttock`,
//!   `front hip`, `back thigh`, `front thigh`, `inner thigh`, `calf`, each after `right` or `left`
//!   if only there.
//! - `camera around DEGREES above DEGREES`.

use super::words::{LineTokens, Which, unexpected};
use super::{Figure, Problem};
use crate::figure::body::felt::FeltRegion;
use crate::figure::drawing::camera::Camera;
use crate::figure::drawing::picture::Scene;
use crate::figure::drawing::prop::Prop;
use crate::figure::part::Hand;
use crate::figure::space::vector;

/// Reads a line of a figure. `pose` finds a pose by name.
pub(super) fn add<'a>(
    figure: &mut Figure,
    posed: &mut bool,
    words: &mut LineTokens<'a>,
    pose: impl Fn(&mut LineTokens<'a>) -> Result<usize, Problem>,
) -> Result<(), Problem> {
    const EXPECTED: &str =
        "holds, moves, into, mat, chair, step, desk, wall, cushion, strap, felt or camera";
    let scene = &mut figure.scene;
    match words.next(EXPECTED)? {
        "holds" => {
            figure.pose = pose(words)?;
            *posed = true;
        }
        "moves" => {
            figure.pose = pose(words)?;
            figure.there.push(pose(words)?);
            while !words.is_empty() {
                figure.there.push(pose(words)?);
            }
            *posed = true;
        }
        "into" => {
            while !words.is_empty() {
                figure.into.push(pose(words)?);
            }
        }
        "mat" => scene.props.push(Prop::Mat(two(words)?)),
        "chair" => scene.props.push(Prop::Chair(two(words)?)),
        "step" => scene.props.push(Prop::Step(two(words)?)),
        "desk" => scene.props.push(Prop::Desk(two(words)?)),
        "wall" => scene.props.push(Prop::Wall(words.number()?)),
        "cushion" => scene.props.push(cushion(words)?),
        "strap" => scene.props.push(Prop::Strap),
        "felt" => felt(scene, words)?,
        "camera" => camera(&mut scene.camera, words)?,
        found => return Err(unexpected(found, EXPECTED)),
    }
    Ok(())
}

fn two(words: &mut LineTokens<'_>) -> Result<[f64; 2], Problem> {
    Ok([words.number()?, words.number()?])
}

fn cushion(words: &mut LineTokens<'_>) -> Result<Prop, Problem> {
    let front = words.number()?;
    let half = vector(words.number()?, words.number()?, words.number()?);
    let height = if words.take("at") {
        words.number()?
    } else {
        half.y
    };
    let aside = if words.take("aside") {
        words.number()?
    } else {
        0.0
    };
    Ok(Prop::Cushion {
        middle: vector(front, height, aside),
        half,
    })
}

fn camera(camera: &mut Camera, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    while !words.is_empty() {
        match words.next("around or above")? {
            "around" => camera.around = words.number()?,
            "above" => camera.above = words.number()?,
            found => return Err(unexpected(found, "around or above")),
        }
    }
    Ok(())
}

fn felt(scene: &mut Scene, words: &mut LineTokens<'_>) -> Result<(), Problem> {
    while !words.is_empty() {
        let which = words.which();
        let region = region(words)?;
        let hands = match which {
            Which::Both if !region.is_paired() => &[Hand::Right],
            Which::Both | Which::One(_) => which.hands(),
        };
        scene.felt.extend(hands.iter().map(|hand| (region, *hand)));
    }
    Ok(())
}

fn region(words: &mut LineTokens<'_>) -> Result<FeltRegion, Problem> {
    const EXPECTED: &str = "a region of the body";
    let word = words.next(EXPECTED)?;
    let next = words.peek().unwrap_or_default();
    let (region, two_words) = match (word, next) {
        ("low", "back") => (FeltRegion::LowBack, true),
        ("mid", "back") => (FeltRegion::MidBack, true),
        ("front", "hip") => (FeltRegion::FrontHip, true),
        ("back", "thigh") => (FeltRegion::BackThigh, true),
        ("front", "thigh") => (FeltRegion::FrontThigh, true),
        ("inner", "thigh") => (FeltRegion::InnerThigh, true),
        ("back", _) => (FeltRegion::Back, false),
        ("belly", _) => (FeltRegion::Belly, false),
        ("chest", _) => (FeltRegion::Chest, false),
        ("flank", _) => (FeltRegion::Flank, false),
        ("buttock", _) => (FeltRegion::Buttock, false),
        ("calf", _) => (FeltRegion::Calf, false),
        _ => return Err(unexpected(word, EXPECTED)),
    };
    if two_words {
        words.take(next);
    }
    Ok(region)
}
