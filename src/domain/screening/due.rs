//! When the questions about warning signs are asked, and why.

use std::time::Duration;

use super::{Scope, Screening, latest_full};
use crate::domain::episode::{Day, Episode, Milestone};
use crate::domain::pain::Pain;
use crate::domain::time::{LEEWAY, Moment};

/// Questions that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// All questions.
    Everything(DueReason),
    /// The questions about signs that need help at once.
    EmergencySigns(DueReason),
}

/// Why questions are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueReason {
    /// They were never asked.
    FirstTime,
    /// An episode has begun since they were last asked.
    NewEpisode,
    /// Pain is strong.
    StrongPain,
    /// Pain has risen within a week.
    Rising,
    /// The episode has reached its fourteenth day.
    FourteenDays,
    /// The person asked for them. [`due`] never returns this.
    Wanted,
}

/// Pain from this rating on is strong. A design choice of the content notes, like the two below.
const STRONG: u8 = 7;
/// A rise by this many points is asked about.
const RISE: u8 = 2;
/// How far back a rating may lie from which the pain has risen.
const A_WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// The shortest time from the last answers to questions because of a rating. A design choice: people who answer the
/// same questions before and after each session stop reading them.
const AT_MOST_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

impl Due {
    /// Which signs are asked about.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Everything(_) => Scope::Everything,
            Self::EmergencySigns(_) => Scope::EmergencySigns,
        }
    }

    /// Why they are due.
    pub const fn why(self) -> DueReason {
        match self {
            Self::Everything(why) | Self::EmergencySigns(why) => why,
        }
    }
}

/// The questions that are due, if any: all of them before the first routine and in each new episode; those about signs
/// that need help at once when pain is strong, has risen, or has lasted for fourteen days.
///
/// Answers given before an episode's first check-in don't count for it, however shortly before: they were about the
/// back as it was before. `screenings` and `ratings` may come in any order; `today` is the day on the person's
/// calendar, and `utc_offset` says how many minutes their clock is ahead of universal time.
///
/// Source: the project's content notes, section b.
pub fn due(
    screenings: &[Screening],
    episode: Option<Episode>,
    ratings: &[(Moment, Pain)],
    now: Moment,
    today: Day,
    utc_offset: i32,
) -> Option<Due> {
    let Some(full) = latest_full(screenings, now) else {
        return Some(Due::Everything(DueReason::FirstTime));
    };
    // An episode that begins in the future would be asked about again and again.
    let episode = episode.filter(|episode| episode.began.is_past(now));
    // If another tab's clock is ahead, answers given just now count for its episode.
    let ahead = |began| if began > now { LEEWAY } else { Duration::ZERO };
    if episode.is_some_and(|it| full.at + ahead(it.began) < it.began) {
        return Some(Due::Everything(DueReason::NewEpisode));
    }
    // Every screening includes the emergency signs, so the latest one counts, whatever its scope.
    let past = screenings.iter().filter(|it| it.at.is_past(now));
    let last = past.map(|screening| screening.at).max()?;
    let of_pain = || of_pain(ratings, last, now);
    let of_course = || of_course(episode?, today, Day::of(last, utc_offset));
    of_pain().or_else(of_course).map(Due::EmergencySigns)
}

/// The reason to ask about the latest rating, if it was made after the last answers and they aren't too recent. It
/// isn't forgotten meanwhile: if it is still the latest once they are old enough, it is asked about.
fn of_pain(ratings: &[(Moment, Pain)], last: Moment, now: Moment) -> Option<DueReason> {
    let past = ratings.iter().filter(|(at, _)| at.is_past(now));
    let (at, pain) = *past.max_by_key(|(at, _)| *at)?;
    if at <= last || now.since(last) < AT_MOST_EVERY {
        return None;
    }
    if pain.rating() >= STRONG {
        return Some(DueReason::StrongPain);
    }
    let week_before = ratings
        .iter()
        .filter(|(earlier, _)| *earlier < at && at.since(*earlier) <= A_WEEK);
    let lowest = week_before.map(|(_, pain)| pain.rating()).min()?;
    (pain.rating() >= lowest + RISE).then_some(DueReason::Rising)
}

