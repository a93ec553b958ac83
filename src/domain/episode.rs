//! Episodes of back pain, as the check-ins tell of them, and how one goes.

use super::pain::{Change, Pain};
use super::time::Moment;

/// A day of the person's own calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(
    /// How many days after 1970 began.
    pub i64,
);

/// The answer to "How is your back right now?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feeling {
    /// In spasm.
    Spasm,
    /// Sore or stiff.
    Sore,
    /// Fine.
    Fine,
}

/// How the back was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckIn {
    /// When the person said so.
    pub at: Moment,
    /// On which day of theirs.
    pub day: Day,
    /// How it was.
    pub feeling: Feeling,
}

/// A time of back pain: from the first check-in in spasm or sore until three good days have come.
///
/// Source: the project's content notes, section b; the three days are a design choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// The day on which it opened: its day 1.
    pub opened: Day,
    /// The check-in that opened it.
    pub began: Moment,
}

/// A point of an episode that has a word of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The first day.
    Day1,
    /// The third day.
    Day3,
    /// The seventh day.
    Day7,
    /// The fourteenth day: the founding article's own limit; guidelines say "a few weeks" (NHS).
    Day14,
    /// Four weeks: no improvement is on the lists of what a doctor should look into (g-care.glos.nhs.uk).
    Week4,
    /// Six weeks: improvement slows after them (Menezes Costa 2012).
    Week6,
    /// Twelve weeks: pain that lasts so long is called chronic (NICE NG59).
    Week12,
}

/// How an episode goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Better than it began, by enough to notice.
    Better,
    /// Not so.
    NotBetter,
    /// Nobody knows: there are no two ratings at least a day apart.
    Unknown,
}

/// So many good days close an episode. A design choice.
const GOOD_DAYS: usize = 3;
/// Ratings closer than this tell of one day, and not of a course.
const A_DAY: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

impl Day {
    /// The day of a moment for someone whose clock is so many minutes ahead of universal time.
    pub fn of(moment: Moment, east: i32) -> Self {
        let minutes = i64::try_from(moment.as_millis() / 60_000).unwrap_or(i64::MAX);
        Self(minutes.saturating_add(east.into()).div_euclid(24 * 60))
    }

    /// How many days after `earlier` this is; none when it is not after it.
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

/// The episode that is open after these check-ins, in any order, if one is.
///
/// A day is good when its last check-in is fine. Good days count one after the other, however many days
/// without a check-in lie between them: who does not say how it is has said nothing.
pub fn open(check_ins: &[CheckIn]) -> Option<Episode> {
    let mut in_order: Vec<_> = check_ins.iter().collect();
    in_order.sort_by_key(|check_in| check_in.at);
    let mut open: Option<(Episode, Vec<Day>)> = None;
    for check_in in in_order {
        let good = check_in.feeling == Feeling::Fine;
        match (&mut open, good) {
            (None, true) => {}
            (None, false) => {
                let (opened, began) = (check_in.day, check_in.at);
                open = Some((Episode { opened, began }, Vec::new()));
            }
            (Some((_, good_days)), true) => {
                if good_days.last() != Some(&check_in.day) {
                    good_days.push(check_in.day);
                }
            }
            (Some((_, good_days)), false) => good_days.clear(),
        }
        // The day on which it was sore may end well; it becomes a good one by its last word alone.
        if open
            .as_ref()
            .is_some_and(|(_, good_days)| good_days.len() >= GOOD_DAYS)
        {
            open = None;
        }
    }
    open.map(|(episode, _)| episode)
}

impl Milestone {
    /// Every milestone with the day of the episode, from 1, on which it is reached.
    pub const ALL: [(Self, u32); 7] = [
        (Self::Day1, 1),
        (Self::Day3, 3),
        (Self::Day7, 7),
        (Self::Day14, 14),
        (Self::Week4, 28),
        (Self::Week6, 42),
        (Self::Week12, 84),
    ];
}

impl Episode {
    /// Which day of the episode this is, from 1.
    pub fn day(self, today: Day) -> u32 {
        today.since(self.opened).saturating_add(1)
    }

