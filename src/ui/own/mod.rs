//! The screen on which a routine that somebody shared is looked at and stored.

mod reading;

use leptos::prelude::*;

use self::reading::reader;
use crate::app::own::view::{self, Recognised, TakingIn};
use crate::app::routine::view::RoutineView;
use crate::app::{Route, own};
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, act, follow, live};
use crate::ui::loading::{Loading, load, not_loaded};
use crate::ui::parts::{Changes, Steps};
use crate::ui::{app, word};

/// The "Take in a routine" screen.
#[component]
pub(super) fn TakingInScreen() -> impl IntoView {
    let app = app();
    let brought = brought();
    let by_hand = brought.is_empty();
    let text = RwSignal::new(brought);
    let reading = RwSignal::new(Loading::Unasked);
    load(reading, reader());
    // Read once for each text, rather than whenever anything happens to the model.
    let looked = Memo::new(move || match reading.get() {
        Loading::Done(look_at) => text.with(|text| look_at(text)),
        Loading::Unasked | Loading::UnderWay | Loading::Failed => Recognised::Nothing,
    });
    let shown = Memo::new(move || {
        let looked = looked.get();
        app.model
            .with(|model| view::taking_in(looked, &model.context))
    });
    let failed = move || {
        let failed = matches!(reading.get(), Loading::Failed);
        failed.then(|| not_loaded(move || load(reading, reader())))
    };
    // A shared text may be the address of something that is here. Going back must not lead through this screen.
    Effect::new(move |_| {
        if let (false, Recognised::Leads(to)) = (by_hand, shown.get().looked) {
            app.dispatch_soon(own::Event::Led(to));
        }
    });
    view! {
        <div class="screen proposal taking-in">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::TakeIn)}</h1>
                {by_hand.then(|| view! { <p>{word(Key::TakeInMeans)}</p> })}
                {live(failed)}
                {live(move || shown.with(looked_at))}
                {its_text(text, by_hand, shown)}
                <HowToWrite/>
            </main>
            {live(move || shown.with(keep))}
        </div>
    }
}

/// The text in the address; empty if somebody came to write one.
fn brought() -> String {
    app().model.with_untracked(|model| {
        if let Route::TakeIn(text) = &model.context.route {
            text.clone()
        } else {
            String::new()
        }
    })
}

/// The text to be worked on. One that was brought is folded away, unless something is wrong with it.
fn its_text(text: RwSignal<String>, by_hand: bool, shown: Memo<TakingIn>) -> AnyView {
    if by_hand {
        return view! { <Text text/> }.into_any();
    }
    let wrong = follow(move || shown.with(|it| matches!(it.looked, Recognised::Wrong(_))));
    view! { <details prop:open=wrong><summary>{word(Key::ItsText)}</summary><Text text/></details> }
        .into_any()
}

/// What the text is: a routine, or what is wrong with it.
fn looked_at(taking_in: &TakingIn) -> AnyView {
    match (&taking_in.looked, &taking_in.shown) {
        (Recognised::Nothing | Recognised::Leads(_), _) | (Recognised::Routine { .. }, None) => {
            ().into_any()
        }
        (Recognised::Wrong(faults), _) => {
            let faults = faults
                .iter()
                .map(|fault| view! { <li prop:textContent=fault.clone()></li> });
            view! {
                <section class="card faults" role="status">
                    <h2>{word(Key::NotARoutine)}</h2>
                    <ul>{faults.collect_view()}</ul>
                </section>
            }
            .into_any()
        }
        (
            Recognised::Routine {
                taken_as, aside, ..
            },
            Some(shown),
        ) => as_it_suits(shown, taken_as, aside).into_any(),
    }
}

/// A routine as it suits this user, with what was understood differently and what was set aside.
fn as_it_suits(
    shown: &RoutineView,
    taken_as: &[String],
    aside: &[String],
) -> impl IntoView + use<> {
    let RoutineView {
        title,
        time,
        steps,
        purpose,
        changes,
        ..
    } = shown.clone();
    let nothing = steps
        .is_empty()
        .then(|| view! { <p class="caution">{word(Key::NothingSuits)}</p> });
    view! {
        <section aria-labelledby="brought">
            <h2 id="brought" prop:textContent=title></h2>
            <p class="meta" prop:textContent=time></p>
            <Steps steps/>
            {nothing}
            <p prop:textContent=purpose></p>
            <Changes changes/>
        </section>
        {lines(Key::TakenAs, taken_as)}
        {lines(Key::SetAside, aside)}
    }
}

/// Lines under a heading; `None` if there are none.
fn lines(heading: Key, lines: &[String]) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = lines
        .iter()
        .map(|line| view! { <li dir="auto" prop:textContent=line.clone()></li> })
        .collect();
    (!items.is_empty()).then(
        || view! { <section class="card faults"><h2>{word(heading)}</h2><ul>{items}</ul></section> },
    )
}

/// The text itself, to be pasted, corrected, or read from a file.
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

/// The button to store the routine, or the way to it if it is stored already.
fn keep(taking_in: &TakingIn) -> AnyView {
    let app = app();
    match (&taking_in.looked, &taking_in.known) {
        (Recognised::Nothing | Recognised::Wrong(_), _) => ().into_any(),
        (Recognised::Leads(to), _) => there_already(to, Key::SeeIt).into_any(),
        (Recognised::Routine { .. }, Some(known)) => {
            there_already(known, Key::SeeRoutine).into_any()
        }
        (Recognised::Routine { routine, .. }, None) => {
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

fn there_already(to: &Route, name: Key) -> impl IntoView + use<> {
    view! {
        <footer class="act">
            <p class="meta"><span>{word(Key::KnownAlready)}</span></p>
            <a class="primary" href=to.fragment()>{word(name)}</a>
        </footer>
    }
}
