//! Reads the texts of the library: facts, words, routines and evidence.
//!
//! What is wrong is noted with its file and line; `build.rs` refuses to build then. What is right is
//! there all the same.

mod amount;
mod error;
mod evidence;
mod facts;
mod outline;
mod postures;
mod routines;
mod step;
mod terms;
mod words;

pub use error::LibraryError;
pub use evidence::{Evidence, Strength, evidence};
pub use postures::{Text, postures};
pub use routines::routines;
pub use step::{StepError, step};
