//! The screens: Leptos components that draw view models and say what happened.
//!
//! No decisions and no words of their own. What is purely visual, such as text still being typed,
//! lives in a signal beside its view.

#![expect(
    unreachable_pub,
    reason = "the component macro makes its property types public"
)]

mod bar;
mod body;
mod doctor;
mod emergency;
mod ending;
mod evidence;
mod figure;
mod figures;
mod help;
mod icon;
mod invitation;
mod later;
mod library;
mod live;
mod painted;
mod parts;
mod player;
mod posture;
mod question;
mod root;
mod routine;
mod scale;
mod screening;
mod settings;
mod taking_in;
mod today;

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
    app().model.with_untracked(|model| model.locale).word(key)
}

/// A handler that says that something happened.
fn say(event: Event) -> Box<dyn Fn(MouseEvent)> {
    let app = app();
    act(move || app.dispatch(event.clone()))
}
