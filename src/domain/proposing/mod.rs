//! What to do today: one routine with its reasons, and two others.
//!
//! A planner that follows rules, not a draw: the same answers on the same day give the same plan. The rules:
//! 1. Take the library's routines for the answer and the place, in its order. One that ended worse than it began last
//!    time comes after the others.
//! 2. Make each suit body, place and things (`suiting`). In spasm, only what the library allows for it is done; after a
//!    session that ended worse, and where the screening asks for it, only gentle things; what hurt in the last two
//!    weeks is left out.
//! 3. Put those of which the most is left first.
//! 4. Order postures so that the person gets up and down as little as possible (`ordering`).
//! 5. Fit each to the time at hand (`fitting`): make holds, sets and repetitions fewer or more, then leave out what is
//!    spare, or add postures of the other routines for the same answer.
//!
//! All of these are design choices.

mod fitting;
mod ordering;
mod recent;

use std::time::Duration;

use super::body::Caution;
use super::catalogue::{BuiltIn, Catalogue};
use super::collections::insertion_sort_by;
use super::compile::length;
use super::episode::Feeling;
use super::phrasing::Phrasing;
use super::place::{Place, Surroundings};
use super::plan::{Plan, Preferences, Profile};
use super::posture::Posture;
use super::routine::{Routine, RoutinePart, Step};
use super::suiting::{Change, Limits, Objection, suit};
use fitting::{Fitting, fit};
use ordering::ordered;
pub use ordering::ups_and_downs;
pub use recent::RecentHistory;

/// The least time that can be asked for.
pub const LEAST: Duration = Duration::from_secs(3 * 60);
/// The most time that can be asked for.
pub const MOST: Duration = Duration::from_secs(30 * 60);
/// How many routines are proposed: one, and two others.
const PROPOSED: usize = 3;

/// What a person asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRequest {
    /// How the back is.
    pub feeling: Feeling,
    /// How much time there is, from [`LEAST`] to [`MOST`]; `None` for as long as it takes.
    pub time: Option<Duration>,
    /// The place, and what is at hand.
    pub surroundings: Surroundings,
}

/// What is known about the person who asks.
#[derive(Debug, Clone)]
pub struct ProposalContext<'a> {
    /// How the session will be led, which determines how long it takes.
    pub preferences: Preferences,
    /// What is known about the listener.
    pub profile: Profile,
    /// What was done recently, and how it went.
    pub recent: RecentHistory,
    /// Whether the screening asks for gentle things only.
    pub gentle: bool,
    /// The language in which it will be led.
    pub phrasing: &'a dyn Phrasing,
}

/// A routine for today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The routine, as it is to be played.
    pub routine: Routine,
    /// How long it is expected to take.
    pub length: Duration,
    /// Why this routine was chosen, and why it is like this.
    pub reasons: Vec<Reason>,
    /// What was changed to suit the person, and why.
    pub changes: Vec<Change>,
}

/// Why a proposal is the way it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The back feels like this.
    Feels(Feeling),
    /// It is done in this place.
    Place(Place),
    /// It was made shorter, to fit the time.
    Shorter,
    /// It was made longer, to fit the time.
    Longer,
    /// This was left out, to fit the time.
    NoTimeFor(&'static Posture),
    /// This was added, to fill the time.
    TimeFor(&'static Posture),
    /// There is more time than suitable things to do.
    NothingMore,
    /// The last session ended worse than it began, or in the red.
    EndedWorse,
    /// The screening asks for gentle things only.
    Gentle,
    /// The order was changed, so that the person gets up and down less.
    FewerUps,
}

/// Why nothing can be proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlan {
    /// After surgery, only the hospital's own plan counts.
    Surgery,
    /// Every posture is ruled out; lists each objection once.
    NothingSuits(Vec<Objection>),
}

/// Proposes routines, best first: at least one, at most three, no two alike.
///
/// # Errors
/// [`NoPlan`] if nothing suits.
pub fn propose(
    request: &ProposalRequest,
    context: &ProposalContext<'_>,
    catalogue: Catalogue,
) -> Result<Vec<Proposal>, NoPlan> {
    if context.profile.body.cautions.contains(&Caution::Surgery) {
        return Err(NoPlan::Surgery);
    }
    let limits = limits(request, context);
    let mut candidates = candidates(request, context, &limits, catalogue);
    if candidates.iter().all(|it| it.steps.is_empty()) {
        let mut objections: Vec<_> = candidates
            .iter()
            .flat_map(|candidate| &candidate.changes)
            .flat_map(|change| change.because.iter().copied())
            .collect();
        insertion_sort_by(&mut objections, Ord::cmp);
        objections.dedup();
        return Err(NoPlan::NothingSuits(objections));
    }
    candidates.retain(|candidate| !candidate.steps.is_empty());
    let pool: Vec<Step> = candidates
        .iter()
        .flat_map(|candidate| candidate.steps.iter().cloned())
        .collect();
    let mut proposals: Vec<Proposal> = Vec::new();
    for candidate in candidates {
        let proposal = candidate.propose(request, context, &pool);
        let postures = |proposal: &Proposal| postures(&proposal.routine);
        if !proposals
            .iter()
            .any(|other| postures(other) == postures(&proposal))
        {
            proposals.push(proposal);
        }
        if proposals.len() == PROPOSED {
            break;
        }
    }
    Ok(proposals)
}

