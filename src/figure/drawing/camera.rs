//! The one camera: a little to the side and above, without perspective.

use crate::figure::space::{Vector, vector};
use crate::figure::trigonometry::sin_cos;

/// Where the camera stands, in degrees; usually at [`Camera::USUAL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// How far it has gone around to the front of the person, who faces the right of the picture.
    pub around: f64,
    /// How far it is above the horizon.
    pub above: f64,
}

/// A point in the picture, in hundredths of the body's height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PicturePoint {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Camera {
    /// The usual camera: both legs and both arms can be told apart from here.
    pub const USUAL: Self = Self {
        around: 24.0,
        above: 12.0,
    };

    /// Where a point is seen, and how near the viewer it is.
    pub fn see(self, point: Vector) -> (PicturePoint, f64) {
        let (sin, cos) = sin_cos(self.around.to_radians());
        let x = point.x * cos - point.z * sin;
        let z = point.x * sin + point.z * cos;
        let (sin, cos) = sin_cos(self.above.to_radians());
        let seen = vector(x, point.y * cos - z * sin, point.y * sin + z * cos);
        let spot = PicturePoint {
            x: seen.x,
            y: -seen.y,
        };
        (spot, seen.z)
    }

    /// The direction of the viewer.
    pub fn towards_viewer(self) -> Vector {
        let (sin, cos) = sin_cos(self.around.to_radians());
        let (above, level) = sin_cos(self.above.to_radians());
        vector(sin * level, above, cos * level)
    }

    /// Where a point is seen.
    pub fn spot(self, point: Vector) -> PicturePoint {
        self.see(point).0
    }
}

impl PicturePoint {
    /// This point moved to the right and down.
    #[must_use]
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
        }
    }

    /// The vector from another point to this one.
    #[must_use]
    pub fn from(self, other: Self) -> Self {
        self.moved(-other.x, -other.y)
    }

    /// The length of this point as a vector.
    pub fn length(self) -> f64 {
        vector(self.x, self.y, 0.0).length()
    }
}
