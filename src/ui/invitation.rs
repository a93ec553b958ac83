//! How to add Limber to the home screen.

use leptos::prelude::*;

use super::erased::{Memo, live};
use super::{app, dispatching, word};
use crate::app::device;
use crate::device::Installing;
use crate::text::Key;

/// The invitation on the first screen, which can be declined.
#[component]
pub(super) fn Invitation(how: Installing) -> impl IntoView {
    let decline = match how {
        Installing::Offered => Key::NotNow,
        Installing::ByHand | Installing::Unknown | Installing::Done => Key::GotIt,
    };
    view! {
        <section class="card invitation" aria-labelledby="invitation-title">
            <h2 id="invitation-title">{word(Key::Install)}</h2>
            {ways(how)}
            <div class="choices">
                {act(how)}
                <button type="button" class="quiet" on:click=dispatching(device::Event::InstallDeclined)>{word(decline)}</button>
            </div>
        </section>
    }
}

/// The same in the settings, where it stays.
#[component]
pub(super) fn InstallCard() -> impl IntoView {
    let app = app();
    let how = Memo::new(move || app.model.with(|it| device::view::installing(&it.device)));
    live(move || {
        how.get().map(|how| {
            view! { <section class="card"><h2>{word(Key::Install)}</h2>{ways(how)}{act(how)}</section> }
        })
    })
}

/// What it is good for, and how to do it.
fn ways(how: Installing) -> impl IntoView {
    view! { <p>{word(Key::InstallMeans)}</p>{by_hand(how)} }
}

/// The button that has the browser ask, if it can.
fn act(how: Installing) -> Option<impl IntoView> {
    (how == Installing::Offered).then(|| {
        view! { <button type="button" class="secondary" on:click=dispatching(device::Event::InstallPressed)>{word(Key::InstallDo)}</button> }
    })
}

/// The steps on an iPhone or iPad, each with the icon to look for.
fn by_hand(how: Installing) -> Option<impl IntoView> {
    (how == Installing::ByHand).then(|| {
        let steps = [
            ("M12 15V3M8 7l4-4 4 4M6 11H5v10h14V11h-1", Key::InstallStep1),
            ("M4 4h16v16H4zM12 8v8M8 12h8", Key::InstallStep2),
            ("M5 13l4.5 4.5L19 7", Key::InstallStep3),
        ];
        let step = |(sign, words)| {
            view! {
                <li>
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=sign/></svg>
                    <span>{word(words)}</span>
                </li>
            }
        };
        view! { <ol class="by-hand">{steps.map(step).collect_view()}</ol> }
    })
}
