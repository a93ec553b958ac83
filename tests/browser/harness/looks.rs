//! What the page is told about the screen and the person's preferences.

/// The sizes at which screens are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 360 × 740.
    Phone,
    /// 740 × 360.
    PhoneOnItsSide,
    /// 1280 × 800.
    Desktop,
    /// 320 × 640: the narrowest.
    Narrow,
    /// 320 × 256: what remains of 1280 × 1024 at 400 %.
    Magnified,
}

impl Size {
    /// Width and height in CSS pixels.
    #[must_use]
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::PhoneOnItsSide => (740, 360),
            Self::Desktop => (1280, 800),
            Self::Narrow => (320, 640),
            Self::Magnified => (320, 256),
        }
    }

    /// Whether it is a touch screen.
    #[must_use]
    pub fn is_touched(self) -> bool {
        !matches!(self, Self::Desktop | Self::Magnified)
    }
}

/// The device's colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Size, colour scheme, and further media features.
#[derive(Debug, Clone)]
pub(crate) struct Looks {
    pub(crate) size: Size,
    pub(crate) scheme: Scheme,
    pub(crate) wishes: Vec<(&'static str, &'static str)>,
}
