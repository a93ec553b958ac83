//! Unfinished sessions: those of closed pages, and that of another tab.
//!
//! At most one session is under way on a device. A lock says which tab has it; what that tab stores says where the
//! session is.

use super::beginning::restore;
use super::{Claimed, Playing, Stage, State, UnfinishedSession, ending, key};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::want::{Intent, Want};
use crate::domain::session::{Command, Snapshot};
use crate::store::RecordStamp;

/// Takes in the unfinished sessions found in storage.
pub(in crate::app) fn look_after(
    state: &mut State,
    found: Vec<(RecordStamp, Snapshot)>,
) -> Vec<Want> {
    let ours = state.playing().map(|playing| playing.made);
    let found = found.into_iter().filter(|(made, _)| Some(*made) != ours);
    let unfinished = found.map(|(made, snapshot)| UnfinishedSession { made, snapshot });
    state.unfinished = unfinished.collect();
    // The session on offer is among those found, or was ended elsewhere.
    if let Stage::Interrupted(_) = state.stage {
        state.stage = Stage::Idle;
    }
    state.elsewhere = None;
    look_at_other_tabs(state)
}

/// Looks whether other tabs play what was not ended, if there is any.
pub(super) fn look_at_other_tabs(state: &State) -> Vec<Want> {
    let some = !state.unfinished.is_empty();
    some.then_some(Want::Do(Effect::LookAtOtherTabs))
        .into_iter()
        .collect()
}

/// Offers the latest session that no other tab is playing; older ones are over.
pub(super) fn other_tabs_looked(state: &mut State, locks: &[String]) -> Vec<Want> {
    let played = |unfinished: &UnfinishedSession| locks.contains(&key(unfinished.made).to_string());
    let mut known = std::mem::take(&mut state.unfinished);
    // The tab that had it may be gone.
    known.extend(state.elsewhere.take());
    match std::mem::take(&mut state.stage) {
        Stage::Interrupted(unfinished) => known.push(unfinished),
        other @ (Stage::Idle | Stage::TakingOver(_) | Stage::Playing(_) | Stage::Over(_)) => {
            state.stage = other;
        }
    }
    let (elsewhere, mut ours): (Vec<_>, Vec<_>) = known.into_iter().partition(played);
    state.elsewhere = elsewhere.into_iter().max_by_key(|it| it.snapshot.seen);
    match state.stage {
        Stage::Idle => {
            let latest = (0..ours.len()).max_by_key(|nth| ours[*nth].snapshot.seen);
            if let Some(latest) = latest {
                state.stage = Stage::Interrupted(ours.remove(latest));
            }
        }
        Stage::Over(_) => state.unfinished = std::mem::take(&mut ours),
        Stage::Interrupted(_) | Stage::TakingOver(_) | Stage::Playing(_) => {}
    }
    ours.iter().map(abandon).collect()
}

/// Gives up the interrupted session: what was done of it goes into the history.
pub(super) fn let_go(state: &mut State) -> Vec<Want> {
    match std::mem::take(&mut state.stage) {
        Stage::Interrupted(unfinished) => vec![abandon(&unfinished)],
        other @ (Stage::Idle | Stage::TakingOver(_) | Stage::Playing(_) | Stage::Over(_)) => {
            state.stage = other;
            Vec::new()
        }
    }
}

fn abandon(unfinished: &UnfinishedSession) -> Want {
    ending::over(unfinished.made, ending::abandoned(&unfinished.snapshot))
}

/// Handles another tab going on with a session, or ending it.
pub(in crate::app) fn played_elsewhere(
    state: &mut State,
    made: RecordStamp,
    snapshot: Option<Box<Snapshot>>,
) -> Vec<Want> {
    if state.playing().is_some_and(|playing| playing.made == made) {
        // This tab knows what it plays itself; if another took over, the lock will say so.
        return Vec::new();
    }
    state.unfinished.retain(|it| it.made != made);
    if let Stage::TakingOver(taken) = &mut state.stage
        && taken.made == made
    {
        // It is on its way here: from where that tab left it.
        if let Some(snapshot) = snapshot {
            taken.snapshot = *snapshot;
            return Vec::new();
        }
        state.stage = Stage::Idle;
        return vec![Want::Do(Effect::Unclaim)];
    }
    if state.interrupted().is_some_and(|it| it.made == made) {
        state.stage = Stage::Idle;
    }
    match snapshot {
        Some(snapshot) => {
            let snapshot = *snapshot;
            let before = state
                .elsewhere
                .replace(UnfinishedSession { made, snapshot });
            let displaced = before.filter(|it| it.made != made);
            // It may be about to speak.
            let mut wants = vec![Want::HushTests];
            if let Some(displaced) = displaced {
                // Nobody said that it is over.
                state.unfinished.push(displaced);
                wants.push(Want::Do(Effect::LookAtOtherTabs));
            }
            return wants;
        }
        None if state.elsewhere.as_ref().is_some_and(|it| it.made == made) => {
            state.elsewhere = None;
        }
        None => {}
    }
    Vec::new()
}

