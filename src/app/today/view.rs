//! What is shown of the plan for today: the proposed routine, the reasons for it, and two others.

use super::State;
use crate::app::context::Context;
use crate::app::routine::length;
use crate::app::routine::view::{ChangeView, StepView, changes, density, needs, steps};
use crate::app::want::Start;
use crate::domain::proposing::Proposal;
use crate::text::en;

/// What is shown of today: the proposed routines, best first, or why there are none.
pub type TodayView = Result<Vec<ProposalView>, &'static str>;

/// A proposed routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// How to start it.
    pub start: Start,
    /// Its title.
    pub title: String,
    /// Its length and what it needs.
    pub time: String,
    /// Its steps.
    pub steps: Vec<StepView>,
    /// The reasons for it, a sentence each.
    pub reasons: Vec<String>,
    /// What was changed, and why.
    pub changes: Vec<ChangeView>,
    /// How much is said, in words.
    pub density: &'static str,
}

/// The plan for today; `None` before a check-in.
pub fn today(state: &State, context: &Context) -> Option<TodayView> {
    let proposed = state.proposed.as_ref()?;
    Some(match proposed {
        Ok(proposals) => Ok(proposals
            .iter()
            .enumerate()
            .map(|(nth, proposal)| shown(nth, proposal, context))
            .collect()),
        Err(why) => Err(en::no_plan(why)),
    })
}

fn shown(nth: usize, proposal: &Proposal, context: &Context) -> ProposalView {
    let laid_out = proposal.routine.steps().unwrap_or_default();
    ProposalView {
        start: Start::Proposed(nth),
        title: proposal.routine.title.clone(),
        time: en::time_and_needs(length(context, &proposal.routine), &needs(&laid_out)),
        steps: steps(&laid_out),
        reasons: proposal.reasons.iter().map(en::reason).collect(),
        changes: changes(&proposal.changes),
        density: density(context),
    }
}
