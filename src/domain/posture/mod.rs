//! Postures, and everything that is said about them.

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
    /// The id by which routines and records refer to it; never shown, never changed.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Other names that people know it by.
    pub also: Vec<&'static str>,
    /// Whether it is done on each side.
    pub sided: bool,
    /// Where it is felt.
    pub felt: Vec<BodyRegion>,
    /// The default amount.
    pub amount: Amount,
    /// The default amount from the age of sixty on, where it differs.
    pub amount_from_60: Option<Amount>,
    /// The usual way of doing it.
    pub usual: Form,
    /// Gentler ways, gentlest last.
    pub easier: Vec<Form>,
    /// Stronger ways, strongest last.
    pub stronger: Vec<Form>,
    /// The ids of the postures that take its place if no way of it suits, best first.
    pub instead: Vec<&'static str>,
    /// The ids of the evidence behind what is said of it.
    pub sources: Vec<&'static str>,
    /// How it should feel, in a sentence or two for the screen.
    pub feel: &'static str,
    /// What it is good for, in a sentence for the screen.
    pub why: &'static str,
    /// Whom it does not suit, in a sentence or two for the screen.
    pub care: &'static str,
}

/// One way of doing a posture, with everything needed to lead someone through it.
///
/// Lines may hold a choice by side, written `[left|right]`: the first part is said when the left side works, the second
/// when the right does. A part can be of any length, so that a language can inflect its words as it must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The id by which records refer to it; where this way is also a posture of its own, that posture's id.
    pub id: &'static str,
    /// The id of the posture it is a way of; where this way is also a posture of its own, that posture's id.
    pub posture: &'static str,
    /// The name; of any way but the usual one, in words that complete "an easier way: …".
    pub name: &'static str,
    /// The id of its figure.
    pub figure: &'static str,
    /// From 1 (almost anyone) to 3 (needs some practice).
    pub level: u8,
    /// Whether it may be done in spasm: it takes the load off or moves a little, and stretches nothing.
    pub in_spasm: bool,
    /// Whether its coaching lines form a sequence, told from the first to the last however long it lasts.
    pub led: bool,
    /// The position of the body.
    pub position: Position,
    /// Whether the head hangs below the heart, so that rising can make a person dizzy.
    pub head_down: bool,
    /// The equipment that has to be at hand.
    pub needs: Vec<Equipment>,
    /// The cautions that rule it out.
    pub not_with: Vec<Caution>,
    /// The cautions for which people are reminded to take care.
    pub careful_with: Vec<Caution>,
    /// How to get into it: at most four lines.
    pub setup: Vec<SpokenLine>,
    /// How to get into it again for another set.
    pub again: SpokenLine,
    /// How to rest between two sets.
    pub between: SpokenLine,
    /// How to change to the side that works next; empty for a posture without sides.
    pub change: Vec<SpokenLine>,
    /// What to attend to, said in the silence of a hold.
    pub coaching: Vec<&'static str>,
    /// How to come out.
    pub exit: Vec<SpokenLine>,
    /// How to come out, if that was already said in this session.
    pub exit_again: Vec<SpokenLine>,
    /// How to come out at once, when something hurts.
    pub unwind: &'static str,
    /// How to come up and sit when dizzy; only where the head is down.
    pub dizzy: Option<&'static str>,
    /// What is said during the first movements, there and back; `None` where nothing is paced.
    pub beats: Option<BeatWords>,
}

/// The words for the two ends of a movement. Each fits within one beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeatWords {
    /// Said on the way there, or on the breath in.
    pub there: &'static str,
    /// Said on the way back, or on the breath out.
    pub back: &'static str,
}

/// A line that is spoken, and the silence after it to do what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpokenLine {
    /// One or two short sentences.
    pub words: &'static str,
    /// The silence afterwards.
    pub pause: Duration,
}

/// A way of doing a posture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variation {
    /// The usual way.
    #[default]
    Usual,
    /// The n-th of its easier ways, from 0.
    Easier(usize),
    /// The n-th of its stronger ways, from 0.
    Stronger(usize),
}

impl Posture {
    /// The form for `variation`, if this posture has it.
    pub fn form(&self, variation: Variation) -> Option<&Form> {
        match variation {
            Variation::Usual => Some(&self.usual),
            Variation::Easier(nth) => self.easier.get(nth),
            Variation::Stronger(nth) => self.stronger.get(nth),
        }
    }

    /// The variation whose form has this id, if there is one.
    pub fn variation_of(&self, id: &str) -> Option<Variation> {
        let among = |forms: &[Form]| forms.iter().position(|form| form.id == id);
        (self.usual.id == id)
            .then_some(Variation::Usual)
            .or_else(|| among(&self.easier).map(Variation::Easier))
            .or_else(|| among(&self.stronger).map(Variation::Stronger))
    }

    /// The variations from `variation` on, each gentler than the one before.
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

    /// The first variation, from `variation` on and ever gentler, whose form `pleases`.
    pub fn gentle_enough(
        &self,
        variation: Variation,
        pleases: impl Fn(&Form) -> bool,
    ) -> Option<Variation> {
        self.down_from(variation)
            .find(|variation| self.form(*variation).is_some_and(&pleases))
    }

    /// The first variation gentler than `variation` whose form `pleases`, if there is one.
    pub fn gentler(
        &self,
        variation: Variation,
        pleases: impl Fn(&Form) -> bool,
    ) -> Option<Variation> {
        self.down_from(variation)
            .skip(1)
            .find(|variation| self.form(*variation).is_some_and(&pleases))
    }

    /// The default amount at this age.
    pub fn amount_at(&self, age: Option<AgeGroup>) -> Amount {
        match (age, self.amount_from_60) {
            (Some(AgeGroup::From60), Some(amount)) => amount,
            _ => self.amount,
        }
    }
}
