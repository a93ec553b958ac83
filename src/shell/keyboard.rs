//! What keys mean.

use std::rc::Rc;

use leptos::prelude::{GetUntracked, Update, WithUntracked};

use super::Shell;
use crate::app::{Event, Route};
use crate::domain::session::Command;

impl Shell {
    /// The keys of the player. Whether the key meant something.
    pub(super) fn key_pressed(self: &Rc<Self>, key: &str) -> bool {
        let running = self.model.with_untracked(|model| {
            let playing = model
                .playing
                .as_ref()
                .filter(|_| model.route == Route::Player);
            playing.map(|playing| playing.session.is_running())
        });
        let Some(running) = running else { return false };
        if key == "?" {
            self.keys_shown.update(|shown| *shown = !*shown);
            return true;
        }
        if self.keys_shown.get_untracked() {
            return false;
        }
        let command = match key {
            " " if running => Command::Pause,
            " " => Command::Resume,
            "ArrowLeft" => Command::Back,
            "ArrowRight" => Command::Next,
            "h" | "H" => Command::Hurts,
            _ => return false,
        };
        self.dispatch(Event::Commanded(command));
        true
    }
}
