//! Proposals: always something sensible or a reason, in time, in order, and always the same.

use std::fmt::Write as _;
use std::time::Duration;

use crate::people::{TIMES, any_body, any_wish, asking, at, with};
use limber::domain::body::{Body, Caution};
use limber::domain::compile::compile;
use limber::domain::dose::Dose;
use limber::domain::episode::Feeling;
use limber::domain::history::{Done, During, HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::place::{Equipment, Height, Place, Surroundings};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::proposing::{
    NoPlan, Proposal, ProposalContext, ProposalRequest, Reason, RecentHistory, propose,
    ups_and_downs,
};
use limber::domain::routine::Sides;
use limber::domain::session::Ending;
use limber::domain::time::Moment;
use limber::library::catalogue;
use limber::text::{Locale, en};
use proptest::prelude::*;

fn wish(feeling: Feeling, minutes: Option<u64>, surroundings: Surroundings) -> ProposalRequest {
    ProposalRequest {
        feeling,
        time: minutes.map(|minutes| Duration::from_secs(minutes * 60)),
        surroundings,
    }
}

fn forms(proposal: &Proposal) -> Vec<&'static str> {
    let steps = proposal.routine.steps().unwrap();
    steps.iter().map(|step| step.form().id).collect()
}

fn whole(proposal: &Proposal, profile: Profile) -> Duration {
    let plan = Plan {
        routine: proposal.routine.clone(),
        preferences: Preferences::default(),
        profile,
    };
    compile(&plan, Locale::EnGb.phrasing()).unwrap().total()
}

#[test]
fn a_back_in_spasm_takes_the_load_off_first_and_stretches_nothing() {
    let wish = wish(Feeling::Spasm, None, Surroundings::default());
    let proposals = propose(&wish, &asking(Body::default()), catalogue()).unwrap();
    assert_eq!(forms(&proposals[0])[0], "90-90-rest");
    assert_eq!(proposals.len(), 3);
    for proposal in &proposals {
        for step in proposal.routine.steps().unwrap() {
            assert!(step.form().in_spasm, "{}", step.posture.id);
            assert!(
                !matches!(step.amount.dose, Dose::Hold(_)),
                "{}",
                step.posture.id
            );
        }
    }
}

/// "I have 7 minutes, bad knees, no floor" always gives something sensible.
#[test]
fn seven_minutes_bad_knees_and_no_floor_give_something_sensible() {
    for place in [Place::ChairOnly, Place::StandingOnly] {
        for feeling in [Feeling::Spasm, Feeling::Sore, Feeling::Fine] {
            let wish = wish(feeling, Some(7), at(place, &[Equipment::Wall]));
            let body = with(&[Caution::Knees]);
            let proposals = propose(&wish, &asking(body.clone()), catalogue()).unwrap();
            let proposal = &proposals[0];
            assert!(
                forms(proposal).len() >= 2,
                "{feeling:?} {place:?}: {:?}",
                forms(proposal)
            );
            let minutes = proposal.length.as_secs_f64() / 60.0;
            assert!(
                (5.95..=8.05).contains(&minutes),
                "{feeling:?} {place:?}: {minutes}"
            );
        }
    }
}

