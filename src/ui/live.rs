//! What follows the model on the screen.
//!
//! Leptos compiles what keeps a closure up to date anew for each closure. Boxed into one type they all
//! share it, which makes the page smaller by a good part.

use leptos::prelude::*;

/// A view that is drawn anew whenever what it shows changes.
pub(super) fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}
