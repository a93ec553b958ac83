//! All postures and routines, and the search among them.

mod evidence;
mod figures;
mod posture;
mod routine;

pub(super) use evidence::EvidenceScreen;
pub(super) use figures::FiguresScreen;
pub(super) use posture::PostureScreen;
pub(super) use routine::RoutineScreen;

use std::time::Duration;

use leptos::prelude::*;

use crate::app::library::view::{Filter, Have, PostureCard, RoutineCard, library};
use crate::app::{Route, own};
use crate::domain::place::{Equipment, Position};
use crate::domain::posture::BodyRegion;
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, follow, live};
use crate::ui::figure::Sketches;
use crate::ui::painted::afterwards;
use crate::ui::parts::Select;
use crate::ui::{app, dispatching, word};

const POSITIONS: [Position; 8] = [
    Position::Lying,
    Position::SideLying,
    Position::Prone,
    Position::AllFours,
    Position::FloorSitting,
    Position::Chair,
    Position::Standing,
    Position::Desk,
];
const HAVE: [Have; 5] = [
    Have::Floor,
    Have::Equipment(Equipment::Chair),
    Have::Equipment(Equipment::Wall),
    Have::Equipment(Equipment::Strap),
    Have::Equipment(Equipment::Step),
];
/// The times to choose from, in minutes.
const TIMES: [u64; 5] = [2, 5, 8, 12, 15];

/// The library screen.
#[component]
pub(super) fn LibraryScreen() -> impl IntoView {
    let app = app();
    // The search lasts only for this visit.
    let filter = RwSignal::new(Filter::default());
    let found = Memo::new(move || {
        app.model
            .with(|model| filter.with(|filter| library(filter, &model.context)))
    });
    let own = Memo::new(move || found.get().own);
    let routines = Memo::new(move || found.get().routines);
    let postures = Memo::new(move || found.get().postures);
    let nothing = move || {
        own.with(Vec::is_empty) && routines.with(Vec::is_empty) && postures.with(Vec::is_empty)
    };
    view! {
        <div class="screen library">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::Library)}</h1>
                <label class="field">
                    <span>{word(Key::Search)}</span>
                    <input type="search" placeholder=word(Key::SearchHint) autocomplete="off"
                        on:input:target=move |typed| filter.update(|filter| filter.words = typed.target().value())/>
                </label>
                <details class="narrow">
                    <summary>{word(Key::Narrow)}</summary>
                    {afterwards(move || view! { <Narrowing filter/> })}
                </details>
                <p role="status" prop:textContent=follow(move || if nothing() { word(Key::NothingFound) } else { "" })></p>
                <YourRoutines own/>
                <section class:none=follow(move || routines.with(Vec::is_empty))>
                    <h2>{word(Key::Routines)}</h2>
                    <ul class="cards wide">{live(move || routines.get().into_iter().map(routine_card).collect_view())}</ul>
                    <p class="alone"><a href=Route::TakeIn(String::new()).fragment()>{word(Key::TakeIn)}</a></p>
                </section>
                {afterwards(move || view! { <Postures postures/> })}
            </main>
        </div>
    }
}

/// The filters: position, equipment, part of the body, time and practice.
#[component]
fn Narrowing(filter: RwSignal<Filter>) -> impl IntoView {
    let positions = with_any(POSITIONS, |it| en::position(it).to_owned());
    let regions = with_any(BodyRegion::ALL, |it| en::region(it).to_owned());
    let times = with_any(
        TIMES.map(|minutes| Duration::from_secs(minutes * 60)),
        |time| en::time_at_hand(Some(time)),
    );
    let levels = with_any([1_u8, 2, 3], |level| en::level(level).to_owned());
    let have = move |have| at_hand(have, filter);
    view! {
        <div class="pair">
            <Select name=Key::WhereBody options=positions chosen=Memo::new(move || filter.with(|it| it.position))
                choose=move |it| filter.update(|filter| filter.position = it)/>
            <Select name=Key::WhereFelt options=regions chosen=Memo::new(move || filter.with(|it| it.felt))
                choose=move |it| filter.update(|filter| filter.felt = it)/>
            <Select name=Key::HowLong options=times chosen=Memo::new(move || filter.with(|it| it.time))
                choose=move |it| filter.update(|filter| filter.time = it)/>
            <Select name=Key::HowHard options=levels chosen=Memo::new(move || filter.with(|it| it.level))
                choose=move |it| filter.update(|filter| filter.level = it)/>
        </div>
        <fieldset class="toggles"><legend>{word(Key::WhatYouHave)}</legend>{HAVE.map(have).into_iter().collect_view()}</fieldset>
    }
}

