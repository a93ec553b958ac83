//! What was done recently, and how it went.

use std::time::Duration;

use crate::domain::collections::Set;
use crate::domain::history::{Done, Harm, HoldEnd, SessionRecord};
use crate::domain::pain::{Pain, PainChange};
use crate::domain::time::Moment;

/// How long something that did harm is left out. A design choice.
const LEFT_OUT: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// How long sessions stay gentle after one that ended worse: "flare: spasm routine 24 to 48 hours" in the content
/// notes. A design choice.
const GENTLE: Duration = Duration::from_secs(48 * 60 * 60);
/// Pain from this rating on is red. Source: the pain-monitoring model, borrowed from knees and tendons.
const RED: u8 = 6;

/// What was done recently, and how it went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentHistory {
    /// What did harm, and has not been done to its end since.
    pub harms: Vec<Harm>,
    /// The ids of routines that ended worse than they began, or in the red, when last done.
    pub worse: Set<String>,
    /// Whether the last session ended worse than it began, or in the red, within the last two days.
    pub ended_worse: bool,
}

impl RecentHistory {
    /// What the sessions up to now show, given oldest first, and what was done in those that are not over yet. Sessions
    /// that end later than now were dated by a wrong clock, and do not count.
    pub fn of<'a>(
        sessions: &[&SessionRecord],
        under_way: impl Iterator<Item = (Moment, &'a [Done])>,
        now: Moment,
    ) -> Self {
        let mut recent = Self::default();
        let past = || sessions.iter().filter(|session| session.ended.is_past(now));
        for session in past() {
            if went_worse(session) {
                recent.worse.insert(session.routine.clone());
            } else {
                recent.worse.remove(&session.routine);
            }
            if now.since(session.ended) > LEFT_OUT {
                continue;
            }
            for done in &session.done {
                recent.take_note(done);
            }
        }
        for (seen, done) in under_way.filter(|(seen, _)| now.since(*seen) <= LEFT_OUT) {
            // One that a wrong clock dated in the future lifts nothing.
            let counts = |done: &&Done| seen.is_past(now) || done.end.harm().is_some();
            done.iter()
                .filter(counts)
                .for_each(|it| recent.take_note(it));
        }
        recent.ended_worse = past()
            .next_back()
            .is_some_and(|last| went_worse(last) && now.since(last.ended) <= GENTLE);
        recent
    }

    fn take_note(&mut self, done: &Done) {
        if done.end == HoldEnd::Completed {
            // What one side bears tells nothing of the other.
            let done_again = |harm: &Harm| harm.form == done.form && harm.side == done.side;
            self.harms.retain(|harm| !done_again(harm));
        }
        let Some(kind) = done.end.harm() else { return };
        let (form, side) = (done.form.clone(), done.side);
        let harm = Harm { form, side, kind };
        if !self.harms.contains(&harm) {
            self.harms.push(harm);
        }
    }
}

/// Whether a session ended noticeably worse than it began, or in the red and no better.
fn went_worse(session: &SessionRecord) -> bool {
    let Some(after) = session.after else {
        return false;
    };
    let change = session.before.map(|before: Pain| before.change(after));
    change == Some(PainChange::Worse)
        || (after.rating() >= RED && change != Some(PainChange::Eased))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::{During, HarmKind};
    use crate::domain::posture::Side;
    use crate::domain::session::Ending;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    fn session(ended: Moment, after: u8, (side, end): (Side, HoldEnd)) -> SessionRecord {
        SessionRecord {
            routine: "mine".to_owned(),
            title: String::new(),
            started: ended - Duration::from_secs(600),
            ended,
            ending: Ending::Finished,
            done: vec![Done {
                posture: "pigeon".to_owned(),
                side: Some(side),
                set: 1,
                form: "pigeon".to_owned(),
                planned: DAY,
                held: DAY,
                end,
                during: During::Holding,
            }],
            before: None,
            after: Pain::new(after).ok(),
            note: String::new(),
        }
    }

    #[test]
    fn a_session_that_a_wrong_clock_dated_in_the_future_lifts_nothing_and_is_not_the_last() {
        let now = Moment::from_millis(1_795_000_000_000);
        let hurt = session(now - DAY, 8, (Side::Left, HoldEnd::Hurt));
        let told = RecentHistory::of(&[&hurt], [].into_iter(), now);
        assert_eq!(told.harms, [harm(HarmKind::Hurt)]);
        assert!(told.worse.contains("mine") && told.ended_worse);
        let well = |ended| session(ended, 0, (Side::Left, HoldEnd::Completed));
        let to_come = well(now + DAY * 365);
        assert_eq!(
            RecentHistory::of(&[&hurt, &to_come], [].into_iter(), now),
            told
        );
        let lifted = RecentHistory::of(&[&hurt, &well(now)], [].into_iter(), now);
        assert_eq!(lifted, RecentHistory::default());
    }

    #[test]
    fn what_the_other_side_bears_lifts_nothing() {
        let now = Moment::from_millis(1_795_000_000_000);
        for (end, kind) in [
            (HoldEnd::Hurt, HarmKind::Hurt),
            (HoldEnd::Dizzy, HarmKind::Dizzy),
        ] {
            let bad = session(now - DAY * 2, 0, (Side::Left, end));
            let well = |side| session(now - DAY, 0, (side, HoldEnd::Completed));
            let after = |side| RecentHistory::of(&[&bad, &well(side)], [].into_iter(), now).harms;
            assert_eq!(after(Side::Right), [harm(kind)]);
            assert_eq!(after(Side::Left), []);
        }
    }

    fn harm(kind: HarmKind) -> Harm {
        Harm {
            form: "pigeon".to_owned(),
            side: Some(Side::Left),
            kind,
        }
    }
}
