//! Content that a screen can do without in its first frame, so that a press is answered sooner.

use leptos::prelude::*;

use super::erased::live;
use crate::shell::App;

/// Whether the first frame of the current screen has been painted.
#[derive(Clone, Copy)]
pub(super) struct Painted(RwSignal<bool>);

impl Painted {
    /// Creates the state for a screen that is being drawn now.
    pub(super) fn soon(app: App) -> Self {
        let painted = RwSignal::new(false);
        // The screen may be gone by then.
        app.once_painted(move || {
            painted.try_set(true);
        });
        Self(painted)
    }

    /// Whether the frame has been painted. Subscribes to the change.
    pub(super) fn get(self) -> bool {
        self.0.get()
    }
}

/// Content that appears right after the first frame of the screen, and is redrawn at once from then on.
pub(super) fn afterwards<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let painted = painted();
    live(move || painted.get().then(&draw))
}

/// Whether the first frame of the screen has been painted.
pub(super) fn painted() -> Painted {
    expect_context()
}
