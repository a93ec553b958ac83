//! A picture as SVG, coloured by classes.

use std::fmt::Write as _;

use super::path::FINE;
use super::picture::{Picture, Stuff};
use crate::figure::space::whole;

/// Around a picture, so that its line is not cut off.
const MARGIN: f64 = 1.5;

impl Stuff {
    /// The class of shapes of this.
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

/// The layers of a picture, one after the other. Each is a group, of the class `far` if it is on the
/// far side; its line has the class `line`.
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

/// What is to be seen of some pictures of one figure, in units of the room: the left edge, the top, the
/// width, the height.
pub fn frame<'a>(pictures: impl IntoIterator<Item = &'a Picture>) -> [f64; 4] {
    let far = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    let [left, top, right, bottom] = pictures.into_iter().fold(far, |edges, picture| {
        let (least, most) = picture.bounds;
        [
            edges[0].min(least.x),
            edges[1].min(least.y),
            edges[2].max(most.x),
            edges[3].max(most.y),
        ]
    });
    [
        left - MARGIN,
        top - MARGIN,
        right - left + 2.0 * MARGIN,
        bottom - top + 2.0 * MARGIN,
    ]
}

/// A frame as the value of a `viewBox`, in the units of paths.
pub fn view_box(frame: [f64; 4]) -> String {
    let [left, top, width, height] = frame.map(|edge| whole(edge * FINE));
    format!("{left} {top} {width} {height}")
}
