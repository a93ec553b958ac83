//! Questions about warning signs: what each means, and what is to be done.
//!
//! Source: the project's content notes, section b, gravest first. How well such signs tell is poorly known
//! (Finucane 2020): a clean screening never means that all is well.

use std::collections::BTreeSet;
use std::time::Duration;

use super::episode::{Day, Episode, Milestone};
use super::pain::Pain;
use super::time::Moment;

/// Something that a person can tick, with back pain, when it is new or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Numb or tingling between the legs. Suspects the nerves below the cord (cauda equina).
    /// Source: backes.org.uk.
    Saddle,
    /// Trouble with bladder, bowel or sexual feeling. Suspects the same. Source: backes.org.uk.
    Bladder,
    /// Both legs hurt, weaken or go numb; weakness spreads; a foot drops; walking is unsteady. Suspects the same,
    /// or the cord. Source: NHS; BMJ Best Practice; g-care.glos.nhs.uk.
    BothLegs,
    /// A crash, a high fall, a heavy blow. Suspects a fracture. Source: NHS.
    Blow,
    /// Chest pain; tearing pain with faintness. Suspects heart or aorta. Source: NHS; the second is a design
    /// choice.
    Chest,
    /// Cancer at any time, and pain that grows, wakes, sits in the middle of the back or worsens with strain.
    /// Source: NICE CG75.
    Cancer,
    /// Fever, chills, an infection, weak defences, injected drugs. Suspects an infection.
    /// Source: NHS; g-care.glos.nhs.uk.
    Fever,
    /// The same, and feeling very unwell. A design choice.
    VeryUnwell,
    /// A small fall or lift with brittle bones or long steroids; sudden severe pain in the middle. Suspects a
    /// fracture. Source: g-care.glos.nhs.uk.
    Fragile,
    /// Weight loss, night pain that nothing eases, a lump or changed shape, pain between the shoulder blades.
    /// Suspects a tumour, an infection, a fracture. Source: NHS; g-care.glos.nhs.uk.
    Unexplained,
    /// One leg stays weak or numb. Suspects a nerve root. A design choice.
    OneLeg,
    /// The same, and it gets worse. A design choice.
    OneLegWorse,
    /// Began before 45, lasts over three months, wakes late in the night, eases with movement; psoriasis, or it
    /// runs in the family. Suspects an inflamed spine. Source: NICE NG65.
    Inflamed,
    /// The first episode ever, under 20 or over 50. Source: g-care.glos.nhs.uk.
    FirstAtThatAge,
    /// Pain below the knee. A design choice.
    BelowKnee,
}

/// Signs that are asked for together, on one short screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Those that need help at once.
    Emergency,
    /// Those that need someone to look soon.
    Today,
    /// Those that change what is proposed.
    Background,
}

/// What is to be done, least pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Nothing in particular.
    Go,
    /// Have it looked at in the next weeks; gentle things meanwhile.
    Soon,
    /// An urgent appointment.
    Urgent,
    /// A doctor within twenty-four hours.
    WithinADay,
    /// A doctor today.
    SameDay,
    /// An ambulance.
    Emergency,
}

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

/// Questions that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// All of them.
    Everything(Why),
    /// Those about signs that need help at once.
    EmergencySigns(Why),
}

/// Why questions are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They were never asked.
    FirstTime,
    /// An episode has begun since.
    NewEpisode,
    /// Pain is strong.
    StrongPain,
    /// Pain has risen within a week.
    Rising,
    /// The episode is fourteen days old.
    FourteenDays,
}

/// Pain from here on is strong. A design choice.
const STRONG: u8 = 7;
/// A rise by so much within a week is one to ask about. A design choice.
const RISE: u8 = 2;
const A_WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// Because of a rating nobody is asked more often than this. A design choice.
const AT_MOST_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

impl Sheet {
    /// Every sheet, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Today, Self::Background];

    /// Its signs. Each sign is on one sheet.
    pub const fn signs(self) -> &'static [Sign] {
        match self {
            Self::Emergency => &[
                Sign::Saddle,
                Sign::Bladder,
                Sign::BothLegs,
                Sign::Blow,
                Sign::Chest,
            ],
            Self::Today => &[
                Sign::Cancer,
                Sign::Fever,
                Sign::VeryUnwell,
                Sign::Fragile,
                Sign::Unexplained,
                Sign::OneLeg,
                Sign::OneLegWorse,
            ],
            Self::Background => &[Sign::Inflamed, Sign::FirstAtThatAge, Sign::BelowKnee],
        }
    }
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

