//! The line at the top of a screen: where one came from, and "get help".

use leptos::prelude::*;

use super::word;
use crate::app::Route;
use crate::text::Key;

/// The top line with a way back to the first screen.
#[component]
pub(super) fn Bar() -> impl IntoView {
    view! {
        <header class="bar">
            <a href=Route::Question.fragment() class="bar-back">
                <span aria-hidden="true">"‹"</span>{word(Key::Today)}
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
