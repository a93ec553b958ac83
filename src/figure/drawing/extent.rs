//! How far something reaches in the picture.

use super::camera::PicturePoint;

/// The smallest upright rectangle around something.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Extent {
    /// The upper left corner.
    pub least: PicturePoint,
    /// The lower right corner.
    pub most: PicturePoint,
}

impl Extent {
    /// The extent of some points; empty if there are none.
    pub(crate) fn of(spots: impl IntoIterator<Item = PicturePoint>) -> Self {
        let points = spots.into_iter().map(|spot| Self {
            least: spot,
            most: spot,
        });
        points.reduce(Self::with).unwrap_or_default()
    }

    /// The extent of this one and another together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            least: PicturePoint {
                x: self.least.x.min(other.least.x),
                y: self.least.y.min(other.least.y),
            },
            most: PicturePoint {
                x: self.most.x.max(other.most.x),
                y: self.most.y.max(other.most.y),
            },
        }
    }

    /// The extent part of the way to another: 0 is this one, 1 the other.
    #[must_use]
    pub(crate) fn towards(self, other: Self, part: f64) -> Self {
        let between = |one: PicturePoint, two: PicturePoint| PicturePoint {
            x: one.x * (1.0 - part) + two.x * part,
            y: one.y * (1.0 - part) + two.y * part,
        };
        Self {
            least: between(self.least, other.least),
            most: between(self.most, other.most),
        }
    }

    /// Whether the two overlap.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.least.x < other.most.x
            && other.least.x < self.most.x
            && self.least.y < other.most.y
            && other.least.y < self.most.y
    }

    /// The width and the height.
    pub fn size(self) -> [f64; 2] {
        let size = self.most.from(self.least);
        [size.x, size.y]
    }

    /// The extent enlarged by this much on every side.
    #[must_use]
    pub(crate) fn widened(self, by: f64) -> Self {
        Self {
            least: self.least.moved(-by, -by),
            most: self.most.moved(by, by),
        }
    }
}
