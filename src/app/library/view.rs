//! The list of postures and routines, and the search in it.

use std::time::Duration;

use super::finding::finds;
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::routine::all_as_led;
use crate::app::routine::view::needs;
use crate::domain::collections::{Set, insertion_sort_by};
use crate::domain::place::{Equipment, Height, Position};
use crate::domain::posture::{BodyRegion, Form, Posture, Variation};
use crate::domain::routine::{Routine, Step};
use crate::library::reading::Strength;
use crate::library::{postures, routines};
use crate::text::{Key, en};

/// A search filter. Fields that are empty let everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of a name; near spellings match too.
    pub words: String,
    /// The body's position.
    pub position: Option<Position>,
    /// Where it is felt.
    pub felt: Option<BodyRegion>,
    /// What is at hand; empty if it doesn't matter.
    pub have: Set<Have>,
    /// The longest it may take.
    pub time: Option<Duration>,
    /// The most practice it may ask for, from 1 to 3.
    pub level: Option<u8>,
}

/// Something the user may have: equipment, or a floor to lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Have {
    /// A floor to get down to.
    Floor,
    /// A piece of equipment.
    Equipment(Equipment),
}

/// What is shown of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryView {
    /// The user's own routines.
    pub own: Vec<RoutineCard>,
    /// The routines of the library.
    pub routines: Vec<RoutineCard>,
    /// The postures of the library.
    pub postures: Vec<PostureCard>,
}

/// A routine in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutineCard {
    /// The screen that shows it.
    pub to: Route,
    /// Its title.
    pub title: String,
    /// Its length and what it needs.
    pub time: String,
    /// The figures of its first postures.
    pub figures: Vec<&'static str>,
}

/// A posture in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostureCard {
    /// Its id, which is also that of its figure.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The body's position.
    pub position: &'static str,
    /// The dose.
    pub dose: String,
    /// Whether what the user said rules out every way of doing it.
    pub left_out: bool,
}

/// How many figures represent a routine.
const FIGURES: usize = 4;

/// The part of the library that passes the filter.
pub fn library(filter: &Filter, context: &Context) -> LibraryView {
    let body = &context.person().body;
    let card = |posture: &'static Posture| PostureCard {
        id: posture.id,
        name: posture.name,
        position: en::position(posture.usual.position),
        dose: en::dose(&Step::of(posture, body.age)),
        left_out: posture
            .gentle_enough(Variation::Usual, |form| body.suits(form))
            .is_none(),
    };
    let found = postures()
        .iter()
        .filter(|posture| filter.has_posture(posture));
    let as_led = all_as_led(context);
    let card_of = |to: Route, routine: &Routine| {
        let (routine, takes) = as_led(routine);
        let wanted = filter.has_routine(&routine, takes);
        wanted.then(|| routine_card(to, &routine, takes))
    };
    let routines = routines().iter().map(|it| &it.routine);
    let routines = routines.filter_map(|it| card_of(Route::Routine(&it.id), it));
    LibraryView {
        own: own(context, card_of),
        routines: routines.collect(),
        postures: found.map(card).collect(),
    }
}

fn own(
    context: &Context,
    card_of: impl Fn(Route, &Routine) -> Option<RoutineCard>,
) -> Vec<RoutineCard> {
    let own = context.kept.all_own();
    let cards = own.filter_map(|(id, routine)| card_of(Route::Own(id), routine));
    let mut cards: Vec<_> = cards.collect();
    insertion_sort_by(&mut cards, |one, other| one.title.cmp(&other.title));
    cards
}

fn routine_card(to: Route, routine: &Routine, takes: Duration) -> RoutineCard {
    let steps = routine.steps().unwrap_or_default();
    let mut figures: Vec<_> = steps.iter().map(|step| step.form().figure).collect();
    figures.dedup();
    figures.truncate(FIGURES);
    RoutineCard {
        to,
        title: routine.title.clone(),
        time: en::time_and_needs(takes, &needs(&steps)),
        figures,
    }
}

impl Filter {
    fn has_posture(&self, posture: &'static Posture) -> bool {
        let names = std::iter::once(posture.name).chain(posture.also.iter().copied());
        let felt = posture.felt.iter().copied().map(en::region);
        let forms = std::iter::once(&posture.usual).chain(&posture.easier);
        finds(&self.words, names.chain(felt))
            && self.felt.is_none_or(|felt| posture.felt.contains(&felt))
            && forms.into_iter().any(|form| self.has_form(form))
            && self.is_in_time(Step::of(posture, None).worked())
    }

    fn has_form(&self, form: &Form) -> bool {
        self.position
            .is_none_or(|position| form.position == position)
            && self.level.is_none_or(|level| form.level <= level)
            && self.is_at_hand(form)
    }

    fn is_at_hand(&self, form: &Form) -> bool {
        let on_floor = form.position.height() == Height::Floor;
        let needs = form.needs.iter().map(|thing| Have::Equipment(*thing));
        let mut needs = needs.chain(on_floor.then_some(Have::Floor));
        self.have.is_empty() || needs.all(|needed| self.have.contains(&needed))
    }

    fn has_routine(&self, routine: &Routine, takes: Duration) -> bool {
        let steps = routine.steps().unwrap_or_default();
        let names = steps.iter().map(|step| step.posture.name);
        finds(&self.words, std::iter::once(&*routine.title).chain(names))
            && self.is_in_time(takes)
            && steps.iter().all(|step| self.is_at_hand(step.form()))
            && steps.iter().any(|step| {
                let felt = &step.posture.felt;
                let form = step.form();
                self.felt.is_none_or(|wanted| felt.contains(&wanted))
                    && self
                        .position
                        .is_none_or(|position| form.position == position)
            })
            && self
                .level
                .is_none_or(|level| steps.iter().all(|step| step.form().level <= level))
    }

    fn is_in_time(&self, length: Duration) -> bool {
        self.time.is_none_or(|time| length <= time)
    }
}

/// How well supported a claim is, in words.
pub const fn strength(strength: Strength) -> &'static str {
    en::word(match strength {
        Strength::Strong => Key::StrengthStrong,
        Strength::Some => Key::StrengthSome,
        Strength::Weak => Key::StrengthWeak,
        Strength::Custom => Key::StrengthCustom,
        Strength::Choice => Key::StrengthChoice,
    })
}