impl Sign {
    /// What is to be done when this is the only one.
    pub const fn alone(self) -> Action {
        match self {
            Self::Saddle
            | Self::Bladder
            | Self::BothLegs
            | Self::Blow
            | Self::Chest
            | Self::VeryUnwell
            | Self::OneLegWorse => Action::Emergency,
            Self::Fever | Self::Fragile | Self::OneLeg => Action::SameDay,
            Self::Cancer => Action::WithinADay,
            Self::Unexplained => Action::Urgent,
            Self::Inflamed | Self::FirstAtThatAge | Self::BelowKnee => Action::Soon,
        }
    }
}

/// Signs that are graver together than the gravest of them. Those with a sign that is an emergency by itself
/// need no mention.
const TOGETHER: [(Sign, Sign, Action); 1] = [
    // Cancer with weakness or numbness: the cord may be pressed.
    (Sign::Cancer, Sign::OneLeg, Action::Emergency),
];

impl Action {
    /// Whether no routine is played until the person states that someone has examined them.
    pub fn locks(self) -> bool {
        self >= Self::Urgent
    }
}

/// What is to be done about some signs: exactly one thing, and the gravest wins.
pub fn action(signs: &BTreeSet<Sign>) -> Action {
    let alone = signs.iter().map(|sign| sign.alone());
    let together = TOGETHER
        .iter()
        .filter(|(one, other, _)| signs.contains(one) && signs.contains(other))
        .map(|(.., action)| *action);
    alone.chain(together).max().unwrap_or(Action::Go)
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

impl Due {
    /// Which signs are asked for.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Everything(_) => Scope::Everything,
            Self::EmergencySigns(_) => Scope::EmergencySigns,
        }
    }

    /// Why.
    pub const fn why(self) -> Why {
        match self {
            Self::Everything(why) | Self::EmergencySigns(why) => why,
        }
    }
}

/// The questions that are due, if any are: all of them before the first routine and in each new episode; those
/// about signs that need help at once when pain is strong, has risen, or has lasted for fourteen days.
///
/// `ratings` are oldest first; `today` and `east` say which day it is for the person.
pub fn due(
    screenings: &[Screening],
    episode: Option<Episode>,
    ratings: &[(Moment, Pain)],
    now: Moment,
    today: Day,
    east: i32,
) -> Option<Due> {
    let Some(full) = latest(screenings, Scope::Everything) else {
        return Some(Due::Everything(Why::FirstTime));
    };
    if episode.is_some_and(|episode| full.at < episode.began) {
        return Some(Due::Everything(Why::NewEpisode));
    }
    let last = screenings.iter().map(|screening| screening.at).max()?;
    let since_day_14 = episode.is_some_and(|episode| {
        let reached = episode.milestone(today) >= Milestone::Day14;
        reached && episode.milestone(Day::of(last, east)) < Milestone::Day14
    });
    if since_day_14 {
        return Some(Due::EmergencySigns(Why::FourteenDays));
    }
    if now.since(last) < AT_MOST_EVERY {
        return None;
    }
    rated(ratings, last).map(Due::EmergencySigns)
}

