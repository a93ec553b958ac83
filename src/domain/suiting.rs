//! Makes a routine suit a person and a place: what does not suit is done in a gentler way, replaced by a related
//! posture, or left out, and the person is told what was changed and why.
//!
//! The rules, in order, for each step:
//! 1. A form to which nothing objects stays as it is.
//! 2. Otherwise, take the first gentler way of the same posture to which nothing objects.
//! 3. Otherwise, take the first posture of its `instead`, in its usual or a gentler way, that is not done already. It
//!    keeps the step's dose if its own is of the same kind.
//! 4. Otherwise, leave the step out.
//!
//! From the age of sixty on, a stretch is held for as long as the posture says for that age.

use super::body::{AgeGroup, Body, Caution};
use super::catalogue::Catalogue;
use super::collections::{Map, Set};
use super::dose::{Amount, Dose};
use super::history::{Harm, HarmKind};
use super::place::{Equipment, Place, Surroundings};
use super::posture::{Form, Posture, Variation};
use super::routine::{First, Routine, RoutineError, RoutinePart, Sides, Step};

/// What a routine has to suit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// The person's body.
    pub body: Body,
    /// Where it is to be done, if that matters.
    pub surroundings: Option<Surroundings>,
    /// Whether the back is in spasm.
    pub spasm: bool,
    /// Whether only what almost anyone can do is allowed.
    pub gentle: bool,
    /// What did harm recently.
    pub harms: Vec<Harm>,
}

/// A reason against a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Objection {
    /// Something that the person said about their body.
    Caution(Caution),
    /// The person wants it left out.
    Unwanted,
    /// It hurt recently.
    Hurt,
    /// It made the person dizzy recently.
    Dizzy,
    /// It isn't for a back in spasm.
    Spasm,
    /// It needs practice, and only gentle things are allowed.
    NotGentle,
    /// It can't be done in this place.
    Place(Place),
    /// It needs something that is not at hand.
    Equipment(Equipment),
}

/// A change to a routine, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The posture that was to be done.
    pub posture: &'static Posture,
    /// What became of it.
    pub outcome: Outcome,
    /// The reasons; empty only if the change is due to age.
    pub because: Vec<Objection>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done in this gentler form.
    Gentler(&'static Form),
    /// This posture is done instead, in this form.
    Replaced(&'static Posture, &'static Form),
    /// It is left out.
    LeftOut,
    /// It is held longer, because of the person's age.
    Longer,
}

/// A routine made to suit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suited {
    /// The steps; empty if nothing suits.
    pub steps: Vec<Step>,
    /// The index among `steps` of each step of the original routine, with rounds expanded; `None` if it was left out.
    pub places: Vec<Option<usize>>,
    /// The changes, each once.
    pub changes: Vec<Change>,
}

impl Limits {
    /// All objections to a form, most telling first.
    pub fn objections(&self, form: &Form) -> Vec<Objection> {
        let mut objections: Vec<_> = self.body.against(form).map(Objection::Caution).collect();
        let rest = [
            (self.body.leaves_out(form), Objection::Unwanted),
            (self.harmed(form, HarmKind::Hurt), Objection::Hurt),
            (self.harmed(form, HarmKind::Dizzy), Objection::Dizzy),
            (self.spasm && !form.in_spasm, Objection::Spasm),
            (self.gentle && form.level > 1, Objection::NotGentle),
        ];
        objections.extend(
            rest.into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, it)| it),
        );
        if let Some(surroundings) = &self.surroundings {
            let place = surroundings.place;
            if !place.has(form.position) {
                objections.push(Objection::Place(place));
            }
            let missing = form.needs.iter().filter(|thing| !surroundings.has(**thing));
            objections.extend(missing.copied().map(Objection::Equipment));
        }
        objections
    }

    fn harmed(&self, form: &Form, kind: HarmKind) -> bool {
        let did = |harm: &Harm| harm.form == form.id && harm.kind == kind;
        self.harms.iter().any(did)
    }

    /// The first way of a posture, from `variation` on and ever gentler, to which nothing objects.
    fn variation(&self, posture: &Posture, variation: Variation) -> Option<Variation> {
        posture.gentle_enough(variation, |form| self.objections(form).is_empty())
    }
}

