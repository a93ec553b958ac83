//! The session under way: the commands it takes, and how its outputs become wants.

use std::time::Duration;

use super::voice::Speaker;
use super::{Playing, State, ending, key};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::route::Route;
use crate::app::routine::preferences;
use crate::app::want::{Intent, VoiceNews, Want};
use crate::domain::session::{Command, Output, Session};
use crate::domain::time::Moment;
use crate::store::Record;

/// Handles a command from the user. One that would resume a waiting session first passes the gate before every start.
pub(super) fn commanded(state: &mut State, command: Command, context: &Context) -> Vec<Want> {
    let waits = state.playing().is_some_and(|it| !it.session.is_running());
    if waits && goes_on(command) {
        vec![Want::AskFirst(Intent::GoOn(command))]
    } else {
        self::command(state, command, context)
    }
}

const fn goes_on(command: Command) -> bool {
    match command {
        Command::Start
        | Command::Resume
        | Command::Next
        | Command::Back
        | Command::Jump(_)
        | Command::Easier
        | Command::RepeatSide
        | Command::CountAsDone => true,
        Command::Pause
        | Command::AddTime(_)
        | Command::InPosition
        | Command::Hurts
        | Command::Dizzy
        | Command::Stop => false,
    }
}

pub(super) fn command(state: &mut State, command: Command, context: &Context) -> Vec<Want> {
    with(state, context, |session, now| session.command(command, now))
}

/// Makes the session wait, and say why, when something else takes the sound.
pub(super) fn sound_interrupted(state: &mut State, context: &Context) -> Vec<Want> {
    with(state, context, Session::interrupted)
}

/// Applies to the session what is now known about the body.
pub(in crate::app) fn body_changed(state: &mut State, context: &Context) -> Vec<Want> {
    let body = &context.person().body;
    with(state, context, |session, now| session.heed(body, now))
}

/// Applies the current settings to a session that is paused.
pub(in crate::app) fn prefer(state: &mut State, context: &Context) -> Vec<Want> {
    let mut speaker = Speaker::new(context);
    let (preferences, aloud) = (preferences(context), speaker.is_aloud());
    let mut wants = with(state, context, |session, _| {
        session.prefer(preferences, aloud)
    });
    if state.playing().is_some() {
        wants.extend(speaker.news());
    }
    wants
}

/// Pauses a running session while a ticked sign still has to be looked at by someone. The session was begun or resumed
/// before the sign was ticked, here or in another tab.
pub(in crate::app) fn hold_back(state: &mut State, context: &Context) -> Vec<Want> {
    let runs = state.playing().is_some_and(|it| it.session.is_running());
    if !runs {
        return Vec::new();
    }
    let mut wants = command(state, Command::Pause, context);
    wants.push(Want::AskFirst(Intent::GoOn(Command::Resume)));
    wants
}

/// Handles the passing of time.
pub(in crate::app) fn time_passed(state: &mut State, context: &Context) -> Vec<Want> {
    let again = context.voices.are_to_be_tried_again(context.now);
    let mut wants = Vec::new();
    if again && state.playing().is_some() {
        wants.push(Want::Voices(VoiceNews::TriedAgain));
    }
    wants.extend(with(state, context, Session::advance));
    let Some(playing) = state.playing_mut() else {
        return wants;
    };
    // Stored every second, so that a killed browser loses no more than the current one.
    let progress = playing.session.progress(context.now);
    let second = progress.and_then(|progress| progress.elapsed);
    let second = second.map(|elapsed| elapsed.as_secs());
    let due = playing.session.is_running() && second.is_some() && second != playing.kept_second;
    playing.kept_second = second;
    let is_kept = |want: &Want| matches!(want, Want::Keep(..));
    if due && !wants.iter().any(is_kept) {
        wants.extend(kept(playing));
    }
    wants
}

/// Applies an operation to the session under way, and carries out its outputs.
pub(super) fn with(
    state: &mut State,
    context: &Context,
    happens: impl FnOnce(&mut Session, Moment) -> Vec<Output>,
) -> Vec<Want> {
    let Some(playing) = state.playing_mut() else {
        return Vec::new();
    };
    let outputs = happens(&mut playing.session, context.now);
    carry_out(state, outputs, Speaker::new(context), context)
}

/// Turns the session's outputs into wants, in order. `speaker` takes care of what is to be heard.
pub(super) fn carry_out(
    state: &mut State,
    mut outputs: Vec<Output>,
    mut speaker: Speaker<'_>,
    context: &Context,
) -> Vec<Want> {
    let Some(playing) = state.playing_mut() else {
        return Vec::new();
    };
    replace_stalled(&mut speaker, playing, &mut outputs);
    let mut wants = speaker.news();
    let (mut changed, mut over) = (false, None);
    for output in outputs {
        match output {
            Output::Say {
                id, words, aloud, ..
            } => {
                changed = true;
                wants.extend(speaker.say(playing, id, words, aloud).map(Want::Do));
            }
            Output::Hush => {
                playing.speaking = None;
                wants.push(Want::Do(Effect::Hush));
            }
            Output::VoiceStalled => {}
            Output::Sound(tones) => {
                let volume = context.settings().tone_volume;
                wants.push(Want::Do(Effect::Sound { tones, volume }));
            }
            Output::CancelTones => wants.push(Want::Do(Effect::CancelTones)),
            Output::Vibrate(tone) => {
                let felt = context.settings().vibration;
                wants.extend(felt.then_some(Want::Do(Effect::Vibrate(tone))));
            }
            Output::Changed => changed = true,
            Output::Ended(ending) => over = Some(ending),
        }
    }
    if let Some(ending) = over {
        wants.extend(ending::conclude(state, ending, context));
        wants.push(Want::GoTo(Route::Ending));
    } else if changed {
        wants.extend(kept(playing));
    }
    wants
}

/// Puts another voice in place of one that stalled: whatever is said after a stall is said by the one that takes over.
fn replace_stalled(speaker: &mut Speaker<'_>, playing: &mut Playing, outputs: &mut Vec<Output>) {
    let stalls = outputs.iter().filter(|it| **it == Output::VoiceStalled);
    for _ in 0..stalls.count() {
        outputs.extend(speaker.stalled(playing));
    }
}

/// Stores the session as it stands.
pub(super) fn kept(playing: &Playing) -> Option<Want> {
    let snapshot = playing.session.snapshot()?;
    let record = Record::Playing(Box::new(snapshot));
    Some(Want::keep(key(playing.made), record))
}

/// When [`time_passed`] is due next: at the session's deadline, or when the displayed second changes.
pub(in crate::app) fn next_wake(state: &State, now: Moment) -> Option<Moment> {
    let session = &state.playing()?.session;
    let shown = session.is_running().then(|| next_second(session, now));
    let both = [session.next_deadline(), shown.flatten()];
    both.into_iter().flatten().min()
}

fn next_second(session: &Session, now: Moment) -> Option<Moment> {
    let progress = session.progress(now)?;
    let length = session.timeline().phases[progress.phase].exact_length()?;
    let left = length.saturating_sub(progress.elapsed?);
    let past_the_second = Duration::from_nanos(u64::from(left.subsec_nanos()));
    Some(if past_the_second.is_zero() {
        now + Duration::from_secs(1)
    } else {
        now + past_the_second
    })
}
