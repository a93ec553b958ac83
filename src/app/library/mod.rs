//! All postures and routines: looking for some, and looking at one. It has no state of its own, and nothing happens to
//! it: what is looked for stands beside its screen.

mod finding;
mod posture;
pub mod view;

pub use posture::{PostureView, VariationView, posture};
