//! The edge: one adapter for each Web API. Each does what it is told and reports the outcome.
//!
//! There are no decisions here, no words, and nothing of `app`: whatever the browser throws becomes an error of
//! `device`. Anything that listens, waits or is locked is a value that lets go when dropped.

pub mod audio_session;
pub mod background;
pub mod clipboard;
pub mod clock;
pub mod device_check;
pub mod fault;
pub mod files;
pub mod first_screen;
pub mod focus;
pub mod guard;
mod held;
pub mod install;
pub mod intersection;
pub mod listener;
pub mod media_session;
pub mod opening;
pub mod page;
pub mod passing_on;
mod reflect;
pub mod speech;
pub mod storage;
pub mod tabs;
pub mod tones;
pub mod vibration;
pub mod wake_lock;
pub mod worker;

/// The window. There is always one: Limber does not run in workers.
#[expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "the one place that reaches for the window"
)]
fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

#[expect(
    clippy::expect_used,
    reason = "a window that shows a page has a document"
)]
fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}
