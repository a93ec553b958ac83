//! Episodes of back pain, as derived from the check-ins, and how an episode is going.

mod check_in;

use std::time::Duration;

pub use check_in::{CheckIn, Day, Feeling};

use super::collections::sort_by_time;
use super::pain::{Pain, PainChange};
use super::time::Moment;

/// A spell of back pain: from the first check-in in spasm or sore until three good days have come.
///
/// Source: the project's content notes, section b, on asking in each new episode. When one ends is a design choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// The day on which it opened: its day 1.
    pub opened: Day,
    /// The check-in that opened it.
    pub began: Moment,
}

/// A point of an episode that has words of its own, and how many days after the opening day it is reached.
///
/// `Day` variants count the opening day as day 1; `Week` variants count whole weeks that have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The first day.
    Day1 = 0,
    /// The third day. A design choice.
    Day3 = 2,
    /// The seventh day. A design choice.
    Day7 = 6,
    /// The fourteenth day: the founding article's own limit; guidelines say "a few weeks" (NHS).
    Day14 = 13,
    /// Four weeks have passed: no improvement by now is on the lists of what a doctor should look into
    /// (g-care.glos.nhs.uk).
    Week4 = 28,
    /// Six weeks have passed: improvement slows from here on (Menezes Costa 2012).
    Week6 = 42,
    /// Twelve weeks have passed: from here on it is called chronic. Source: the content notes, section b.
    Week12 = 84,
}

/// How an episode is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpisodeCourse {
    /// Better than at the start, by enough to notice.
    Better,
    /// Not noticeably better.
    NotBetter,
    /// Not known: there are no two ratings at least a day apart.
    Unknown,
}

/// The number of good days that close an episode. A design choice.
const GOOD_DAYS: usize = 3;
/// Ratings closer together than this describe one day, not a course. A design choice.
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The episode that is open after these check-ins, if there is one. They may come in any order.
///
/// A check-in in spasm or sore opens an episode at once, whatever else is said on that day. Whether a day is a good one
/// depends on its last check-in alone: someone who wakes up sore and goes to bed fine had a good day, and someone who
/// wakes up fine and goes to bed sore did not, even on the day that would have closed the episode.
///
/// Good days are counted in a row, however many days without a check-in lie between them: silence is neither good nor
/// bad. Counting it as good would close the episode of someone who hurts too much to open the app; counting it as bad
/// would never close that of someone who looks in twice a week. A design choice.
pub fn open<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> Option<Episode> {
    let mut in_order: Vec<_> = check_ins.into_iter().copied().collect();
    sort_by_time(&mut in_order, |check_in| (check_in.day.0, check_in.at));
    let mut open = None;
    let mut good_days = 0;
    for day in in_order.chunk_by(|one, next| one.day == next.day) {
        if open.is_none() {
            (open, good_days) = (opened_on(day), 0);
        }
        let good = day.last().is_some_and(|last| last.feeling == Feeling::Fine);
        good_days = if good { good_days + 1 } else { 0 };
        if good_days >= GOOD_DAYS {
            open = None;
        }
    }
    open
}

/// The episode that the check-ins of one day open, if any.
fn opened_on(day: &[CheckIn]) -> Option<Episode> {
    let bad = day.iter().find(|it| it.feeling != Feeling::Fine)?;
    let (opened, began) = (bad.day, bad.at);
    Some(Episode { opened, began })
}

impl Milestone {
    /// Every milestone, in the order in which they are reached.
    pub const ALL: [Self; 7] = [
        Self::Day1,
        Self::Day3,
        Self::Day7,
        Self::Day14,
        Self::Week4,
        Self::Week6,
        Self::Week12,
    ];

    /// The latest milestone reached this many days after the day on which the episode opened.
    pub fn after(days: u32) -> Self {
        let reached = |milestone: &Self| *milestone as u32 <= days;
        Self::ALL.into_iter().rfind(reached).unwrap_or(Self::Day1)
    }
}

impl Episode {
    /// The latest milestone reached.
    pub fn milestone(self, today: Day) -> Milestone {
        Milestone::after(today.since(self.opened))
    }
}

