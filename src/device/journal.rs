//! Decides what to do with the journal when the page opens: tells apart what a killed browser lost and what somebody
//! cleared.
//!
//! Every write has a number. localStorage bears a mark: the number of the latest write it holds. The journal is another
//! store, which reaches the disk sooner, and has the latest write to each key. A write with a number greater than the
//! mark was lost. If there is no mark at all, localStorage was either lost as a whole before it ever reached the disk,
//! or was cleared; if cleared, it must stay cleared.

/// The journal's key for a note that localStorage, mark and all, has been on the disk. It begins unlike all other keys.
pub const WHOLE: &str = "limber-whole";

/// The age, in milliseconds, at which a mark is certain to be on the disk: browsers write new localStorage data to the
/// disk within five seconds.
pub const SURE_MS: f64 = 30_000.0;

/// A write this long before the mark, in milliseconds, is on the disk for certain.
const SETTLED: f64 = 3_600_000.0;

/// Upper bound on the number of a write: the furthest date any calendar reaches.
pub const GREATEST: f64 = 8.64e15;

/// The latest write to one key.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// The key.
    pub key: String,
    /// The text that was written; `None` if the key was removed.
    pub text: Option<String>,
    /// The number of the write: milliseconds since 1970, or a little more. Later writes have greater numbers.
    pub number: f64,
}

/// The mark in localStorage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum JournalMark {
    /// There is no mark.
    None,
    /// There is a mark, but it can't be read.
    Unreadable,
    /// The number of the latest write that localStorage holds.
    Number(f64),
}

impl JournalMark {
    /// The mark from the text that was read. `parse` reads a number, and returns a non-number for anything else.
    pub fn read(text: Option<&str>, parse: impl FnOnce(&str) -> f64) -> Self {
        match text.map(parse) {
            None => Self::None,
            Some(number) if (0.0..=GREATEST).contains(&number) => Self::Number(number),
            Some(_) => Self::Unreadable,
        }
    }

    /// The mark's number; zero if it has none.
    pub const fn number(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::None | Self::Unreadable => 0.0,
        }
    }
}

/// The verdict on a journal.
#[derive(Debug, Clone, PartialEq)]
pub enum JournalVerdict {
    /// The stored data was cleared on purpose: empty the journal.
    Cleared,
    /// localStorage is intact, or part of it was lost.
    Kept {
        /// The writes to repeat.
        lost: Vec<JournalEntry>,
        /// The writes that were lost, but to keys that were written since.
        superseded: Vec<JournalEntry>,
        /// The keys that the journal no longer needs.
        settled: Vec<String>,
    },
}

/// Judges the contents of a journal. `left_here` says that this very tab has seen a mark before; `early` lists the keys
/// that were written since the page opened, and `elsewhere` those that other tabs wrote, which see to what was lost of
/// them.
pub fn judged(
    entries: Vec<JournalEntry>,
    mark: JournalMark,
    left_here: bool,
    early: &[String],
    elsewhere: &[String],
) -> JournalVerdict {
    let was_whole = entries.iter().any(|entry| entry.key == WHOLE);
    let mark = match mark {
        JournalMark::None if was_whole || left_here => return JournalVerdict::Cleared,
        // Nobody can tell what the mark was; older writes must not overwrite what is there now.
        JournalMark::Unreadable => f64::INFINITY,
        JournalMark::None | JournalMark::Number(_) => mark.number(),
    };
    let (mut lost, mut superseded, mut settled) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        if entry.key == WHOLE {
            continue;
        }
        if entry.number > mark {
            if early.contains(&entry.key) {
                superseded.push(entry);
            } else if !elsewhere.contains(&entry.key) {
                lost.push(entry);
            }
        } else if mark.is_finite() && entry.number < mark - SETTLED {
            settled.push(entry.key);
        }
    }
    JournalVerdict::Kept {
        lost,
        superseded,
        settled,
    }
}

