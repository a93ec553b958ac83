//! What a picture shows, in words: one whole sentence for each fact.
//!
//! `[left|right]` in a sentence is a choice by the side that the fact is about.

mod arms;
mod leg_things;
mod legs;
mod touches;
mod trunk;

use crate::domain::posture::{Side, for_side};
use crate::figure::describe::{Fact, changes};
use crate::figure::part::Hand;

/// The most sentences that a listener keeps in mind.
const MOST: usize = 7;

/// What a picture shows, for people who can't see it: at most seven sentences.
pub fn description(facts: &[Fact]) -> String {
    let told = facts.iter().take(MOST);
    let sentences: Vec<String> = told.map(|fact| sentence(*fact)).collect();
    sentences.join(" ")
}

/// What a moving picture shows: where the movement begins, and what is different at its other end.
pub fn movement(from: &[Fact], to: &[Fact]) -> String {
    let there = changes(from, to);
    if there.is_empty() {
        return description(from);
    }
    let (here, there) = (description(from), description(&there));
    format!("It begins like this. {here} From there it moves to this. {there}")
}

/// The words for a fact, and the side that they are about.
type Words = (&'static str, Option<Hand>);

fn sentence(fact: Fact) -> String {
    let (words, hand) = match fact {
        Fact::Base(base) => trunk::of_base(base),
        Fact::Lean(lean) => (trunk::of_lean(lean), None),
        Fact::Spine(spine) => (trunk::of_spine(spine), None),
        Fact::Aside(aside) => trunk::of_aside(aside),
        Fact::Cushion(under) => trunk::of_cushion(under),
        Fact::Legs(which, shape) => legs::of_legs(which, shape),
        Fact::Arms(which, shape) => arms::of_arms(which, shape),
        Fact::Head(shape) => trunk::of_head(shape),
    };
    let side = |hand| match hand {
        Hand::Right => Side::Right,
        Hand::Left => Side::Left,
    };
    for_side(words, hand.map(side))
}
