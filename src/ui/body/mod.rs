//! What the user says about their body.

use leptos::prelude::*;

use crate::app::body;
use crate::domain::body::{AgeGroup, Caution};
use crate::library;
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::emergency::Emergency;
use crate::ui::erased::{Memo, live};
use crate::ui::parts::{Select, Toggle};
use crate::ui::{app, dispatching, word};

/// "My body".
#[component]
pub(super) fn BodyScreen() -> impl IntoView {
    view! {
        <div class="screen body">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::MyBody)}</h1>
                <p>{word(Key::MyBodyMeans)}</p>
                <Cautions name=Key::Conditions cautions=&Caution::CONDITIONS/>
                <Cautions name=Key::HurtsToDo cautions=&Caution::HURTS/>
                <section class="card"><Age/></section>
                <LeftOut/>
                <section class="card"><Emergency/></section>
            </main>
        </div>
    }
}

/// A group of cautions to tick.
#[component]
pub(super) fn Cautions(name: Key, cautions: &'static [Caution]) -> impl IntoView {
    let app = app();
    let caution = move |caution: &Caution| {
        let caution = *caution;
        let on = Memo::new(move || {
            app.model
                .with(|model| model.context.person().body.cautions.contains(&caution))
        });
        view! { <Toggle name=en::caution(caution) on change=move |there| body::Event::Caution(caution, there)/> }
    };
    view! {
        <section class="card">
            <fieldset><legend>{word(name)}</legend>{cautions.iter().map(caution).collect_view()}</fieldset>
        </section>
    }
}

#[component]
fn Age() -> impl IntoView {
    let app = app();
    let chosen = Memo::new(move || app.model.with(|model| model.context.person().body.age));
    let ages = AgeGroup::ALL.map(|age| (Some(age), en::age(age).to_owned()));
    let options = std::iter::once((None, word(Key::AgeNotSaid).to_owned())).chain(ages);
    view! {
        <Select name=Key::YourAge options=options.collect() chosen
            choose=move |age| app.dispatch(body::Event::Age(age))/>
    }
}

/// The postures that the user wants left out, which can be put back.
#[component]
fn LeftOut() -> impl IntoView {
    let app = app();
    let left_out = Memo::new(move || {
        app.model.with(|model| {
            let left_out = &model.context.person().body.left_out;
            left_out.iter().cloned().collect::<Vec<_>>()
        })
    });
    let known = move || {
        let ids = left_out.get();
        let postures = ids.iter().filter_map(|id| library::posture(id));
        postures.collect::<Vec<_>>()
    };
    view! {
        {live(move || {
            let postures = known();
            (!postures.is_empty()).then(|| view! {
                <section class="card">
                    <h2>{word(Key::LeftOutByYou)}</h2>
                    <ul class="rows">{postures.into_iter().map(|posture| view! {
                        <li class="split">
                            <span prop:textContent=posture.name></span>
                            <button type="button" class="quiet" aria-label=en::put_back(posture.name)
                                on:click=dispatching(body::Event::LeftOut(posture.id, false))>{word(Key::PutBack)}</button>
                        </li>
                    }).collect_view()}</ul>
                </section>
            })
        })}
    }
}
