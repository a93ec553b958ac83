//! When questions about warning signs are asked, and why.

use std::time::Duration;

use super::{Scope, Screening, latest};
use crate::domain::episode::{Day, Episode, Milestone};
use crate::domain::pain::Pain;
use crate::domain::time::Moment;

/// Questions that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// All of them.
    Everything(Why),
    /// Those about signs that need help at once.
    EmergencySigns(Why),
}

/// Why questions are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They were never asked.
    FirstTime,
    /// An episode has begun since.
    NewEpisode,
    /// Pain is strong.
    StrongPain,
    /// Pain has risen within a week.
    Rising,
    /// The episode is fourteen days old.
    FourteenDays,
    /// The person wants to be asked.
    Wanted,
}

/// Pain from here on is strong. A design choice.
const STRONG: u8 = 7;
/// A rise by so much within a week is one to ask about. A design choice.
const RISE: u8 = 2;
const A_WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// Because of a rating nobody is asked more often than this. A design choice.
const AT_MOST_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

impl Due {
    /// Which signs are asked for.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Everything(_) => Scope::Everything,
            Self::EmergencySigns(_) => Scope::EmergencySigns,
        }
    }

    /// Why.
    pub const fn why(self) -> Why {
        match self {
            Self::Everything(why) | Self::EmergencySigns(why) => why,
        }
    }
}

/// The questions that are due, if any are: all of them before the first routine and in each new episode; those
/// about signs that need help at once when pain is strong, has risen, or has lasted for fourteen days.
///
/// `ratings` are oldest first; `today` and `east` say which day it is for the person.
pub fn due(
    screenings: &[Screening],
    episode: Option<Episode>,
    ratings: &[(Moment, Pain)],
    now: Moment,
    today: Day,
    east: i32,
) -> Option<Due> {
    let Some(full) = latest(screenings, Scope::Everything) else {
        return Some(Due::Everything(Why::FirstTime));
    };
    if episode.is_some_and(|episode| full.at < episode.began) {
        return Some(Due::Everything(Why::NewEpisode));
    }
    let last = screenings.iter().map(|screening| screening.at).max()?;
    let since_day_14 = episode.is_some_and(|episode| {
        let reached = episode.milestone(today) >= Milestone::Day14;
        reached && episode.milestone(Day::of(last, east)) < Milestone::Day14
    });
    if since_day_14 {
        return Some(Due::EmergencySigns(Why::FourteenDays));
    }
    if now.since(last) < AT_MOST_EVERY {
        return None;
    }
    rated(ratings, last).map(Due::EmergencySigns)
}

/// What there is to ask about the latest rating, if it was made since the last answers.
fn rated(ratings: &[(Moment, Pain)], last: Moment) -> Option<Why> {
    let ((at, pain), before) = ratings.split_last()?;
    if *at <= last {
        return None;
    }
    if pain.rating() >= STRONG {
        return Some(Why::StrongPain);
    }
    let within_a_week = before
        .iter()
        .filter(|(earlier, _)| at.since(*earlier) <= A_WEEK);
    let lowest = within_a_week.map(|(_, pain)| pain.rating()).min()?;
    (pain.rating() >= lowest + RISE).then_some(Why::Rising)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const DAY: u64 = 86_400_000;

    fn asked_on(day: u64, scope: Scope) -> Screening {
        Screening {
            at: Moment::from_millis(day * DAY),
            scope,
            signs: BTreeSet::new(),
            assessed: None,
        }
    }

    /// What is due on a day, after answers and ratings on other days, in an episode that began on one.
    fn due_on(
        day: u64,
        screenings: &[Screening],
        episode: Option<u64>,
        ratings: &[(u64, u8)],
    ) -> Option<Due> {
        let at = |day: u64| Moment::from_millis(day * DAY);
        let ratings: Vec<_> = ratings
            .iter()
            .map(|(day, pain)| (at(*day), Pain::new(*pain).unwrap()))
            .collect();
        let episode = episode.map(|day| Episode {
            opened: Day::of(at(day), 0),
            began: at(day),
        });
        due(
            screenings,
            episode,
            &ratings,
            at(day),
            Day::of(at(day), 0),
            0,
        )
    }

    #[test]
    fn all_is_asked_first_and_in_each_new_episode() {
        let asked = |day| [asked_on(day, Scope::Everything)];
        assert_eq!(
            due_on(1, &[], None, &[]),
            Some(Due::Everything(Why::FirstTime))
        );
        let emergency = [asked_on(1, Scope::EmergencySigns)];
        assert_eq!(
            due_on(1, &emergency, None, &[]),
            Some(Due::Everything(Why::FirstTime))
        );
        assert_eq!(due_on(5, &asked(1), None, &[]), None);
        assert_eq!(
            due_on(5, &asked(1), Some(4), &[]),
            Some(Due::Everything(Why::NewEpisode))
        );
        assert_eq!(due_on(5, &asked(4), Some(4), &[]), None);
    }

    #[test]
    fn emergency_signs_are_asked_again_when_pain_is_strong_rises_or_lasts() {
        let asked = [asked_on(1, Scope::Everything)];
        let emergency = |why| Some(Due::EmergencySigns(why));
        assert_eq!(due_on(3, &asked, Some(1), &[(3, 6)]), None);
        assert_eq!(
            due_on(3, &asked, Some(1), &[(3, 7)]),
            emergency(Why::StrongPain)
        );
        assert_eq!(
            due_on(3, &asked, Some(1), &[(2, 3), (3, 5)]),
            emergency(Why::Rising)
        );
        assert_eq!(
            due_on(20, &asked, None, &[(2, 3), (20, 5)]),
            None,
            "not within a week"
        );
        assert_eq!(due_on(3, &asked, Some(1), &[(1, 9)]), None, "asked since");
        assert_eq!(due_on(13, &asked, Some(1), &[]), None);
        assert_eq!(
            due_on(14, &asked, Some(1), &[]),
            emergency(Why::FourteenDays)
        );
        let again = [asked[0].clone(), asked_on(14, Scope::EmergencySigns)];
        assert_eq!(due_on(15, &again, Some(1), &[]), None);
        let today = [asked[0].clone(), asked_on(3, Scope::EmergencySigns)];
        assert_eq!(due_on(3, &today, Some(1), &[(3, 9)]), None, "once a day");
    }
}
