//! Reads the texts of the library: facts, words, routines and evidence.
//!
//! Faults are noted with file and line, and make `build.rs` fail. Whatever is right is returned all the same.

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
