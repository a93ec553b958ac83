//! The questions about warning signs: when they are asked, and what follows from the answers. This is the one gate
//! before every start.

pub mod view;

use super::context::Context;
use super::route::Route;
use super::want::{Intent, Want};
use crate::domain::body::Caution;
use crate::domain::collections::Set;
use crate::domain::screening::{
    Action, Due, DueReason, Scope, Screening, SignGroup, WarningSign, action,
};
use crate::store::{Record, RecordKey, RecordStamp};

/// The state of the questions.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The questions being asked, if any.
    pub asked: Option<Asked>,
}

/// The questions about warning signs while they are being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which questions are due, and why.
    pub due: Due,
    /// The groups still to be answered, the current one first; empty once all are, while the advice is being read.
    pub groups: Vec<SignGroup>,
    /// The signs ticked so far.
    pub signs: Set<WarningSign>,
    /// What the user wanted to do when they were asked.
    then: Intent,
}

/// Something that happened to the questions about warning signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The user ticked a warning sign, or unticked it.
    SignTicked(WarningSign, bool),
    /// The user is done with a group of warning signs: none apply, or those that are ticked.
    SheetAnswered,
    /// The user has read the advice on what they ticked, and goes on.
    AdviceRead,
    /// The user states that someone has examined them.
    AssessedPressed,
    /// The user wants to be asked about the warning signs again.
    AskAgainPressed,
}

/// Handles an event.
pub(super) fn update(state: &mut State, event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::SignTicked(sign, there) => {
            if let Some(asked) = &mut state.asked {
                if there {
                    asked.signs.insert(sign);
                } else {
                    asked.signs.remove(&sign);
                }
            }
            Vec::new()
        }
        Event::SheetAnswered => answered(state, context),
        Event::AdviceRead => go_on(state),
        Event::AssessedPressed => assessed(context),
        Event::AskAgainPressed => {
            ask(state, Due::Everything(DueReason::Wanted), Intent::Question);
            vec![Want::GoTo(Route::Screening)]
        }
    }
}

/// Whether the way is open to what the user wants. If questions are due, they are asked first; if a ticked sign locks,
/// nothing is asked, and the user is shown that someone must look at it.
pub(super) fn is_open(state: &mut State, then: Intent, context: &Context) -> bool {
    // What was asked before something else is moot, whether or not it is asked again.
    state.asked = None;
    let is_open = context.is_open();
    if !is_open
        && context.lock().is_none()
        && let Some(due) = context.due()
    {
        ask(state, due, then);
    }
    is_open
}

fn ask(state: &mut State, due: Due, then: Intent) {
    state.asked = Some(Asked {
        groups: due.scope().groups().to_vec(),
        due,
        signs: Set::new(),
        then,
    });
}

/// Completes a group and shows the next one. An emergency isn't kept waiting by further questions.
fn answered(state: &mut State, context: &Context) -> Vec<Want> {
    let Some(asked) = &mut state.asked else {
        return Vec::new();
    };
    if asked.groups.is_empty() {
        return Vec::new();
    }
    asked.groups.remove(0);
    let result = action(&asked.signs);
    let mut scope = asked.due.scope();
    if result == Action::Emergency && !asked.groups.is_empty() {
        asked.groups.clear();
        // The rest is asked once someone has looked at this.
        scope = Scope::EmergencySigns;
    }
    if !asked.groups.is_empty() {
        return Vec::new();
    }
    let mut wants = vec![Want::keep(
        RecordKey::Screening(RecordStamp::new(context.now, context.tab)),
        Record::Screening(Screening {
            at: context.now,
            scope,
            signs: asked.signs.clone(),
            assessed: None,
        }),
    )];
    // Pain that runs into the leg counts from now on. It appears under "My body", where it can be removed.
    if asked.signs.contains(&WarningSign::BelowKnee) {
        let mut person = context.person().clone();
        person.body.cautions.insert(Caution::LegPain);
        wants.push(Want::keep(RecordKey::Person, Record::Person(person)));
    }
    if result.locks() || context.lock().is_some() {
        state.asked = None;
    } else if result == Action::Go {
        wants.extend(go_on(state));
    }
    wants
}

/// Goes on to what the user wanted.
fn go_on(state: &mut State) -> Vec<Want> {
    let done = state.asked.take_if(|asked| asked.groups.is_empty());
    done.map(|asked| Want::AskFirst(asked.then))
        .into_iter()
        .collect()
}

/// Lifts every lock, since the user states that someone has examined them.
fn assessed(context: &Context) -> Vec<Want> {
    let locking = |(_, screening): &(RecordStamp, &Screening)| {
        action(&screening.signs).locks() && screening.assessed.is_none()
    };
    let lifted = |(made, screening): (RecordStamp, &Screening)| {
        let assessed = Some(context.now);
        let screening = Screening {
            assessed,
            ..screening.clone()
        };
        Want::keep(RecordKey::Screening(made), Record::Screening(screening))
    };
    let locks = context.kept.screenings().filter(locking);
    let mut wants: Vec<_> = locks.map(lifted).collect();
    wants.push(Want::GoTo(if context.checked_in().is_none() {
        Route::Question
    } else {
        Route::Today
    }));
    wants
}
