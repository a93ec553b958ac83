//! The screen of a routine, from the library or the user's own.

use leptos::prelude::*;

use crate::app::routine::view::{self, RoutineView};
use crate::app::{Start, own};
use crate::text::Key;
use crate::ui::bar::Bar;
use crate::ui::parts::{Acting, Before, Changes, Sources, Steps};
use crate::ui::{app, dispatching, word};

/// The screen of a routine, from the library or the user's own.
#[component]
pub(in crate::ui) fn RoutineScreen(start: Start) -> impl IntoView {
    let app = app();
    // What is shown is laid out once; only the rating changes on this screen.
    let shown = app
        .model
        .with_untracked(|model| view::routine(start, &model.context));
    view! { <div class="screen proposal"><Bar/>{shown.map(|routine| view! { <Shown start routine/> })}</div> }
}

#[component]
fn Shown(start: Start, routine: RoutineView) -> impl IntoView {
    let RoutineView {
        title,
        time,
        finished,
        steps,
        purpose,
        changes,
        care,
        density,
    } = routine;
    let playable = !steps.is_empty();
    let care = care.into_iter().map(
        |(name, care)| view! { <dt prop:textContent=name></dt><dd prop:textContent=care></dd> },
    );
    view! {
        <main>
            <h1 tabindex="-1">{title}</h1>
            <p class="meta">{time}{finished.map(|words| format!(". {words}"))}</p>
            <Steps steps/>
            {(!playable).then(|| view! { <p class="caution">{word(Key::NothingSuits)}</p> })}
            <p>{purpose}</p>
            <Changes changes/>
            <details class="care">
                <summary>{word(Key::TakeCare)}</summary>
                <dl>{care.collect_view()}</dl>
            </details>
            <Sources/>
            <Before/>
            <Below start/>
        </main>
        {playable.then(|| view! { <Acting start density/> })}
    }
}

/// What else can be done with a routine: it is passed on, or removed if it is the user's own.
#[component]
fn Below(start: Start) -> impl IntoView {
    let own = match start {
        Start::Own(id) => Some(id),
        Start::Proposed(_) | Start::Routine(_) | Start::Posture(_) => None,
    };
    view! {
        <p class="below">
            <button type="button" class="quiet" on:click=dispatching(own::Event::PassOnPressed(start))>{word(Key::PassOn)}</button>
            {own.map(|id| view! {
                <button type="button" class="quiet" on:click=dispatching(own::Event::RemovePressed(id))>{word(Key::RemoveRoutine)}</button>
            })}
        </p>
    }
}
