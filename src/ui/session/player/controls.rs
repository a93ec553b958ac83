//! The controls that can be pressed during a session.

use leptos::prelude::*;

use crate::app::session;
use crate::app::session::view::{Choice, PlayerState, PlayerView};
use crate::domain::session::Command;
use crate::text::Key;
use crate::ui::erased::{Memo, act, follow, live};
use crate::ui::icon::{Icon, IconKind};
use crate::ui::{app, dispatching, word};

/// Back, pause or continue, and next: always in the same places.
#[component]
pub(super) fn Transport(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let state = Memo::new(move || shown.get().map(|player| player.state));
    let middle = move || match state.get() {
        Some(PlayerState::Running) => (Key::Pause, IconKind::Pause, Command::Pause),
        _ => (Key::Continue, IconKind::Continue, Command::Resume),
    };
    let choosing = move || state.get() == Some(PlayerState::Choosing);
    let app = app();
    view! {
        <div class="transport" class:none=follow(choosing)>
            <button type="button" class="round" aria-label=word(Key::Back) on:click=dispatching(session::Event::Commanded(Command::Back))>
                <Icon kind=IconKind::Back/>
            </button>
            <button
                type="button"
                class="round large"
                data-home
                aria-label=follow(move || word(middle().0))
                on:click=act(move || app.dispatch(session::Event::Commanded(middle().2)))
            >
                {live(move || view! { <Icon kind=middle().1/> })}
            </button>
            <button type="button" class="round" aria-label=word(Key::Next) on:click=dispatching(session::Event::Commanded(Command::Next))>
                <Icon kind=IconKind::Next/>
            </button>
        </div>
    }
}

/// What else the user can ask for just now.
#[component]
pub(super) fn Choices(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let choices = Memo::new(move || shown.get().map(|player| player.choices).unwrap_or_default());
    let must_choose = Memo::new(move || {
        shown
            .get()
            .is_some_and(|player| player.state == PlayerState::Choosing)
    });
    let button = |choice: Choice| {
        view! {
            <button type="button" class="secondary" on:click=dispatching(session::Event::Commanded(choice.command)) prop:textContent=choice.name></button>
        }
    };
    view! {
        <div class="choices" class:must=follow(move || must_choose.get()) role="group"
            aria-label=follow(move || word(if must_choose.get() { Key::WhenReady } else { Key::More }))
            data-home=follow(move || must_choose.get().then_some(""))>
            {live(move || must_choose.get().then(|| view! { <p class="meta" aria-hidden="true">{word(Key::WhenReady)}</p> }))}
            // Another choice is another button, so that neither the focus nor a second press falls to what took its
            // place.
            <For each=move || choices.get() key=|choice| choice.name children=button/>
        </div>
    }
}

/// The button to say that it hurts, there whenever that can be said.
#[component]
pub(super) fn Hurts(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let can_hurt = Memo::new(move || shown.get().is_some_and(|player| player.can_hurt));
    view! {
        <button
            type="button"
            class="hurts"
            class:none=follow(move || !can_hurt.get())
            on:click=dispatching(session::Event::Commanded(Command::Hurts))
        >
            {word(Key::ThisHurts)}
        </button>
    }
}
