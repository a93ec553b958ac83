//! Warning signs, and what to do about them: exactly one thing, and the gravest wins.

use crate::domain::collections::Set;

/// Something that a person with back pain can tick when it is new or worse.
///
/// Questions in the content notes that lead to the same action are one line here, so that each group stays short enough
/// to be read to its end by someone in pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WarningSign {
    /// Numb, tingling or different between the inner thighs, around the genitals or buttocks, or when wiping. Suggests
    /// compressed nerves below the cord (cauda equina). Source: backes.org.uk.
    Saddle,
    /// Trouble starting or stopping pee, a full bladder that is not felt, leaking pee or poo; new numbness in sex or
    /// loss of erections. Suggests the same. Source: backes.org.uk.
    Bladder,
    /// Pain, weakness, tingling or numbness in both legs; leg weakness that spreads; a foot that drops; unsteady
    /// walking. Suggests the same, the cord or a nerve. Source: NHS; BMJ Best Practice; g-care.glos.nhs.uk.
    BothLegs,
    /// A crash, a high fall, a heavy blow. Suggests a fracture. Source: NHS.
    Blow,
    /// Chest pain, or tearing pain in belly or back with faintness. Suggests the heart or the aorta. Source: NHS for
    /// chest pain; the tearing pain is a design choice.
    Chest,
    /// Cancer, now or ever, with pain that steadily worsens, comes at night, sits mid-back or worsens with strain; or
    /// with any weakness or numbness, which has a sign of its own. Suggests that it has spread to the spine. Source:
    /// NICE CG75, now NG234.
    Cancer,
    /// Fever, chills, feeling ill; a recent infection, weak immunity, injected drugs. Suggests an infection. Source:
    /// NHS; g-care.glos.nhs.uk.
    Fever,
    /// The same, and feeling very unwell. Suggests that the infection has spread. A design choice.
    VeryUnwell,
    /// A small fall or lift with osteoporosis or long use of steroids; sudden severe central pain. Suggests a fracture
    /// of a fragile bone. Source: g-care.glos.nhs.uk.
    Fragile,
    /// Unexplained weight loss, night pain that no position eases, a new lump or changed shape, pain between the
    /// shoulder blades. Suggests a tumour, an infection or a fracture. Source: NHS; g-care.glos.nhs.uk.
    Unexplained,
    /// Lasting weakness or numbness in one leg. Suggests a nerve root. A design choice.
    OneLeg,
    /// Weakness or numbness in one leg that is getting worse. Suggests that a nerve root is failing. A design choice.
    OneLegWorse,
    /// Began before 45, lasts over three months, wakes the person late in the night, eases with movement; psoriasis, or
    /// it runs in the family. Suggests an inflamed spine (axial spondyloarthritis). Source: NICE NG65.
    Inflamed,
    /// The first episode ever, under 20 or over 50. Suggests nothing by itself. Source: g-care.glos.nhs.uk.
    FirstAtThatAge,
    /// Pain below the knee. Suggests an irritated nerve root. A design choice.
    BelowKnee,
}

/// Signs that are asked about together, on one short screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignGroup {
    /// Signs that need help at once.
    Emergency,
    /// Signs that someone must look at before anything is played.
    Today,
    /// Signs that change what is proposed.
    Background,
}

/// What to do, least urgent first.
///
/// Source: the actions of the project's content notes, section b.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Nothing in particular. Never means that all is well.
    Go,
    /// Have it looked at soon; gentle things meanwhile.
    Soon,
    /// An urgent appointment.
    Urgent,
    /// A doctor within twenty-four hours.
    WithinADay,
    /// A doctor today.
    SameDay,
    /// The emergency number.
    Emergency,
}

/// Pairs of signs that are graver together than either is alone.
///
/// The notes name more: cancer with bladder trouble, fever with a sign in both legs. One sign of each of those pairs is
/// an emergency by itself, so they need no line here.
const TOGETHER: [(WarningSign, WarningSign, Action); 1] = [
    // Cancer with weakness or numbness: the cord may be compressed. Source: NICE CG75, now NG234.
    (WarningSign::Cancer, WarningSign::OneLeg, Action::Emergency),
];

impl SignGroup {
    /// Every group, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Today, Self::Background];

    /// The group's signs, at most six. Each sign is in one group.
    ///
    /// A leg that is getting weaker is an emergency, so it is grouped with those, and asked about again with them when
    /// pain grows; the notes ask about it beside the leg that stays weak. A design choice.
    pub const fn signs(self) -> &'static [WarningSign] {
        match self {
            Self::Emergency => &[
                WarningSign::Saddle,
                WarningSign::Bladder,
                WarningSign::BothLegs,
                WarningSign::OneLegWorse,
                WarningSign::Blow,
                WarningSign::Chest,
            ],
            Self::Today => &[
                WarningSign::Cancer,
                WarningSign::Fever,
                WarningSign::VeryUnwell,
                WarningSign::Fragile,
                WarningSign::Unexplained,
                WarningSign::OneLeg,
            ],
            Self::Background => &[
                WarningSign::Inflamed,
                WarningSign::FirstAtThatAge,
                WarningSign::BelowKnee,
            ],
        }
    }
}

