//! The figures of the built-in postures: poses as text, for people to read and correct.
//!
//! `build.rs` fails if any of them can't be read or drawn.

use std::sync::LazyLock;

use crate::figure::notation::{Figure, FigureSet};

/// The texts, in the order in which they are read: each may use poses from those before it.
pub const TEXTS: [(&str, &str); 5] = [
    ("basics", text!("figures/basics.txt").1),
    ("lying", text!("figures/lying.txt").1),
    ("kneeling", text!("figures/kneeling.txt").1),
    ("sitting", text!("figures/sitting.txt").1),
    ("standing", text!("figures/standing.txt").1),
];

static SHEET: LazyLock<FigureSet> = LazyLock::new(|| {
    let mut sheet = FigureSet::default();
    for (_, text) in TEXTS {
        // Errors are ignored here: `build.rs` reports them with their lines, beside whatever is wrong elsewhere.
        let _ = sheet.read(text);
    }
    sheet
});

/// Every pose and every figure.
pub fn sheet() -> &'static FigureSet {
    &SHEET
}

/// The figure with this id: of a posture, or of another way of doing it.
pub fn figure(id: &str) -> Option<&'static Figure> {
    SHEET.figure(id)
}
