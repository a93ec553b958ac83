//! The question "How is your back right now?"

use leptos::prelude::*;

use super::bar::HelpLink;
use super::erased::{Memo, follow, live};
use super::invitation::Invitation;
use super::lazy::lazy_decoration;
use super::parts::Sources;
use super::{app, dispatching, word};
use crate::app::session::view::{GoOn, Waits, go_on};
use crate::app::today::{ANSWERS, Answer, WatchView, watch};
use crate::app::{Route, device, session, today, view};
use crate::domain::session::Command;
use crate::text::Key;

/// The first screen. It is in `index.html` as well, until the program is there.
#[component]
pub(super) fn QuestionScreen() -> impl IntoView {
    let app = app();
    let waits = Memo::new(move || app.model.with(|it| go_on(&it.session, &it.context)));
    let watched = Memo::new(move || app.model.with(|it| watch(&it.context)));
    let invited = Memo::new(move || {
        app.model
            .with(|it| device::view::invitation(&it.device, &it.context, view::busy(it)))
    });
    let suggested = Memo::new(move || app.model.with(|it| it.today.suggested));
    let lost = Memo::new(move || {
        app.model
            .with(|model| matches!(model.context.route, Route::Unknown(_)))
    });
    view! {
        <div class="screen question">
            <header class="bar"><span>{word(Key::Limber)}</span><HelpLink/></header>
            <main>
                <h1 tabindex="-1">{word(Key::Question)}</h1>
                {live(move || lost.get().then(|| view! { <p class="caution" role="alert">{word(Key::NotFound)}</p> }))}
                {live(move || suggested.get().map(|_| view! { <p class="meta" role="status">{word(Key::SuggestedAnswer)}</p> }))}
                <div class="answers">
                    {ANSWERS.map(|answer| view! { <Choice answer/> }).into_iter().collect_view()}
                </div>
                {live(move || watched.get().map(|watch| view! { <Watched watch/> }))}
                {live(move || waits.get().map(|go_on| view! { <GoOnCard go_on/> }))}
                {live(move || invited.get().map(|how| view! { <Invitation how/> }))}
                <nav class="ways" aria-label=word(Key::More)>
                    <a class="secondary" href=Route::Library.fragment()>{word(Key::Library)}</a>
                    <a class="secondary" href=Route::Body.fragment()>{word(Key::MyBody)}</a>
                </nav>
            </main>
            <footer class="foot">
                <p class="links">
                    <a href=Route::Settings.fragment()>{word(Key::Settings)}</a>
                    <a href=Route::Evidence.fragment()>{word(Key::Evidence)}</a>
                </p>
                <p>{word(Key::YourData)}" "{word(Key::NotAdvice)}</p>
            </footer>
        </div>
    }
}

#[component]
fn Choice(answer: Answer) -> impl IntoView {
    let Answer {
        feeling,
        name,
        means,
        posture,
        place,
    } = answer;
    let app = app();
    let suggested = Memo::new(move || app.model.with(|it| it.today.suggested == Some(feeling)));
    // Only the name is the button, so that it alone is its accessible name. Its clickable area is the whole card.
    let id = feeling.id();
    view! {
        <div class=format!("answer {id}")>
            {lazy_decoration(posture, place)}
            <span class="answer-words">
                <button type="button" data-answer=id aria-current=follow(move || suggested.get().then_some("true")) on:click=dispatching(today::Event::CheckedIn(feeling)) aria-describedby=format!("{id}-means")>{word(name)}</button>
                // Screen readers give this as the description of the answer.
                <span id=format!("{id}-means") aria-hidden="true">{word(means)}</span>
            </span>
        </div>
    }
}

/// A remark on the open episode.
#[component]
fn Watched(watch: WatchView) -> impl IntoView {
    view! {
        <section class="card watch" aria-labelledby="watch-title">
            <h2 id="watch-title" prop:textContent=watch.title></h2>
            <p prop:textContent=watch.words></p>
            <Sources/>
        </section>
    }
}

#[component]
fn GoOnCard(go_on: GoOn) -> impl IntoView {
    let repeat = if go_on.sided {
        Key::RepeatSide
    } else {
        Key::RepeatHold
    };
    let choices = match go_on.waits {
        Waits::Here => view! { <a class="primary" href=Route::Player.fragment()>{word(Key::Continue)}</a> }
            .into_any(),
        Waits::Elsewhere => view! {
            <button type="button" class="primary" on:click=dispatching(session::Event::TakeOverPressed)>{word(Key::GoOnHere)}</button>
        }
        .into_any(),
        Waits::Closed => view! {
            <button type="button" class="primary" on:click=dispatching(session::Event::ContinuePressed(Command::Resume))>
                {word(Key::Continue)}
            </button>
            <button type="button" class="secondary" on:click=dispatching(session::Event::ContinuePressed(Command::RepeatSide))>
                {word(repeat)}
            </button>
            <button type="button" class="secondary" on:click=dispatching(session::Event::ContinuePressed(Command::CountAsDone))>
                {word(Key::CountAsDone)}
            </button>
            <button type="button" class="quiet" on:click=dispatching(session::Event::LetGoPressed)>{word(Key::LetGo)}</button>
        }
        .into_any(),
    };
    let elsewhere = go_on.waits == Waits::Elsewhere;
    view! {
        <section class="card go-on" aria-labelledby="go-on-title">
            <h2 id="go-on-title" prop:textContent=go_on.title></h2>
            {elsewhere.then(|| view! { <p class="meta">{word(Key::UnderWayElsewhere)}</p> })}
            <p prop:textContent=go_on.detail></p>
            <div class="choices">{choices}</div>
        </section>
    }
}