impl WarningSign {
    /// What to do if this is the only sign.
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

impl Action {
    /// Whether no routine is played until the person states that someone has examined them.
    pub const fn locks(self) -> bool {
        match self {
            Self::Go | Self::Soon => false,
            Self::Urgent | Self::WithinADay | Self::SameDay | Self::Emergency => true,
        }
    }
}

/// What to do about these signs: exactly one thing, and the gravest wins.
pub fn action(signs: &Set<WarningSign>) -> Action {
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

    /// The table of the content notes: the number of the question, what is ticked, what to do.
    const NOTES: [(u8, &[WarningSign], Action); 19] = [
        (1, &[WarningSign::Saddle], Action::Emergency),
        (1, &[WarningSign::Bladder], Action::Emergency),
        (2, &[WarningSign::BothLegs], Action::Emergency),
        (3, &[WarningSign::Blow], Action::Emergency),
        (4, &[WarningSign::Chest], Action::Emergency),
        (5, &[WarningSign::Cancer], Action::WithinADay),
        (
            5,
            &[WarningSign::Cancer, WarningSign::OneLeg],
            Action::Emergency,
        ),
        (
            5,
            &[WarningSign::Cancer, WarningSign::Saddle],
            Action::Emergency,
        ),
        (
            5,
            &[WarningSign::Cancer, WarningSign::Bladder],
            Action::Emergency,
        ),
        (6, &[WarningSign::Fever], Action::SameDay),
        (
            6,
            &[WarningSign::Fever, WarningSign::VeryUnwell],
            Action::Emergency,
        ),
        (
            6,
            &[WarningSign::Fever, WarningSign::BothLegs],
            Action::Emergency,
        ),
        (7, &[WarningSign::Fragile], Action::SameDay),
        (8, &[WarningSign::Unexplained], Action::Urgent),
        (9, &[WarningSign::OneLeg], Action::SameDay),
        (
            9,
            &[WarningSign::OneLeg, WarningSign::OneLegWorse],
            Action::Emergency,
        ),
        (10, &[WarningSign::Inflamed], Action::Soon),
        (11, &[WarningSign::FirstAtThatAge], Action::Soon),
        (11, &[WarningSign::BelowKnee], Action::Soon),
    ];

    fn all() -> Vec<WarningSign> {
        let groups = SignGroup::ALL.iter();
        groups.flat_map(|group| group.signs()).copied().collect()
    }

    fn with(signs: &Set<WarningSign>, sign: WarningSign) -> Set<WarningSign> {
        let mut more = signs.clone();
        more.insert(sign);
        more
    }

    /// Every set of at most three signs.
    fn small_sets() -> Set<Set<WarningSign>> {
        let mut sets = Set::from([Set::new()]);
        for _ in 0..3 {
            for set in sets.clone() {
                sets.extend(all().into_iter().map(|sign| with(&set, sign)));
            }
        }
        sets
    }

    #[test]
    fn each_question_of_the_notes_leads_to_its_action() {
        for (question, ticked, expected) in NOTES {
            let ticked = ticked.iter().copied().collect();
            assert_eq!(action(&ticked), expected, "{question}: {ticked:?}");
        }
        assert_eq!(action(&Set::new()), Action::Go);
    }

    #[test]
    fn up_to_three_signs_ask_for_what_the_gravest_of_them_or_the_notes_ask_for() {
        let sets = small_sets();
        assert_eq!(sets.iter().len(), 1 + 15 + 105 + 455);
        for ticked in sets {
            let gravest = ticked.iter().map(|sign| sign.alone()).max();
            let named = |signs: &[WarningSign]| signs.iter().all(|sign| ticked.contains(sign));
            let in_notes = NOTES.iter().filter(|(_, signs, _)| named(signs));
            let in_notes = in_notes.map(|(.., action)| *action).max();
            let expected = gravest.max(in_notes).unwrap_or(Action::Go);
            assert_eq!(action(&ticked), expected, "{ticked:?}");
            assert!(Some(action(&ticked)) >= gravest, "milder: {ticked:?}");
        }
    }

    #[test]
    fn one_more_sign_never_asks_for_less() {
        for ticked in small_sets() {
            for sign in all() {
                let more = with(&ticked, sign);
                assert!(action(&more) >= action(&ticked), "{ticked:?} and {sign:?}");
            }
        }
    }

    #[test]
    fn groups_are_short_and_ask_for_each_sign_once_the_gravest_first() {
        let asked: Set<_> = all().into_iter().collect();
        assert_eq!(asked.iter().len(), all().len(), "none twice");
        for (_, ticked, _) in NOTES {
            assert!(ticked.iter().all(|sign| asked.contains(sign)), "{ticked:?}");
        }
        let leads_to = |group: SignGroup, wanted: fn(Action) -> bool| {
            assert!(group.signs().len() <= 6, "{group:?}");
            assert!(
                group.signs().iter().all(|sign| wanted(sign.alone())),
                "{group:?}"
            );
        };
        leads_to(SignGroup::Emergency, |action| action == Action::Emergency);
        leads_to(SignGroup::Today, Action::locks);
        leads_to(SignGroup::Background, |action| action == Action::Soon);
    }
}
