//! The questions about warning signs, and what follows from the answers.

use leptos::prelude::*;

use crate::app::screening::view::{self, ScreeningView};
use crate::app::{Route, screening};
use crate::domain::collections;
use crate::domain::screening::{Action, DueReason, SignGroup, WarningSign};
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::emergency::Emergency;
use crate::ui::erased::{Memo, follow, live};
use crate::ui::{app, dispatching, word};

/// The screen with the questions, or what follows from them.
#[component]
pub(super) fn ScreeningScreen() -> impl IntoView {
    let app = app();
    // Ticking a sign changes only its own box; the group is redrawn only when another one comes.
    let stage = Memo::new(move || {
        app.model
            .with(|it| view::screening(&it.screening, &it.context))
    });
    // Another group is another screen, though the address is the same.
    Effect::new(move |before: Option<ScreeningView>| {
        let now = stage.get();
        if before.is_some_and(|before| before != now) {
            app.show_from_the_top();
        }
        now
    });
    view! {
        <div class="screen screening">
            <Bar/>
            <main>
                {live(move || match stage.get() {
                    ScreeningView::Asking { group, place, why } => view! { <Asking group place why/> }.into_any(),
                    ScreeningView::Advice(action) => view! { <Advice action/> }.into_any(),
                    ScreeningView::Locked(action) => view! { <Locked action/> }.into_any(),
                    ScreeningView::Nothing => view! { <Nothing/> }.into_any(),
                })}
            </main>
        </div>
    }
}

/// A group of signs.
#[component]
fn Asking(group: SignGroup, place: (usize, usize), why: DueReason) -> impl IntoView {
    let app = app();
    let ticked = Memo::new(move || {
        app.model
            .with(|model| {
                model
                    .screening
                    .asked
                    .as_ref()
                    .map(|asked| asked.signs.clone())
            })
            .unwrap_or_default()
    });
    let some = move || {
        group
            .signs()
            .iter()
            .any(|sign| ticked.with(|it| it.contains(sign)))
    };
    let to_body = (group == SignGroup::Background).then(|| {
        view! { <p class="meta">{word(Key::TellUsBody)}" "<a href=Route::Body.fragment()>{word(Key::MyBody)}</a></p> }
    });
    view! {
        <p class="meta">{en::of(place.0, place.1)}" · "{en::why_asked(why)}</p>
        <h1 tabindex="-1">{en::sign_group(group)}</h1>
        <fieldset class="signs"><legend>{en::sign_group_means(group)}</legend>{group.signs().iter().map(|sign| tick_box(*sign, ticked)).collect_view()}</fieldset>
        {to_body}
        <footer class="act">
            <button type="button" class="primary" on:click=dispatching(screening::Event::SheetAnswered)
                prop:textContent=follow(move || word(if some() { Key::OnWith } else { Key::NoneOfThese }))></button>
        </footer>
    }
}

/// A sign to be ticked.
fn tick_box(sign: WarningSign, ticked: Memo<collections::Set<WarningSign>>) -> impl IntoView {
    let app = app();
    view! {
        <label class="option sign">
            <input type="checkbox" prop:checked=follow(move || ticked.with(|it| it.contains(&sign)))
                on:change:target=move |event| app.dispatch(screening::Event::SignTicked(sign, event.target().checked()))/>
            <span>{en::sign(sign)}</span>
        </label>
    }
}

/// Advice on what was ticked, before going on.
#[component]
fn Advice(action: Action) -> impl IntoView {
    view! {
        <h1 tabindex="-1">{en::action(action)}</h1>
        <section class="card"><p>{en::what_to_do(action)}</p></section>
        <p class="meta">{word(Key::CleanScreening)}</p>
        <footer class="act">
            <button type="button" class="primary" on:click=dispatching(screening::Event::AdviceRead)>{word(Key::OnWith)}</button>
        </footer>
    }
}

/// Advice, and no way on until someone has looked at it.
#[component]
fn Locked(action: Action) -> impl IntoView {
    view! {
        <h1 tabindex="-1">{en::action(action)}</h1>
        <section class="card advice">
            <p>{en::what_to_do(action)}</p>
            <Emergency/>
        </section>
        <p>{word(Key::Locked)}</p>
        <section class="card">
            <p>{word(Key::AssessedMeans)}</p>
            <button type="button" class="secondary" on:click=dispatching(screening::Event::AssessedPressed)>{word(Key::Assessed)}</button>
        </section>
        <p class="alone"><a href=Route::Help.fragment()>{word(Key::GetHelp)}</a></p>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{word(Key::BeforeYouBegin)}</h1>
        <p>{word(Key::NotAsked)}</p>
        <p class="meta">{word(Key::CleanScreening)}</p>
        <footer class="act">
            <button type="button" class="secondary" on:click=dispatching(screening::Event::AskAgainPressed)>{word(Key::AskAgain)}</button>
        </footer>
    }
}
