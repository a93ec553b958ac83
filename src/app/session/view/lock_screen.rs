//! What the lock screen, a headset and a watch show of the session.

use crate::app::context::Context;
use crate::app::session::State as SessionState;
use crate::domain::now_playing::{NowPlaying, PlayingPoint, PlayingTime};
use crate::domain::session::{Session, State};
use crate::domain::time::Moment;
use crate::text::en;

use super::player::activity;

/// The session in three lines and a clock; `None` if none is under way.
pub fn now_playing(state: &SessionState, context: &Context) -> Option<NowPlaying> {
    let session = &state.playing()?.session;
    let (phase, posture) = session.place()?;
    let steps = session.timeline().steps.len();
    let title = &session.plan().routine.title;
    let running = session.is_running();
    Some(NowPlaying {
        title: en::posture_and_side(posture.name, phase.side),
        detail: context.locale.word(activity(session)).to_owned(),
        whole: en::place_in(title, phase.step + 1, steps),
        time: time(session, context.now),
        running,
    })
}

/// How far the hold has come. A phase that lasts as long as its words has no clock.
fn time(session: &Session, now: Moment) -> Option<PlayingTime> {
    let (phase, _) = session.place()?;
    let length = phase.exact_length()?;
    let at = match session.state() {
        State::Holding { began, .. } => PlayingPoint::Since(*began),
        State::Ready
        | State::Leading { .. }
        | State::Returning { .. }
        | State::Paused { .. }
        | State::Harmed { .. }
        | State::Over(_) => PlayingPoint::Waiting(session.progress(now)?.elapsed?),
    };
    Some(PlayingTime { length, at })
}