    /// The milestone that was reached last.
    pub fn milestone(self, today: Day) -> Milestone {
        let reached = |(_, day): &&(Milestone, u32)| *day <= self.day(today);
        let last = Milestone::ALL.iter().rfind(reached);
        last.map_or(Milestone::Day1, |(milestone, _)| *milestone)
    }
}

/// How an episode goes, by the ratings in it, oldest first: the first against the last.
///
/// Source: 2 points or 30 % is a change that people notice (Ostelo 2008).
pub fn course(ratings: &[(Moment, Pain)], episode: Episode) -> Course {
    let mut within = ratings.iter().filter(|(at, _)| *at >= episode.began);
    let (Some((first_at, first)), Some((last_at, last))) = (within.next(), within.next_back())
    else {
        return Course::Unknown;
    };
    if last_at.since(*first_at) < A_DAY {
        return Course::Unknown;
    }
    let by_a_third = u32::from(last.rating()) * 10 <= u32::from(first.rating()) * 7;
    if first.change(*last) == Change::Eased || (by_a_third && last < first) {
        Course::Better
    } else {
        Course::NotBetter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;

    /// A check-in on a day, from 1, at an hour of it.
    fn on(day: i64, hour: u64, feeling: Feeling) -> CheckIn {
        let at = Moment::from_millis(u64::try_from(day).unwrap() * 24 * HOUR + hour * HOUR);
        CheckIn {
            at,
            day: Day(day),
            feeling,
        }
    }

    #[test]
    fn an_episode_opens_with_the_first_bad_day_and_closes_after_three_good_ones() {
        use Feeling::{Fine, Sore, Spasm};
        let mut said = vec![on(1, 9, Fine)];
        assert_eq!(open(&said), None);
        said.push(on(2, 9, Spasm));
        assert_eq!(open(&said).unwrap().opened, Day(2));
        said.extend([on(3, 9, Sore), on(4, 9, Fine), on(6, 9, Fine)]);
        assert_eq!(open(&said).unwrap().opened, Day(2));
        // A bad day between them begins the count anew.
        said.extend([on(7, 9, Sore), on(8, 9, Fine), on(9, 9, Fine)]);
        assert_eq!(open(&said).unwrap().opened, Day(2));
        said.push(on(20, 9, Fine));
        assert_eq!(open(&said), None);
        said.push(on(21, 9, Sore));
        assert_eq!(open(&said).unwrap().opened, Day(21));
        said.reverse();
        assert_eq!(open(&said).unwrap().opened, Day(21), "in any order");
    }

    #[test]
    fn saying_fine_three_times_on_one_day_is_one_good_day() {
        use Feeling::{Fine, Sore};
        let said = [
            on(1, 8, Sore),
            on(2, 8, Fine),
            on(2, 9, Fine),
            on(2, 10, Fine),
        ];
        assert!(open(&said).is_some());
        // A day that ends sore is not good, however it began.
        let said = [
            on(1, 8, Sore),
            on(2, 8, Fine),
            on(3, 8, Fine),
            on(4, 8, Fine),
            on(4, 20, Sore),
        ];
        assert_eq!(open(&said).unwrap().opened, Day(4), "a new one");
    }

    #[test]
    fn the_days_of_an_episode_have_their_words() {
        let episode = Episode {
            opened: Day(100),
            began: Moment::from_millis(0),
        };
        let table = [
            (100, Milestone::Day1),
            (101, Milestone::Day1),
            (102, Milestone::Day3),
            (106, Milestone::Day7),
            (112, Milestone::Day7),
            (113, Milestone::Day14),
            (127, Milestone::Week4),
            (141, Milestone::Week6),
            (183, Milestone::Week12),
            (900, Milestone::Week12),
            (90, Milestone::Day1),
        ];
        for (day, milestone) in table {
            assert_eq!(episode.milestone(Day(day)), milestone, "{day}");
        }
    }

    #[test]
    fn two_points_or_a_third_less_is_better() {
        let began = Moment::from_millis(24 * HOUR);
        let episode = Episode {
            opened: Day(1),
            began,
        };
        let rated = |ratings: &[(u64, u8)]| {
            let ratings: Vec<_> = ratings
                .iter()
                .map(|(hours, pain)| (Moment::from_millis(hours * HOUR), Pain::new(*pain).unwrap()))
                .collect();
            course(&ratings, episode)
        };
        assert_eq!(rated(&[]), Course::Unknown);
        assert_eq!(rated(&[(30, 6), (40, 2)]), Course::Unknown, "on one day");
        assert_eq!(rated(&[(2, 9), (30, 6), (60, 4)]), Course::Better);
        assert_eq!(rated(&[(30, 6), (60, 5)]), Course::NotBetter);
        assert_eq!(rated(&[(30, 3), (60, 2)]), Course::Better, "a third less");
        assert_eq!(rated(&[(30, 0), (60, 0)]), Course::NotBetter);
    }

    #[test]
    fn a_day_is_that_of_the_persons_own_clock() {
        let nearly_midnight = Moment::from_millis(24 * HOUR - 60_000);
        assert_eq!(Day::of(nearly_midnight, 0), Day(0));
        assert_eq!(Day::of(nearly_midnight, 60), Day(1));
        assert_eq!(Day::of(Moment::from_millis(0), -60), Day(-1));
        assert_eq!(Day(3).since(Day(1)), 2);
        assert_eq!(Day(1).since(Day(3)), 0);
    }
}
