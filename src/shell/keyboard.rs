//! The meaning of keys.

use std::rc::Rc;

use leptos::prelude::{GetUntracked, Update, WithUntracked};

use super::Shell;
use crate::app::Route;
use crate::app::session::{Event, OneButton};
use crate::device::MediaKey;
use crate::domain::session::Command;

impl Shell {
    /// Handles a key on the player, and returns whether it meant something.
    pub(super) fn key_pressed(self: &Rc<Self>, key: &str) -> bool {
        let playing = self.model.with_untracked(|it| {
            it.session.playing().is_some() && it.context.route == Route::Player
        });
        if !playing {
            return false;
        }
        let letters = self
            .model
            .with_untracked(|it| it.context.settings().letter_keys);
        if key == "?" && letters {
            self.keys_shown.update(|shown| *shown = !*shown);
            return true;
        }
        if self.keys_shown.get_untracked() {
            return false;
        }
        // Where the system sends media keys to the lock screen, they arrive from there.
        let media = |key| (!self.outside.has_the_keys()).then_some(Event::MediaKeyPressed(key));
        let event = match key {
            " " => Some(Event::MediaKeyPressed(MediaKey::PlayOrPause)),
            "ArrowLeft" | "PageUp" => Some(Event::Commanded(Command::Back)),
            "ArrowRight" => Some(Event::Commanded(Command::Next)),
            "h" | "H" if letters => Some(Event::Commanded(Command::Hurts)),
            "Enter" => Some(Event::OneButtonPressed(OneButton::OnOrPause)),
            "PageDown" => Some(Event::OneButtonPressed(OneButton::On)),
            "MediaPlayPause" => media(MediaKey::PlayOrPause),
            "MediaPlay" => media(MediaKey::Play),
            "MediaPause" => media(MediaKey::Pause),
            "MediaStop" => media(MediaKey::Stop),
            "MediaTrackNext" => media(MediaKey::Next),
            "MediaTrackPrevious" => media(MediaKey::Previous),
            _ => None,
        };
        let Some(event) = event else { return false };
        self.dispatch(event.into());
        true
    }
}
