//! How a session begins, and how one that waits or was interrupted resumes.

use super::voice::Speaker;
use super::{Playing, Stage, State, UnfinishedSession, ending, key, playing, unfinished};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::routine::plan;
use crate::app::want::Want;
use crate::domain::routine::Routine;
use crate::domain::session::{Command, Ending, Session, Snapshot};
use crate::store::{RecordKind, RecordStamp};

/// Begins a session of a routine that suits the user. There is only one session at a time: this ends any that is under
/// way or was interrupted.
pub(in crate::app) fn begin(state: &mut State, routine: Routine, context: &Context) -> Vec<Want> {
    if state.elsewhere.is_some() {
        return other_tab_plays().into();
    }
    let mut speaker = Speaker::new(context);
    let aloud = speaker.is_aloud();
    match Session::new(plan(context, routine), context.locale.phrasing(), aloud) {
        Ok(session) => {
            let made = state.made_now(context);
            let mut wants = end_what_was(state, context);
            wants.push(Want::Rate(None));
            wants.extend(speaker.news());
            wants.extend(make_ready(made));
            wants.extend(play(state, session, made, Command::Start, context));
            wants
        }
        Err(error) => vec![Want::Tell(Notice::RoutineRefused(error))],
    }
}

/// Another tab has a session, as far as is known: that tab may be gone.
pub(in crate::app) fn other_tab_plays() -> [Want; 2] {
    let looked = Want::Do(Effect::LookAtOtherTabs);
    [Want::Tell(Notice::OtherTabPlays), looked]
}

/// Ends what is under way or was interrupted, since something else begins.
fn end_what_was(state: &mut State, context: &Context) -> Vec<Want> {
    if let Some(playing) = state.playing_mut() {
        // This silences it, and records the unfinished hold.
        playing.session.command(Command::Stop, context.now);
        let mut wants = vec![Want::Do(Effect::Hush), Want::Do(Effect::CancelTones)];
        wants.extend(ending::conclude(state, Ending::Stopped, context));
        return wants;
    }
    unfinished::let_go(state)
}

/// Resumes the session that waits, or the one that was interrupted.
pub(in crate::app) fn go_on(state: &mut State, command: Command, context: &Context) -> Vec<Want> {
    match std::mem::take(&mut state.stage) {
        waits @ Stage::Interrupted(_) if state.elsewhere.is_some() => {
            state.stage = waits;
            other_tab_plays().into()
        }
        Stage::Interrupted(UnfinishedSession { made, snapshot }) => {
            let mut wants = Vec::from(make_ready(made));
            wants.push(Want::Rate(None));
            wants.extend(restore(state, snapshot, made, command, context));
            wants
        }
        other @ (Stage::Idle | Stage::TakingOver(_) | Stage::Over(_) | Stage::Playing(_)) => {
            state.stage = other;
            let mut wants = playing::prefer(state, context);
            wants.extend(playing::command(state, command, context));
            // It may have waited behind another screen, or behind the questions.
            let away = context.route != Route::Player && state.playing().is_some();
            wants.extend(away.then_some(Want::GoTo(Route::Player)));
            wants
        }
    }
}

/// Opens the audio device while the tap is being handled, and has this tab be the one that plays.
fn make_ready(made: RecordStamp) -> [Want; 2] {
    let claim = Effect::Claim {
        key: key(made),
        take_over: false,
    };
    [Want::Do(Effect::ReadyTones), Want::Do(claim)]
}

/// Resumes a session from its snapshot.
pub(super) fn restore(
    state: &mut State,
    snapshot: Snapshot,
    made: RecordStamp,
    command: Command,
    context: &Context,
) -> Vec<Want> {
    let mut speaker = Speaker::new(context);
    let aloud = speaker.is_aloud();
    let phrasing = context.locale.phrasing();
    match Session::restore(snapshot, phrasing, aloud, context.now) {
        Ok(session) => {
            let mut wants = speaker.news();
            wants.extend(play(state, session, made, command, context));
            wants
        }
        Err(error) => vec![
            Want::Do(Effect::Unclaim),
            Want::Quarantine(key(made)),
            Want::Tell(Notice::Quarantined {
                kind: RecordKind::Playing,
                place: error.place().to_owned(),
            }),
        ],
    }
}

fn play(
    state: &mut State,
    session: Session,
    made: RecordStamp,
    command: Command,
    context: &Context,
) -> Vec<Want> {
    state.begun += 1;
    state.stage = Stage::Playing(Box::new(Playing {
        session,
        number: state.begun,
        made,
        transcript: Vec::new(),
        speaking: None,
        stalls: 0,
        kept_second: None,
        new: command == Command::Start,
    }));
    // If it was interrupted, the settings or what is known about the body may have changed since.
    let mut wants = playing::prefer(state, context);
    wants.extend(playing::body_changed(state, context));
    wants.extend(playing::command(state, command, context));
    wants.push(Want::GoTo(Route::Player));
    wants
}
