//! When a record was made and by which tab, which tells records of one kind apart.

use std::fmt;

use crate::domain::time::Moment;

/// When a record was made, and by which tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordStamp {
    /// The moment, to the millisecond.
    pub at: Moment,
    /// The number of the tab.
    pub tab: u32,
}

impl RecordStamp {
    /// Creates a stamp, rounding the moment down to the millisecond.
    pub fn new(at: Moment, tab: u32) -> Self {
        // A key's name has no more precision than that.
        let at = Moment::from_millis(at.as_millis());
        Self { at, tab }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        let (at, tab) = name.split_once('-')?;
        let hexadecimal = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        // Only the printed form will do: any other spelling would be written back under a different name.
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

/// The moment with this printed form.
pub(super) fn moment(digits: &str) -> Option<Moment> {
    let printed = digits.bytes().all(|digit| digit.is_ascii_digit());
    let printed = printed && (digits == "0" || !digits.starts_with('0'));
    let millis = digits.parse().ok().filter(|_| printed)?;
    Some(Moment::from_millis(millis))
}
