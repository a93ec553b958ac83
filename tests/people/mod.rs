//! Strategies for any person: their body, where they are, and what they ask for.

use std::time::Duration;

use limber::domain::body::{AgeGroup, Body, Caution};
use limber::domain::collections::Set;
use limber::domain::episode::Feeling;
use limber::domain::place::{Equipment, Place, Surroundings};
use limber::domain::plan::{Preferences, Profile};
use limber::domain::proposing::{ProposalContext, ProposalRequest, RecentHistory};
use limber::library::postures;
use limber::text::Locale;
use proptest::prelude::*;

/// The durations which the page offers, in minutes.
pub(crate) const TIMES: [u64; 7] = [3, 5, 7, 10, 15, 20, 30];

pub(crate) fn any_body() -> impl Strategy<Value = Body> {
    let all: Vec<_> = Caution::all().collect();
    let count = all.len();
    let cautions = prop_oneof![
        3 => proptest::sample::subsequence(all.clone(), 0..=3),
        1 => proptest::sample::subsequence(all, 0..=count),
    ];
    let age = proptest::option::of(proptest::sample::select(AgeGroup::ALL.to_vec()));
    let ids: Vec<_> = postures()
        .iter()
        .map(|posture| posture.id.to_owned())
        .collect();
    let left_out = proptest::sample::subsequence(ids, 0..=3);
    (cautions, age, left_out).prop_map(|(cautions, age, left_out)| Body {
        cautions: cautions.into_iter().collect(),
        age,
        left_out: left_out.into_iter().collect(),
    })
}

pub(crate) fn any_surroundings() -> impl Strategy<Value = Surroundings> {
    let place = proptest::sample::select(Place::ALL.to_vec());
    let things = proptest::sample::subsequence(Equipment::ALL.to_vec(), 0..=Equipment::ALL.len());
    (place, things).prop_map(|(place, things)| Surroundings {
        place,
        things: things.into_iter().collect(),
    })
}

pub(crate) fn any_feeling() -> impl Strategy<Value = Feeling> {
    prop_oneof![
        Just(Feeling::Spasm),
        Just(Feeling::Sore),
        Just(Feeling::Fine)
    ]
}

pub(crate) fn any_wish() -> impl Strategy<Value = ProposalRequest> {
    let time = proptest::option::weighted(0.9, proptest::sample::select(TIMES.to_vec()));
    (any_feeling(), time, any_surroundings()).prop_map(|(feeling, minutes, surroundings)| {
        ProposalRequest {
            feeling,
            time: minutes.map(|minutes| Duration::from_secs(minutes * 60)),
            surroundings,
        }
    })
}

/// The context of a person of whom nothing but the body is known.
pub(crate) fn asking(body: Body) -> ProposalContext<'static> {
    ProposalContext {
        preferences: Preferences::default(),
        profile: Profile {
            body,
            ..Profile::default()
        },
        recent: RecentHistory::default(),
        gentle: false,
        phrasing: Locale::EnGb.phrasing(),
    }
}

/// A body with these cautions.
pub(crate) fn with(cautions: &[Caution]) -> Body {
    Body {
        cautions: cautions.iter().copied().collect(),
        ..Body::default()
    }
}

/// A place with these things.
pub(crate) fn at(place: Place, things: &[Equipment]) -> Surroundings {
    Surroundings {
        place,
        things: things.iter().copied().collect::<Set<_>>(),
    }
}
