//! How Limber looks: the colour theme, and the drawn figures, which can be chosen so that more people see themselves in
//! them.

/// The colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Follows the device's setting.
    #[default]
    Device,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How the drawn figures look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appearance {
    /// The build.
    pub build: Build,
    /// The colour of the skin.
    pub skin: Skin,
}

/// How a figure is built, and how its hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Build {
    /// Narrower shoulders, and long hair tied in a knot.
    #[default]
    Slight,
    /// Broader shoulders and waist, and short hair.
    Sturdy,
}

/// The colour of a figure's skin; its hair goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Skin {
    /// A light beige.
    #[default]
    Fair,
    /// A golden brown.
    Olive,
    /// A middle brown.
    Brown,
    /// A dark brown.
    Deep,
}

impl Skin {
    /// The name of the skin's colours in the style sheet.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Fair => "fair",
            Self::Olive => "olive",
            Self::Brown => "brown",
            Self::Deep => "deep",
        }
    }
}