#[test]
fn the_sheet_of_proposals_reads_as_it_did() {
    let mut sheet = String::new();
    for feeling in [Feeling::Spasm, Feeling::Sore, Feeling::Fine] {
        for place in Place::ALL {
            for minutes in [None, Some(7), Some(20)] {
                let wish = wish(
                    feeling,
                    minutes,
                    at(place, &[Equipment::Chair, Equipment::Wall]),
                );
                let proposals = propose(&wish, &asking(Body::default()), catalogue()).unwrap();
                let _ = writeln!(
                    sheet,
                    "{feeling:?}, {}, {}",
                    en::place(place),
                    en::time_at_hand(wish.time)
                );
                for proposal in proposals {
                    let _ = writeln!(
                        sheet,
                        "  {} ({})",
                        proposal.routine.title,
                        en::about(proposal.length)
                    );
                    for step in proposal.routine.steps().unwrap() {
                        let _ = writeln!(sheet, "    {}: {}", step.form().id, en::dose(&step));
                    }
                    for reason in &proposal.reasons {
                        let _ = writeln!(sheet, "    - {}", en::reason(reason));
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(sheet);
}

#[test]
fn after_surgery_there_is_no_plan_and_it_says_why() {
    let wish = wish(Feeling::Sore, Some(10), Surroundings::default());
    let refused = propose(&wish, &asking(with(&[Caution::Surgery])), catalogue());
    assert_eq!(refused, Err(NoPlan::Surgery));
}

fn session(routine: &str, before: u8, after: u8, done: Vec<Done>) -> SessionRecord {
    SessionRecord {
        routine: routine.to_owned(),
        title: String::new(),
        started: Moment::from_millis(1_000_000),
        ended: Moment::from_millis(1_900_000),
        ending: Ending::Finished,
        done,
        before: Some(Pain::new(before).unwrap()),
        after: Some(Pain::new(after).unwrap()),
        note: String::new(),
    }
}

#[test]
fn what_hurt_is_left_out_for_two_weeks_and_a_bad_session_makes_the_next_one_gentle() {
    let hurt = Done {
        posture: "pigeon".to_owned(),
        side: None,
        set: 1,
        form: "pigeon".to_owned(),
        planned: Duration::from_secs(60),
        held: Duration::from_secs(9),
        end: HoldEnd::Hurt,
        during: During::Holding,
    };
    let sessions = [session("four-postures", 3, 6, vec![hurt])];
    let day = Duration::from_secs(24 * 60 * 60);
    let next_day = sessions[0].ended + day;
    let wish = wish(Feeling::Sore, None, Surroundings::default());
    let proposed = |now| {
        let asking = ProposalContext {
            recent: RecentHistory::of(&sessions.each_ref(), [].into_iter(), now),
            ..asking(Body::default())
        };
        propose(&wish, &asking, catalogue()).unwrap()
    };
    let soon = proposed(next_day);
    assert!(soon[0].reasons.contains(&Reason::EndedWorse));
    assert_ne!(soon[0].routine.id, "four-postures");
    for proposal in &soon {
        for step in proposal.routine.steps().unwrap() {
            assert_eq!(step.form().level, 1, "{}", step.form().id);
        }
    }
    let in_a_week = proposed(next_day + day * 6);
    assert!(
        in_a_week
            .iter()
            .all(|proposal| !forms(proposal).contains(&"pigeon"))
    );
    assert!(!in_a_week[0].reasons.contains(&Reason::EndedWorse));
}

/// The fewest changes of height in which this proposal's heights can be visited.
fn least(proposal: &Proposal) -> usize {
    let steps = proposal.routine.steps().unwrap();
    let mut heights: Vec<Height> = steps
        .iter()
        .map(|step| step.form().position.height())
        .collect();
    heights.sort();
    heights.dedup();
    heights.len() - 1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_is_safe_in_time_in_order_and_whole_or_says_why_there_is_none(
        wish in any_wish(),
        body in any_body(),
    ) {
        let asking = asking(body.clone());
        let proposals = match propose(&wish, &asking, catalogue()) {
            Ok(proposals) => proposals,
            Err(NoPlan::Surgery) => {
                prop_assert!(body.cautions.contains(&Caution::Surgery));
                return Ok(());
            }
            Err(NoPlan::NothingSuits(because)) => {
                prop_assert!(!because.is_empty());
                // Only a person who left out postures that are otherwise always possible can be left with nothing.
                prop_assert!(!body.left_out.is_empty());
                return Ok(());
            }
        };
        prop_assert!((1..=3).contains(&proposals.len()));
        for proposal in &proposals {
            let steps = proposal.routine.steps().unwrap();
            for step in &steps {
                let form = step.form();
                prop_assert!(body.suits(form), "{} is excluded", form.id);
                prop_assert!(wish.surroundings.place.has(form.position), "{}", form.id);
                prop_assert!(form.needs.iter().all(|thing| wish.surroundings.has(*thing)), "{}", form.id);
                prop_assert_eq!(step.posture.sided, matches!(step.sides, Sides::Both(_)));
            }
            prop_assert_eq!(ups_and_downs(&steps), least(proposal));
            prop_assert_eq!(whole(proposal, asking.profile.clone()), proposal.length);
        }
        if let Some(time) = wish.time {
            let off = proposals[0].length.abs_diff(time).as_secs_f64() / time.as_secs_f64();
            let told = proposals[0].reasons.contains(&Reason::NothingMore);
            prop_assert!(off <= 0.15 || told, "{:?} for {time:?}: {:?}", proposals[0].length, forms(&proposals[0]));
        }
        prop_assert_eq!(propose(&wish, &asking, catalogue()).unwrap(), proposals);
    }
}

#[test]
fn every_time_that_is_offered_can_be_filled_everywhere() {
    for feeling in [Feeling::Spasm, Feeling::Sore, Feeling::Fine] {
        for place in Place::ALL {
            for minutes in TIMES {
                let wish = wish(feeling, Some(minutes), at(place, &[]));
                let proposals = propose(&wish, &asking(Body::default()), catalogue()).unwrap();
                let off = proposals[0].length.as_secs_f64()
                    / 60.0
                    / f64::from(u32::try_from(minutes).unwrap());
                // In a spasm, walking, tilting and resting stay as long as is good for the person, and the proposal
                // says so.
                let told = proposals[0].reasons.contains(&Reason::NothingMore);
                assert!(
                    (0.85..=1.15).contains(&off) || (told && feeling == Feeling::Spasm),
                    "{feeling:?} {place:?} {minutes}: {off}"
                );
            }
        }
    }
}
