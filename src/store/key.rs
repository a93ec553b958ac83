//! Under which names things are kept: the one place that makes them and takes them apart.
//!
//! Each session has keys of its own, so that two tabs never write to the same one.

use std::fmt;

use crate::domain::own::OwnId;
use crate::domain::time::Moment;

/// All of Limber's keys begin with this.
pub const ALL: &str = "limber/";

/// The name under which a record is kept.
///
/// Keys of one kind are in order of time, and of the tab where two were made in the same millisecond.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What was set.
    Settings,
    /// What the person said of themselves.
    Person,
    /// A check-in.
    CheckIn(Made),
    /// Answers about warning signs.
    Screening(Made),
    /// A session under way.
    Playing(Made),
    /// A session that is over.
    History(Made),
    /// A routine of one's own.
    Own(OwnId),
    /// What could not be read, put aside.
    Aside {
        /// When.
        at: Moment,
        /// The name that it had, without what all begin with.
        name: String,
    },
}

/// When a record was made, and by which tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Made {
    /// When, to the millisecond.
    pub at: Moment,
    /// The number of the tab.
    pub tab: u32,
}

impl Key {
    /// The key that has this name; nothing where no record of this build has it.
    pub fn named(name: &str) -> Option<Self> {
        let bare = name.strip_prefix(ALL)?;
        let (kind, rest) = bare.split_once('/').unwrap_or((bare, ""));
        match kind {
            "settings" if bare == kind => Some(Self::Settings),
            "person" if bare == kind => Some(Self::Person),
            "check-in" => Made::named(rest).map(Self::CheckIn),
            "screening" => Made::named(rest).map(Self::Screening),
            "playing" => Made::named(rest).map(Self::Playing),
            "history" => Made::named(rest).map(Self::History),
            "routine" => OwnId::named(rest).map(Self::Own),
            "aside" => {
                let (at, name) = rest.split_once('/')?;
                let (at, name) = (moment(at)?, name.to_owned());
                Some(Self::Aside { at, name })
            }
            _ => None,
        }
    }

    /// The key under which what has this one is put aside.
    #[must_use]
    pub fn aside(&self, at: Moment) -> Self {
        let name = self.to_string();
        let bare = name.strip_prefix(ALL).map(str::to_owned);
        Self::Aside {
            at,
            name: bare.unwrap_or(name),
        }
    }

    /// The key from which something was put aside, where this is the key of such a thing.
    pub fn before_aside(&self) -> Option<Self> {
        if let Self::Aside { name, .. } = self {
            Self::named(&format!("{ALL}{name}"))
        } else {
            None
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(ALL)?;
        match self {
            Self::Settings => to.write_str("settings"),
            Self::Person => to.write_str("person"),
            Self::CheckIn(made) => write!(to, "check-in/{made}"),
            Self::Screening(made) => write!(to, "screening/{made}"),
            Self::Playing(made) => write!(to, "playing/{made}"),
            Self::History(made) => write!(to, "history/{made}"),
            Self::Own(id) => write!(to, "routine/{id}"),
            Self::Aside { at, name } => write!(to, "aside/{}/{name}", at.as_millis()),
        }
    }
}

impl Made {
    /// Made then, by this tab.
    pub fn new(at: Moment, tab: u32) -> Self {
        // A name tells no more than the millisecond.
        let at = Moment::from_millis(at.as_millis());
        Self { at, tab }
    }

    fn named(name: &str) -> Option<Self> {
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

impl fmt::Display for Made {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}-{:08x}", self.at.as_millis(), self.tab)
    }
}

/// The moment that is printed like this.
fn moment(digits: &str) -> Option<Moment> {
    let printed = digits.bytes().all(|digit| digit.is_ascii_digit());
    let printed = printed && (digits == "0" || !digits.starts_with('0'));
    let millis = digits.parse().ok().filter(|_| printed)?;
    Some(Moment::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_again_by_its_name() {
        let made = Made::new(Moment::from_millis(1_795_000_000_000), 0x1f);
        let keys = [
            (Key::Settings, "limber/settings"),
            (Key::Person, "limber/person"),
            (Key::CheckIn(made), "limber/check-in/1795000000000-0000001f"),
            (
                Key::Screening(made),
                "limber/screening/1795000000000-0000001f",
            ),
            (Key::Playing(made), "limber/playing/1795000000000-0000001f"),
            (Key::History(made), "limber/history/1795000000000-0000001f"),
            (
                Key::Own(OwnId::of("a")),
                "limber/routine/own-af63dc4c8601ec8c",
            ),
            (
                Key::Playing(made).aside(Moment::from_millis(7)),
                "limber/aside/7/playing/1795000000000-0000001f",
            ),
        ];
        for (key, name) in keys {
            assert_eq!(key.to_string(), name);
            assert_eq!(Key::named(name), Some(key));
        }
    }

    #[test]
    fn what_was_put_aside_knows_where_it_was() {
        let aside = Key::Settings.aside(Moment::from_millis(7));
        assert_eq!(aside.before_aside(), Some(Key::Settings));
        assert_eq!(Key::Settings.before_aside(), None);
    }

    #[test]
    fn other_names_are_no_keys() {
        for name in [
            "",
            "limber",
            "limber/",
            "limber/settings/2",
            "limber/history/",
            "limber/history/7",
            "limber/history/x-1",
            "limber/history/007-00000001",
            "limber/history/7-1",
            "limber/routine/morning",
            "limber/aside/settings",
            "limber-latest-write",
            "other/settings",
        ] {
            assert_eq!(Key::named(name), None, "{name}");
        }
    }
}
