//! The application: its features, and the flow between them.
//!
//! Events say what happened, in the past tense. Effects say what is to be done, as data; `shell`
//! carries them out and reports back with more events. Nothing here touches a browser.
//!
//! - `flow`: delivers events to features, and drains what features want of one another from one queue; in its folder are
//!   the `event`, the `model` with the state of each feature, and the `view` of what surrounds every screen
//! - `want`, `effect`, `notice`, `route`: its vocabulary
//! - `context`: what all features may read
//! - `records`: what is known of what is stored, and what happens to records that are unreadable, from another tab, or
//!   from the future; their keys, readers and printers are in `crate::store`
//! - `routine`, `voices`: what several features need
//! - `session`, `today`, `screening`, `body`, `library`, `own`, `settings`, `device`: the features. Each has its state,
//!   its events, its `update` and its view; none uses another.

pub mod body;
mod context;
pub mod device;
mod effect;
mod flow;
pub mod library;
mod notice;
pub mod own;
pub mod records;
mod route;
pub mod routine;
pub mod screening;
pub mod session;
pub mod settings;
pub mod today;
pub mod voices;
mod want;

pub use crate::library::read_ahead;
pub use context::Context;
pub use effect::{Effect, Overwrite, Tag, Utterance};
pub use flow::{Event, Model, Now, next_wake, update, view};
pub use notice::Notice;
pub use route::{BELOW_SETTINGS, Route};
pub use want::{Intent, Start, VoiceNews, Want};
