//! The built-in postures and routines, as texts that a physiotherapist could read and correct.
//!
//! `postures.txt` has what is true in every language, `routines.txt` what is done in which order; `en` has the words,
//! and `figures` the poses. Nothing here decides anything; `build.rs` fails if `checks` finds a fault.

pub mod checks;
pub mod poses;
pub mod reading;

use std::sync::LazyLock;

use crate::domain::catalogue::{BuiltIn, Catalogue};
use crate::domain::posture::Posture;
use reading::{Evidence, LibraryError, Text};

pub use poses::{figure, sheet};

/// What is true of the postures in every language.
const FACTS: Text = text!("postures.txt");
/// What is said about them in English.
const SAID: [Text; 6] = [
    text!("en/resting.txt"),
    text!("en/lying.txt"),
    text!("en/steady.txt"),
    text!("en/kneeling.txt"),
    text!("en/sitting.txt"),
    text!("en/standing.txt"),
];
/// The steps of the routines, and what is said about them.
const ROUTINES: [Text; 2] = [text!("routines.txt"), text!("en/routines.txt")];
/// What is known about bodies.
const EVIDENCE: Text = text!("en/evidence.txt");

static POSTURES: LazyLock<(Vec<Posture>, Vec<LibraryError>)> =
    LazyLock::new(|| reading::postures(FACTS, &SAID));
static BUILT_IN: LazyLock<(Vec<BuiltIn>, Vec<LibraryError>)> = LazyLock::new(|| {
    let [told, said] = ROUTINES;
    reading::routines(told, said, postures())
});
static KNOWN: LazyLock<(Vec<Evidence>, Vec<LibraryError>)> =
    LazyLock::new(|| reading::evidence(EVIDENCE));

/// Every posture.
pub fn postures() -> &'static [Posture] {
    &POSTURES.0
}

/// The posture with this id, if there is one.
pub fn posture(id: &str) -> Option<&'static Posture> {
    catalogue().posture(id)
}

/// Every routine.
pub fn routines() -> &'static [BuiltIn] {
    &BUILT_IN.0
}

/// The routine with this id, if there is one.
pub fn routine(id: &str) -> Option<&'static BuiltIn> {
    catalogue().routine(id)
}

/// Everything there is to choose from.
pub fn catalogue() -> Catalogue {
    Catalogue {
        postures: postures(),
        routines: routines(),
    }
}

/// Reads ahead what most screens need, so that none of them has to wait for it.
pub fn read_ahead() {
    let _ = catalogue();
}

/// Everything that Limber claims about bodies, with its sources.
pub fn evidence() -> &'static [Evidence] {
    &KNOWN.0
}