/// The reason to ask about the length of the episode, if nothing was asked since its fourteenth day.
fn of_course(episode: Episode, today: Day, last: Day) -> Option<DueReason> {
    let reached = |day| episode.milestone(day) >= Milestone::Day14;
    (reached(today) && !reached(last)).then_some(DueReason::FourteenDays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::collections::Set;

    const ALL: Scope = Scope::Everything;
    const SIGNS: Scope = Scope::EmergencySigns;

    /// What is due at hour `now` on a clock `utc_offset` minutes ahead, after these answers and ratings, in an episode
    /// that began at hour `began`. Checks that the order of answers and ratings doesn't matter.
    fn told(
        (now, utc_offset): (u64, i32),
        answers: &[(u64, Scope)],
        began: Option<u64>,
        ratings: &[(u64, u8)],
    ) -> Option<Due> {
        let screening = |(at, scope): &(u64, Scope)| Screening {
            at: hour(*at),
            scope: *scope,
            signs: Set::new(),
            assessed: None,
        };
        let rating = |(at, pain): &(u64, u8)| (hour(*at), Pain::new(*pain).unwrap());
        let mut screenings: Vec<_> = answers.iter().map(screening).collect();
        let mut ratings: Vec<_> = ratings.iter().map(rating).collect();
        let episode = began.map(hour).map(|began| Episode {
            opened: Day::of(began, utc_offset),
            began,
        });
        let now = hour(now);
        let today = Day::of(now, utc_offset);
        let found = due(&screenings, episode, &ratings, now, today, utc_offset);
        screenings.reverse();
        ratings.reverse();
        let backwards = due(&screenings, episode, &ratings, now, today, utc_offset);
        assert_eq!(found, backwards, "in any order");
        found
    }

    fn hour(hours: u64) -> Moment {
        Moment::from_millis(hours * 3_600_000)
    }

    #[test]
    fn all_is_asked_first_and_in_each_new_episode() {
        let first = Some(Due::Everything(DueReason::FirstTime));
        let again = Some(Due::Everything(DueReason::NewEpisode));
        let table: [(&[(u64, Scope)], _, _, _); 8] = [
            (&[], None, first, "the first time"),
            (&[], Some(99), first, "in an episode"),
            (&[(8, SIGNS)], None, first, "some are not all"),
            (&[(8, ALL)], None, None, "once"),
            (&[(8, ALL)], Some(98), again, "a new episode"),
            (&[(97, ALL)], Some(98), again, "an hour early"),
            (&[(8, ALL), (99, SIGNS)], Some(98), again, "not all"),
            (&[(98, ALL)], Some(98), None, "with its check-in"),
        ];
        for (answers, began, expected, why) in table {
            assert_eq!(told((99, 0), answers, began, &[]), expected, "{why}");
        }
    }

    #[test]
    fn what_a_wrong_clock_dated_in_the_future_answers_nothing() {
        type Case<'a> = (
            &'a [(u64, Scope)],
            Option<u64>,
            &'a [(u64, u8)],
            Option<Due>,
        );
        let (later, year) = (300, 24 * 365);
        let first = Some(Due::Everything(DueReason::FirstTime));
        let again = Some(Due::Everything(DueReason::NewEpisode));
        let strong = Some(Due::EmergencySigns(DueReason::StrongPain));
        let table: [Case<'_>; 7] = [
            (&[(year, ALL)], None, &[], first),
            (&[(year, ALL)], Some(98), &[], first),
            (&[(8, ALL), (year, ALL)], Some(98), &[], again),
            (&[(8, ALL)], Some(year), &[], None),
            (&[(8, ALL), (later, ALL)], None, &[(150, 9)], strong),
            (&[(8, ALL)], None, &[(150, 9), (later, 1)], strong),
            (&[(8, ALL)], None, &[(later, 9)], None),
        ];
        for (answers, began, ratings, expected) in table {
            let found = told((200, 0), answers, began, ratings);
            assert_eq!(found, expected, "{answers:?} {began:?} {ratings:?}");
        }
    }

    #[test]
    fn a_check_in_of_a_tab_whose_clock_is_ahead_is_asked_about_once() {
        let now = hour(200);
        let minute = Duration::from_secs(60);
        let began = now + minute;
        let episode = Some(Episode {
            opened: Day::of(began, 0),
            began,
        });
        let due_after = |at| {
            let full = Screening {
                at,
                scope: ALL,
                signs: Set::new(),
                assessed: None,
            };
            due(&[full], episode, &[], now, Day::of(now, 0), 0)
        };
        let again = Some(Due::Everything(DueReason::NewEpisode));
        assert_eq!(due_after(now - minute * 10), again);
        assert_eq!(due_after(now), None);
    }

    #[test]
    fn emergency_signs_are_asked_for_when_pain_is_strong_or_rises() {
        let strong = Some(Due::EmergencySigns(DueReason::StrongPain));
        let rising = Some(Due::EmergencySigns(DueReason::Rising));
        let table: [(&[(u64, u8)], _, _); 9] = [
            (&[(200, 6)], None, "not strong, nothing before it"),
            (&[(200, 7)], strong, "strong"),
            (&[(190, 9), (200, 6)], None, "not any more"),
            (&[(190, 4), (200, 5)], None, "one point is noise"),
            (&[(190, 3), (200, 5)], rising, "two are not"),
            (&[(90, 3), (190, 5), (200, 5)], rising, "the lowest"),
            (&[(32, 3), (200, 5)], rising, "a week ago"),
            (&[(31, 3), (200, 5)], None, "longer ago"),
            (&[(190, 5), (200, 7)], strong, "the graver reason"),
        ];
        for (ratings, expected, why) in table {
            let asked = [(1, ALL)];
            assert_eq!(told((200, 0), &asked, None, ratings), expected, "{why}");
        }
    }

    #[test]
    fn one_rating_is_asked_about_once_and_not_within_a_day_of_other_answers() {
        let strong = Some(Due::EmergencySigns(DueReason::StrongPain));
        let table = [
            (176, SIGNS, 177, strong, "a day after the answers"),
            (177, SIGNS, 200, None, "sooner"),
            (177, ALL, 200, None, "all hold those"),
            (176, SIGNS, 176, None, "they were about it"),
            (150, SIGNS, 149, None, "and stay so"),
        ];
        for (answered, scope, rated, expected, why) in table {
            let answers = [(1, ALL), (answered, scope)];
            let found = told((200, 0), &answers, None, &[(rated, 9)]);
            assert_eq!(found, expected, "{why}");
        }
    }

    #[test]
    fn emergency_signs_are_asked_for_once_from_the_fourteenth_day_on() {
        let lasts = Some(Due::EmergencySigns(DueReason::FourteenDays));
        // It began at 20:00 of its first day; the fourteenth begins 13 days after midnight, at hour 312.
        let began = Some(20);
        let table = [
            ((311, 0), (20, ALL), None, "the thirteenth"),
            ((312, 0), (20, ALL), lasts, "the fourteenth"),
            ((900, 0), (20, ALL), lasts, "or later"),
            ((316, -300), (20, ALL), None, "later in the west"),
            ((317, -300), (20, ALL), lasts, "by five hours"),
            ((320, 0), (311, SIGNS), lasts, "asked the day before"),
            ((900, 0), (312, SIGNS), None, "asked on that day"),
            ((900, 0), (312, ALL), None, "for all"),
            ((900, -300), (314, SIGNS), lasts, "not yet in the west"),
        ];
        for (now, answered, expected, why) in table {
            let answers = [(20, ALL), answered];
            assert_eq!(told(now, &answers, began, &[]), expected, "{why}");
        }
        assert_eq!(told((312, 0), &[(20, ALL)], None, &[]), None, "over");
        let strong = Some(Due::EmergencySigns(DueReason::StrongPain));
        let found = told((312, 0), &[(20, ALL)], began, &[(312, 8)]);
        assert_eq!(found, strong, "one reason is enough");
    }
}
