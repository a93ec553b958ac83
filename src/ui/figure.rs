//! The figure of a posture.

use leptos::prelude::*;

use super::app;
use crate::domain::looks::Build;
use crate::figure::body::{Body, SLIGHT, STURDY};
use crate::figure::drawing::picture::{Layer, Picture};
use crate::figure::drawing::svg::view_box;
use crate::figure::reel::{At, Reel};
use crate::library::{figure, sheet};
use crate::text::en;

/// The body that figures have.
pub(super) fn body() -> Memo<&'static Body> {
    let app = app();
    Memo::new(
        move |_| match app.model.with(|model| model.settings.figure.build) {
            Build::Slight => &SLIGHT,
            Build::Sturdy => &STURDY,
        },
    )
}

/// The figure of a posture at rest, working on the right side. What it shows is told in words.
pub(super) fn illustration(posture: &str) -> Option<impl IntoView + use<>> {
    let reel = at_rest(posture)?;
    let drawn = layers(reel.picture(At::POSTURE));
    Some(view! {
        <svg class="figure" viewBox=view_box(reel.frame(At::POSTURE)) role="img" aria-label=words(&reel, false) focusable="false">
            {drawn}
        </svg>
    })
}

/// The same beside words that need no picture: it means nothing to those who hear.
pub(super) fn decoration(posture: &str) -> Option<impl IntoView + use<>> {
    let reel = at_rest(posture)?;
    let drawn = layers(reel.picture(At::POSTURE));
    Some(view! {
        <svg class="figure" viewBox=view_box(reel.frame(At::POSTURE)) aria-hidden="true" focusable="false">
            {drawn}
        </svg>
    })
}

fn at_rest(posture: &str) -> Option<Reel> {
    let body = body().get_untracked();
    figure(posture).map(|figure| Reel::of_posture(sheet(), figure, body))
}

/// What a figure shows, for those who can't see it.
pub(super) fn words(reel: &Reel, mirrored: bool) -> String {
    match reel.facts(mirrored) {
        (posture, None) => en::description(&posture),
        (from, Some(to)) => en::movement(&from, &to),
    }
}

/// The layers of a picture.
pub(super) fn layers(picture: Picture) -> impl IntoView {
    picture.layers.into_iter().map(painted).collect_view()
}

fn painted(layer: Layer) -> impl IntoView {
    let shapes = layer.shapes.into_iter().map(|shape| {
        view! { <path class=shape.stuff.class() d=shape.path/> }
    });
    view! {
        <g class:far=layer.far>
            <path class="line" d=layer.line/>
            {shapes.collect_view()}
        </g>
    }
}

/// The lines of a picture, for where one comes from.
pub(super) fn ghost(picture: &Picture) -> impl IntoView + use<> {
    let lines: String = picture
        .layers
        .iter()
        .map(|layer| layer.line.as_str())
        .collect();
    view! { <path class="ghost" d=lines/> }
}
