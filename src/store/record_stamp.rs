//! When a record was made, and by which tab: what tells those of one kind apart.

use std::fmt;

use crate::domain::time::Moment;

/// When a record was made, and by which tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordStamp {
    /// When, to the millisecond.
    pub at: Moment,
    /// The number of the tab.
    pub tab: u32,
}

impl RecordStamp {
    /// Made then, by this tab.
    pub fn new(at: Moment, tab: u32) -> Self {
        // A name tells no more than the millisecond.
        let at = Moment::from_millis(at.as_millis());
        Self { at, tab }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        let (at, tab) = name.split_once('-')?;
        let hexadecimal = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        // A name that only means the same would be written back under another.
        let printed = tab.len() == 8 && tab.bytes().all(hexadecimal);
        let tab = u32::from_str_radix(tab, 16).ok().filter(|_| printed)?;
        Some(Self {
            at: moment(at)?,
            tab,
        })
    }
}

impl fmt::Display for RecordStamp {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}-{:08x}", self.at.as_millis(), self.tab)
    }
}

/// The moment that is printed like this.
pub(super) fn moment(digits: &str) -> Option<Moment> {
    let printed = digits.bytes().all(|digit| digit.is_ascii_digit());
    let printed = printed && (digits == "0" || !digits.starts_with('0'));
    let millis = digits.parse().ok().filter(|_| printed)?;
    Some(Moment::from_millis(millis))
}
