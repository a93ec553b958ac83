//! What was done lately, and how it went.

use std::time::Duration;

use crate::domain::few::Set;
use crate::domain::history::{HoldEnd, SessionRecord};
use crate::domain::pain::{Change, Pain};
use crate::domain::time::Moment;

/// What hurt is left out for so long. A design choice.
const LEFT_OUT: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// A session that ended worse makes those after it gentle for so long: "flare: spasm routine 24 to 48
/// hours" in the content notes. A design choice.
const GENTLE: Duration = Duration::from_secs(48 * 60 * 60);
/// Pain from here on is red. Source: the pain-monitoring model, borrowed from knees and tendons.
const RED: u8 = 6;

/// What was done lately, and how it went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lately {
    /// Forms that hurt, by their ids.
    pub hurt: Set<String>,
    /// Routines that ended worse than they began when they were last done, by their ids.
    pub worse: Set<String>,
    /// Whether the last session, of the last two days, ended worse than it began, or in the red.
    pub ended_worse: bool,
}

impl Lately {
    /// What the sessions up to now tell, oldest first.
    pub fn of(sessions: &[SessionRecord], now: Moment) -> Self {
        let mut lately = Self::default();
        for session in sessions {
            if went_worse(session) {
                lately.worse.insert(session.routine.clone());
            } else {
                lately.worse.remove(&session.routine);
            }
            if now.since(session.ended) > LEFT_OUT {
                continue;
            }
            for done in &session.done {
                match done.end {
                    HoldEnd::Hurt => {
                        lately.hurt.insert(done.form.clone());
                    }
                    // It was done to its end again since.
                    HoldEnd::Completed => {
                        lately.hurt.remove(&done.form);
                    }
                    HoldEnd::LeftEarly | HoldEnd::Dizzy | HoldEnd::CountedAsDone => {}
                }
            }
        }
        lately.ended_worse = sessions
            .last()
            .is_some_and(|last| went_worse(last) && now.since(last.ended) <= GENTLE);
        lately
    }
}

/// Whether a session ended worse than it began by enough to notice, or in the red and no better.
fn went_worse(session: &SessionRecord) -> bool {
    let Some(after) = session.after else {
        return false;
    };
    let change = session.before.map(|before: Pain| before.change(after));
    change == Some(Change::Worse) || (after.rating() >= RED && change != Some(Change::Eased))
}
