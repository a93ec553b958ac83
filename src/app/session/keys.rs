//! Keys of headsets, keyboards and the lock screen, and the single button of users who have only one.

use super::{State, playing};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::want::Want;
use crate::device::MediaKey;
use crate::domain::session::{Command, Offer, Session, State as SessionState};

/// What a button does for a user who has only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneButton {
    /// Moves on: into the hold, out of the pause, to what comes next.
    On,
    /// Moves on where the session waits; pauses it otherwise.
    OnOrPause,
}

/// Handles a key of a headset, a keyboard or the lock screen.
pub(super) fn media_key(state: &mut State, key: MediaKey, context: &Context) -> Vec<Want> {
    let Some(playing) = state.playing() else {
        return Vec::new();
    };
    let away = context.route != Route::Player;
    let command = match key {
        MediaKey::Play => on(&playing.session),
        MediaKey::PlayOrPause => on_or_pause(&playing.session),
        // Swiping the session off the lock screen also sends `Stop`, which must not lose the session.
        MediaKey::Pause | MediaKey::Stop if away => return Vec::new(),
        MediaKey::Pause | MediaKey::Stop => Command::Pause,
        MediaKey::Next => Command::Next,
        MediaKey::Previous => Command::Back,
    };
    playing::commanded(state, command, context)
}

/// Handles the only button a user has.
pub(super) fn one_button(state: &mut State, button: OneButton, context: &Context) -> Vec<Want> {
    let Some(playing) = state.playing() else {
        return Vec::new();
    };
    let session = &playing.session;
    let command = match button {
        OneButton::On if matches!(session.state(), SessionState::Holding { .. }) => Command::Next,
        _ if session.is_running() && session.offers().contains(&Offer::InPosition) => {
            Command::InPosition
        }
        OneButton::On if session.is_running() => Command::Next,
        OneButton::On => on(session),
        OneButton::OnOrPause => on_or_pause(session),
    };
    playing::commanded(state, command, context)
}

fn on_or_pause(session: &Session) -> Command {
    if session.is_running() {
        Command::Pause
    } else {
        on(session)
    }
}

/// The command that moves a waiting session on. A user who was told how to come out goes on to the next posture.
const fn on(session: &Session) -> Command {
    match session.state() {
        SessionState::Harmed { .. } => Command::Next,
        SessionState::Ready
        | SessionState::Leading { .. }
        | SessionState::Holding { .. }
        | SessionState::Returning { .. }
        | SessionState::Paused { .. }
        | SessionState::Over(_) => Command::Resume,
    }
}
