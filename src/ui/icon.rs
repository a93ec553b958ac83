//! The icons on the large controls.

use leptos::prelude::*;

/// The icon of a control. The accessible name is the control's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IconKind {
    /// Two bars.
    Pause,
    /// A triangle.
    Continue,
    /// A triangle to the left, and a bar.
    Back,
    /// A triangle to the right, and a bar.
    Next,
}

#[component]
pub(super) fn Icon(kind: IconKind) -> impl IntoView {
    let path = match kind {
        IconKind::Pause => "M8.5 5v14M15.5 5v14",
        IconKind::Continue => "M8 5l11 7-11 7z",
        IconKind::Back => "M6 6v12M18 6l-9 6 9 6z",
        IconKind::Next => "M18 6v12M6 6l9 6-9 6z",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path/></svg>
    }
}
