//! What a person has said about their own body.

use super::collections::Set;
use super::posture::Form;

/// A reason to leave a posture out, or to take care in it.
///
/// Source: the filter codes in section b of the project's content notes; those that have no source there are a design
/// choice and await a physiotherapist's review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caution {
    /// Glaucoma or eye surgery. Source: Jasien 2015, PMC4689525.
    Glaucoma,
    /// Uncontrolled blood pressure, a stroke, reflux.
    BloodPressure,
    /// Dizziness, low blood pressure, or medicine for blood pressure.
    Dizziness,
    /// Osteoporosis.
    Osteoporosis,
    /// A hip replacement.
    Hip,
    /// A knee replacement, a torn meniscus, or knees that hurt when bent far.
    Knees,
    /// Pregnancy.
    Pregnancy,
    /// Surgery on spine or belly less than twelve weeks ago: only the hospital's own plan.
    Surgery,
    /// Pain that runs into the leg.
    LegPain,
    /// Bending backward hurts, or a narrowed spinal canal.
    BackBending,
    /// Wrists that hurt under weight.
    Wrists,
    /// A shoulder that hurts under weight or overhead.
    Shoulder,
    /// Bending forward hurts.
    BendingForward,
    /// Twisting hurts.
    Twisting,
}

/// A person's age, as far as it makes a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeGroup {
    /// Under twenty: a first episode at this age should be examined.
    Under20,
    /// From twenty to fifty.
    From20,
    /// From fifty-one to fifty-nine: a first episode at this age should be examined.
    From51,
    /// Sixty and over: stretches are held longer. Source: Feland 2001 (65 and over); Garber 2011.
    From60,
}

/// What a person has said about their own body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// Their cautions.
    pub cautions: Set<Caution>,
    /// Their age, if they gave it.
    pub age: Option<AgeGroup>,
    /// The ids of the postures that they want left out.
    pub left_out: Set<String>,
}

impl Caution {
    /// The conditions, in the order in which they are asked about.
    pub const CONDITIONS: [Self; 9] = [
        Self::Pregnancy,
        Self::Surgery,
        Self::Osteoporosis,
        Self::Glaucoma,
        Self::BloodPressure,
        Self::Dizziness,
        Self::Hip,
        Self::Knees,
        Self::LegPain,
    ];
    /// The movements that hurt, in the order in which they are asked about.
    pub const HURTS: [Self; 5] = [
        Self::BendingForward,
        Self::BackBending,
        Self::Twisting,
        Self::Wrists,
        Self::Shoulder,
    ];

    /// Every caution.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::CONDITIONS.into_iter().chain(Self::HURTS)
    }
}

impl AgeGroup {
    /// Every group, youngest first.
    pub const ALL: [Self; 4] = [Self::Under20, Self::From20, Self::From51, Self::From60];
}

impl Body {
    /// The cautions that rule out a form. Recent surgery rules out every form.
    pub fn against<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = Caution> + 'a {
        self.cautions
            .iter()
            .copied()
            .filter(|caution| *caution == Caution::Surgery || form.not_with.contains(caution))
    }

    /// Whether the person wants the posture of this form left out.
    pub fn leaves_out(&self, form: &Form) -> bool {
        self.left_out.contains(form.posture)
    }

    /// Whether a form is neither ruled out by a caution nor left out at the person's wish.
    pub fn suits(&self, form: &Form) -> bool {
        !self.leaves_out(form) && self.against(form).next().is_none()
    }

    /// The cautions that the person is reminded of in this form.
    pub fn careful<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = Caution> + 'a {
        form.careful_with
            .iter()
            .copied()
            .filter(|caution| self.cautions.contains(caution))
    }
}
