//! Questions about warning signs: what each means, and what is to be done.
//!
//! Source: the project's content notes, section b, gravest first. How well such signs tell is poorly known
//! (Finucane 2020): a clean screening never means that all is well.

mod due;
mod signs;

use std::collections::BTreeSet;

use super::time::Moment;

pub use due::{Due, Why, due};
pub use signs::{Action, Sheet, Sign, action};

/// Which signs were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everything,
    /// Those that need help at once.
    EmergencySigns,
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// When.
    pub at: Moment,
    /// What was asked.
    pub scope: Scope,
    /// What they ticked.
    pub signs: BTreeSet<Sign>,
    /// When they stated that someone had examined them, if they did.
    pub assessed: Option<Moment>,
}

impl Scope {
    /// The sheets that it asks, in order.
    pub const fn sheets(self) -> &'static [Sheet] {
        match self {
            Self::Everything => &Sheet::ALL,
            Self::EmergencySigns => &[Sheet::Emergency],
        }
    }
}

/// What keeps every routine from being played: the gravest action of a screening after which the person has not
/// stated that someone examined them.
///
/// Answering again with nothing ticked lifts nothing: a sign that has gone is one to be told to a doctor too.
pub fn lock(screenings: &[Screening]) -> Option<Action> {
    screenings
        .iter()
        .filter(|screening| screening.assessed.is_none())
        .map(|screening| action(&screening.signs))
        .filter(|action| action.locks())
        .max()
}

/// Whether only gentle things are to be proposed: after the latest answers to all questions asked for someone to
/// look at it, soon or sooner.
pub fn gentle_only(screenings: &[Screening]) -> bool {
    let latest = latest(screenings, Scope::Everything);
    let since = latest.map(|screening| screening.at);
    screenings
        .iter()
        .filter(|screening| Some(screening.at) >= since)
        .any(|screening| action(&screening.signs) >= Action::Soon)
}

fn latest(screenings: &[Screening], scope: Scope) -> Option<&Screening> {
    screenings
        .iter()
        .filter(|screening| screening.scope == scope)
        .max_by_key(|screening| screening.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 86_400_000;

    fn answered(day: u64, scope: Scope, ticked: &[Sign]) -> Screening {
        Screening {
            at: Moment::from_millis(day * DAY),
            scope,
            signs: ticked.iter().copied().collect(),
            assessed: None,
        }
    }

    #[test]
    fn a_lock_stays_until_someone_has_looked() {
        let mut screenings = vec![answered(1, Scope::Everything, &[Sign::Fever])];
        assert_eq!(lock(&screenings), Some(Action::SameDay));
        screenings.push(answered(2, Scope::Everything, &[]));
        assert_eq!(
            lock(&screenings),
            Some(Action::SameDay),
            "nothing ticked lifts nothing"
        );
        screenings.push(answered(3, Scope::EmergencySigns, &[Sign::Chest]));
        assert_eq!(lock(&screenings), Some(Action::Emergency));
        for screening in &mut screenings {
            screening.assessed = Some(Moment::from_millis(4 * DAY));
        }
        assert_eq!(lock(&screenings), None);
        assert_eq!(
            lock(&[answered(1, Scope::Everything, &[Sign::BelowKnee])]),
            None
        );
    }

    #[test]
    fn what_needs_looking_at_soon_makes_things_gentle_until_all_is_asked_again() {
        let mut screenings = vec![answered(1, Scope::Everything, &[Sign::Inflamed])];
        assert!(gentle_only(&screenings));
        screenings.push(answered(2, Scope::EmergencySigns, &[]));
        assert!(gentle_only(&screenings));
        screenings.push(answered(9, Scope::Everything, &[]));
        assert!(!gentle_only(&screenings));
        assert!(!gentle_only(&[]));
    }
}
