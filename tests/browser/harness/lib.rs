//! What the stories need: a served page, a browser that is driven as a person would, faults to put
//! into it, and ears.
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
//! A visit is in Chromium unless it names another [`Engine`]. Everything works in each engine, but what says
//! that it is Chromium's alone: touching, saving files, [`Page::ask_chromium`], and the device's finer wishes.
//!
//! A story that listens starts a [`Sound`] first, opens its page with [`Visit::sound`], and asks
//! the [`Recording`] afterwards what was to be heard. Whatever happens to a story, dropping what it
//! holds ends every process that it started and removes the folders they used.

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
pub use page::Page;
pub use profile::Profile;
pub use recording::{HeardTone, Recording};
pub use site::Site;
pub use sound::Sound;
pub use visit::Visit;
