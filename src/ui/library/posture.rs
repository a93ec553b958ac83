//! The screen of a posture in the library.

use leptos::prelude::*;

use crate::app::library::view::strength;
use crate::app::library::{PostureView, VariationView, posture};
use crate::app::routine::view::density;
use crate::app::{Route, Start, body};
use crate::library::reading::Evidence;
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, live};
use crate::ui::figure::illustration;
use crate::ui::parts::{Acting, Changes, Toggle};
use crate::ui::{app, word};

/// The screen of a posture in the library.
#[component]
pub(in crate::ui) fn PostureScreen(id: &'static str) -> impl IntoView {
    let app = app();
    // All that can change on this screen is whether the user wants the posture left out, and what follows from that.
    let shown = app.model.with_untracked(|it| posture(id, &it.context));
    let density = app.model.with_untracked(|it| density(&it.context));
    let now = Memo::new(move || app.model.with(|it| posture(id, &it.context)));
    let playable = Memo::new(move || now.get().is_some_and(|posture| posture.playable));
    view! {
        <div class="screen posture">
            <Bar/>
            {shown.map(|posture| view! { <main><Shown id posture now/></main> })}
            {live(move || playable.get().then(|| view! { <Acting start=Start::Posture(id) density/> }))}
        </div>
    }
}

#[component]
fn Shown(id: &'static str, posture: PostureView, now: Memo<Option<PostureView>>) -> impl IntoView {
    let changes = Memo::new(move || now.get().map(|posture| posture.changes).unwrap_or_default());
    let left_out = Memo::new(move || now.get().is_some_and(|posture| posture.left_out));
    let mut variations = posture.variations.into_iter();
    let usual = variations.next();
    let also = (!posture.also.is_empty()).then(|| en::also_called(&posture.also));
    let meta = [posture.dose]
        .into_iter()
        .chain(posture.meta.into_iter().map(str::to_owned));
    let meta = meta.collect::<Vec<_>>().join(" · ");
    view! {
        <h1 tabindex="-1">{posture.name}</h1>
        {also.map(|also| view! { <p class="meta">{also}</p> })}
        {usual.as_ref().map(|usual| view! { <div class="portrait">{illustration(usual.figure)}</div> })}
        <p class="meta">{meta}</p>
        {live(move || view! { <Changes changes=changes.get()/> })}
        {usual.map(how)}
        <section><h2>{word(Key::HowItFeels)}</h2><p>{posture.feel}</p><p class="meta">{posture.felt.join(" · ")}</p></section>
        <section><h2>{word(Key::WhyDoIt)}</h2><p>{posture.why}</p></section>
        <section><h2>{word(Key::CareHere)}</h2><p>{posture.care}</p>
            <Toggle name=word(Key::LeaveOutForMe) on=left_out
                change=move |out| body::Event::LeftOut(id, out)/>
        </section>
        {(variations.len() > 0).then(|| view! { <section><h2>{word(Key::OtherWays)}</h2>{variations.map(other_variation).collect_view()}</section> })}
        <Links routines=posture.routines/>
        <Known evidence=posture.evidence/>
    }
}

/// The evidence for what is said about it.
#[component]
fn Known(evidence: Vec<&'static Evidence>) -> impl IntoView {
    let known = evidence.into_iter().map(|evidence| {
        let strength = strength(evidence.strength);
        view! { <li>{evidence.claim}" "<span class="meta">{strength}</span></li> }
    });
    view! {
        <section><h2>{word(Key::WhereFrom)}</h2>
            <ul class="rows">{known.collect_view()}</ul>
            <p class="alone"><a href=Route::Evidence.fragment()>{word(Key::Evidence)}</a></p>
        </section>
    }
}

fn how(variation: VariationView) -> impl IntoView {
    let lines = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! {
        <section><h2>{word(Key::HowTo)}</h2><ol class="lines">{lines(variation.setup)}</ol></section>
        <section><h2>{word(Key::HowComeOut)}</h2><ol class="lines">{lines(variation.exit)}</ol></section>
    }
}

fn other_variation(variation: VariationView) -> impl IntoView {
    let figure = illustration(variation.figure);
    let lines = variation
        .setup
        .into_iter()
        .map(|line| view! { <li>{line}</li> });
    view! {
        <details class="way">
            <summary>{variation.name}</summary>
            <div class="portrait">{figure}</div>
            <ol class="lines">{lines.collect_view()}</ol>
        </details>
    }
}

#[component]
fn Links(routines: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let link = |(id, title): (&'static str, &'static str)| {
        view! { <li><a href=Route::Routine(id).fragment()>{title}</a></li> }
    };
    (!routines.is_empty()).then(|| {
        view! {
            <section><h2>{word(Key::InRoutines)}</h2>
                <ul class="rows">{routines.into_iter().map(link).collect_view()}</ul>
            </section>
        }
    })
}
