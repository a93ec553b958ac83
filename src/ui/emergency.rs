//! The number that calls an ambulance: one tap away if it is known, and asked for if not.

use leptos::prelude::*;

use super::erased::{Memo, act, live};
use super::{app, dispatching, word};
use crate::app::body;
use crate::domain::person::{EmergencyNumber, EmergencyRegion};
use crate::text::{Key, en};

/// The call button, or the question of where the user is.
#[component]
pub(super) fn Emergency() -> impl IntoView {
    let app = app();
    let number = Memo::new(move || {
        app.model
            .with(|model| model.context.person().emergency.clone())
    });
    view! {
        <div data-home>
            {live(move || match number.get() {
                Some(number) => view! { <Call number/> }.into_any(),
                None => view! { <Where/> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Call(number: EmergencyNumber) -> impl IntoView {
    let digits = number.digits().to_owned();
    view! {
        <div class="choices">
            <a class="primary call" href=format!("tel:{digits}")>{en::call(&digits)}</a>
            <button type="button" class="quiet" on:click=dispatching(body::Event::Emergency(None))>{word(Key::ChangeNumber)}</button>
        </div>
    }
}

#[component]
fn Where() -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let tell = move |number: Option<EmergencyNumber>| {
        if number.is_some() {
            app.dispatch(body::Event::Emergency(number));
        }
    };
    let region = move |region: EmergencyRegion| {
        view! {
            <button type="button" class="secondary" on:click=act(move || tell(Some(EmergencyNumber::Of(region))))>
                {en::country(region)}" "<strong>{region.number()}</strong>
            </button>
        }
    };
    view! {
        <fieldset class="where">
            <legend>{word(Key::WhereAreYou)}</legend>
            <div class="choices">{EmergencyRegion::ALL.map(region).into_iter().collect_view()}</div>
            <form class="own" on:submit=move |event| {
                event.prevent_default();
                tell(EmergencyNumber::own(&typed.get_untracked()));
            }>
                <label class="field"><span>{word(Key::OtherNumber)}</span>
                    <input type="tel" autocomplete="off" maxlength="20"
                        on:input:target=move |event| typed.set(event.target().value())/></label>
                <button type="submit" class="secondary">{word(Key::KeepNumber)}</button>
            </form>
        </fieldset>
    }
}
