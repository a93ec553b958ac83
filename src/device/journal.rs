//! What is to be made of the journal when the page opens: what a killed browser lost is told from what somebody cleared.
//!
//! Every write has a number. localStorage bears a mark, the number of the latest write that it holds; the journal, in
//! another store that is sooner on the disk, has the latest write to each key. What has a greater number than the mark
//! was lost. Where there is no mark at all, the whole of localStorage was lost before it was ever put on the disk, or
//! was cleared: then it is to stay cleared.

/// The key of the journal's note that localStorage has been on the disk, mark and all. It begins unlike all others.
pub const WHOLE: &str = "limber-whole";

/// Browsers put what is new in localStorage on the disk within five seconds. With a mark that is older than this, in
/// milliseconds, it has been there.
pub const SURE_MS: f64 = 30_000.0;

/// What was written so long before the mark, in milliseconds, is on the disk for certain.
const SETTLED: f64 = 3_600_000.0;

/// No number is greater: it is as far away as any calendar reaches.
const GREATEST: f64 = 8.64e15;

/// The latest write to one key.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// The key.
    pub key: String,
    /// What was written; nothing if it was removed.
    pub text: Option<String>,
    /// The number of the write, in milliseconds since 1970 or a little more. Later writes have greater numbers.
    pub number: f64,
}

/// The mark of localStorage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum JournalMark {
    /// There is none.
    None,
    /// There is one, and nobody can read it.
    Unreadable,
    /// The number of the latest write that localStorage holds.
    Number(f64),
}

impl JournalMark {
    /// The mark as it was read; `parse` reads a number, and makes of what is none what is not one.
    pub fn read(text: Option<&str>, parse: impl FnOnce(&str) -> f64) -> Self {
        match text.map(parse) {
            None => Self::None,
            Some(number) if (0.0..=GREATEST).contains(&number) => Self::Number(number),
            Some(_) => Self::Unreadable,
        }
    }

    /// The number; nought where there is none.
    pub const fn number(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::None | Self::Unreadable => 0.0,
        }
    }
}

/// What the journal is about.
#[derive(Debug, Clone, PartialEq)]
pub enum JournalVerdict {
    /// What was kept has been cleared: the journal is to be emptied.
    Cleared,
    /// localStorage is there, or was lost.
    Kept {
        /// What is to be written once more.
        lost: Vec<JournalEntry>,
        /// The keys of what need not be in the journal any longer.
        settled: Vec<String>,
    },
}

/// Judges what a journal holds. `left_here` says that this very tab has seen a mark before; `early` are the keys that
/// were written since the page opened.
pub fn judged(
    entries: Vec<JournalEntry>,
    mark: JournalMark,
    left_here: bool,
    early: &[String],
) -> JournalVerdict {
    let was_whole = entries.iter().any(|entry| entry.key == WHOLE);
    let mark = match mark {
        JournalMark::None if was_whole || left_here => return JournalVerdict::Cleared,
        // Nobody can tell what it held; what it holds now is not to be written over by what is older.
        JournalMark::Unreadable => f64::INFINITY,
        JournalMark::None | JournalMark::Number(_) => mark.number(),
    };
    let (mut lost, mut settled) = (Vec::new(), Vec::new());
    for entry in entries {
        if entry.key == WHOLE {
            continue;
        }
        if entry.number > mark {
            if !early.contains(&entry.key) {
                lost.push(entry);
            }
        } else if mark.is_finite() && entry.number < mark - SETTLED {
            settled.push(entry.key);
        }
    }
    JournalVerdict::Kept { lost, settled }
}

/// The number of the next write, after these: the moment, unless the clock was set back.
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
        match judged(entries.to_vec(), mark, false, &early) {
            JournalVerdict::Cleared => None,
            JournalVerdict::Kept { lost, settled } => {
                Some((lost.into_iter().map(|it| it.key).collect(), settled))
            }
        }
    }

    #[test]
    fn what_was_cleared_stays_cleared_and_what_was_lost_comes_back() {
        let entries = [entry("a", NOW), entry("b", NOW + 1.0)];
        let whole = [entry("a", NOW), entry(WHOLE, NOW), entry("b", NOW + 1.0)];
        let all = Some((vec!["a".to_owned(), "b".to_owned()], Vec::new()));
        // Killed before anything came to the disk.
        assert_eq!(kept(&entries, JournalMark::None, &[]), all);
        // It has been on the disk; or this tab has seen it.
        assert_eq!(kept(&whole, JournalMark::None, &[]), None);
        assert_eq!(
            judged(entries.to_vec(), JournalMark::None, true, &[]),
            JournalVerdict::Cleared
        );
        // With a mark nothing was cleared, whatever the journal says of earlier days.
        for left_here in [false, true] {
            let verdict = judged(whole.to_vec(), JournalMark::Number(NOW), left_here, &[]);
            let lost = vec![entry("b", NOW + 1.0)];
            let settled = Vec::new();
            assert_eq!(verdict, JournalVerdict::Kept { lost, settled });
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