fn postures(routine: &Routine) -> Vec<&'static str> {
    let steps = routine.steps().unwrap_or_default();
    let mut ids: Vec<_> = steps.iter().map(|step| step.form().id).collect();
    insertion_sort_by(&mut ids, Ord::cmp);
    ids
}

fn limits(request: &ProposalRequest, context: &ProposalContext<'_>) -> Limits {
    Limits {
        body: context.profile.body.clone(),
        surroundings: Some(request.surroundings.clone()),
        spasm: request.feeling == Feeling::Spasm,
        gentle: context.gentle || context.recent.ended_worse,
        harms: context.recent.harms.clone(),
    }
}

/// A routine of the library, made to suit the person.
struct Candidate {
    routine: &'static Routine,
    steps: Vec<Step>,
    /// The indices of the spare steps, which are left out first.
    spare: Vec<usize>,
    changes: Vec<Change>,
    reordered: bool,
    /// How much of it was changed or left out: from 0 to 1.
    lost: f64,
}

/// The routines for the answer, made to suit, those of which the most is left first.
fn candidates(
    request: &ProposalRequest,
    context: &ProposalContext<'_>,
    limits: &Limits,
    catalogue: Catalogue,
) -> Vec<Candidate> {
    let fitting = catalogue
        .routines
        .iter()
        .filter(|built_in| built_in.fits.contains(&request.feeling))
        .filter(|built_in| built_in.places.contains(&request.surroundings.place));
    let mut candidates: Vec<_> = fitting
        .filter_map(|built_in| Candidate::of(built_in, limits, catalogue))
        .collect();
    let went_badly = |candidate: &Candidate| context.recent.worse.contains(&candidate.routine.id);
    // The sort is stable, so equal ones stay in the library's order.
    insertion_sort_by(&mut candidates, |one, other| {
        let tenths = |candidate: &Candidate| (candidate.lost * 10.0).round();
        went_badly(one)
            .cmp(&went_badly(other))
            .then(tenths(one).total_cmp(&tenths(other)))
    });
    candidates
}

impl Candidate {
    fn of(built_in: &'static BuiltIn, limits: &Limits, catalogue: Catalogue) -> Option<Self> {
        // Whatever comes with Limber can be played; the build makes sure of that.
        let suited = suit(&built_in.routine, limits, catalogue).ok()?;
        #[expect(clippy::cast_precision_loss, reason = "some dozen steps")]
        let lost = {
            let left_out = suited.places.iter().filter(|place| place.is_none()).count();
            let changed = suited
                .changes
                .iter()
                .filter(|change| !change.because.is_empty());
            (left_out + changed.count()) as f64 / (2 * suited.places.len()).max(1) as f64
        };
        let spare = built_in.spare.iter();
        let spare = spare.filter_map(|step| suited.places.get(*step).copied().flatten());
        let spare: Vec<_> = spare.collect();
        let (steps, spare, reordered) = ordered(suited.steps, &spare);
        Some(Self {
            routine: &built_in.routine,
            steps,
            spare,
            changes: suited.changes,
            reordered,
            lost,
        })
    }

    fn propose(
        self,
        request: &ProposalRequest,
        context: &ProposalContext<'_>,
        pool: &[Step],
    ) -> Proposal {
        let Self {
            routine,
            steps,
            spare,
            changes,
            reordered,
            ..
        } = self;
        let plan = |steps: &[Step]| Plan {
            routine: Routine {
                parts: steps.iter().cloned().map(RoutinePart::Step).collect(),
                ..routine.clone()
            },
            preferences: context.preferences,
            profile: context.profile.clone(),
        };
        let fitted = fit(
            Fitting {
                steps,
                spare,
                pool,
                time: request.time,
            },
            &|steps| length(&plan(steps), context.phrasing).unwrap_or_default(),
        );
        let mut reasons = vec![Reason::Feels(request.feeling)];
        let place = request.surroundings.place;
        reasons.extend((place != Place::Floor).then_some(Reason::Place(place)));
        reasons.extend(context.recent.ended_worse.then_some(Reason::EndedWorse));
        reasons.extend(context.gentle.then_some(Reason::Gentle));
        reasons.extend(fitted.reasons);
        reasons.extend(reordered.then_some(Reason::FewerUps));
        Proposal {
            routine: plan(&fitted.steps).routine,
            length: fitted.length,
            reasons,
            changes,
        }
    }
}
