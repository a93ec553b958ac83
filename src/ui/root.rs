//! The page: the screen for the address, and the oldest notice.

use leptos::prelude::*;

use super::erased::{Memo, live};
use super::help::HelpScreen;
use super::lazy::{self, lazy};
use super::painted::Painted;
use super::question::QuestionScreen;
use super::screening::ScreeningScreen;
use super::{app, dispatching, word};
use crate::app::device::{self, Newer};
use crate::app::{Event, Route, view};
use crate::shell::App;
use crate::text::Key;

/// The whole page.
#[component]
pub fn Root(app: App) -> impl IntoView {
    provide_context(app);
    let route = Memo::new(move || app.model.with(|model| model.context.route.clone()));
    let first = StoredValue::new(route.get_untracked());
    lazy::begin();
    let unsaved = Memo::new(move || {
        app.model
            .with(|model| model.context.kept.unsaved.iter().next().is_some())
    });
    // What finds no room is saved as a file in the settings, which must not have to be fetched then.
    Effect::new(move |_| {
        if unsaved.get() {
            lazy::begin_rare();
        }
    });
    // The first screen leaves the focus where the browser put it, however late it comes.
    let arrived = move || {
        if first.with_value(|first| *first != route.get_untracked()) {
            app.show_from_the_top();
        }
    };
    view! {
        <Notices/>
        {live(move || {
            provide_context(Painted::soon(app));
            route.with(|route| screen(route, arrived))
        })}
    }
}

/// The screen for an address. The first ones are there; if another had to be waited for, `arrived` is called.
fn screen(route: &Route, arrived: impl Fn() + Send + 'static) -> AnyView {
    if route.is_first_screen() {
        view! { <QuestionScreen/> }.into_any()
    } else if *route == Route::Screening {
        view! { <ScreeningScreen/> }.into_any()
    } else if *route == Route::Help {
        view! { <HelpScreen/> }.into_any()
    } else if *route == Route::Fault {
        on_purpose()
    } else {
        lazy(route.clone(), arrived)
    }
}

/// Shows what a fault looks like, by causing one.
fn on_purpose() -> AnyView {
    let asked_for = Route::Fault;
    panic!("{} was opened", asked_for.fragment());
}

/// The oldest notice, until it is read.
#[component]
fn Notices() -> impl IntoView {
    let app = app();
    let notice = Memo::new(move || app.model.with(view::notice));
    let newer = Memo::new(move || {
        app.model
            .with(|it| device::view::newer(&it.device, &it.context, view::busy(it)))
    });
    view! {
        <div class="notices" role="status">
            {live(move || notice.get().map(|notice| view! {
                <p class="notice">
                    <span prop:textContent=notice.words></span>
                    {notice.more.map(|(to, name)| view! { <a class="quiet" href=to.fragment()>{word(name)}</a> })}
                    <button type="button" class="quiet" on:click=dispatching(Event::NoticeRead)>{word(Key::GotIt)}</button>
                </p>
            }))}
            {live(move || newer.get().map(|newer| view! { <NewerVersion newer/> }))}
        </div>
    }
}

/// The notice that a newer version of Limber waits.
#[component]
fn NewerVersion(newer: Newer) -> impl IntoView {
    match newer {
        Newer::HeldBack => view! {
            <p class="notice newer">
                <span>{word(Key::NewerHeldBack)}</span>
                <button type="button" class="quiet" on:click=dispatching(device::Event::NewerDeclined)>{word(Key::GotIt)}</button>
            </p>
        }
        .into_any(),
        Newer::Waits | Newer::Declined => view! {
            <p class="notice newer">
                <span>{word(Key::NewerWaits)}</span>
                <span class="notice-choices">
                    <button type="button" class="quiet" on:click=dispatching(device::Event::NewerDeclined)>{word(Key::NotNow)}</button>
                    <button type="button" class="secondary" on:click=dispatching(device::Event::NewerWanted)>{word(Key::UseNewer)}</button>
                </span>
            </p>
        }
        .into_any(),
    }
}
