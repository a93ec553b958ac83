//! A routine of the library.

use leptos::prelude::*;

use super::bar::Bar;
use super::parts::{Acting, Before, Changes, Sources, Steps};
use super::{app, word};
use crate::app::Start;
use crate::app::view::{self, RoutineView};
use crate::text::Key;

/// A routine of the library.
#[component]
pub(super) fn RoutineScreen(id: &'static str) -> impl IntoView {
    let app = app();
    // What is shown is laid out once; what changes on this screen is the rating alone.
    let now = app.now.get_untracked();
    let shown = app
        .model
        .with_untracked(|model| view::routine(model, id, now));
    view! { <div class="screen proposal"><Bar/>{shown.map(|routine| view! { <Shown id routine/> })}</div> }
}

#[component]
fn Shown(id: &'static str, routine: RoutineView) -> impl IntoView {
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
        </main>
        {playable.then(|| view! { <Acting start=Start::Routine(id) density/> })}
    }
}
