//! The figure of a posture.

use leptos::prelude::*;

use crate::figure::picture::{Figure, Layer, Stuff, picture};
use crate::library;

/// Around a picture, so that its line is not cut off.
const MARGIN: f64 = 1.5;

/// The figure of a posture, as it works on the right side, or mirrored, so `far` on the way to the
/// far end of its movement. It means nothing to those who hear: the words say how to get into it.
pub(super) fn figure(
    posture: &str,
    mirrored: bool,
    far: impl Fn() -> f64 + Send + 'static,
) -> Option<AnyView> {
    library::figure(posture).map(|figure| {
        let layers = move || picture(figure, far()).layers;
        let layers = move || layers().into_iter().map(painted).collect_view();
        view! {
            <svg class="figure" class:mirrored=mirrored viewBox=view_box(figure) aria-hidden="true" focusable="false">
                {layers}
            </svg>
        }
        .into_any()
    })
}

/// What is seen of a figure, from one end of its movement to the other.
fn view_box(figure: &Figure) -> String {
    let (one, other) = (picture(figure, 0.0).bounds, picture(figure, 1.0).bounds);
    let (left, top) = (one.0.x.min(other.0.x), one.0.y.min(other.0.y));
    let (right, bottom) = (one.1.x.max(other.1.x), one.1.y.max(other.1.y));
    format!(
        "{:.1} {:.1} {:.1} {:.1}",
        left - MARGIN,
        top - MARGIN,
        right - left + 2.0 * MARGIN,
        bottom - top + 2.0 * MARGIN
    )
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
