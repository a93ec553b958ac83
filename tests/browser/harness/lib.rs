//! The test harness for stories: a served page, a browser driven as a person would use it, faults to inject, and a
//! recording of what is heard.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_sore_back_is_led_into_its_first_posture() -> anyhow::Result<()> {
//!     let site = Site::of_built_page().await?;
//!     let page = Visit::to(&site).before_load(faults::no_speech()).open().await?;
//!     page.press("In spasm").await?;
//!     page.press("Start").await?;
//!     page.see("90-90 rest").await?;
//!     assert_eq!(page.foreign_requests().await?, [""; 0]);
//!     page.close().await
//! }
//! ```
//!
//! A visit uses Chromium unless it names another [`Engine`]. Everything works in every engine, except what is
//! documented as Chromium's alone: touching, saving files, [`Page::ask_chromium`], and some media features.
//!
//! A story that listens first starts a [`Sound`], opens its page with [`Visit::sound`], and examines the [`Recording`]
//! afterwards. However a story ends, dropping what it holds ends every process it started and removes their folders; but
//! a browser that asks for nothing of its own waits for the next story, and ends with the stories.

mod before;
mod deploying;
mod driver;
mod engine;
pub mod faults;
mod looks;
mod media_keys;
pub mod misbehaviour;
mod page;
mod process_group;
mod profile;
mod recording;
mod site;
mod sound;
mod visit;

pub use deploying::Deployment;
pub use engine::{Engine, EngineLost, tell};
pub use looks::{Scheme, Size};
pub use media_keys::MediaKeys;
pub use page::{Page, Tab};
pub use profile::Profile;
pub use recording::{HeardTone, Recording};
pub use site::Site;
pub use sound::Sound;
pub use visit::Visit;
