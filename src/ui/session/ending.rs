//! The end of a session: how is it now?

use leptos::prelude::*;

use crate::app::session;
use crate::app::session::view::{self, EndingView};
use crate::domain::decimal::fixed;
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, live};
use crate::ui::scale::Scale;
use crate::ui::{app, dispatching, word};

/// The ending screen.
#[component]
pub(in crate::ui) fn EndingScreen() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move || app.model.with(|it| view::ending(&it.session, &it.context)));
    let after = Memo::new(move || shown.get().and_then(|ending| ending.after));
    let change = Memo::new(move || shown.get().and_then(|ending| ending.change));
    let trend = Memo::new(move || shown.get().map(|ending| ending.trend).unwrap_or_default());
    let first = shown.get_untracked();
    let question = first.as_ref().map_or("", |ending| ending.question);
    let EndingView {
        note, done, light, ..
    } = first.unwrap_or_default();
    let rate = move |pain| app.dispatch(session::Event::PainAfterRated(pain));
    view! {
        <div class="screen ending">
            <Bar/>
            <main>
                <h1 tabindex="-1">{question}</h1>
                <Scale label=question chosen=after rate/>
                <div class="change" aria-live="polite">
                    {live(move || change.get().map(|(numbers, means)| view! { <h2 prop:textContent=numbers></h2><p prop:textContent=means></p> }))}
                </div>
                {live(move || { let trend = trend.get(); (!trend.is_empty()).then(|| view! { <Trend ratings=trend/> }) })}
                <label class="field">
                    <span>{word(Key::Remember)}</span>
                    <textarea rows="2" maxlength="500"
                        prop:value=note.clone()
                        on:input:target=move |typed| app.dispatch(session::Event::NoteWritten(typed.target().value()))></textarea>
                </label>
                {light.map(|light| view! { <section class="card"><h2>{word(Key::SomethingLight)}</h2><p>{light}</p></section> })}
                <details>
                    <summary>{word(Key::WhatYouDid)}</summary>
                    <ul>{done.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </details>
            </main>
            <footer class="act">
                <p class="meta">{word(Key::Kept)}</p>
                <button type="button" class="primary" on:click=dispatching(session::Event::KeepPressed)>{word(Key::KeepIt)}</button>
            </footer>
        </div>
    }
}

/// The ratings after each session of the last two weeks, as a line.
#[component]
fn Trend(ratings: Vec<u8>) -> impl IntoView {
    #[expect(clippy::cast_precision_loss, reason = "some dozen sessions")]
    let across = |nth: usize| 4.0 + 292.0 * nth as f64 / (ratings.len() - 1).max(1) as f64;
    let down = |rating: u8| 8.0 + 6.4 * f64::from(10 - rating);
    let points: Vec<_> = ratings
        .iter()
        .enumerate()
        .map(|(nth, rating)| (across(nth), down(*rating)))
        .collect();
    let line = points
        .iter()
        .map(|(x, y)| format!("{},{}", fixed(*x, 1), fixed(*y, 1)))
        .collect::<Vec<_>>()
        .join(" ");
    let dot = |(x, y): (f64, f64)| view! { <circle cx=fixed(x, 1) cy=fixed(y, 1) r="3"/> };
    view! {
        <figure class="trend">
            <svg viewBox="0 0 300 80" role="img" aria-label=en::trend(&ratings)>
                <path class="lines" d="M0 8H300M0 40H300M0 72H300"/>
                <polyline points=line/>
                {points.into_iter().map(dot).collect_view()}
            </svg>
            <figcaption>{word(Key::TwoWeeks)}</figcaption>
        </figure>
    }
}
