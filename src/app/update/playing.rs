//! The session under way: its outputs become effects, its state is kept.

use super::voice::is_aloud;
use crate::app::effect::{Effect, Over};
use crate::app::event::Start;
use crate::app::model::{Model, Playing, Then};
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::suiting::{plan, preferences};
use crate::app::update::{choosing, ending, keeping, screening, voice};
use crate::domain::session::{Command, Output, Session};
use crate::domain::time::Moment;
use crate::store::{keys, print_snapshot};

/// Begins a session, unless there are questions to be asked first, or it would not be wise.
pub(super) fn start(model: &mut Model, start: Start, now: Moment, out: &mut Vec<Effect>) {
    if !screening::open(model, Then::Start(start), now, out) {
        return;
    }
    let Some(routine) = choosing::routine(model, start) else {
        return;
    };
    let plan = plan(model, routine);
    model.before = None;
    let aloud = is_aloud(model);
    match Session::new(plan, model.locale.phrasing(), aloud) {
        Ok(session) => {
            // One session at a time: what was interrupted before is over now.
            keeping::let_go(model, out);
            let key = keys::playing(now, model.tab);
            play(model, session, key, Command::Start, now, out);
        }
        Err(error) => model.tell(Notice::RoutineRefused {
            why: error.to_string(),
        }),
    }
}

/// Goes on with the session that was interrupted.
pub(super) fn go_on(model: &mut Model, command: Command, now: Moment, out: &mut Vec<Effect>) {
    if model.lock().is_some() {
        out.push(Effect::GoTo(Route::Screening));
        return;
    }
    let Some(interrupted) = model.interrupted.take() else {
        return;
    };
    let aloud = is_aloud(model);
    match Session::restore(interrupted.snapshot, model.locale.phrasing(), aloud, now) {
        Ok(mut session) => {
            // More may be known of the body since.
            session.heed(&model.person.body, now);
            play(model, session, interrupted.key, command, now, out);
        }
        Err(error) => keeping::put_aside(model, &interrupted.key, error.to_string(), now, out),
    }
}

fn play(
    model: &mut Model,
    session: Session,
    key: String,
    command: Command,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    model.begun += 1;
    model.over = None;
    let number = model.begun;
    out.push(Effect::ReadyTones);
    out.push(Effect::Claim { key: key.clone() });
    model.playing = Some(Playing {
        session,
        number,
        key,
        transcript: Vec::new(),
        speaking: None,
        stalls: 0,
        kept_second: None,
    });
    self::command(model, command, now, out);
    out.push(Effect::GoTo(Route::Player));
}

pub(super) fn command(model: &mut Model, command: Command, now: Moment, out: &mut Vec<Effect>) {
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.command(command, now);
        carry_out(model, outputs, now, out);
    }
}

pub(super) fn time_passed(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = &mut model.playing else {
        return;
    };
    let outputs = playing.session.advance(now);
    // A killed browser loses no more than the second it was in.
    let second = playing
        .session
        .standing(now)
        .and_then(|standing| standing.elapsed)
        .map(|elapsed| elapsed.as_secs());
    let due = playing.session.is_running() && second.is_some() && second != playing.kept_second;
    playing.kept_second = second;
    let changed = outputs.contains(&Output::Changed);
    carry_out(model, outputs, now, out);
    if due && !changed {
        keep(model, out);
    }
}

pub(super) fn carry_out(
    model: &mut Model,
    outputs: Vec<Output>,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let mut changed = false;
    for output in outputs {
        match output {
            Output::Say {
                id, words, aloud, ..
            } => voice::say(model, id, words, aloud, out),
            Output::Hush => {
                voice::hushed(model);
                out.push(Effect::Hush);
            }
            Output::VoiceStalled => voice::stalled(model, now, out),
            Output::Sound(tones) => {
                let volume = model.settings.tone_volume;
                out.push(Effect::Sound { tones, volume });
            }
            Output::CancelTones => out.push(Effect::CancelTones),
            Output::Vibrate(tone) if model.settings.vibration => out.push(Effect::Vibrate(tone)),
            Output::Vibrate(_) => {}
            Output::Changed => changed = true,
            Output::Ended(end) => ending::ended(model, end, now, out),
        }
    }
    if changed {
        keep(model, out);
    }
}

/// Keeps the session under way as it stands.
pub(super) fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(playing) = &model.playing else {
        return;
    };
    if let Some(snapshot) = playing.session.snapshot() {
        let (key, text) = (playing.key.clone(), print_snapshot(&snapshot));
        keeping::keep(model, key, text, Over::Anything, out);
    }
}

/// A session that waits goes on by what is set now.
pub(super) fn prefer(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    if model.playing.is_none() {
        return;
    }
    let (preferences, aloud) = (preferences(model), is_aloud(model));
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.prefer(preferences, aloud);
        carry_out(model, outputs, now, out);
    }
}

/// A session that waits goes on by what is known of the body now.
pub(super) fn heed(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let body = model.person.body.clone();
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.heed(&body, now);
        carry_out(model, outputs, now, out);
    }
}
