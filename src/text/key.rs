//! The names of the words on the screens.

/// Names one fixed piece of text. What holds a name, a number or a time is a function beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The product.
    Limber,
}
