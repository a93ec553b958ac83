//! Pain on the numeric rating scale.

/// Pain from 0 (none) to 10 (the worst imaginable), as the person rates it.
///
/// Source: the numeric rating scale; a change of 2 points or 30 % is noticeable (Ostelo 2008, as read in an excerpt).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pain(u8);

/// A number that is not on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PainError(pub u8);

/// How pain after a session compares with pain before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PainChange {
    /// Lower by enough to mean something.
    Eased,
    /// Lower or higher by less than people usually notice, or not at all.
    AboutTheSame,
    /// Higher by enough to mean something.
    Worse,
}

impl Pain {
    /// The highest rating.
    pub const WORST: Self = Self(10);

    /// A rating from a number.
    ///
    /// # Errors
    /// [`PainError`] when the number is above 10.
    pub const fn new(rating: u8) -> Result<Self, PainError> {
        if rating <= Self::WORST.0 {
            Ok(Self(rating))
        } else {
            Err(PainError(rating))
        }
    }

    /// Every rating, from 0 to 10.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::WORST.0).map(Self)
    }

    /// The rating as a number from 0 to 10.
    pub const fn rating(self) -> u8 {
        self.0
    }

    /// How the pain changed by `after`: 2 points or more is a change, less is noise.
    pub const fn change(self, after: Self) -> PainChange {
        if after.0 + 2 <= self.0 {
            PainChange::Eased
        } else if after.0 >= self.0 + 2 {
            PainChange::Worse
        } else {
            PainChange::AboutTheSame
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_points_are_a_change_and_one_is_not() {
        let change = |before, after| Pain(before).change(Pain(after));
        assert_eq!(change(5, 3), PainChange::Eased);
        assert_eq!(change(5, 4), PainChange::AboutTheSame);
        assert_eq!(change(5, 6), PainChange::AboutTheSame);
        assert_eq!(change(5, 7), PainChange::Worse);
        assert_eq!(Pain::new(11), Err(PainError(11)));
    }
}
