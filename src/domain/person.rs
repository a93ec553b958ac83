//! What a person has said about themselves: body, time, place, and the number that calls an ambulance.

use std::time::Duration;

use super::body::Body;
use super::place::Surroundings;

/// What a person has said about themselves. It stays on their device.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Their body.
    pub body: Body,
    /// How much time they have for a session; `None` for as long as it takes.
    pub time: Option<Duration>,
    /// Where they are, and what is at hand.
    pub surroundings: Surroundings,
    /// The number that calls an ambulance where they live. It is asked for, and never guessed.
    pub emergency: Option<EmergencyNumber>,
}

/// A number that calls an ambulance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmergencyNumber {
    /// The number of a region.
    Of(EmergencyRegion),
    /// A number that the person gave.
    Own(String),
}

/// A region in which people share an emergency number.
///
/// Source: the numbers as their governments publish them; common knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmergencyRegion {
    /// The United Kingdom.
    UnitedKingdom,
    /// Ireland, the European Union, and most of Europe.
    Europe,
    /// The United States and Canada.
    NorthAmerica,
    /// Australia.
    Australia,
    /// New Zealand.
    NewZealand,
    /// India.
    India,
    /// South Africa, from a mobile phone.
    SouthAfrica,
}

/// The most digits to store of a number that a person gives.
const LONGEST: usize = 20;

impl EmergencyRegion {
    /// Every region.
    pub const ALL: [Self; 7] = [
        Self::UnitedKingdom,
        Self::Europe,
        Self::NorthAmerica,
        Self::Australia,
        Self::NewZealand,
        Self::India,
        Self::SouthAfrica,
    ];

    /// The region's number.
    pub const fn number(self) -> &'static str {
        match self {
            Self::UnitedKingdom => "999",
            Self::Europe | Self::India | Self::SouthAfrica => "112",
            Self::NorthAmerica => "911",
            Self::Australia => "000",
            Self::NewZealand => "111",
        }
    }
}

impl EmergencyNumber {
    /// A number that a person gave, reduced to its digits; `None` if it has none.
    pub fn own(given: &str) -> Option<Self> {
        let digits: String = given
            .chars()
            .filter(char::is_ascii_digit)
            .take(LONGEST)
            .collect();
        (!digits.is_empty()).then_some(Self::Own(digits))
    }

    /// The digits to dial.
    pub fn digits(&self) -> &str {
        match self {
            Self::Of(region) => region.number(),
            Self::Own(digits) => digits,
        }
    }
}
