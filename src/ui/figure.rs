//! The figure of a posture.

use leptos::prelude::*;

use crate::figure::picture::{Layer, Picture, Stuff, picture};
use crate::library;

/// Around a picture, so that its line is not cut off.
const MARGIN: f64 = 1.5;

/// The figure of a posture, as it works on the right side, or mirrored. It means nothing to those
/// who hear: the words say how to get into it.
pub(super) fn figure(posture: &str, mirrored: bool) -> impl IntoView + use<> {
    library::figure(posture).map(|figure| {
        let Picture { layers, bounds } = picture(figure);
        let (least, most) = bounds;
        let view_box = format!(
            "{:.1} {:.1} {:.1} {:.1}",
            least.x - MARGIN,
            least.y - MARGIN,
            most.x - least.x + 2.0 * MARGIN,
            most.y - least.y + 2.0 * MARGIN
        );
        view! {
            <svg class="figure" class:mirrored=mirrored viewBox=view_box aria-hidden="true" focusable="false">
                {layers.into_iter().map(painted).collect_view()}
            </svg>
        }
    })
}

fn painted(layer: Layer) -> impl IntoView {
    let line = layer.line();
    let shapes = layer.shapes.into_iter().map(|shape| {
        view! { <path class=class(shape.stuff) d=shape.path/> }
    });
    view! {
        <g class:far=layer.far>
            <path class="line" d=line/>
            {shapes.collect_view()}
        </g>
    }
}

const fn class(stuff: Stuff) -> &'static str {
    match stuff {
        Stuff::Skin => "skin",
        Stuff::Shirt => "shirt",
        Stuff::Trousers => "trousers",
        Stuff::Hair => "hair",
        Stuff::Felt => "felt",
        Stuff::Mat => "mat",
        Stuff::Wood => "wood",
        Stuff::Shade => "shade",
    }
}
