//! The figure of a posture.

use leptos::html::Span;
use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;

use super::app;
use super::live::{Memo, live};
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
        move || match app.model.with(|model| model.settings.figure.build) {
            Build::Slight => &SLIGHT,
            Build::Sturdy => &STURDY,
        },
    )
}

/// The figure of a posture at rest, working on the right side. What it shows is told in words.
pub(super) fn illustration(posture: &str) -> Option<impl IntoView + use<>> {
    let reel = at_rest(posture)?;
    let told = words(&reel, false);
    Some(still(&reel, Some(told)))
}

/// The same beside words that need no picture: it means nothing to those who hear.
pub(super) fn decoration(posture: &str) -> Option<impl IntoView + use<>> {
    at_rest(posture).map(|reel| still(&reel, None))
}

/// The same for long lists: drawn when it first comes within sight, in a place that is kept for it.
#[component]
pub(super) fn Sketch(posture: &'static str) -> impl IntoView {
    let app = app();
    let place = NodeRef::<Span>::new();
    let seen = RwSignal::new(false);
    let sight = StoredValue::<_, LocalStorage>::new_local(None);
    Effect::new(move |_| {
        let watched = place.get().map(|place| {
            app.watch(&place, move |now| {
                if now {
                    seen.set(true);
                }
            })
        });
        sight.set_value(watched);
    });
    view! { <span class="sketch" node_ref=place>{live(move || seen.get().then(|| decoration(posture)))}</span> }
}

fn at_rest(posture: &str) -> Option<Reel> {
    let body = body().get_untracked();
    figure(posture).map(|figure| Reel::of_posture(sheet(), figure, body))
}

fn still(reel: &Reel, told: Option<String>) -> impl IntoView + use<> {
    let role = told.is_some().then_some("img");
    let hidden = told.is_none().then_some("true");
    let seen = view_box(reel.extent(At::POSTURE));
    let drawn = layers(reel.picture(At::POSTURE));
    view! {
        <svg class="figure" viewBox=seen role=role aria-label=told aria-hidden=hidden focusable="false">
            {drawn}
        </svg>
    }
}

/// What is found in a reel, once there is one.
pub(super) fn found<T>(reel: Memo<Option<Reel>>, find: impl FnOnce(&Reel) -> T) -> Option<T> {
    reel.with(|reel| reel.as_ref().map(find))
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
