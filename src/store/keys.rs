//! Under which names things are kept.
//!
//! Each session has keys of its own, so that two tabs never write to the same one.

use crate::domain::own::OwnId;
use crate::domain::time::Moment;

/// All of Limber's keys begin with this.
pub const ALL: &str = "limber/";
/// What was set.
pub const SETTINGS: &str = "limber/settings";
/// What the person said of themselves.
pub const PERSON: &str = "limber/person";
/// Check-ins begin with this.
pub const CHECK_INS: &str = "limber/check-in/";
/// Screenings begin with this.
pub const SCREENINGS: &str = "limber/screening/";
/// Sessions under way begin with this.
pub const PLAYING: &str = "limber/playing/";
/// Sessions that are over begin with this.
pub const HISTORY: &str = "limber/history/";
/// Routines of one's own begin with this.
pub const OWN: &str = "limber/routine/";
/// What could not be read is kept under names that begin with this.
pub const ASIDE: &str = "limber/aside/";

/// The key of the session under way that began then, in this tab.
pub fn playing(started: Moment, tab: u32) -> String {
    format!("{PLAYING}{}-{tab:08x}", started.as_millis())
}

/// The key of the session that is over and began then, in this tab. Keys sort by time.
pub fn history(started: Moment, tab: u32) -> String {
    format!("{HISTORY}{}-{tab:08x}", started.as_millis())
}

/// The key of the check-in made then, in this tab. Keys sort by time.
pub fn check_in(at: Moment, tab: u32) -> String {
    format!("{CHECK_INS}{}-{tab:08x}", at.as_millis())
}

/// The key of the screening made then, in this tab. Keys sort by time.
pub fn screening(at: Moment, tab: u32) -> String {
    format!("{SCREENINGS}{}-{tab:08x}", at.as_millis())
}

/// The key of a routine of one's own.
pub fn own(id: OwnId) -> String {
    format!("{OWN}{id}")
}

/// The key under which something unreadable is kept aside.
pub fn aside(key: &str, now: Moment) -> String {
    let bare = key.strip_prefix(ALL).unwrap_or(key);
    format!("{ASIDE}{}/{bare}", now.as_millis())
}
