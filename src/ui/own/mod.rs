//! A routine that somebody passed on: looked at, and kept.

use leptos::prelude::*;

use crate::app::own::view::{self, TakingIn};
use crate::app::routine::view::RoutineView;
use crate::app::{Route, own};
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::live::{Memo, act, live};
use crate::ui::parts::{Changes, Steps};
use crate::ui::{app, word};

/// "Take in a routine".
#[component]
pub(super) fn TakingInScreen() -> impl IntoView {
    let app = app();
    let brought = app.model.with_untracked(|model| {
        if let Route::TakeIn(text) = &model.context.route {
            text.clone()
        } else {
            String::new()
        }
    });
    let by_hand = brought.is_empty();
    let text = RwSignal::new(brought);
    let shown = Memo::new(move || {
        app.model
            .with(|model| text.with(|text| view::taking_in(text, &model.context)))
    });
    // What was passed on may be the address of something that is here: the way back does not lead through this.
    if let (false, TakingIn::Leads(to)) = (by_hand, shown.get_untracked()) {
        app.dispatch_soon(own::Event::Led(to));
    }
    view! {
        <div class="screen proposal taking-in">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::TakeIn)}</h1>
                {by_hand.then(|| view! { <p>{word(Key::TakeInMeans)}</p> })}
                {live(move || shown.with(looked_at))}
                {if by_hand {
                    view! { <Text text/> }.into_any()
                } else {
                    let wrong = shown.with_untracked(|it| matches!(it, TakingIn::Wrong(_)));
                    view! { <details open=wrong><summary>{word(Key::ItsText)}</summary><Text text/></details> }.into_any()
                }}
                <HowToWrite/>
            </main>
            {live(move || shown.with(keep))}
        </div>
    }
}

/// What the text is: a routine, or what is wrong with it.
fn looked_at(shown: &TakingIn) -> AnyView {
    match shown {
        TakingIn::Nothing | TakingIn::Leads(_) => ().into_any(),
        TakingIn::Wrong(faults) => {
            let faults = faults
                .iter()
                .map(|fault| view! { <li>{fault.clone()}</li> });
            view! {
                <section class="card faults" role="status">
                    <h2>{word(Key::NotARoutine)}</h2>
                    <ul>{faults.collect_view()}</ul>
                </section>
            }
            .into_any()
        }
        TakingIn::Routine {
            shown,
            taken_as,
            aside,
            ..
        } => {
            let RoutineView {
                title,
                time,
                steps,
                purpose,
                changes,
                ..
            } = (**shown).clone();
            let nothing = steps
                .is_empty()
                .then(|| view! { <p class="caution">{word(Key::NothingSuits)}</p> });
            view! {
                <section aria-labelledby="brought">
                    <h2 id="brought">{title}</h2>
                    <p class="meta">{time}</p>
                    <Steps steps/>
                    {nothing}
                    <p>{purpose}</p>
                    <Changes changes/>
                </section>
                {lines(Key::TakenAs, taken_as)}
                {lines(Key::SetAside, aside)}
            }
            .into_any()
        }
    }
}

/// Some lines under a heading; nothing, where there are none.
fn lines(heading: Key, lines: &[String]) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = lines
        .iter()
        .map(|line| view! { <li dir="auto">{line.clone()}</li> })
        .collect();
    (!items.is_empty()).then(
        || view! { <section class="card faults"><h2>{word(heading)}</h2><ul>{items}</ul></section> },
    )
}

/// The text itself, to be pasted, mended, or read from a file.
#[component]
fn Text(text: RwSignal<String>) -> impl IntoView {
    let app = app();
    view! {
        <label class="field">
            <span>{word(Key::RoutineText)}</span>
            <textarea rows="8" spellcheck="false" autocapitalize="off" autocomplete="off"
                prop:value=move || text.get()
                on:input:target=move |typed| text.set(typed.target().value())
                on:change:target=move |typed| app.dispatch(own::Event::Written(typed.target().value()))></textarea>
        </label>
        <label class="field file">
            <span>{word(Key::OpenFile)}</span>
            <input type="file" accept=".limber,.txt,text/plain"
                on:change:target=move |chosen| {
                    let files = chosen.target().files();
                    if let Some(file) = files.and_then(|files| files.get(0)) {
                        app.open(file);
                    }
                }/>
        </label>
    }
}

#[component]
fn HowToWrite() -> impl IntoView {
    view! {
        <details class="care">
            <summary>{word(Key::HowToWrite)}</summary>
            <p>{word(Key::HowToWriteMeans)}</p>
            <pre>{en::EXAMPLE}</pre>
        </details>
    }
}

/// Keeping it, or going to it where it is kept already.
fn keep(shown: &TakingIn) -> AnyView {
    let app = app();
    match shown {
        TakingIn::Nothing | TakingIn::Wrong(_) => ().into_any(),
        TakingIn::Leads(to) => view! {
            <footer class="act">
                <p class="meta"><span>{word(Key::KnownAlready)}</span></p>
                <a class="primary" href=to.fragment()>{word(Key::SeeIt)}</a>
            </footer>
        }
        .into_any(),
        TakingIn::Routine {
            known: Some(known), ..
        } => view! {
            <footer class="act">
                <p class="meta"><span>{word(Key::KnownAlready)}</span></p>
                <a class="primary" href=known.fragment()>{word(Key::SeeRoutine)}</a>
            </footer>
        }
        .into_any(),
        TakingIn::Routine {
            known: None,
            routine,
            ..
        } => {
            let routine = routine.clone();
            let keep = move || app.dispatch(own::Event::KeepPressed(routine.clone()));
            view! {
                <footer class="act">
                    <button type="button" class="primary" on:click=act(keep)>{word(Key::KeepRoutine)}</button>
                </footer>
            }
            .into_any()
        }
    }
}
