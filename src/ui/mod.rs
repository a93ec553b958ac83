//! The screens: Leptos components that draw view models and dispatch events.
//!
//! They make no decisions, and have no words of their own. What is purely visual, such as text still being typed, is
//! kept in a signal beside its view.

#![expect(
    unreachable_pub,
    reason = "the component macro makes its property types public"
)]

// The features, each drawing its namesake in `app`.
mod body;
mod device;
mod library;
mod own;
mod screening;
mod session;
mod settings;
mod today;

// The page, and parts shared by several screens.
mod bar;
mod emergency;
mod erased;
mod figure;
mod help;
mod icon;
mod invitation;
mod lazy;
mod loading;
mod painted;
mod parts;
mod question;
mod root;
mod scale;

pub use root::Root;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use self::body::BodyScreen;
use self::device::DeviceCheckScreen;
use self::erased::act;
use self::library::{EvidenceScreen, FiguresScreen, LibraryScreen, PostureScreen, RoutineScreen};
use self::own::TakingInScreen;
use self::session::{EndingScreen, PlayerScreen};
use self::settings::SettingsScreen;
use self::today::TodayScreen;
use crate::app::{Event, Route, Start};
use crate::shell::App;
use crate::text::Key;

/// The screen for an address, except those that are there from the start.
fn screen(route: &Route) -> AnyView {
    match *route {
        Route::Today => view! { <TodayScreen/> }.into_any(),
        Route::Player => view! { <PlayerScreen/> }.into_any(),
        Route::Ending => view! { <EndingScreen/> }.into_any(),
        Route::Routine(id) => view! { <RoutineScreen start=Start::Routine(id)/> }.into_any(),
        Route::Own(id) => view! { <RoutineScreen start=Start::Own(id)/> }.into_any(),
        Route::TakeIn(_) => view! { <TakingInScreen/> }.into_any(),
        Route::Posture(id) => view! { <PostureScreen id/> }.into_any(),
        Route::Library => view! { <LibraryScreen/> }.into_any(),
        Route::Body => view! { <BodyScreen/> }.into_any(),
        // The first four are a `RareScreen`; the others are in `root`, which waits for nothing.
        Route::Settings
        | Route::Evidence
        | Route::DeviceCheck
        | Route::Figures
        | Route::Question
        | Route::Screening
        | Route::Help
        | Route::Fault
        | Route::CheckIn(_)
        | Route::Latest
        | Route::Unknown(_) => ().into_any(),
    }
}

/// A screen that few people ever open: they are a part of the program of their own.
#[derive(Debug, Clone, Copy)]
enum RareScreen {
    Settings,
    Evidence,
    DeviceCheck,
    Figures,
}

impl RareScreen {
    /// The one at this address, if there is one.
    fn of(route: &Route) -> Option<Self> {
        let all = [
            (Route::Settings, Self::Settings),
            (Route::Evidence, Self::Evidence),
            (Route::DeviceCheck, Self::DeviceCheck),
            (Route::Figures, Self::Figures),
        ];
        let found = all.into_iter().find(|(its, _)| its == route);
        found.map(|(_, screen)| screen)
    }
}

fn rare_screen(screen: RareScreen) -> AnyView {
    match screen {
        RareScreen::Settings => view! { <SettingsScreen/> }.into_any(),
        RareScreen::Evidence => view! { <EvidenceScreen/> }.into_any(),
        RareScreen::DeviceCheck => view! { <DeviceCheckScreen/> }.into_any(),
        RareScreen::Figures => view! { <FiguresScreen/> }.into_any(),
    }
}

/// The application, for components to look at and talk to.
fn app() -> App {
    expect_context::<App>()
}

/// The words for a key, in the language of the page.
fn word(key: Key) -> &'static str {
    app()
        .model
        .with_untracked(|model| model.context.locale)
        .word(key)
}

/// A click handler that dispatches an event.
fn dispatching<E: Into<Event> + Clone + 'static>(event: E) -> Box<dyn Fn(MouseEvent)> {
    let app = app();
    act(move || app.dispatch(event.clone()))
}
