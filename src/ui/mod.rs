//! The screens: Leptos components that draw view models and say what happened.
//!
//! No decisions and no words of their own. What is purely visual, such as text still being typed,
//! lives in a signal beside its view.

#![expect(
    unreachable_pub,
    reason = "the component macro makes its property types public"
)]

// The features, each with what it shows of its namesake in `app`.
mod body;
mod device;
mod library;
mod own;
mod screening;
mod session;
mod settings;
mod today;

// The page, and what stands on several screens.
mod bar;
mod emergency;
mod figure;
mod help;
mod icon;
mod invitation;
mod later;
mod live;
mod painted;
mod parts;
mod question;
mod root;
mod scale;

pub use root::Root;

use crate::app::Event;
use crate::shell::App;
use crate::text::Key;
use leptos::ev::MouseEvent;
use leptos::prelude::{WithUntracked as _, expect_context};
use live::act;

/// The application, for a component to look at and to talk to.
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

/// A handler that says that something happened.
fn say(event: impl Into<Event>) -> Box<dyn Fn(MouseEvent)> {
    let (app, event) = (app(), event.into());
    act(move || app.dispatch(event.clone()))
}