/// What there is to ask about the latest rating, if it was made since the last answers.
fn rated(ratings: &[(Moment, Pain)], last: Moment) -> Option<Why> {
    let ((at, pain), before) = ratings.split_last()?;
    if *at <= last {
        return None;
    }
    if pain.rating() >= STRONG {
        return Some(Why::StrongPain);
    }
    let within_a_week = before
        .iter()
        .filter(|(earlier, _)| at.since(*earlier) <= A_WEEK);
    let lowest = within_a_week.map(|(_, pain)| pain.rating()).min()?;
    (pain.rating() >= lowest + RISE).then_some(Why::Rising)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 86_400_000;

    fn signs(signs: &[Sign]) -> BTreeSet<Sign> {
        signs.iter().copied().collect()
    }

    fn all() -> Vec<Sign> {
        Sheet::ALL
            .iter()
            .flat_map(|sheet| sheet.signs())
            .copied()
            .collect()
    }

    fn answered(day: u64, scope: Scope, ticked: &[Sign]) -> Screening {
        Screening {
            at: Moment::from_millis(day * DAY),
            scope,
            signs: signs(ticked),
            assessed: None,
        }
    }

    #[test]
    fn every_sign_is_asked_once_and_the_gravest_first() {
        let all = all();
        assert_eq!(
            all.iter().copied().collect::<BTreeSet<_>>().len(),
            all.len()
        );
        assert!(
            Sheet::Emergency
                .signs()
                .iter()
                .all(|sign| sign.alone() == Action::Emergency)
        );
        assert!(Sheet::Today.signs().iter().all(|sign| sign.alone().locks()));
        assert!(
            Sheet::Background
                .signs()
                .iter()
                .all(|sign| !sign.alone().locks())
        );
    }

    #[test]
    fn answers_lead_to_one_action_and_the_gravest_wins() {
        let all = all();
        assert_eq!(action(&BTreeSet::new()), Action::Go);
        for one in &all {
            for two in &all {
                for three in &all {
                    let ticked = signs(&[*one, *two, *three]);
                    let gravest = ticked.iter().map(|sign| sign.alone()).max().unwrap();
                    let pressed = ticked.is_superset(&signs(&[Sign::Cancer, Sign::OneLeg]));
                    let expected = if pressed { Action::Emergency } else { gravest };
                    assert_eq!(action(&ticked), expected, "{ticked:?}");
                }
            }
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

    /// What is due on a day, after answers and ratings on other days, in an episode that began on one.
    fn due_on(
        day: u64,
        screenings: &[Screening],
        episode: Option<u64>,
        ratings: &[(u64, u8)],
    ) -> Option<Due> {
        let at = |day: u64| Moment::from_millis(day * DAY);
        let ratings: Vec<_> = ratings
            .iter()
            .map(|(day, pain)| (at(*day), Pain::new(*pain).unwrap()))
            .collect();
        let episode = episode.map(|day| Episode {
            opened: Day::of(at(day), 0),
            began: at(day),
        });
        due(
            screenings,
            episode,
            &ratings,
            at(day),
            Day::of(at(day), 0),
            0,
        )
    }

    #[test]
    fn all_is_asked_first_and_in_each_new_episode() {
        let asked = |day| [answered(day, Scope::Everything, &[])];
        assert_eq!(
            due_on(1, &[], None, &[]),
            Some(Due::Everything(Why::FirstTime))
        );
        let emergency = [answered(1, Scope::EmergencySigns, &[])];
        assert_eq!(
            due_on(1, &emergency, None, &[]),
            Some(Due::Everything(Why::FirstTime))
        );
        assert_eq!(due_on(5, &asked(1), None, &[]), None);
        assert_eq!(
            due_on(5, &asked(1), Some(4), &[]),
            Some(Due::Everything(Why::NewEpisode))
        );
        assert_eq!(due_on(5, &asked(4), Some(4), &[]), None);
    }

    #[test]
    fn emergency_signs_are_asked_again_when_pain_is_strong_rises_or_lasts() {
        let asked = [answered(1, Scope::Everything, &[])];
        let emergency = |why| Some(Due::EmergencySigns(why));
        assert_eq!(due_on(3, &asked, Some(1), &[(3, 6)]), None);
        assert_eq!(
            due_on(3, &asked, Some(1), &[(3, 7)]),
            emergency(Why::StrongPain)
        );
        assert_eq!(
            due_on(3, &asked, Some(1), &[(2, 3), (3, 5)]),
            emergency(Why::Rising)
        );
        assert_eq!(
            due_on(20, &asked, None, &[(2, 3), (20, 5)]),
            None,
            "not within a week"
        );
        assert_eq!(due_on(3, &asked, Some(1), &[(1, 9)]), None, "asked since");
        assert_eq!(due_on(13, &asked, Some(1), &[]), None);
        assert_eq!(
            due_on(14, &asked, Some(1), &[]),
            emergency(Why::FourteenDays)
        );
        let again = [asked[0].clone(), answered(14, Scope::EmergencySigns, &[])];
        assert_eq!(due_on(15, &again, Some(1), &[]), None);
        let today = [asked[0].clone(), answered(3, Scope::EmergencySigns, &[])];
        assert_eq!(due_on(3, &today, Some(1), &[(3, 9)]), None, "once a day");
    }
}
