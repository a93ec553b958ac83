//! The first screen.

use crate::app::model::Model;
use crate::domain::session::{Point, Session};
use crate::text::en;

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The session that can be gone on with.
    pub go_on: Option<GoOn>,
    /// Whether nothing was ever done here: a newcomer is pointed to "get help".
    pub newcomer: bool,
}

/// A session that can be gone on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoOn {
    /// Which posture and side.
    pub title: String,
    /// What is left of it.
    pub detail: String,
    /// Whether it waits in this page; otherwise the page was closed in between.
    pub here: bool,
    /// Whether the posture has sides.
    pub sided: bool,
}

/// The first screen.
pub fn question(model: &Model) -> QuestionView {
    let newcomer =
        model.kept.sessions == 0 && model.interrupted.is_none() && model.playing.is_none();
    QuestionView {
        go_on: go_on(model),
        newcomer,
    }
}

fn go_on(model: &Model) -> Option<GoOn> {
    if let Some(playing) = &model.playing {
        return describe(&playing.session, true);
    }
    let interrupted = model.interrupted.as_ref()?;
    let session = Session::restore(interrupted.snapshot.clone(), model.locale.phrasing(), false);
    // One that cannot be gone on with is found out, and put aside, when it is asked for.
    session.map_or_else(
        |_| {
            let title = en::go_on(&interrupted.snapshot.plan.routine.title, None);
            Some(GoOn {
                title,
                detail: String::new(),
                here: false,
                sided: false,
            })
        },
        |session| describe(&session, false),
    )
}

fn describe(session: &Session, here: bool) -> Option<GoOn> {
    let (phase, posture) = session.place()?;
    let snapshot = session.snapshot()?;
    let detail = match snapshot.point {
        Point::Elapsed(elapsed) => en::hold_was_left(phase.length().saturating_sub(elapsed)),
        Point::Line(..) => en::session_was_left(session.timeline().length_from(session.phase()?)),
    };
    let title = en::go_on(posture.words.name, phase.side);
    Some(GoOn {
        title,
        detail,
        here,
        sided: phase.side.is_some(),
    })
}
