//! The space where a figure will stand: a mat that waits.

use leptos::prelude::*;

/// An empty mat, seen a little from the side and above. It means nothing to those who hear.
#[component]
pub(super) fn FigureSpace() -> impl IntoView {
    view! {
        <svg class="mat" viewBox="0 0 120 60" aria-hidden="true" focusable="false">
            <polygon points="4,38 32,26 116,34 92,50"/>
        </svg>
    }
}
