//! The application: features, and the flow between them.
//!
//! Events say what happened, in the past tense. Effects say what is to be done, as data; `shell`
//! carries them out and reports back with more events. Nothing here touches a browser.
//!
//! - `flow`: an event goes to its feature; what features want of one another is drained from one queue
//! - `want`, `effect`, `notice`, `route`: its vocabulary
//! - `context`: what all may read
//! - `records`: for each kind of record which key, reader, printer, what becomes of one that can't be read, of another
//!   tab's, of one from the future
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
pub use route::Route;
pub use want::{Intent, Start, VoiceNews, Want};
