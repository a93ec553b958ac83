//! The figure of a posture. It is drawn as text that the browser turns into elements, which is much quicker than
//! creating them one by one, also for figures that move.

use leptos::html::Span;
use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;

use super::app;
use super::erased::{Memo, follow, live};
use super::painted::painted;
use crate::domain::appearance::Build;
use crate::figure::body::{Physique, SLIGHT, STURDY};
use crate::figure::drawing::svg::{groups, view_box};
use crate::figure::reel::{At, Reel};
use crate::library::{figure, sheet};
use crate::text::en;

/// The build of the body that figures have.
pub(super) fn body() -> Memo<&'static Physique> {
    let app = app();
    Memo::new(move || {
        match app
            .model
            .with(|model| model.context.settings().figure.build)
        {
            Build::Slight => &SLIGHT,
            Build::Sturdy => &STURDY,
        }
    })
}

/// The figure of a posture at rest, working on the right side, and described in words.
pub(super) fn illustration(posture: &str) -> Option<impl IntoView + use<>> {
    at_rest(posture).map(|reel| still(reel, true))
}

/// The same figure beside words that need no picture: hidden from screen readers.
pub(super) fn decoration(posture: &str) -> Option<impl IntoView + use<>> {
    at_rest(posture).map(|reel| still(reel, false))
}

/// Such decorations for long lists. They are drawn when they first come into sight, in a place of this class that is
/// reserved for them.
#[component]
pub(super) fn Sketches(class: &'static str, postures: Vec<&'static str>) -> impl IntoView {
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
    let drawn = move || {
        let drawn = postures.iter().map(|posture| decoration(posture));
        seen.get().then(|| drawn.collect_view())
    };
    view! { <span class=class node_ref=place>{live(drawn)}</span> }
}

fn at_rest(posture: &str) -> Option<Reel> {
    let body = body().get_untracked();
    figure(posture).map(|figure| Reel::of_posture(sheet(), figure, body))
}

/// A still figure. Its place is there at once; it is drawn after the first frame.
fn still(reel: Reel, told: bool) -> impl IntoView + use<> {
    let seen = view_box(reel.extent(At::POSTURE));
    let painted = painted();
    let reel = StoredValue::new(reel);
    let drawn = move || {
        let draw = || reel.with_value(|reel| groups(&reel.picture(At::POSTURE)));
        painted.get().then(draw)
    };
    // Without its words, it is no image to a screen reader.
    let is_told = move || told && painted.get();
    let words = move || is_told().then(|| reel.with_value(|reel| words(reel, false)));
    let role = move || is_told().then_some("img");
    let hidden = move || (!is_told()).then_some("true");
    view! {
        <svg class="figure" viewBox=seen role=follow(role) aria-label=follow(words) aria-hidden=follow(hidden) focusable="false"
            inner_html=follow(drawn)></svg>
    }
}

/// Applies `find` to a reel, if there is one.
pub(super) fn found<T>(reel: Memo<Option<Reel>>, find: impl FnOnce(&Reel) -> T) -> Option<T> {
    reel.with(|reel| reel.as_ref().map(find))
}

/// What a figure shows, in words for those who can't see it.
pub(super) fn words(reel: &Reel, mirrored: bool) -> String {
    match reel.facts(mirrored) {
        (posture, None) => en::description(&posture),
        (from, Some(to)) => en::movement(&from, &to),
    }
}
