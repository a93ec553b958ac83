//! Questions about warning signs: what each means, and what to do about it.
//!
//! Source: the project's content notes, section b. How much such signs tell is poorly known (Finucane 2020): a clean
//! screening never means that all is well.

mod due;
mod signs;

use super::time::Moment;
use crate::domain::collections::Set;

pub use due::{Due, DueReason, due};
pub use signs::{Action, SignGroup, WarningSign, action};

/// Which signs are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All signs.
    Everything,
    /// The signs that need help at once.
    EmergencySigns,
}

/// A person's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// When they answered.
    pub at: Moment,
    /// What they were asked.
    pub scope: Scope,
    /// What they ticked.
    pub signs: Set<WarningSign>,
    /// When they stated that someone had examined them because of it, if they did.
    pub assessed: Option<Moment>,
}

impl Scope {
    /// The groups of signs to ask about, in order.
    pub const fn groups(self) -> &'static [SignGroup] {
        match self {
            Self::Everything => &SignGroup::ALL,
            Self::EmergencySigns => &[SignGroup::Emergency],
        }
    }
}

impl Screening {
    /// The action that keeps every routine from being played until someone has examined the person, if there is one.
    pub fn locking(&self) -> Option<Action> {
        Some(action(&self.signs)).filter(|action| action.locks())
    }
}

/// The action that keeps every routine from being played, if any: the gravest among the screenings for which the person
/// has not stated that someone examined them. Screenings may come in any order, and count whatever their date: one that
/// a wrong clock dated in the future was ticked all the same.
///
/// Answering again with nothing ticked doesn't lift the lock. A doctor should hear of a sign that went away, too, and
/// anyone locked out would soon learn that ticking nothing opens the door. Only the statement does.
pub fn lock<'a>(screenings: impl IntoIterator<Item = &'a Screening>) -> Option<Action> {
    let not_assessed = screenings.into_iter().filter(|it| it.assessed.is_none());
    not_assessed.filter_map(Screening::locking).max()
}

/// Whether only gentle things are to be proposed: the latest answers to all questions include a sign to have looked at
/// soon, or something that locks was ticked, and not all questions have been asked again since it was assessed.
///
/// Answers dated later than `now` are not the latest.
///
/// Source: "gentle only" is in the project's content notes, section b. That it holds after an assessment is a design
/// choice: what the person was told there is not known here.
pub fn gentle_only(screenings: &[Screening], now: Moment) -> bool {
    let full = latest_full(screenings, now);
    let to_look_at_soon =
        full.is_some_and(|it| it.signs.iter().any(|sign| sign.alone() == Action::Soon));
    let asked_since = |assessed| full.is_some_and(|full| full.at > assessed);
    let lately_locked = screenings
        .iter()
        .filter(|it| it.locking().is_some())
        .any(|it| !it.assessed.is_some_and(asked_since));
    to_look_at_soon || lately_locked
}

/// The latest answers to all questions, up to now.
fn latest_full(screenings: &[Screening], now: Moment) -> Option<&Screening> {
    screenings
        .iter()
        .filter(|screening| screening.scope == Scope::Everything && screening.at.is_past(now))
        .max_by_key(|screening| screening.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn day(day: u64) -> Moment {
        Moment::from_millis(day * 86_400_000)
    }

    fn answered(on: u64, scope: Scope, ticked: &[WarningSign]) -> Screening {
        Screening {
            at: day(on),
            scope,
            signs: ticked.iter().copied().collect(),
            assessed: None,
        }
    }

    fn all(on: u64, ticked: &[WarningSign]) -> Screening {
        answered(on, Scope::Everything, ticked)
    }

    fn emergency(on: u64, ticked: &[WarningSign]) -> Screening {
        answered(on, Scope::EmergencySigns, ticked)
    }

    fn assessed(on: u64, screening: Screening) -> Screening {
        let assessed = Some(day(on));
        Screening {
            assessed,
            ..screening
        }
    }

    #[test]
    fn a_lock_stays_until_someone_has_looked() {
        let fever = || all(1, &[WarningSign::Fever]);
        let chest = || emergency(3, &[WarningSign::Chest]);
        let below = || all(1, &[WarningSign::BelowKnee]);
        let looked = |screening| assessed(4, screening);
        let today = Some(Action::SameDay);
        let at_once = Some(Action::Emergency);
        let table = [
            (vec![], None, "nobody asked"),
            (vec![all(2, &[])], None, "nothing ticked"),
            (vec![below()], None, "soon is no lock"),
            (vec![fever()], today, "locked"),
            (vec![fever(), all(2, &[])], today, "clean lifts nothing"),
            (vec![fever(), chest()], at_once, "the gravest"),
            (vec![chest(), fever()], at_once, "in any order"),
            (vec![fever(), looked(chest())], today, "one is left"),
            (vec![looked(fever()), looked(chest())], None, "none is"),
            (vec![looked(fever()), chest()], at_once, "a new one"),
            (
                vec![all(400, &[WarningSign::Fever])],
                today,
                "by a wrong clock",
            ),
        ];
        for (screenings, expected, why) in table {
            assert_eq!(lock(&screenings), expected, "{why}");
        }
    }

    #[test]
    fn what_was_ticked_makes_things_gentle_until_all_is_asked_again() {
        let inflamed = || all(1, &[WarningSign::Inflamed]);
        let fever = || all(1, &[WarningSign::Fever]);
        let chest = || emergency(3, &[WarningSign::Chest]);
        let looked = |screening| assessed(4, screening);
        let clean = |on| all(on, &[]);
        let table = [
            (vec![], false, "nobody asked"),
            (vec![clean(1)], false, "nothing ticked"),
            (vec![inflamed()], true, "to look at soon"),
            (vec![inflamed(), emergency(2, &[])], true, "not all"),
            (vec![clean(2), inflamed()], false, "all, in any order"),
            (vec![fever()], true, "locked"),
            (vec![fever(), clean(5)], true, "still locked"),
            (vec![looked(fever())], true, "not asked since"),
            (vec![looked(fever()), clean(3)], true, "asked before"),
            (vec![looked(fever()), clean(5)], false, "asked since"),
            (vec![clean(1), looked(chest())], true, "of emergencies"),
            (vec![looked(chest()), clean(5)], false, "so of them"),
            (vec![inflamed(), clean(7)], true, "by a wrong clock"),
            (vec![looked(fever()), clean(7)], true, "so here"),
            (vec![all(7, &[WarningSign::Fever])], true, "a lock is one"),
        ];
        for (screenings, expected, why) in table {
            assert_eq!(gentle_only(&screenings, day(6)), expected, "{why}");
        }
    }

    #[test]
    fn asking_for_everything_asks_for_the_emergencies_first() {
        assert_eq!(Scope::Everything.groups(), SignGroup::ALL);
        assert_eq!(Scope::EmergencySigns.groups(), [SignGroup::Emergency]);
        assert_eq!(SignGroup::ALL[0], SignGroup::Emergency);
    }
}
