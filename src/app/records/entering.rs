//! How a record takes its place in what is known, and what follows from the difference.

use super::kept::Kept;
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::history::{Done, SessionRecord};
use crate::domain::person::Person;
use crate::domain::settings::Settings;
use crate::domain::time::Moment;
use crate::store::RecordStamp;

impl Kept {
    /// Enters what was done in a session that is not over, here or elsewhere: what hurt in it holds from then on.
    pub(super) fn enter_under_way(
        &mut self,
        made: RecordStamp,
        done: (Moment, Vec<Done>),
    ) -> Vec<Want> {
        let harms = |done: &[Done]| done.iter().filter(|it| it.end.harm().is_some()).count();
        let now = harms(&done.1);
        let before = self.under_way.insert(made, done);
        let changed = before.map_or(0, |(_, done)| harms(&done)) != now;
        changed.then_some(Want::WishesChanged).into_iter().collect()
    }

    pub(super) fn enter_settings(&mut self, settings: Settings) -> Vec<Want> {
        let paint = Effect::Paint(settings.theme, settings.figure.skin);
        let before = std::mem::replace(&mut self.settings, settings);
        let now = &self.settings;
        let painted = (before.theme, before.figure.skin) == (now.theme, now.figure.skin);
        let paint = (!painted).then_some(Want::Do(paint));
        let changed = (before != *now).then_some(Want::SettingsChanged);
        paint.into_iter().chain(changed).collect()
    }

    pub(super) fn enter_person(&mut self, person: Person) -> Vec<Want> {
        let before = std::mem::replace(&mut self.person, person);
        if before.body != self.person.body {
            vec![Want::BodyChanged]
        } else if before != self.person {
            vec![Want::WishesChanged]
        } else {
            Vec::new()
        }
    }

    /// Enters a session into the history, which stays in order of time, in place of what was known of it.
    pub(super) fn enter_session(&mut self, session: SessionRecord) {
        // Stored times are whole milliseconds, while the page's clock is finer.
        let began = session.started.as_millis();
        self.history
            .retain(|known| known.started.as_millis() != began);
        let earlier = self
            .history
            .partition_point(|other| other.started <= session.started);
        self.history.insert(earlier, session);
    }
}
