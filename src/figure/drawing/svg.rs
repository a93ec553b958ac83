//! A picture as SVG, coloured by classes.

use std::fmt::Write as _;

use super::extent::Extent;
use super::path::FINE;
use super::picture::{Picture, Stuff};
use crate::figure::space::whole;

/// The margin around a picture, so that its line is not cut off.
const MARGIN: f64 = 1.5;

impl Stuff {
    /// The class of shapes made of this.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Skin => "skin",
            Self::Shirt => "shirt",
            Self::Trousers => "trousers",
            Self::Hair => "hair",
            Self::Felt => "felt",
            Self::Mat => "mat",
            Self::Wood => "wood",
            Self::Shade => "shade",
            Self::Strap => "strap",
        }
    }
}

/// The layers of a picture, one after the other. Each is a group, with the class `far` if it is on the far side; its
/// line has the class `line`.
pub fn groups(picture: &Picture) -> String {
    let mut text = String::new();
    for layer in &picture.layers {
        let far = if layer.far { " class=\"far\"" } else { "" };
        // Writing to a string never fails.
        let _ = write!(text, "<g{far}><path class=\"line\" d=\"{}\"/>", layer.line);
        for shape in &layer.shapes {
            let _ = write!(
                text,
                "\n<path class=\"{}\" d=\"{}\"/>",
                shape.stuff.class(),
                shape.path
            );
        }
        text.push_str("</g>\n");
    }
    text
}

/// Only the lines of a picture, as one path with the class `ghost`: for showing where a body comes from.
pub fn ghost(picture: &Picture) -> String {
    let lines: String = picture
        .layers
        .iter()
        .map(|layer| layer.line.as_str())
        .collect();
    format!("<path class=\"ghost\" d=\"{lines}\"/>")
}

/// What is shown of a picture with this extent.
#[must_use]
pub fn shown(extent: Extent) -> Extent {
    extent.widened(MARGIN)
}

/// The same as a `viewBox` value, in the units of paths.
pub fn view_box(extent: Extent) -> String {
    let shown = shown(extent);
    let [width, height] = shown.size();
    let numbers = [shown.least.x, shown.least.y, width, height];
    let [left, top, width, height] = numbers.map(|length| whole(length * FINE));
    format!("{left} {top} {width} {height}")
}
