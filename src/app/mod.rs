//! The application: one [`Model`], changed by [`update`] alone.
//!
//! Events say what happened, in the past tense. Effects say what is to be done, as data; `shell`
//! carries them out and reports back with more events. Nothing here touches a browser.

pub mod checkup;
mod effect;
mod event;
mod inferred;
mod model;
mod notice;
mod route;
mod suiting;
mod update;
pub mod view;
pub mod voices;

pub use crate::library::read_ahead;
pub use effect::{Effect, Over, Tag, Utterance};
pub use event::{Event, OneButton, OwnEvent, SettingChange, Start, Telling};
pub use model::{
    Asked, Interrupted, Kept, Model, Newer, Over as SessionOver, Playing, Then, Version,
};
pub use notice::Notice;
pub use route::Route;
pub use update::{needed, next_wake, update};
