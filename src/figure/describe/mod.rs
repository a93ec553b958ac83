//! What a picture shows, for people who can't see it: facts derived from the same stance that is drawn.
//!
//! A [`Fact`] has no words of its own; `text` has a sentence for each. Only what helps to copy the posture is a fact:
//! what is usual for the base position is left out. `fact` and `limbs` are the vocabulary, `reading` measures a stance,
//! `base`, `trunk`, `legs` and `arms` judge what was measured, and `sides` swaps left and right.
//!
//! Poses are described with the right side working; [`mirrored`] describes the mirror image.

mod arms;
mod base;
pub mod fact;
mod legs;
pub mod limbs;
mod reading;
mod sides;
mod trunk;

pub use fact::Fact;

use crate::figure::body::Physique;
use crate::figure::part::Hand;
use crate::figure::stance::Stance;
use fact::{Aside, Base, HeadShape, Spine, Which};
use reading::Reading;

/// The facts of a stance: its base position first, then the trunk, the legs, the arms, the head. At least two, all
/// different; the last tells least.
pub fn facts(stance: &Stance, body: &Physique) -> Vec<Fact> {
    let reading = Reading { stance, body };
    let base = base::base(&reading);
    let mut facts = vec![Fact::Base(base)];
    facts.extend(trunk::trunk(&reading, base));
    facts.extend(trunk::cushioned(&reading, base).map(Fact::Cushion));
    facts.extend(paired(legs::legs(&reading, base), Fact::Legs));
    facts.extend(paired(arms::arms(&reading, base), Fact::Arms));
    facts.extend(trunk::head(&reading, base).map(Fact::Head));
    if facts.len() == 1 {
        // A single sentence would sound as if something were missing.
        facts.extend(usual(Topic::Lean, base).or(usual(Topic::Spine, base)));
    }
    facts
}

/// The facts of the mirror image: left and right are swapped.
pub fn mirrored(facts: &[Fact]) -> Vec<Fact> {
    facts.iter().map(|fact| fact.mirrored()).collect()
}

/// What is different at the other end of a movement: everything, if the base position is quite different.
pub fn changes(from: &[Fact], to: &[Fact]) -> Vec<Fact> {
    let (Some(here), Some(base)) = (base_of(from), base_of(to)) else {
        return to.to_vec();
    };
    if !here.is_kin(base) {
        return to.to_vec();
    }
    let (old, new) = (singly(from), singly(to));
    let said: Vec<Topic> = new.iter().map(|fact| Topic::of(*fact)).collect();
    let gone = old.iter().map(|fact| Topic::of(*fact));
    let undone = gone.filter(|topic| !said.contains(topic));
    let undone = undone.filter_map(|topic| usual(topic, base));
    let changed = new.iter().copied().filter(|fact| !old.contains(fact));
    let all = together(changed.chain(undone));
    let at = |place| {
        let facts = all.iter().copied();
        facts.filter(move |fact| Topic::of(*fact).place() == place)
    };
    (0..Topic::PLACES).flat_map(at).collect()
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Base,
    Lean,
    Spine,
    Aside,
    Cushion,
    Leg(Which),
    Arm(Which),
    Head,
}

impl Topic {
    /// The number of places in a description.
    const PLACES: usize = 8;

    const fn of(fact: Fact) -> Self {
        match fact {
            Fact::Base(_) => Self::Base,
            Fact::Lean(_) => Self::Lean,
            Fact::Spine(_) => Self::Spine,
            Fact::Aside(_) => Self::Aside,
            Fact::Cushion(_) => Self::Cushion,
            Fact::Legs(which, _) => Self::Leg(which),
            Fact::Arms(which, _) => Self::Arm(which),
            Fact::Head(_) => Self::Head,
        }
    }

    /// The topic's place in a description, from 0.
    const fn place(self) -> usize {
        match self {
            Self::Base => 0,
            Self::Lean => 1,
            Self::Spine => 2,
            Self::Aside => 3,
            Self::Cushion => 4,
            Self::Leg(_) => 5,
            Self::Arm(_) => 6,
            Self::Head => 7,
        }
    }
}

/// The fact that goes unsaid in a base position, if there is one.
fn usual(topic: Topic, base: Base) -> Option<Fact> {
    match topic {
        Topic::Base | Topic::Cushion => None,
        Topic::Lean => trunk::usual_lean(base).map(Fact::Lean),
        Topic::Spine => Some(Fact::Spine(Spine::Straight)),
        Topic::Aside => Some(Fact::Aside(Aside::Not)),
        Topic::Leg(which) => legs::usual(base).map(|shape| Fact::Legs(which, shape)),
        Topic::Arm(which) => arms::usual(base).map(|shape| Fact::Arms(which, shape)),
        Topic::Head => Some(Fact::Head(HeadShape::Straight)),
    }
}

fn base_of(facts: &[Fact]) -> Option<Base> {
    facts.iter().find_map(|fact| match fact {
        Fact::Base(base) => Some(*base),
        Fact::Lean(_)
        | Fact::Spine(_)
        | Fact::Aside(_)
        | Fact::Cushion(_)
        | Fact::Legs(..)
        | Fact::Arms(..)
        | Fact::Head(_) => None,
    })
}

/// The facts of a pair of limbs, merged into one where both are alike.
fn paired<T>([right, left]: [Option<T>; 2], fact: fn(Which, T) -> Fact) -> Vec<Fact> {
    let right = right.map(|shape| fact(Which::One(Hand::Right), shape));
    let left = left.map(|shape| fact(Which::One(Hand::Left), shape));
    together(right.into_iter().chain(left))
}

/// Facts of single limbs, merged into one where both are alike.
fn together(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    for fact in facts {
        let both =
            |other: &Fact| Fact::of_both(*other, fact).or_else(|| Fact::of_both(fact, *other));
        let pair = all
            .iter()
            .enumerate()
            .find_map(|(nth, other)| Some((nth, both(other)?)));
        match pair {
            Some((nth, both)) => all[nth] = both,
            None => all.push(fact),
        }
    }
    all
}

fn singly(facts: &[Fact]) -> Vec<Fact> {
    facts.iter().flat_map(|fact| fact.singly()).collect()
}
