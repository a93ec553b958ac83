//! What is shown of a posture in the library.

use crate::app::context::Context;
use crate::app::routine::view::{ChangeView, changes};
use crate::app::routine::{alone, suited};
use crate::domain::catalogue::BuiltIn;
use crate::domain::posture::{Form, Posture, Side, SpokenLine, for_side};
use crate::domain::routine::Step;
use crate::library;
use crate::library::reading::Evidence;
use crate::text::en;

/// What is shown of a posture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostureView {
    /// Its name.
    pub name: &'static str,
    /// Other names for it.
    pub also: Vec<&'static str>,
    /// The default dose at this user's age.
    pub dose: String,
    /// The body's position, and how much practice it takes.
    pub meta: Vec<&'static str>,
    /// Where it is felt.
    pub felt: Vec<&'static str>,
    /// How it should feel.
    pub feel: &'static str,
    /// What it is good for.
    pub why: &'static str,
    /// Whom it doesn't suit.
    pub care: &'static str,
    /// The ways of doing it, the usual one first.
    pub variations: Vec<VariationView>,
    /// What would be changed or replaced for this user.
    pub changes: Vec<ChangeView>,
    /// Whether it can be played in some form.
    pub playable: bool,
    /// Whether this user wants it left out.
    pub left_out: bool,
    /// The ids and titles of the routines that contain it.
    pub routines: Vec<(&'static str, &'static str)>,
    /// The evidence for what is said about it.
    pub evidence: Vec<&'static Evidence>,
}

/// One way of doing a posture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariationView {
    /// The id of its figure.
    pub figure: &'static str,
    /// Its name; `None` for the usual way.
    pub name: Option<&'static str>,
    /// How to get into it, line by line, worded for the right side.
    pub setup: Vec<String>,
    /// How to come out of it.
    pub exit: Vec<String>,
}

/// The posture with this id, as it is shown; `None` if there is none.
pub fn posture(id: &str, context: &Context) -> Option<PostureView> {
    let posture = library::posture(id)?;
    let suited = suited(context, &alone(context, posture))?;
    let forms = posture.easier.iter().chain(&posture.stronger);
    let known = library::evidence().iter();
    Some(PostureView {
        name: posture.name,
        also: posture.also.clone(),
        dose: en::dose(&Step::of(posture, context.person().body.age)),
        meta: vec![
            en::position(posture.usual.position),
            en::level(posture.usual.level),
        ],
        felt: posture.felt.iter().copied().map(en::region).collect(),
        feel: posture.feel,
        why: posture.why,
        care: posture.care,
        variations: std::iter::once(variation(&posture.usual, None))
            .chain(forms.map(|form| variation(form, Some(form.name))))
            .collect(),
        changes: changes(&suited.changes),
        playable: !suited.steps.is_empty(),
        left_out: context.person().body.left_out.contains(id),
        routines: library::routines()
            .iter()
            .filter(|built_in| has(built_in, posture))
            .map(|built_in| (&*built_in.routine.id, &*built_in.routine.title))
            .collect(),
        evidence: known
            .filter(|evidence| posture.sources.contains(&evidence.id))
            .collect(),
    })
}

fn has(built_in: &BuiltIn, posture: &Posture) -> bool {
    let steps = built_in.routine.steps().unwrap_or_default();
    steps.iter().any(|step| step.posture.id == posture.id)
}

fn variation(form: &Form, name: Option<&'static str>) -> VariationView {
    let side = (!form.change.is_empty()).then_some(Side::Right);
    let lines = |lines: &[SpokenLine]| {
        lines
            .iter()
            .map(|line| for_side(line.words, side))
            .collect()
    };
    VariationView {
        figure: form.figure,
        name,
        setup: lines(&form.setup),
        exit: lines(&form.exit),
    }
}
