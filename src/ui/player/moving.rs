//! The figure in the player: it moves as the person is to move.

use leptos::prelude::*;

use crate::app::view::{PlayerView, Swing};
use crate::shell::App;
use crate::ui::app;
use crate::ui::figure::figure;

/// The figure of the posture that is done now.
#[component]
pub(super) fn MovingFigure(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let app = app();
    let drawn = Memo::new(move |_| shown.get().map(|player| player.figure));
    let swing = Memo::new(move |_| shown.get().and_then(|player| player.swing));
    let far = RwSignal::new(0.0);
    let moving = Moving {
        app,
        swing,
        far,
        framed: StoredValue::new(false),
    };
    // Those who have asked for less motion see the two ends in turn.
    let calm = app.wants_less_motion();
    Effect::new(move |_| {
        let Some(swing) = swing.get() else {
            far.set(0.0);
            return;
        };
        if calm {
            far.set(swing.end());
        } else if swing.runs && !moving.framed.get_value() {
            moving.framed.set_value(true);
            moving.next_frame();
        }
    });
    move || {
        let drawn = drawn.get();
        drawn.map(|(posture, mirrored)| figure(posture, mirrored, move || far.get()))
    }
}

/// A figure that moves from frame to frame.
#[derive(Clone, Copy)]
struct Moving {
    app: App,
    swing: Memo<Option<Swing>>,
    far: RwSignal<f64>,
    /// Whether a frame has been asked for.
    framed: StoredValue<bool>,
}

impl Moving {
    /// Asks for the next frame, for as long as there is a movement. Where the screen is gone, so
    /// are the signals, and it ends.
    fn next_frame(self) {
        request_animation_frame(move || {
            let swing = self.swing.try_get_untracked().flatten();
            if let Some(swing) = swing.filter(|swing| swing.runs) {
                let later = self.app.moment().since(self.app.now.get_untracked());
                self.far.set(swing.far(later));
                self.next_frame();
            } else {
                let _ = self.framed.try_set_value(false);
            }
        });
    }
}
