//! Newer versions of the page: they wait, and come when the person wants them.

use std::time::Duration;

use super::{Newer, Version};
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::time::{Moment, Wait};

/// How often the host is asked for a newer version, at most, by a page that stays open. A browser asks by itself
/// whenever a page is opened.
const LOOKS_EVERY: Duration = Duration::from_secs(60 * 60);

/// A newer version waits. Whoever declined it once is not asked again by this page.
pub(super) fn waits(version: &mut Version) {
    version.newer.get_or_insert(Newer::Waits);
}

/// The page is seen again: it may have been open for days.
pub(super) fn look(version: &mut Version, now: Moment) -> Option<Want> {
    let due = version.again.is_none_or(|wait| wait.is_over(now));
    due.then(|| {
        version.again = Some(Wait::new(now, LOOKS_EVERY));
        Want::Do(Effect::LookForNewer)
    })
}
