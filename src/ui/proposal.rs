//! A routine, about to be played.

use leptos::prelude::*;

use super::bar::Bar;
use super::figure::illustration;
use super::scale::Scale;
use super::{app, say, word};
use crate::app::view::{self, StepView};
use crate::app::{Event, Route};
use crate::library::BuiltIn;
use crate::text::Key;

/// The proposal of a routine.
#[component]
pub(super) fn ProposalScreen(routine: BuiltIn) -> impl IntoView {
    let app = app();
    // The time is laid out once; what can change on this screen is the rating alone.
    let now = app.now.get_untracked();
    let shown = app
        .model
        .with_untracked(|model| view::proposal(model, routine, now));
    let before = Memo::new(move |_| {
        app.model
            .with(|model| model.before.map(crate::domain::pain::Pain::rating))
    });
    let rate = move |pain| app.dispatch(Event::PainBeforeRated(pain));
    view! {
        <div class="screen proposal">
            <Bar/>
            <main>
                <h1 tabindex="-1">{shown.title}</h1>
                <p class="meta">{shown.time}{shown.finished.map(|words| format!(". {words}"))}</p>
                <ol class="steps">{shown.steps.into_iter().map(step).collect_view()}</ol>
                <p>{shown.purpose}</p>
                <details class="care">
                    <summary>{word(Key::TakeCare)}</summary>
                    <dl>
                        {shown.care.into_iter().map(|(name, care)| view! { <dt>{name}</dt><dd>{care}</dd> }).collect_view()}
                    </dl>
                </details>
                <section aria-labelledby="before-title">
                    <h2 id="before-title">{word(Key::PainBefore)}" "<small>{word(Key::Optional)}</small></h2>
                    <Scale label=word(Key::PainBefore) chosen=before rate/>
                </section>
            </main>
            <footer class="act">
                <p class="meta"><span>{shown.density}</span><a href=Route::Settings.fragment()>{word(Key::Change)}</a></p>
                <button type="button" class="primary" on:click=say(Event::StartPressed)>{word(Key::Start)}</button>
            </footer>
        </div>
    }
}

fn step(step: StepView) -> impl IntoView {
    view! {
        <li>{illustration(step.posture)}<span class="step-words"><strong>{step.name}</strong><span>{step.dose}</span></span></li>
    }
}
