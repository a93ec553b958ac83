//! The words on the screens.

use crate::text::Key;

/// The words for a key.
pub const fn word(key: Key) -> &'static str {
    match key {
        Key::Limber => "Limber",
    }
}
