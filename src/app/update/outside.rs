//! What the world outside the page is told: other apps that make sound, the lock screen and its keys,
//! a browser that would let a hidden page doze, a call that takes the sound.

use super::{address, playing};
use crate::app::effect::Effect;
use crate::app::event::OneButton;
use crate::app::model::{Model, Outside};
use crate::app::route::Route;
use crate::app::view::now_playing;
use crate::device::{MediaKey, SoundKind};
use crate::domain::session::{Command, Offer, Session, State};
use crate::domain::settings::Mixing;
use crate::domain::time::Moment;

/// What changed for the world outside, as effects: first how the sound is shared, since sound may be
/// among what follows.
pub(super) fn tell(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let outside = outside(model, now);
    let before = std::mem::replace(&mut model.outside, outside.clone());
    if before.sound != outside.sound {
        out.insert(0, Effect::ShareSound(outside.sound));
    }
    if before.undertone != outside.undertone {
        out.push(Effect::Undertone(outside.undertone));
    }
    if before.shown != outside.shown {
        out.push(Effect::ShowOutside(outside.shown));
    }
}

/// What the world outside is to know. A session that is silent by the person's own wish takes no sound
/// from others, and so has no place on the lock screen either.
fn outside(model: &Model, now: Moment) -> Outside {
    let playing = model.playing.as_ref();
    let Some(playing) =
        playing.filter(|playing| playing.session.plan().preferences.density.sounds())
    else {
        return Outside::default();
    };
    let running = playing.session.is_running();
    let sound = match model.settings.mixing {
        Mixing::Alone => SoundKind::Playback,
        Mixing::Lowering if running && playing.speaking.is_some() => SoundKind::Transient,
        Mixing::Lowering | Mixing::Along => SoundKind::Ambient,
    };
    // A browser takes what the lock screen shows for a player that has the sound to itself.
    let alone = model.settings.mixing == Mixing::Alone;
    Outside {
        sound: Some(sound),
        undertone: running,
        shown: alone.then(|| now_playing(model, now)).flatten(),
    }
}

/// Something else took the sound: the session waits, and says why.
pub(super) fn interrupted(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.interrupted(now);
        playing::carry_out(model, outputs, now, out);
    }
}

/// A key of a headset, a keyboard or the lock screen.
pub(super) fn media_key(model: &mut Model, key: MediaKey, now: Moment, out: &mut Vec<Effect>) {
    if model.playing.is_some() && model.route != Route::Player {
        // The session waits behind another screen: whoever goes on with it is led back to it.
        if matches!(key, MediaKey::Pause | MediaKey::Stop) {
            return;
        }
        address::changed(model, Route::Player, now, out);
        out.push(Effect::GoTo(Route::Player));
    }
    let Some(playing) = &model.playing else {
        return;
    };
    let command = match key {
        MediaKey::Play => on(&playing.session),
        MediaKey::PlayOrPause => on_or_pause(&playing.session),
        // Sweeping the session off the lock screen stops it, too: it must not be lost by that.
        MediaKey::Pause | MediaKey::Stop => Command::Pause,
        MediaKey::Next => Command::Next,
        MediaKey::Previous => Command::Back,
    };
    playing::command(model, command, now, out);
}

/// The one button that someone has.
pub(super) fn one_button(model: &mut Model, button: OneButton, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = &model.playing else {
        return;
    };
    let session = &playing.session;
    let command = match button {
        OneButton::On if matches!(session.state(), State::Holding { .. }) => Command::Next,
        _ if session.is_running() && session.offers().contains(&Offer::InPosition) => {
            Command::InPosition
        }
        OneButton::On if session.is_running() => Command::Next,
        OneButton::On => on(session),
        OneButton::OnOrPause => on_or_pause(session),
    };
    playing::command(model, command, now, out);
}

fn on_or_pause(session: &Session) -> Command {
    if session.is_running() {
        Command::Pause
    } else {
        on(session)
    }
}

/// How it goes on from where it waits. Whoever was hurt goes on with the next posture.
const fn on(session: &Session) -> Command {
    match session.state() {
        State::Hurt { .. } => Command::Next,
        State::Ready
        | State::Leading { .. }
        | State::Holding { .. }
        | State::Returning { .. }
        | State::Paused { .. }
        | State::Dizzy { .. }
        | State::Over(_) => Command::Resume,
    }
}
