//! The figures of the built-in postures: poses as text, for people to read and correct.
//!
//! `build.rs` refuses to build what can't be read or drawn.

use std::sync::LazyLock;

use crate::figure::notation::{Figure, Sheet};

/// The texts, in the order in which they are read: each may use what stands in those before it.
pub const TEXTS: [(&str, &str); 5] = [
    ("basics", include_str!("figures/basics.txt")),
    ("lying", include_str!("figures/lying.txt")),
    ("kneeling", include_str!("figures/kneeling.txt")),
    ("sitting", include_str!("figures/sitting.txt")),
    ("standing", include_str!("figures/standing.txt")),
];

static SHEET: LazyLock<Sheet> = LazyLock::new(|| {
    let mut sheet = Sheet::default();
    for (name, text) in TEXTS {
        let read = sheet.read(text);
        debug_assert!(read.is_ok(), "{name}: {read:?}");
    }
    sheet
});

/// Every pose and every figure.
pub fn sheet() -> &'static Sheet {
    &SHEET
}

/// The figure of a posture, or of another way of doing it, by its id.
pub fn figure(id: &str) -> Option<&'static Figure> {
    SHEET.figure(id)
}
