//! One of several, on or off, more or less.

use leptos::prelude::*;

use crate::app::{Event, SettingChange};
use crate::text::Key;
use crate::ui::{app, word};

/// One of several. Each may say what it means.
pub(super) fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
    name: Key,
    chosen: Memo<T>,
    options: &[(T, Key, Option<Key>)],
    change: fn(T) -> SettingChange,
) -> impl IntoView + use<T> {
    let app = app();
    let group = format!("{name:?}");
    let option = |(value, label, means): &(T, Key, Option<Key>)| {
        let (value, means) = (*value, *means);
        view! {
            <label class="option">
                <input type="radio" name=group.clone()
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| app.dispatch(Event::Set(change(value)))/>
                <span>{word(*label)}{means.map(|means| view! { <small>{word(means)}</small> })}</span>
            </label>
        }
    };
    view! { <fieldset><legend>{word(name)}</legend>{options.iter().map(option).collect_view()}</fieldset> }
}

/// On or off.
#[component]
pub(super) fn Switch(
    name: Key,
    on: Memo<bool>,
    change: fn(bool) -> SettingChange,
) -> impl IntoView {
    let app = app();
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=on
                on:change:target=move |event| app.dispatch(Event::Set(change(event.target().checked())))/>
            <span>{word(name)}</span>
        </label>
    }
}

/// More or less.
#[component]
pub(super) fn Slider(
    name: Key,
    value: Memo<f64>,
    least: f64,
    most: f64,
    show: fn(f64) -> String,
    change: fn(f64) -> SettingChange,
) -> impl IntoView {
    let app = app();
    let id = format!("{name:?}");
    view! {
        <div class="slider">
            <label for=id.clone()>{word(name)}</label>
            <output for=id.clone()>{move || show(value.get())}</output>
            <input type="range" id=id min=least.to_string() max=most.to_string() step="0.1"
                aria-valuetext=move || show(value.get())
                prop:value=move || value.get().to_string()
                on:input:target=move |event| {
                    app.dispatch(Event::Set(change(event.target().value_as_number())));
                }/>
        </div>
    }
}
