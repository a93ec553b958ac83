//! What the session asks of the world outside the page: keeping the screen on, sharing sound with other apps, the lock
//! screen, and keeping the browser from suspending a hidden page.

use super::State;
use super::view::now_playing;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::device::SoundKind;
use crate::domain::now_playing::NowPlaying;
use crate::domain::session::State as SessionState;
use crate::store::settings::Mixing;

/// What the world outside the page is told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutsideState {
    /// Whether the screen is to stay on.
    pub awake: bool,
    /// How the page's sound mixes with that of other apps.
    pub sound: Option<SoundKind>,
    /// Whether to play the inaudible tone that keeps a hidden page awake.
    pub undertone: bool,
    /// What the lock screen shows.
    pub shown: Option<NowPlaying>,
}

/// Adds effects that tell the world outside what has changed for it. How the sound is shared goes before all other
/// effects, since sound may be among them.
pub(in crate::app) fn settle(state: &mut State, context: &Context, effects: &mut Vec<Effect>) {
    let now = outside(state, context);
    let before = std::mem::replace(&mut state.outside, now.clone());
    match (before.awake, now.awake) {
        (false, true) => effects.push(Effect::KeepAwake),
        (true, false) => effects.push(Effect::LetSleep),
        (true, true) | (false, false) => {}
    }
    if before.sound != now.sound {
        effects.insert(0, Effect::ShareSound(now.sound));
    }
    if before.undertone != now.undertone {
        effects.push(Effect::Undertone(now.undertone));
    }
    if before.shown != now.shown {
        effects.push(Effect::ShowOutside(now.shown));
    }
}

/// What the world outside should know now. A session that is silent by choice takes no sound from other apps, and so
/// has no place on the lock screen either.
fn outside(state: &State, context: &Context) -> OutsideState {
    let awake = wants_awake(state);
    let playing = state.playing();
    let Some(playing) =
        playing.filter(|playing| playing.session.plan().preferences.density.sounds())
    else {
        return OutsideState {
            awake,
            ..OutsideState::default()
        };
    };
    let running = playing.session.is_running();
    let mixing = context.settings().mixing;
    let sound = match mixing {
        Mixing::Exclusive => SoundKind::Playback,
        Mixing::Ducking if running && playing.speaking.is_some() => SoundKind::Transient,
        Mixing::Ducking | Mixing::Mixed => SoundKind::Ambient,
    };
    // Browsers treat anything shown on the lock screen as a player that has the sound to itself.
    let alone = mixing == Mixing::Exclusive;
    OutsideState {
        awake,
        sound: Some(sound),
        undertone: running,
        shown: alone.then(|| now_playing(state, context)).flatten(),
    }
}

/// Whether the screen must stay on: the user is being led, or told how to come out.
fn wants_awake(state: &State) -> bool {
    state.playing().is_some_and(|playing| {
        let session = &playing.session;
        session.is_running() || matches!(session.state(), SessionState::Harmed { .. })
    })
}
