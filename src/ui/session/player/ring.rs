//! The ring around the figure: what is left of the hold.

use leptos::prelude::*;

use crate::app::session::view::Ring;
use crate::ui::erased::{Memo, live};

/// The ring. It runs by itself, as an animation of the hold's own length, so that the program does nothing meanwhile.
#[component]
pub(super) fn RingAround(ring: Memo<Option<Ring>>) -> impl IntoView {
    view! {
        <svg class="ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <circle class="track" cx="50" cy="50" r="48"/>
            {live(move || ring.get().and_then(arc))}
        </svg>
    }
}

fn arc(ring: Ring) -> Option<AnyView> {
    match ring {
        Ring::Open => None,
        Ring::Still { over } => Some(
            view! {
                <circle class="left" cx="50" cy="50" r="48" pathLength="1000"
                    stroke-dashoffset=over.to_string()/>
            }
            .into_any(),
        ),
        Ring::Running { length, over, .. } => Some(
            view! {
                <circle class="left runs" cx="50" cy="50" r="48" pathLength="1000"
                    style:animation-duration=format!("{length}ms")
                    style:animation-delay=format!("-{over}ms")/>
            }
            .into_any(),
        ),
    }
}
