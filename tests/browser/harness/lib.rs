//! What the stories need: a served page, a browser that is driven as a person would, faults to put
//! into it, and ears.
//!
//! ```ignore
//! let site = Site::of_built_page().await?;
//! let page = Visit::to(&site).open().await?;
//! page.press("In spasm").await?;
//! page.press("Start").await?;
//! page.see("90-90 rest").await?;
//! ```

pub mod faults;
mod page;
mod recording;
mod site;
mod sound;
mod visit;

pub use page::Page;
pub use recording::{HeardTone, Recording};
pub use site::Site;
pub use sound::Sound;
pub use visit::{Profile, Scheme, Size, Visit};
