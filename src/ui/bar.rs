//! The bar at the top of a screen: the way back, and "Get help".

use leptos::prelude::*;

use super::erased::{Memo, follow};
use super::{app, word};
use crate::app::{Route, view};
use crate::text::Key;

/// The top bar with the way back.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let app = app();
    let back = Memo::new(move || app.model.with(view::way_back));
    view! {
        <header class="bar">
            <a href=follow(move || back.get().0.fragment()) class="bar-back">
                <span aria-hidden="true">"‹"</span><span prop:textContent=follow(move || word(back.get().1))></span>
            </a>
            <HelpLink/>
        </header>
    }
}

/// "Get help", one tap from every screen.
#[component]
pub(super) fn HelpLink() -> impl IntoView {
    view! { <a href=Route::Help.fragment()>{word(Key::GetHelp)}</a> }
}
