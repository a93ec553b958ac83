//! Newer versions of the page: they wait until the user wants them.

use std::time::Duration;

use super::{Newer, Version};
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::time::{Moment, Wait};

/// How often, at most, a page that stays open asks the host for a newer version. A browser asks by itself whenever
/// a page is opened.
const LOOKS_EVERY: Duration = Duration::from_secs(60 * 60);

/// Notes that a newer version waits. A user who declined it isn't asked again by this page.
pub(super) fn waits(version: &mut Version) {
    version.newer.get_or_insert(Newer::Waits);
}

/// Asks the host for a newer version at once, since a part of this one is missing. One that was declined is offered
/// again: there is now a reason for it.
pub(super) fn part_missing(version: &mut Version) -> Want {
    version.part_missing = true;
    if version.newer == Some(Newer::Declined) {
        version.newer = Some(Newer::Waits);
    }
    Want::Do(Effect::LookForNewer)
}

/// Looks for a newer version when the page is shown again, if one is due.
pub(super) fn look(version: &mut Version, now: Moment) -> Option<Want> {
    let due = version.again.is_none_or(|wait| wait.is_over(now));
    due.then(|| {
        version.again = Some(Wait::new(now, LOOKS_EVERY));
        Want::Do(Effect::LookForNewer)
    })
}
