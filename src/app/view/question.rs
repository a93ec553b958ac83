//! The first screen.

use crate::app::model::Model;
use crate::device::Installing;
use crate::domain::episode::{self, Feeling};
use crate::domain::session::{Ending, Point, Session};
use crate::domain::time::Moment;
use crate::text::{Key, en};

/// An answer to the question of the first screen, which stands in the document as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub feeling: Feeling,
    /// What it is called.
    pub name: Key,
    /// What follows from it.
    pub means: Key,
    /// The posture whose figure stands beside it.
    pub posture: &'static str,
    /// What is seen of that figure, as the `viewBox` of an image: its place is kept until it is drawn.
    pub place: &'static str,
}

/// The answers, the most urgent first.
pub const ANSWERS: [Answer; 3] = [
    Answer {
        feeling: Feeling::Spasm,
        name: Key::InSpasm,
        means: Key::InSpasmMeans,
        posture: "90-90-rest",
        place: "-618 -545 1060 618",
    },
    Answer {
        feeling: Feeling::Sore,
        name: Key::Sore,
        means: Key::SoreMeans,
        posture: "cat-cow",
        place: "-508 -497 962 580",
    },
    Answer {
        feeling: Feeling::Fine,
        name: Key::Fine,
        means: Key::FineMeans,
        posture: "forward-bend",
        place: "-326 -597 725 675",
    },
];

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The session that can be gone on with.
    pub go_on: Option<GoOn>,
    /// A word on the episode that is open.
    pub watch: Option<WatchView>,
    /// How Limber can be put on the home screen, if this is a moment to say so: a session was finished, and
    /// nobody has answered yet.
    pub invitation: Option<Installing>,
}

/// A word on an episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchView {
    /// How long it has gone on.
    pub title: String,
    /// What is to be known at this point of it.
    pub words: &'static str,
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
pub fn question(model: &Model, now: Moment) -> QuestionView {
    QuestionView {
        go_on: go_on(model, now),
        watch: watch(model, now),
        invitation: invitation(model),
    }
}

/// What is to be known at this point of the episode that is open, if one is.
fn watch(model: &Model, now: Moment) -> Option<WatchView> {
    let episode = model.episode()?;
    let today = model.today(now);
    let milestone = episode.milestone(today);
    let course = episode::course(&model.ratings(now), episode);
    Some(WatchView {
        title: en::day_of_episode(today.since(episode.opened) + 1),
        words: en::watched(milestone, course),
    })
}

fn invitation(model: &Model) -> Option<Installing> {
    let mut sessions = model.kept.history.iter();
    let finished = sessions.any(|record| record.ending == Ending::Finished);
    let open = finished && !model.settings.invited && model.playing.is_none();
    installing(model).filter(|_| open)
}

/// How Limber can be put on the home screen; nothing if it is there, or nobody knows how.
pub fn installing(model: &Model) -> Option<Installing> {
    match model.installing {
        Installing::Offered | Installing::ByHand => Some(model.installing),
        Installing::Unknown | Installing::Done => None,
    }
}

fn go_on(model: &Model, now: Moment) -> Option<GoOn> {
    if let Some(playing) = &model.playing {
        return describe(&playing.session, true);
    }
    let interrupted = model.interrupted.as_ref()?;
    let snapshot = interrupted.snapshot.clone();
    let session = Session::restore(snapshot, model.locale.phrasing(), false, now);
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
    let title = en::go_on(posture.name, phase.side);
    Some(GoOn {
        title,
        detail,
        here,
        sided: phase.side.is_some(),
    })
}
