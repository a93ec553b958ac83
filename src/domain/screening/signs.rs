//! Warning signs, and what is to be done about them: exactly one thing, and the gravest wins.

use std::collections::BTreeSet;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
