//! The pain scale, from 0 to 10.

use leptos::prelude::*;

use super::erased::{Memo, act, follow};
use super::word;
use crate::domain::pain::Pain;
use crate::text::{Key, en};

/// Eleven numbers to tap. Tapping the chosen one withdraws it.
#[component]
pub(super) fn Scale(
    /// The question it answers, for screen readers.
    label: &'static str,
    /// The rating chosen.
    chosen: Memo<Option<u8>>,
    /// Called with the rating that was tapped.
    rate: impl Fn(Pain) + Clone + 'static,
) -> impl IntoView {
    let numbers = Pain::all().map(|pain| {
        let rate = rate.clone();
        let rating = pain.rating();
        let pressed = follow(move || if chosen.get() == Some(rating) { "true" } else { "false" });
        view! {
            <button type="button" aria-pressed=pressed aria-label=en::rating(rating) on:click=act(move || rate(pain))>
                {rating}
            </button>
        }
    });
    view! {
        <div class="scale" role="group" aria-label=label>{numbers.collect_view()}</div>
        <p class="scale-ends" aria-hidden="true"><span>{word(Key::PainNone)}</span><span>{word(Key::PainWorst)}</span></p>
    }
}
