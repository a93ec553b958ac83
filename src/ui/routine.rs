//! A routine of the library, or one's own.

use leptos::prelude::*;

use super::bar::Bar;
use super::parts::{Acting, Before, Changes, Sources, Steps};
use super::{app, say, word};
use crate::app::view::{self, RoutineView};
use crate::app::{Event, OwnEvent, Start};
use crate::text::Key;

/// A routine of the library, or one's own.
#[component]
pub(super) fn RoutineScreen(start: Start) -> impl IntoView {
    let app = app();
    // What is shown is laid out once; what changes on this screen is the rating alone.
    let now = app.now.get_untracked();
    let shown = app
        .model
        .with_untracked(|model| view::routine(model, start, now));
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
    let own = match start {
        Start::Own(id) => Some(id),
        Start::Proposed(_) | Start::Routine(_) | Start::Posture(_) => None,
    };
    let care = care
        .into_iter()
        .map(|(name, care)| view! { <dt>{name}</dt><dd>{care}</dd> });
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
            <p class="below">
                <button type="button" class="quiet" on:click=say(Event::PassOnPressed(start))>{word(Key::PassOn)}</button>
                {own.map(|id| view! {
                    <button type="button" class="quiet" on:click=say(Event::Own(OwnEvent::RemovePressed(id)))>{word(Key::RemoveRoutine)}</button>
                })}
            </p>
        </main>
        {playable.then(|| view! { <Acting start density/> })}
    }
}