/// A tick box for something that may be at hand.
fn at_hand(have: Have, filter: RwSignal<Filter>) -> impl IntoView {
    let name = match have {
        Have::Floor => word(Key::FloorToLieOn),
        Have::Equipment(thing) => en::thing(thing),
    };
    let toggle = move |there| {
        filter.update(|filter| {
            if there {
                filter.have.insert(have);
            } else {
                filter.have.remove(&have);
            }
        });
    };
    view! {
        <label class="option">
            <input type="checkbox" on:change:target=move |event| toggle(event.target().checked())/>
            <span prop:textContent=name></span>
        </label>
    }
}

fn with_any<T: Copy>(
    values: impl IntoIterator<Item = T>,
    name: impl Fn(T) -> String,
) -> Vec<(Option<T>, String)> {
    let values = values.into_iter().map(|value| (Some(value), name(value)));
    std::iter::once((None, word(Key::Any).to_owned()))
        .chain(values)
        .collect()
}

/// The user's own routines, and the one just removed.
#[component]
fn YourRoutines(own: Memo<Vec<RoutineCard>>) -> impl IntoView {
    let app = app();
    let removed = Memo::new(move || app.model.with(|it| own::view::removed(&it.own)));
    view! {
        <section class:none=follow(move || own.with(Vec::is_empty) && removed.with(Option::is_none))>
            <h2>{word(Key::YourRoutines)}</h2>
            {live(move || removed.get().map(|removed| view! { <Removed removed/> }))}
            <ul class="cards wide" class:none=follow(move || own.with(Vec::is_empty))>{live(move || own.get().into_iter().map(routine_card).collect_view())}</ul>
        </section>
    }
}

/// The postures of the library.
#[component]
fn Postures(postures: Memo<Vec<PostureCard>>) -> impl IntoView {
    view! {
        <section class:none=follow(move || postures.with(Vec::is_empty))>
            <h2>{word(Key::Postures)}</h2>
            <ul class="cards">
                <For each=move || postures.get() key=|card| card.id children=posture_card/>
            </ul>
        </section>
    }
}

/// One of the user's own routines, removed a moment ago.
#[component]
fn Removed(removed: String) -> impl IntoView {
    view! {
        <p class="removed" role="status">
            <span prop:textContent=removed></span>
            <button type="button" class="quiet" on:click=dispatching(own::Event::PutBackPressed)>{word(Key::PutBack)}</button>
        </p>
    }
}

fn routine_card(card: RoutineCard) -> impl IntoView {
    view! {
        <li class="found">
            <Sketches class="strip" postures=card.figures/>
            <a href=card.to.fragment() prop:textContent=card.title></a>
            <span class="meta" prop:textContent=card.time></span>
        </li>
    }
}

fn posture_card(card: PostureCard) -> impl IntoView {
    let left_out = card
        .left_out
        .then(|| view! { <span class="caution">{word(Key::LeftOutForYou)}</span> });
    view! {
        <li class="found">
            <Sketches class="sketch" postures=vec![card.id]/>
            <a href=Route::Posture(card.id).fragment() prop:textContent=card.name></a>
            <span class="meta">{card.position}" · "{card.dose}</span>
            {left_out}
        </li>
    }
}
