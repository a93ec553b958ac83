//! What a screen can do without in its first frame: what is pressed is answered sooner so.

use leptos::prelude::*;

use super::erased::live;
use crate::shell::App;

/// Whether the first frame of the screen that is shown has been painted.
#[derive(Clone, Copy)]
pub(super) struct Painted(RwSignal<bool>);

impl Painted {
    /// For a screen that is drawn now.
    pub(super) fn soon(app: App) -> Self {
        let painted = RwSignal::new(false);
        // The screen may be gone by then.
        app.once_painted(move || {
            painted.try_set(true);
        });
        Self(painted)
    }

    /// Whether it has. Who asks is told when.
    pub(super) fn get(self) -> bool {
        self.0.get()
    }
}

/// What comes right after the first frame of the screen, and from then on at once.
pub(super) fn afterwards<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let painted = painted();
    live(move || painted.get().then(&draw))
}

/// Whether the first frame of the screen has been painted.
pub(super) fn painted() -> Painted {
    expect_context()
}