/// The number for the next write, greater than all before it: the current time, unless the clock was set back.
pub fn next_number(now_ms: f64, mark: JournalMark, greatest: f64) -> f64 {
    let now = if (0.0..=GREATEST).contains(&now_ms) {
        now_ms
    } else {
        0.0
    };
    now.max(mark.number() + 1.0).max(greatest.floor() + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1_795_000_000_000.0;

    fn entry(key: &str, number: f64) -> JournalEntry {
        JournalEntry {
            key: key.to_owned(),
            text: Some(format!("{key} at {number}")),
            number,
        }
    }

    /// The keys of what was lost, and of what is settled.
    fn kept(
        entries: &[JournalEntry],
        mark: JournalMark,
        early: &[&str],
    ) -> Option<(Vec<String>, Vec<String>)> {
        let early: Vec<String> = early.iter().map(|key| (*key).to_owned()).collect();
        match judged(entries.to_vec(), mark, false, &early, &[]) {
            JournalVerdict::Cleared => None,
            JournalVerdict::Kept { lost, settled, .. } => {
                Some((lost.into_iter().map(|it| it.key).collect(), settled))
            }
        }
    }

    #[test]
    fn what_was_cleared_stays_cleared_and_what_was_lost_comes_back() {
        let entries = [entry("a", NOW), entry("b", NOW + 1.0)];
        let whole = [entry("a", NOW), entry(WHOLE, NOW), entry("b", NOW + 1.0)];
        let all = Some((vec!["a".to_owned(), "b".to_owned()], Vec::new()));
        // The browser was killed before anything reached the disk.
        assert_eq!(kept(&entries, JournalMark::None, &[]), all);
        // localStorage has been on the disk, or this tab has seen its mark.
        assert_eq!(kept(&whole, JournalMark::None, &[]), None);
        assert_eq!(
            judged(entries.to_vec(), JournalMark::None, true, &[], &[]),
            JournalVerdict::Cleared
        );
        // Where there is a mark nothing was cleared, whatever the journal says of earlier days.
        for left_here in [false, true] {
            let verdict = judged(
                whole.to_vec(),
                JournalMark::Number(NOW),
                left_here,
                &[],
                &[],
            );
            let lost = vec![entry("b", NOW + 1.0)];
            let kept = JournalVerdict::Kept {
                lost,
                superseded: Vec::new(),
                settled: Vec::new(),
            };
            assert_eq!(verdict, kept);
        }
        assert_eq!(
            kept(&[], JournalMark::None, &[]),
            Some((Vec::new(), Vec::new()))
        );
    }

    #[test]
    fn what_was_written_before_the_journal_was_read_is_not_written_over() {
        let entries = [entry("a", NOW), entry("b", NOW)];
        let lost = kept(&entries, JournalMark::Number(NOW - 1.0), &["a"]);
        assert_eq!(lost, Some((vec!["b".to_owned()], Vec::new())));
    }

    #[test]
    fn what_was_lost_and_has_been_written_anew_is_not_forgotten_either() {
        let entries = vec![
            entry("a", NOW),
            entry("b", NOW),
            entry("c", NOW - 2.0),
            entry("d", NOW),
        ];
        let (early, elsewhere) = (["a", "c"], ["d"]);
        let [early, elsewhere] = [&early[..], &elsewhere]
            .map(|keys| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>());
        let mark = JournalMark::Number(NOW - 1.0);
        let verdict = judged(entries, mark, false, &early, &elsewhere);
        let kept = JournalVerdict::Kept {
            lost: vec![entry("b", NOW)],
            superseded: vec![entry("a", NOW)],
            settled: Vec::new(),
        };
        assert_eq!(verdict, kept);
    }

    #[test]
    fn what_has_long_been_on_the_disk_leaves_the_journal_but_not_its_note() {
        let old = NOW - SETTLED - 1.0;
        let entries = [entry("old", old), entry(WHOLE, old), entry("new", NOW)];
        let settled = kept(&entries, JournalMark::Number(NOW), &[]);
        assert_eq!(settled, Some((Vec::new(), vec!["old".to_owned()])));
    }

    #[test]
    fn a_mark_that_nobody_can_read_loses_nothing_and_brings_nothing_back() {
        let parse = |text: &str| text.parse().unwrap_or(f64::NAN);
        for text in ["", "NaN", "inf", "-1", "1e300", "<b>", "-0.5"] {
            let mark = JournalMark::read(Some(text), parse);
            assert_eq!(mark, JournalMark::Unreadable, "{text}");
            let entries = [entry("a", NOW), entry("b", 1.0)];
            assert_eq!(kept(&entries, mark, &[]), Some((vec![], vec![])), "{text}");
            assert!(next_number(NOW, mark, NOW + 7.0) > NOW + 7.0);
        }
        assert_eq!(JournalMark::read(None, parse), JournalMark::None);
        assert_eq!(
            JournalMark::read(Some("5"), parse),
            JournalMark::Number(5.0)
        );
    }

    #[test]
    fn numbers_grow_whatever_the_clocks_and_other_tabs_do() {
        for now in [
            NOW,
            0.0,
            -5.0,
            f64::NAN,
            f64::INFINITY,
            NOW - 1e9,
            NOW + 1e9,
        ] {
            for mark in [
                JournalMark::None,
                JournalMark::Unreadable,
                JournalMark::Number(NOW),
            ] {
                for greatest in [0.0, NOW, NOW + 0.5] {
                    let number = next_number(now, mark, greatest);
                    assert!(number > mark.number(), "{now} {mark:?} {greatest}");
                    assert!(number > greatest, "{now} {mark:?} {greatest}");
                    assert!(number <= NOW + 1e9, "{now} {mark:?} {greatest}");
                }
            }
        }
    }
}
