//! Parts that several screens share.

use leptos::prelude::*;

use super::erased::{Memo, follow, live};
use super::figure::illustration;
use super::scale::Scale;
use super::{app, dispatching, word};
use crate::app::routine::view::{ChangeView, StepView};
use crate::app::{Route, Start, body, session};
use crate::domain::pain::Pain;
use crate::text::Key;

/// The steps of a routine, as figures.
#[component]
pub(super) fn Steps(steps: Vec<StepView>) -> impl IntoView {
    let step = |step: StepView| {
        let to = Route::Posture(step.posture).fragment();
        let variation = step
            .variation
            .map(|name| view! { <span prop:textContent=name></span> });
        view! {
            <li>
                {illustration(step.figure)}
                <span class="step-words"><strong><a href=to prop:textContent=step.name></a></strong>{variation}<span prop:textContent=step.dose></span></span>
            </li>
        }
    };
    view! { <ol class="steps">{steps.into_iter().map(step).collect_view()}</ol> }
}

/// What was changed for this user, and why; `None` if nothing was.
#[component]
pub(super) fn Changes(changes: Vec<ChangeView>) -> impl IntoView {
    let change = |change: ChangeView| {
        let why = change.why.join(" ");
        view! { <li><span prop:textContent=change.what></span>" "<span class="meta" prop:textContent=why></span></li> }
    };
    (!changes.is_empty()).then(|| {
        view! {
            <section class="card changes">
                <h2>{word(Key::ChangedForYou)}</h2>
                <ul>{changes.into_iter().map(change).collect_view()}</ul>
                <a href=Route::Body.fragment()>{word(Key::MyBody)}</a>
            </section>
        }
    })
}

/// The link to the sources of what is said here.
#[component]
pub(super) fn Sources() -> impl IntoView {
    view! { <p class="meta alone"><a href=Route::Evidence.fragment()>{word(Key::WhereFrom)}</a></p> }
}

/// The pain rating before a session.
#[component]
pub(super) fn Before() -> impl IntoView {
    let app = app();
    let before = Memo::new(move || {
        app.model
            .with(|model| model.context.before().map(Pain::rating))
    });
    let rate = move |pain| app.dispatch(session::Event::PainBeforeRated(pain));
    view! {
        <section>
            <h2>{word(Key::PainBefore)}" "<small>{word(Key::Optional)}</small></h2>
            <Scale label=word(Key::PainBefore) chosen=before rate/>
        </section>
    }
}

/// How much is said, and the start button; or why nothing can be started.
#[component]
pub(super) fn Acting(start: Start, density: &'static str) -> impl IntoView {
    let app = app();
    let name = match start {
        Start::Posture(_) => Key::PlayJustThis,
        Start::Proposed(_) | Start::Routine(_) | Start::Own(_) => Key::Start,
    };
    let locked = Memo::new(move || app.model.with(|model| model.context.lock().is_some()));
    view! {
        <footer class="act">
            {live(move || if locked.get() {
                view! {
                    <p class="caution">{word(Key::Locked)}</p>
                    <a class="primary" href=Route::Screening.fragment()>{word(Key::WhatToDo)}</a>
                }.into_any()
            } else {
                view! {
                    <p class="meta"><span prop:textContent=density></span><a href=Route::Settings.fragment()>{word(Key::Change)}</a></p>
                    <button type="button" class="primary" on:click=dispatching(session::Event::StartPressed(start))>{word(name)}</button>
                }.into_any()
            })}
        </footer>
    }
}

/// A list from which one option is chosen.
#[component]
pub(super) fn Select<T: Copy + PartialEq + Send + Sync + 'static>(
    name: Key,
    options: Vec<(T, String)>,
    chosen: Memo<T>,
    choose: impl Fn(T) + 'static,
) -> impl IntoView {
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let at = values.clone();
    let position = move || {
        let chosen = chosen.get();
        at.iter().position(|value| *value == chosen).unwrap_or(0)
    };
    let option = |(nth, (_, label)): (usize, (T, String))| view! { <option value=nth.to_string() prop:textContent=label></option> };
    view! {
        <label class="field">
            <span>{word(name)}</span>
            <select prop:value=follow(move || position().to_string())
                on:change:target=move |event| {
                    let nth = event.target().value().parse::<usize>().ok();
                    if let Some(value) = nth.and_then(|nth| values.get(nth)) {
                        choose(*value);
                    }
                }>
                {options.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}

/// A tick box.
#[component]
pub(super) fn Toggle(
    name: &'static str,
    on: Memo<bool>,
    change: impl Fn(bool) -> body::Event + 'static,
) -> impl IntoView {
    let app = app();
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=follow(move || on.get())
                on:change:target=move |event| app.dispatch(change(event.target().checked()))/>
            <span prop:textContent=name></span>
        </label>
    }
}

/// The link to the device check.
#[component]
pub(super) fn DeviceCheckLink() -> impl IntoView {
    view! { <a class="device-check-link" href=Route::DeviceCheck.fragment()>{word(Key::DeviceCheck)}</a> }
}
