//! What a posture is, and everything that is said about it.

mod region;
mod side;

use std::time::Duration;

pub use region::BodyRegion;
pub use side::{Side, for_side};

use super::body::{AgeGroup, Caution};
use super::dose::Amount;
use super::place::{Equipment, Position};

/// A posture: what is true of it in every language, and its words in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posture {
    /// The name by which routines and records know it; never shown, never changed.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Other names that people know it by.
    pub also: Vec<&'static str>,
    /// Whether it is done on each side.
    pub sided: bool,
    /// Where it is felt.
    pub felt: Vec<BodyRegion>,
    /// How much of it, when nobody says otherwise.
    pub amount: Amount,
    /// How much of it from sixty years on, where that differs.
    pub amount_from_60: Option<Amount>,
    /// As it is usually done.
    pub usual: Form,
    /// Gentler ways, gentlest last.
    pub easier: Vec<Form>,
    /// Fuller ways, fullest last.
    pub stronger: Vec<Form>,
    /// What takes its place for whom no way of it suits, by their ids, the best first.
    pub instead: Vec<&'static str>,
    /// Where what is said of it comes from, by the ids of the evidence.
    pub sources: Vec<&'static str>,
    /// How it should feel, in a sentence or two for the screen.
    pub feel: &'static str,
    /// What it is good for, in a sentence for the screen.
    pub why: &'static str,
    /// Whom it does not suit, in a sentence or two for the screen.
    pub care: &'static str,
}

/// One way of doing a posture: everything that leading someone through it needs.
///
/// Lines may hold a choice by side, written `[left|right]`: the first is said when the left side
/// works, the second for the right. A choice can be of any length, so that a language may bend
/// its words as it must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The name by which records know it. Where another posture is a way of this one, it is that one's.
    pub id: &'static str,
    /// The id of the posture that it is a way of. Where another posture is a way of this one, that one's.
    pub posture: &'static str,
    /// What it is called; of another way than the usual one, as it completes "an easier way: …".
    pub name: &'static str,
    /// The id of its figure.
    pub figure: &'static str,
    /// From 1 (almost anyone) to 3 (needs some practice).
    pub level: u8,
    /// Whether it may be done in spasm: it takes the load off, or moves a little, and stretches nothing.
    pub in_spasm: bool,
    /// Whether its lines of coaching lead somewhere, from the first to the last, however long it lasts.
    pub led: bool,
    /// Where the body is.
    pub position: Position,
    /// Whether the head hangs below the heart, so that rising can make one dizzy.
    pub head_down: bool,
    /// What one must have at hand.
    pub needs: Vec<Equipment>,
    /// Whom it does not suit.
    pub not_with: Vec<Caution>,
    /// Who is reminded to take care.
    pub careful_with: Vec<Caution>,
    /// How to get into it: at most four lines.
    pub setup: Vec<SpokenLine>,
    /// How to get into it again for another set.
    pub again: SpokenLine,
    /// How to rest between two sets.
    pub between: SpokenLine,
    /// How to change to the side named; empty for a posture without sides.
    pub change: Vec<SpokenLine>,
    /// What to attend to, said in the silence of a hold.
    pub coaching: Vec<&'static str>,
    /// How to come out.
    pub exit: Vec<SpokenLine>,
    /// How to come out when it was said already in this session.
    pub exit_again: Vec<SpokenLine>,
    /// How to come out at once, when something hurts.
    pub unwind: &'static str,
    /// How to come up and sit when dizzy; only where the head is down.
    pub dizzy: Option<&'static str>,
    /// What is said at the first movements, there and back; nothing where nothing is paced.
    pub beats: Option<BeatWords>,
}

/// The words for the two ends of a movement. Each fits into one beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeatWords {
    /// Said on the way there, or on the breath in.
    pub there: &'static str,
    /// Said on the way back, or on the breath out.
    pub back: &'static str,
}

/// One thing said, and the silence kept after it to do it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpokenLine {
    /// One or two short sentences.
    pub words: &'static str,
    /// The silence kept afterwards.
    pub pause: Duration,
}

/// Which way of doing a posture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variation {
    /// As described.
    #[default]
    Usual,
    /// The n-th of its easier ways, from 0.
    Easier(usize),
    /// The n-th of its stronger ways, from 0.
    Stronger(usize),
}

impl Posture {
    /// The form that `variation` means, if it is one that this posture has.
    pub fn form(&self, variation: Variation) -> Option<&Form> {
        match variation {
            Variation::Usual => Some(&self.usual),
            Variation::Easier(nth) => self.easier.get(nth),
            Variation::Stronger(nth) => self.stronger.get(nth),
        }
    }

    /// The way of doing it whose form has this id, if there is one.
    pub fn variation_of(&self, id: &str) -> Option<Variation> {
        let among = |forms: &[Form]| forms.iter().position(|form| form.id == id);
        (self.usual.id == id)
            .then_some(Variation::Usual)
            .or_else(|| among(&self.easier).map(Variation::Easier))
            .or_else(|| among(&self.stronger).map(Variation::Stronger))
    }

    /// The ways of doing it from `variation` on, each gentler than the one before.
    fn down_from(&self, variation: Variation) -> impl Iterator<Item = Variation> {
        let (stronger, easier) = match variation {
            Variation::Stronger(nth) => (nth + 1, 0),
            Variation::Usual => (0, 0),
            Variation::Easier(nth) => (0, nth),
        };
        let usual = !matches!(variation, Variation::Easier(_));
        (0..stronger)
            .rev()
            .map(Variation::Stronger)
            .chain(usual.then_some(Variation::Usual))
            .chain((easier..self.easier.len()).map(Variation::Easier))
    }

    /// The first way, from `variation` on and ever gentler, whose form pleases.
    pub fn gentle_enough(
        &self,
        variation: Variation,
        pleases: impl Fn(&Form) -> bool,
    ) -> Option<Variation> {
        self.down_from(variation)
            .find(|variation| self.form(*variation).is_some_and(&pleases))
    }

    /// The next gentler way than `variation` whose form pleases, if there is one.
    pub fn gentler(
        &self,
        variation: Variation,
        pleases: impl Fn(&Form) -> bool,
    ) -> Option<Variation> {
        self.down_from(variation)
            .skip(1)
            .find(|variation| self.form(*variation).is_some_and(&pleases))
    }

    /// How much of it, at this age.
    pub fn amount_at(&self, age: Option<AgeGroup>) -> Amount {
        match (age, self.amount_from_60) {
            (Some(AgeGroup::From60), Some(amount)) => amount,
            _ => self.amount,
        }
    }
}
