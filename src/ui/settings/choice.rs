//! Controls for settings: one of several, on or off, more or less.

use leptos::prelude::*;

use crate::app::settings;
use crate::app::settings::Setting;
use crate::domain::appearance::Skin;
use crate::domain::decimal::short;
use crate::text::Key;
use crate::ui::erased::{Memo, follow};
use crate::ui::{app, word};

/// What is shown with the name of an option.
#[derive(Clone, Copy)]
pub(super) enum Note {
    /// What the option means.
    Means(Key),
    /// The colour of this skin tone.
    Swatch(Skin),
}

/// A choice of one of several options, each of which may have a note.
pub(super) fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
    name: Key,
    chosen: Memo<T>,
    options: &[(T, Key, Option<Note>)],
    change: fn(T) -> Setting,
) -> impl IntoView + use<T> {
    let app = app();
    let group = format!("{name:?}");
    let option = |(value, label, note): &(T, Key, Option<Note>)| {
        let value = *value;
        view! {
            <label class="option">
                <input type="radio" name=group.clone()
                    prop:checked=follow(move || chosen.get() == value)
                    on:change=move |_| app.dispatch(settings::Event::Set(change(value)))/>
                <span>{named(*label, *note)}</span>
            </label>
        }
    };
    view! { <fieldset><legend>{word(name)}</legend>{options.iter().map(option).collect_view()}</fieldset> }
}

fn named(name: Key, note: Option<Note>) -> AnyView {
    match note {
        None => word(name).into_any(),
        Some(Note::Means(means)) => view! { {word(name)}<small>{word(means)}</small> }.into_any(),
        Some(Note::Swatch(skin)) => view! {
            <span class="swatch" data-skin=skin.token() aria-hidden="true"></span>
            {word(name)}
        }
        .into_any(),
    }
}

/// A switch: on or off.
#[component]
pub(super) fn Switch(name: Key, on: Memo<bool>, change: fn(bool) -> Setting) -> impl IntoView {
    let app = app();
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=follow(move || on.get())
                on:change:target=move |event| app.dispatch(settings::Event::Set(change(event.target().checked())))/>
            <span>{word(name)}</span>
        </label>
    }
}

/// A slider: more or less.
#[component]
pub(super) fn Slider(
    name: Key,
    value: Memo<f64>,
    least: f64,
    most: f64,
    show: fn(f64) -> String,
    change: fn(f64) -> Setting,
) -> impl IntoView {
    let app = app();
    let id = format!("{name:?}");
    view! {
        <div class="slider">
            <label for=id.clone()>{word(name)}</label>
            <output for=id.clone() aria-hidden="true" prop:textContent=follow(move || show(value.get()))></output>
            <input type="range" id=id min=short(least) max=short(most) step="0.1"
                aria-valuetext=follow(move || show(value.get()))
                prop:value=follow(move || short(value.get()))
                on:input:target=move |event| {
                    app.dispatch(settings::Event::Set(change(event.target().value_as_number())));
                }/>
        </div>
    }
}
