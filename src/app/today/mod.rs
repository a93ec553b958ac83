//! The plan for today: how the back is, and what is proposed for it.

mod question;
pub mod view;

pub use question::{ANSWERS, Answer, WatchView, watch};

use super::context::Context;
use super::route::Route;
use super::routine::{preferences, profile};
use super::want::{Intent, Want};
use crate::domain::episode::{CheckIn, Feeling};
use crate::domain::proposing::{
    NoPlan, Proposal, ProposalContext, ProposalRequest, RecentHistory, propose as propose_for,
};
use crate::domain::screening::gentle_only;
use crate::library::catalogue;
use crate::store::{Record, RecordKey, RecordStamp};

/// What is proposed for today, based on the latest check-in.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The proposals, best first, or why there are none; `None` until they are needed.
    pub proposed: Option<Result<Vec<Proposal>, NoPlan>>,
    /// Whether they differ from those last shown.
    pub(super) unseen: bool,
    /// The answer suggested by a shortcut or a link; only the user can give it.
    pub suggested: Option<Feeling>,
}

/// Something that happened to the plan for today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The user said how their back is.
    CheckedIn(Feeling),
}

/// Handles an event.
pub(super) fn update(state: &mut State, event: Event, context: &Context) -> Vec<Want> {
    let Event::CheckedIn(feeling) = event;
    state.suggested = None;
    // Proposals for the answer being given now are made when they are looked at.
    state.proposed = None;
    let (now, day) = (context.now, context.today());
    // The same answer twice in one day says nothing new.
    let latest = context.checked_in();
    let known = latest.is_some_and(|last| last.day == day && last.feeling == feeling);
    let check_in = CheckIn {
        at: now,
        day,
        feeling,
    };
    let key = RecordKey::CheckIn(RecordStamp::new(now, context.tab));
    let keep = Want::keep(key, Record::CheckIn(check_in));
    let new = (!known).then_some(keep).into_iter();
    new.chain([Want::AskFirst(Intent::Today)]).collect()
}

/// Handles a change of screen.
pub(super) fn moved(state: &mut State, from: &Route, to: &Route, context: &Context) {
    if *to == Route::Today {
        propose(state, context);
        state.unseen = false;
    }
    if *from == Route::Question && from != to {
        state.suggested = None;
    }
}

/// Renews the proposals when something they depend on has changed, so that nobody is led by the old ones.
pub(super) fn refresh(state: &mut State, context: &Context) {
    if let Some(before) = state.proposed.take() {
        propose(state, context);
        state.unseen |= context.route != Route::Today && state.proposed.as_ref() != Some(&before);
    }
}

/// Works out what to do today, for the latest check-in.
fn propose(state: &mut State, context: &Context) {
    let Some(check_in) = context.check_ins().next_back() else {
        state.proposed = None;
        return;
    };
    let person = context.person();
    let request = ProposalRequest {
        feeling: check_in.feeling,
        time: person.time,
        surroundings: person.surroundings.clone(),
    };
    let known = ProposalContext {
        preferences: preferences(context),
        profile: profile(context),
        recent: RecentHistory::of(&context.history(), context.under_way(), context.now),
        gentle: gentle_only(&context.screenings(), context.now),
        phrasing: context.locale.phrasing(),
    };
    state.proposed = Some(propose_for(&request, &known, catalogue()));
}
