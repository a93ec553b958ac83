//! What is shown of a session that can be resumed.

use crate::app::context::Context;
use crate::app::session::{Stage, State, UnfinishedSession};
use crate::domain::session::{Point, Session};
use crate::text::en;

/// A session that can be resumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoOn {
    /// The posture and side.
    pub title: String,
    /// What is left of it.
    pub detail: String,
    /// Where the session waits.
    pub waits: Waits,
    /// Whether the posture has sides.
    pub sided: bool,
}

/// Where a session waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// In this page.
    Here,
    /// In a page that has since been closed.
    Closed,
    /// In another tab, where it may be running.
    Elsewhere,
}

/// The session that can be resumed, if there is one.
pub fn go_on(state: &State, context: &Context) -> Option<GoOn> {
    match &state.stage {
        Stage::Playing(playing) => describe(&playing.session, Waits::Here),
        Stage::Interrupted(unfinished) => Some(described(unfinished, Waits::Closed, context)),
        Stage::Idle | Stage::TakingOver(_) | Stage::Over(_) => {
            let elsewhere = state.elsewhere.as_ref();
            elsewhere.map(|it| described(it, Waits::Elsewhere, context))
        }
    }
}

/// Describes a stored session. One that can't be restored is noticed, and put aside, only when the user resumes it.
fn described(unfinished: &UnfinishedSession, waits: Waits, context: &Context) -> GoOn {
    let snapshot = unfinished.snapshot.clone();
    let session = Session::restore(snapshot, context.locale.phrasing(), false, context.now).ok();
    let described = session.and_then(|session| describe(&session, waits));
    described.unwrap_or_else(|| GoOn {
        title: en::go_on(&unfinished.snapshot.plan.routine.title, None),
        detail: String::new(),
        waits,
        sided: false,
    })
}

fn describe(session: &Session, waits: Waits) -> Option<GoOn> {
    let (phase, posture) = session.place()?;
    let snapshot = session.snapshot()?;
    let detail = match snapshot.point {
        Point::Elapsed(elapsed) => en::hold_was_left(phase.length().saturating_sub(elapsed)),
        Point::Line(..) => en::session_was_left(session.timeline().length_from(session.phase()?)),
    };
    Some(GoOn {
        title: en::go_on(posture.name, phase.side),
        detail,
        waits,
        sided: phase.side.is_some(),
    })
}
