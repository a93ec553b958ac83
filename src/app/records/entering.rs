//! How a record takes its place in what is known, and what follows from the difference.

use super::kept::Kept;
use crate::app::effect::Effect;
use crate::app::want::Want;
use crate::domain::person::Person;
use crate::store::{Record, RecordKey, Settings};

impl Kept {
    /// Enters a record in place of what was known under its key, and returns what follows from it.
    pub(super) fn enter(&mut self, key: &RecordKey, record: Record) -> Vec<Want> {
        let before = self.put(key, record);
        match before {
            Some(Record::Settings(before)) => repainted(&before, &self.settings),
            Some(Record::Person(before)) => told(&before, &self.person),
            before => self.heeded(key, before.as_ref()),
        }
    }

    /// What follows from a record that the plan for today goes by, or that keeps every session from going on.
    fn heeded(&self, key: &RecordKey, before: Option<&Record>) -> Vec<Want> {
        let heeded = if matches!(key, RecordKey::Playing(_)) {
            // Wherever it is played, what hurts in it holds from then on; the rest of it is of no concern yet.
            harms(before) != harms(self.get(key))
        } else {
            key.kind().rules().is_heeded
        };
        let locks = matches!(key, RecordKey::Screening(_)) && self.locks();
        let wants = heeded.then_some(Want::WishesChanged).into_iter();
        wants.chain(locks.then_some(Want::HoldBack)).collect()
    }
}

/// How often something hurt in a session under way.
fn harms(record: Option<&Record>) -> usize {
    let done = record.and_then(Record::playing).map(|it| it.done.iter());
    let done = done.into_iter().flatten();
    done.filter(|it| it.end.harm().is_some()).count()
}

fn repainted(before: &Settings, now: &Settings) -> Vec<Want> {
    let looks = |settings: &Settings| (settings.theme, settings.figure.skin);
    let paint = Want::Do(Effect::Paint(now.theme, now.figure.skin));
    let paint = (looks(before) != looks(now)).then_some(paint);
    let changed = (before != now).then_some(Want::SettingsChanged);
    paint.into_iter().chain(changed).collect()
}

fn told(before: &Person, now: &Person) -> Vec<Want> {
    if before.body != now.body {
        vec![Want::BodyChanged]
    } else if before != now {
        vec![Want::WishesChanged]
    } else {
        Vec::new()
    }
}
