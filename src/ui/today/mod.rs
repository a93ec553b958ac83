//! The plan for today: the proposed routine, the reasons for it, and two others.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::today::view::{self, ProposalView};
use crate::app::{Route, body};
use crate::domain::place::{Equipment, Place};
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, act, follow, live};
use crate::ui::painted::afterwards;
use crate::ui::parts::{Acting, Before, Changes, Select, Sources, Steps, Toggle};
use crate::ui::{app, word};

/// The times to choose from, in minutes; `None` is as long as it takes.
const TIMES: [Option<u64>; 8] = [
    None,
    Some(3),
    Some(5),
    Some(7),
    Some(10),
    Some(15),
    Some(20),
    Some(30),
];

/// The screen with the plan for today.
#[component]
pub(super) fn TodayScreen() -> impl IntoView {
    let app = app();
    let today = Memo::new(move || app.model.with(|it| view::today(&it.today, &it.context)));
    // The index of the proposal that is looked at.
    let looked_at = RwSignal::new(0_usize);
    let shown = Memo::new(move || today.get().and_then(Result::ok).unwrap_or_default());
    let chosen = Memo::new(move || {
        let proposals = shown.get();
        let at = looked_at.get().min(proposals.len().saturating_sub(1));
        proposals.into_iter().nth(at)
    });
    let refused = Memo::new(move || today.get().and_then(Result::err));
    view! {
        <div class="screen proposal">
            <Bar/>
            <main>
                {live(move || chosen.get().map(|proposal| view! { <Proposed proposal/> }))}
                {live(move || refused.get().map(|why| view! {
                    <h1 tabindex="-1">{word(Key::Today)}</h1>
                    <p class="caution" role="alert" prop:textContent=why></p>
                    <p class="alone"><a href=Route::Body.fragment()>{word(Key::MyBody)}</a></p>
                }))}
                {afterwards(move || view! {
                    <Wishes/>
                    <Announced shown chosen/>
                    <Others shown chosen looked_at/>
                    <Before/>
                })}
            </main>
            {live(move || chosen.get().map(|proposal| view! { <Acting start=proposal.start density=proposal.density/> }))}
        </div>
    }
}

/// The proposal that is looked at.
#[component]
fn Proposed(proposal: ProposalView) -> impl IntoView {
    let ProposalView {
        reasons, changes, ..
    } = proposal;
    let why = move || {
        let reasons = reasons.clone().into_iter();
        view! {
            <section>
                <h2>{word(Key::WhyThis)}</h2>
                <ul class="reasons">{reasons.map(|reason| view! { <li prop:textContent=reason></li> }).collect_view()}</ul>
                <Sources/>
            </section>
            <Changes changes=changes.clone()/>
        }
    };
    view! {
        <h1 tabindex="-1" prop:textContent=proposal.title></h1>
        <p class="meta" prop:textContent=proposal.time></p>
        <Steps steps=proposal.steps/>
        {afterwards(why)}
    }
}

/// The wishes on which the proposals depend, and which can be changed here: time, place and equipment.
#[component]
fn Wishes() -> impl IntoView {
    let app = app();
    let time = Memo::new(move || app.model.with(|model| model.context.person().time));
    let place = Memo::new(move || {
        app.model
            .with(|model| model.context.person().surroundings.place)
    });
    let times = TIMES.map(|minutes| minutes.map(|minutes| Duration::from_secs(minutes * 60)));
    let times = times.map(|time| (time, en::time_at_hand(time)));
    let places = Place::ALL.map(|place| (place, en::place(place).to_owned()));
    let thing = move |thing: Equipment| {
        let on = Memo::new(move || {
            app.model
                .with(|model| model.context.person().surroundings.things.contains(&thing))
        });
        view! { <Toggle name=en::thing(thing) on change=move |there| body::Event::Equipment(thing, there)/> }
    };
    view! {
        <section class="card wishes" aria-labelledby="wishes">
            <h2 id="wishes">{word(Key::ForToday)}</h2>
            <div class="pair">
                <Select name=Key::YourTime options=times.to_vec() chosen=time
                    choose=move |time| app.dispatch(body::Event::Time(time))/>
                <Select name=Key::YourPlace options=places.to_vec() chosen=place
                    choose=move |place| app.dispatch(body::Event::Place(place))/>
            </div>
            <fieldset class="toggles"><legend>{word(Key::AtHand)}</legend>{Equipment::ALL.map(thing).into_iter().collect_view()}</fieldset>
        </section>
    }
}

/// Announces the plan that a changed wish brings, for users who don't see it change above.
#[component]
fn Announced(shown: Memo<Vec<ProposalView>>, chosen: Memo<Option<ProposalView>>) -> impl IntoView {
    let told = RwSignal::new(String::new());
    // A plan that was there when the screen opened is read with it, and one chosen to be looked at gets the focus.
    Effect::new(move |opened: Option<()>| {
        shown.with(|_| ());
        if opened.is_some() {
            let plan = chosen.get_untracked();
            told.set(plan.map_or_else(String::new, |it| en::now_planned(&it.title, &it.time)));
        }
    });
    view! { <p class="heard" role="status" prop:textContent=follow(move || told.get())></p> }
}

/// The other proposals.
#[component]
fn Others(
    shown: Memo<Vec<ProposalView>>,
    chosen: Memo<Option<ProposalView>>,
    looked_at: RwSignal<usize>,
) -> impl IntoView {
    let others = move || {
        let here = chosen.get().map(|proposal| proposal.start);
        let others = shown.get().into_iter().enumerate();
        others
            .filter(|(_, other)| Some(other.start) != here)
            .collect::<Vec<_>>()
    };
    let app = app();
    let look_at = move |nth| {
        looked_at.set(nth);
        app.show_from_the_top();
    };
    let other = move |(nth, other): (usize, ProposalView)| {
        view! {
            <li><button type="button" class="row" on:click=act(move || look_at(nth))>
                <strong prop:textContent=other.title></strong><span prop:textContent=other.time></span>
            </button></li>
        }
    };
    view! {
        <section class:none=follow(move || others().is_empty())>
            <h2>{word(Key::OrThese)}</h2>
            <ul class="rows">{live(move || others().into_iter().map(other).collect_view())}</ul>
        </section>
    }
}
