//! The built-in postures and routines, as data that a physiotherapist could read and correct.
//!
//! `postures` has what is true in every language, `routines` what is done in which order; `en` has
//! the words. Nothing here decides anything.

pub mod en;
pub mod poses;
mod postures;
mod routines;

pub use poses::{figure, sheet};
pub use postures::{POSTURES, posture};
pub use routines::{BuiltIn, built_in};
