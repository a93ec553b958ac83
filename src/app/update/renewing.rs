//! Newer versions of the page: they wait, and come when the person wants them.

use std::time::Duration;

use crate::app::effect::Effect;
use crate::app::model::{Model, Newer};
use crate::domain::time::Moment;

/// How often the host is asked for a newer version, at most, by a page that stays open. A browser asks by itself
/// whenever a page is opened.
const LOOKS_EVERY: Duration = Duration::from_secs(60 * 60);

/// A newer version waits. Whoever declined it once is not asked again by this page.
pub(super) fn waits(model: &mut Model) {
    model.version.newer.get_or_insert(Newer::Waits);
}

/// The person wants the newer version. Not in the midst of a session, whatever was pressed.
pub(super) fn wanted(model: &mut Model, out: &mut Vec<Effect>) {
    if model.playing.is_none() {
        out.push(Effect::TakeNewer);
    }
}

/// The page is seen again: it may have been open for days.
pub(super) fn look(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let due = |looked: Moment| now.since(looked) >= LOOKS_EVERY;
    if model.version.looked.is_none_or(due) {
        model.version.looked = Some(now);
        out.push(Effect::LookForNewer);
    }
}
