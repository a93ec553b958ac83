//! All postures and routines: searching them, and looking at one. The feature has no state and no events: the search
//! is kept by its screen.

mod finding;
mod posture;
pub mod view;

pub use posture::{PostureView, VariationView, posture};