/// How an episode is going: compares its first rating with its latest, in whatever order they come. An episode that
/// began with no pain can't get better, and is not called so.
///
/// Source: 2 points or 30 % is a change that people notice (Ostelo 2008).
pub fn course(ratings: &[(Moment, Pain)], episode: Episode) -> EpisodeCourse {
    let within = || ratings.iter().filter(|(at, _)| *at >= episode.began);
    let first = within().min_by_key(|(at, _)| *at);
    let latest = within().max_by_key(|(at, _)| *at);
    let (Some((first_at, first)), Some((latest_at, latest))) = (first, latest) else {
        return EpisodeCourse::Unknown;
    };
    let by_30_percent = latest < first && latest.rating() * 10 <= first.rating() * 7;
    if latest_at.since(*first_at) < A_DAY {
        EpisodeCourse::Unknown
    } else if first.change(*latest) == PainChange::Eased || by_30_percent {
        EpisodeCourse::Better
    } else {
        EpisodeCourse::NotBetter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;

    fn hour(hours: u64) -> Moment {
        Moment::from_millis(hours * HOUR)
    }

    /// Check-ins from day 1 on: one word per day, one letter per check-in (x in spasm, s sore, f fine, - none).
    fn said(days: &str) -> Vec<CheckIn> {
        let mut said = Vec::new();
        for (day, word) in (1_u32..).zip(days.split(' ')) {
            for (clock, letter) in (8..).zip(word.chars()).filter(|(_, letter)| *letter != '-') {
                said.push(CheckIn {
                    at: hour(u64::from(day) * 24 + clock),
                    day: Day(day.into()),
                    feeling: match letter {
                        'x' => Feeling::Spasm,
                        's' => Feeling::Sore,
                        _ => Feeling::Fine,
                    },
                });
            }
        }
        said
    }

    #[test]
    fn an_episode_opens_with_the_first_bad_day_and_closes_after_three_good_ones() {
        let table = [
            ("", None, "nobody said anything"),
            ("f f", None, "nothing hurts"),
            ("f x", Some(2), "it opens"),
            ("f x s f f", Some(2), "two good days are too few"),
            ("f x s f f f", None, "three close it"),
            ("x f f s f f", Some(1), "a bad day: counted anew"),
            ("x f - - f - - - - f", None, "silent days are no matter"),
            ("x - - - - - - - -", Some(1), "and close nothing"),
            ("x f f f s", Some(5), "a new one"),
            ("x f f f f f s f f", Some(7), "it has its own count"),
            ("x fff", Some(1), "three words, one good day"),
            ("f f xf", Some(3), "a day may end well and open it"),
            ("xf f f", None, "and count as good"),
            ("s f f fs", Some(1), "its last day ends badly"),
            ("s f f sf", None, "or well"),
        ];
        for (days, opened, why) in table {
            let mut said = said(days);
            let found = open(&said);
            assert_eq!(found.map(|found| found.opened.0), opened, "{days}: {why}");
            said.reverse();
            assert_eq!(open(&said), found, "{days}, told backwards");
        }
        assert_eq!(open(&said("f fs")).unwrap().began, hour(2 * 24 + 9));
    }

    #[test]
    fn the_days_of_an_episode_have_their_words() {
        let (opened, began) = (Day(100), hour(0));
        let episode = Episode { opened, began };
        let table = [
            (Milestone::Day1, 100, 101),
            (Milestone::Day3, 102, 105),
            (Milestone::Day7, 106, 112),
            (Milestone::Day14, 113, 127),
            (Milestone::Week4, 128, 141),
            (Milestone::Week6, 142, 183),
            (Milestone::Week12, 184, i64::MAX),
        ];
        assert_eq!(table.map(|(milestone, ..)| milestone), Milestone::ALL);
        for (milestone, first, last) in table {
            assert_eq!(episode.milestone(Day(first)), milestone, "{first}");
            assert_eq!(episode.milestone(Day(last)), milestone, "{last}");
        }
        assert_eq!(
            episode.milestone(Day(90)),
            Milestone::Day1,
            "clock put back"
        );
    }

    #[test]
    fn two_points_or_three_tenths_less_is_better() {
        let (opened, began) = (Day(1), hour(24));
        let episode = Episode { opened, began };
        let table: [(&[(u64, u8)], _, _); 10] = [
            (&[], EpisodeCourse::Unknown, "no rating"),
            (&[(30, 6)], EpisodeCourse::Unknown, "one rating"),
            (&[(30, 6), (53, 2)], EpisodeCourse::Unknown, "within a day"),
            (&[(30, 6), (54, 4)], EpisodeCourse::Better, "two points"),
            (
                &[(2, 6), (30, 4), (60, 4)],
                EpisodeCourse::NotBetter,
                "before",
            ),
            (
                &[(30, 6), (40, 2), (60, 5)],
                EpisodeCourse::NotBetter,
                "last",
            ),
            (&[(60, 5), (30, 6), (90, 3)], EpisodeCourse::Better, "order"),
            (&[(30, 3), (60, 2)], EpisodeCourse::Better, "a third"),
            (&[(30, 4), (60, 3)], EpisodeCourse::NotBetter, "a quarter"),
            (&[(30, 0), (60, 0)], EpisodeCourse::NotBetter, "was none"),
        ];
        for (ratings, expected, why) in table {
            let rated = |(at, pain): &(u64, u8)| (hour(*at), Pain::new(*pain).unwrap());
            let ratings: Vec<_> = ratings.iter().map(rated).collect();
            assert_eq!(course(&ratings, episode), expected, "{why}");
        }
    }
}