/// Makes a routine suit the limits.
///
/// # Errors
/// The [`RoutineError`] of a routine that nobody can play.
pub fn suit(
    routine: &Routine,
    limits: &Limits,
    catalogue: Catalogue,
) -> Result<Suited, RoutineError> {
    let steps = routine.steps()?;
    let mut suiting = Suiting {
        limits,
        catalogue,
        // Steps that stay as they are take precedence over replacements.
        done: steps
            .iter()
            .filter(|step| limits.objections(step.form()).is_empty())
            .map(|step| step.form().id)
            .collect(),
        taken: Map::default(),
        changes: Vec::new(),
    };
    let mut suited = Suited {
        steps: Vec::new(),
        places: Vec::new(),
        changes: Vec::new(),
    };
    for step in steps {
        let step = suiting.step(step);
        suited
            .places
            .push(step.as_ref().map(|_| suited.steps.len()));
        suited.steps.extend(step);
    }
    suited.changes = suiting.changes;
    Ok(suited)
}

impl Suited {
    /// The original routine, with these steps in place of its own.
    pub fn routine(&self, like: &Routine) -> Routine {
        Routine {
            parts: self.steps.iter().cloned().map(RoutinePart::Step).collect(),
            ..like.clone()
        }
    }
}

/// A routine being made to suit.
struct Suiting<'a> {
    limits: &'a Limits,
    catalogue: Catalogue,
    /// The ids of the forms that are done.
    done: Set<&'static str>,
    /// What replaced each posture that could not stay, if anything did.
    taken: Map<&'static str, Option<(&'static Posture, Variation)>>,
    changes: Vec<Change>,
}

impl Suiting<'_> {
    fn step(&mut self, step: Step) -> Option<Step> {
        let because = self.limits.objections(step.form());
        if because.is_empty() {
            return Some(self.aged(step));
        }
        let posture = step.posture;
        if let Some(variation) = self.limits.variation(posture, step.variation) {
            let step = Step { variation, ..step };
            self.note(posture, Outcome::Gentler(step.form()), because);
            self.done.insert(step.form().id);
            return Some(self.aged(step));
        }
        let kin = match self.taken.get(posture.id) {
            Some(taken) => *taken,
            None => self.kin(posture),
        };
        self.taken.insert(posture.id, kin);
        let Some((other, variation)) = kin else {
            self.note(posture, Outcome::LeftOut, because);
            return None;
        };
        let step = replaced(&step, other, variation, self.limits.body.age);
        self.note(posture, Outcome::Replaced(other, step.form()), because);
        self.done.insert(step.form().id);
        Some(self.aged(step))
    }

    /// The first posture that can replace another and is not done already.
    fn kin(&self, posture: &Posture) -> Option<(&'static Posture, Variation)> {
        let others = posture.instead.iter();
        others
            .filter_map(|id| self.catalogue.posture(id))
            .find_map(|other| {
                let variation = self.limits.variation(other, Variation::Usual)?;
                let new = !self.done.contains(other.form(variation)?.id);
                new.then_some((other, variation))
            })
    }

    /// Lengthens a stretch from the age of sixty on, to what the posture says for that age.
    fn aged(&mut self, step: Step) -> Step {
        let own = step.posture.amount_from_60;
        let (Some(AgeGroup::From60), Some(own)) = (self.limits.body.age, own) else {
            return step;
        };
        let shorter = matches!(step.amount.dose, Dose::Hold(_))
            && step.amount.dose.length() < own.dose.length();
        if !shorter {
            return step;
        }
        self.note(step.posture, Outcome::Longer, Vec::new());
        let sets = step.amount.sets.min(own.sets);
        Step {
            amount: Amount { sets, ..own },
            ..step
        }
    }

    fn note(&mut self, posture: &'static Posture, outcome: Outcome, because: Vec<Objection>) {
        let change = Change {
            posture,
            outcome,
            because,
        };
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }
}

/// A step with its posture replaced. If both postures are held, rested in or repeated, the amount is kept.
fn replaced(
    step: &Step,
    other: &'static Posture,
    variation: Variation,
    age: Option<AgeGroup>,
) -> Step {
    let own = other.amount_at(age);
    let dose = match (step.amount.dose, own.dose) {
        (Dose::Hold(length), Dose::Hold(_)) => Dose::Hold(length),
        (Dose::Rest(length), Dose::Rest(_)) => Dose::Rest(length),
        (Dose::Repetitions { count, .. }, Dose::Repetitions { tempo, .. }) if own.fewer == 0 => {
            Dose::Repetitions { count, tempo }
        }
        (_, own) => own,
    };
    let sets = if dose == own.dose {
        own.sets
    } else {
        step.amount.sets
    };
    Step {
        posture: other,
        amount: Amount {
            dose,
            sets,
            fewer: own.fewer,
        },
        sides: if other.sided {
            Sides::Both(First::Alternating)
        } else {
            Sides::Neither
        },
        variation,
        note: None,
        ..step.clone()
    }
}
