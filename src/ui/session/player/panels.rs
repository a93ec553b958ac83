//! What is folded away during a session: all postures, what was said, and the keys.

use leptos::prelude::*;

use crate::app::session::view::{PlayerView, StepItem};
use crate::app::{Route, session};
use crate::domain::session::Command;
use crate::text::Key;
use crate::ui::erased::{Memo, follow, live};
use crate::ui::{app, dispatching, word};

/// The panels below the controls.
#[component]
pub(super) fn Panels(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let app = app();
    let steps = Memo::new(move || shown.get().map(|player| player.steps).unwrap_or_default());
    let said = Memo::new(move || {
        app.model.with(|model| {
            let playing = model.session.playing();
            playing.map_or_else(Vec::new, |playing| playing.transcript.clone())
        })
    });
    let letters = Memo::new(move || app.model.with(|model| model.context.settings().letter_keys));
    let step = |(index, step): (usize, StepItem)| {
        let current = step.current.then_some("step");
        view! {
            <li>
                <button type="button" class="quiet" aria-current=current on:click=dispatching(session::Event::Commanded(Command::Jump(index)))>
                    <strong prop:textContent=step.name></strong><span prop:textContent=step.dose></span>
                </button>
            </li>
        }
    };
    view! {
        <div class="panels">
            <details>
                <summary>{word(Key::Steps)}</summary>
                <ol>{live(move || steps.get().into_iter().enumerate().map(step).collect_view())}</ol>
            </details>
            <details>
                <summary>{word(Key::Transcript)}</summary>
                <ul class="said" tabindex="0" aria-label=word(Key::Transcript)>{live(move || said.get().into_iter().rev().map(|words| view! { <li prop:textContent=words></li> }).collect_view())}</ul>
            </details>
            <details class="keys" prop:open=follow(move || app.keys_shown.get())>
                <summary on:click=move |click| { click.prevent_default(); app.keys_shown.update(|shown| *shown = !*shown); }>
                    {word(Key::Keys)}
                </summary>
                <Keys letters/>
            </details>
            <a href=Route::Settings.fragment() class="quiet">{word(Key::Settings)}</a>
            <button type="button" class="quiet" on:click=dispatching(session::Event::Commanded(Command::Stop))>{word(Key::EndSession)}</button>
        </div>
    }
}

/// The keys that lead a session; those that are letters, where they are switched on.
#[component]
fn Keys(letters: Memo<bool>) -> impl IntoView {
    let keys = [
        (Key::KeySpace, Key::KeySpaceDoes),
        (Key::KeyEnter, Key::KeyEnterDoes),
        (Key::KeyLeft, Key::KeyLeftDoes),
        (Key::KeyRight, Key::KeyRightDoes),
        (Key::KeyPages, Key::KeyPagesDoes),
        (Key::KeyMedia, Key::KeyMediaDoes),
    ];
    let letter_keys = [
        (Key::KeyH, Key::KeyHDoes),
        (Key::KeyQuestion, Key::KeyQuestionDoes),
    ];
    let row = |(key, does)| view! { <dt><kbd>{word(key)}</kbd></dt><dd>{word(does)}</dd> };
    view! {
        <dl>
            {keys.map(row).collect_view()}
            {live(move || letters.get().then(|| letter_keys.map(row).collect_view()))}
        </dl>
    }
}
