//! "How is your back right now?"

use leptos::prelude::*;

use super::bar::HelpLink;
use super::figure::decoration;
use super::{app, say, word};
use crate::app::view::{self, GoOn};
use crate::app::{Event, Route};
use crate::domain::session::Command;
use crate::library::BuiltIn;
use crate::text::Key;

/// The first screen.
#[component]
pub(super) fn QuestionScreen() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| app.model.with(view::question));
    let lost = Memo::new(move |_| {
        app.model
            .with(|model| matches!(model.route, Route::Unknown(_)))
    });
    view! {
        <div class="screen question">
            <header class="bar"><span>{word(Key::Limber)}</span><HelpLink/></header>
            <main>
                <h1 tabindex="-1">{word(Key::Question)}</h1>
                {move || lost.get().then(|| view! { <p class="caution" role="alert">{word(Key::NotFound)}</p> })}
                <nav class="answers" aria-label=word(Key::Question)>
                    <Answer id="spasm" name=Key::InSpasm means=Key::InSpasmMeans routine=BuiltIn::InSpasm posture="90-90-rest"/>
                    <Answer id="sore" name=Key::Sore means=Key::SoreMeans routine=BuiltIn::FourPostures posture="cat-cow"/>
                    <Answer id="fine" name=Key::Fine means=Key::FineMeans routine=BuiltIn::FourPostures posture="forward-bend"/>
                </nav>
                {move || shown.get().go_on.map(|go_on| view! { <GoOnCard go_on/> })}
                {move || shown.get().newcomer.then(|| view! {
                    <p class="newcomer"><a href=Route::Help.fragment()>{word(Key::ReadGetHelp)}</a></p>
                })}
            </main>
            <footer class="foot">
                <a href=Route::Settings.fragment()>{word(Key::Settings)}</a>
                <p>{word(Key::YourData)}" "{word(Key::NotAdvice)}</p>
            </footer>
        </div>
    }
}

#[component]
fn Answer(
    id: &'static str,
    name: Key,
    means: Key,
    routine: BuiltIn,
    posture: &'static str,
) -> impl IntoView {
    // The link is the name alone, so that this is what it is called; its area is the whole card.
    view! {
        <div class=format!("answer {id}")>
            {decoration(posture)}
            <span class="answer-words">
                <a href=Route::Proposal(routine).fragment() aria-describedby=format!("{id}-means")>{word(name)}</a>
                <span id=format!("{id}-means")>{word(means)}</span>
            </span>
        </div>
    }
}

#[component]
fn GoOnCard(go_on: GoOn) -> impl IntoView {
    let repeat = if go_on.sided {
        Key::RepeatSide
    } else {
        Key::RepeatHold
    };
    let choices = if go_on.here {
        view! { <a class="primary" href=Route::Player.fragment()>{word(Key::Continue)}</a> }
            .into_any()
    } else {
        view! {
            <button type="button" class="primary" on:click=say(Event::ContinuePressed(Command::Resume))>
                {word(Key::Continue)}
            </button>
            <button type="button" class="secondary" on:click=say(Event::ContinuePressed(Command::RepeatSide))>
                {word(repeat)}
            </button>
            <button type="button" class="secondary" on:click=say(Event::ContinuePressed(Command::CountAsDone))>
                {word(Key::CountAsDone)}
            </button>
            <button type="button" class="quiet" on:click=say(Event::LetGoPressed)>{word(Key::LetGo)}</button>
        }
        .into_any()
    };
    view! {
        <section class="card go-on" aria-labelledby="go-on-title">
            <h2 id="go-on-title">{go_on.title}</h2>
            <p>{go_on.detail}</p>
            <div class="choices">{choices}</div>
        </section>
    }
}