/// Takes over the session that another tab has. That tab releases it when it loses the lock.
pub(in crate::app) fn take_over(state: &mut State) -> Vec<Want> {
    let Some(unfinished) = state.elsewhere.take() else {
        return Vec::new();
    };
    let mut wants = let_go(state);
    wants.push(Want::Rate(None));
    let claim = Effect::Claim {
        key: key(unfinished.made),
        take_over: true,
    };
    state.stage = Stage::TakingOver(unfinished);
    // The sound must be made ready while the tap is being handled.
    wants.extend([Want::Do(Effect::ReadyTones), Want::Do(claim)]);
    wants
}

/// Handles the page being left. What is under way waits, as if the page were opened afresh: should it come back as it
/// was, the browser has taken its locks and its voice, and another tab may have gone on.
pub(in crate::app) fn left(state: &mut State) -> Vec<Want> {
    let mut wants = super::keep(state);
    match std::mem::take(&mut state.stage) {
        Stage::Playing(playing) => {
            let made = playing.made;
            if let Some(snapshot) = playing.session.snapshot() {
                state.stage = Stage::Interrupted(UnfinishedSession { made, snapshot });
            }
        }
        Stage::TakingOver(unfinished) => state.elsewhere = Some(unfinished),
        as_it_was @ (Stage::Idle | Stage::Interrupted(_) | Stage::Over(_)) => {
            state.stage = as_it_was;
            return wants;
        }
    }
    wants.push(Want::Do(Effect::Unclaim));
    wants
}

/// Handles the outcome of the claim to be the one tab that plays.
pub(super) fn claimed(state: &mut State, claimed: Claimed, context: &Context) -> Vec<Want> {
    match (std::mem::take(&mut state.stage), claimed) {
        (Stage::TakingOver(unfinished), Claimed::Held) if !context.is_open() => {
            // A sign was ticked while the other tab released the session, or there is something to ask.
            state.stage = Stage::Interrupted(unfinished);
            let ask = Want::AskFirst(Intent::GoOn(Command::Resume));
            vec![Want::Do(Effect::Unclaim), ask]
        }
        (Stage::TakingOver(UnfinishedSession { made, snapshot }), Claimed::Held) => {
            restore(state, snapshot, made, Command::Resume, context)
        }
        (Stage::TakingOver(unfinished), Claimed::Refused | Claimed::Lost) => {
            state.elsewhere = Some(unfinished);
            vec![Want::Tell(Notice::OtherTabPlays)]
        }
        (Stage::Playing(playing), Claimed::Refused | Claimed::Lost) => {
            let mut wants = fall_silent(state, &playing);
            wants.push(Want::Tell(if claimed == Claimed::Lost {
                Notice::GoesOnElsewhere
            } else {
                Notice::OtherTabPlays
            }));
            wants
        }
        (Stage::Playing(mut playing), Claimed::Held) => {
            playing.new = false;
            state.stage = Stage::Playing(playing);
            Vec::new()
        }
        (as_it_was, _) => {
            state.stage = as_it_was;
            Vec::new()
        }
    }
}

/// Lets go of a session that this tab may not play. It is another tab's from now on, or waits while that one plays
/// another: that is looked at.
fn fall_silent(state: &mut State, playing: &Playing) -> Vec<Want> {
    let made = playing.made;
    // One that was refused in the moment in which it began never was, unless something was done in it already.
    let never_was = playing.new && playing.session.done().is_empty();
    let snapshot = playing.session.snapshot().filter(|_| !never_was);
    let unfinished = snapshot.map(|snapshot| UnfinishedSession { made, snapshot });
    state.unfinished.extend(unfinished);
    let mut wants = vec![Want::Do(Effect::Hush), Want::Do(Effect::CancelTones)];
    wants.extend(never_was.then_some(Want::Forget(key(made))));
    wants.extend([
        Want::Do(Effect::Unclaim),
        Want::Do(Effect::LookAtOtherTabs),
        Want::GoTo(Route::Question),
    ]);
    wants
}
