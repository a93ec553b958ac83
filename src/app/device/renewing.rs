//! Newer versions of the page: they wait, and come when the person wants them.

use std::time::Duration;

use super::{Newer, Version};
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::time::Moment;

/// How often the host is asked for a newer version, at most, by a page that stays open. A browser asks by itself
/// whenever a page is opened.
const LOOKS_EVERY: Duration = Duration::from_secs(60 * 60);

/// A newer version waits. Whoever declined it once is not asked again by this page.
pub(super) fn waits(version: &mut Version) {
    version.newer.get_or_insert(Newer::Waits);
}

/// The page is seen again: it may have been open for days.
pub(super) fn look(version: &mut Version, now: Moment) -> Option<Want> {
    // A clock that was set back since says nothing.
    let due = |looked: Moment| now < looked || now.since(looked) >= LOOKS_EVERY;
    version.looked.is_none_or(due).then(|| {
        version.looked = Some(now);
        Want::Do(Effect::LookForNewer)
    })
}
