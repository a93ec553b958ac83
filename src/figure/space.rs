//! Vectors and frames in space.

use super::trigonometry::sin_cos;
use std::ops::{Add, Mul, Neg, Sub};

/// A point or a direction: x to the front of someone who stands, y up, z to their right.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Vector {
    /// To the front.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// To the right; towards the viewer.
    pub z: f64,
}

/// The vector with these coordinates.
pub const fn vector(x: f64, y: f64, z: f64) -> Vector {
    Vector { x, y, z }
}

impl Vector {
    /// The dot product, which is 0 for vectors at right angles.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The cross product, at right angles to both; front cross up is right.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// The length.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// What of the vector lies along the floor.
    #[must_use]
    pub const fn level(self) -> Self {
        vector(self.x, 0.0, self.z)
    }

    /// The vector of length 1 in this direction; `None` for a zero vector.
    pub fn unit(self) -> Option<Self> {
        let length = self.length();
        (length > 1e-9).then(|| self * (1.0 / length))
    }

    /// The component at right angles to a vector of length 1.
    #[must_use]
    pub fn across(self, unit: Self) -> Self {
        self - unit * self.dot(unit)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        vector(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Vector {
    type Output = Self;

    fn neg(self) -> Self {
        self * -1.0
    }
}

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, by: f64) -> Self {
        vector(self.x * by, self.y * by, self.z * by)
    }
}

/// How a part of the body is turned: three directions of length 1 at right angles to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Where its front faces.
    pub front: Vector,
    /// Where its upper end points.
    pub up: Vector,
    /// Where its right side faces: front cross up.
    pub right: Vector,
}

impl Frame {
    /// The frame of someone who stands and faces along x.
    pub const UPRIGHT: Self = Self {
        front: vector(1.0, 0.0, 0.0),
        up: vector(0.0, 1.0, 0.0),
        right: vector(0.0, 0.0, 1.0),
    };

    /// The frame with this up, and a front as near as possible to `front`; `None` if either is zero or they are in
    /// line.
    pub fn of(up: Vector, front: Vector) -> Option<Self> {
        let up = up.unit()?;
        let front = front.across(up).unit()?;
        let right = front.cross(up);
        Some(Self { front, up, right })
    }

    /// Turns about its own right, by degrees: the front rises, the upper end goes back.
    #[must_use]
    pub fn about_right(self, degrees: f64) -> Self {
        let (sin, cos) = sin_cos(degrees.to_radians());
        Self {
            front: self.front * cos + self.up * sin,
            up: self.up * cos - self.front * sin,
            ..self
        }
    }

    /// Turns about its own front, by degrees: the upper end goes to the right.
    #[must_use]
    pub fn about_front(self, degrees: f64) -> Self {
        let (sin, cos) = sin_cos(degrees.to_radians());
        Self {
            up: self.up * cos + self.right * sin,
            right: self.right * cos - self.up * sin,
            ..self
        }
    }

    /// Turns about its own up, by degrees: the front goes to the left.
    #[must_use]
    pub fn about_up(self, degrees: f64) -> Self {
        let (sin, cos) = sin_cos(degrees.to_radians());
        Self {
            front: self.front * cos - self.right * sin,
            right: self.right * cos + self.front * sin,
            ..self
        }
    }

    /// The vector this far to its front, up and right.
    pub fn at(self, offset: Vector) -> Vector {
        self.front * offset.x + self.up * offset.y + self.right * offset.z
    }

    /// A direction as seen from this frame: how far to the front, up and right. The inverse of [`Frame::at`].
    pub fn seen(self, direction: Vector) -> Vector {
        vector(
            direction.dot(self.front),
            direction.dot(self.up),
            direction.dot(self.right),
        )
    }

    /// How this frame is turned within another, as if the other were upright.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        self.map(|direction| other.seen(direction))
    }

    /// The frame that is turned like `inner` within this one. The inverse of [`Frame::within`].
    #[must_use]
    pub fn holding(self, inner: Self) -> Self {
        inner.map(|direction| self.at(direction))
    }

    fn map(self, turn: impl Fn(Vector) -> Vector) -> Self {
        Self {
            front: turn(self.front),
            up: turn(self.up),
            right: turn(self.right),
        }
    }

    /// The frame part of the way to another, turned steadily about one axis: 0 is this one, 1 the other.
    ///
    /// Source: axis and angle of a rotation matrix, and Rodrigues' formula (Murray, Li and Sastry,
    /// *A Mathematical Introduction to Robotic Manipulation*, 1994, section 2.2).
    #[must_use]
    pub fn towards(self, other: Self, part: f64) -> Self {
        let pairs = [
            (self.front, other.front),
            (self.up, other.up),
            (self.right, other.right),
        ];
        let twice = pairs
            .iter()
            .fold(Vector::default(), |sum, (one, two)| sum + one.cross(*two));
        let trace: f64 = pairs.iter().map(|(one, two)| one.dot(*two)).sum();
        let angle = twice.length().atan2(trace - 1.0);
        // A half turn has no sense of direction: the sum of any direction and its image will do.
        let opposite = || {
            let sums = pairs.map(|(one, two)| one + two);
            let longest = |one: &Vector, two: &Vector| one.length().total_cmp(&two.length());
            sums.into_iter().max_by(longest).and_then(Vector::unit)
        };
        let axis = if trace > -0.999_999 {
            twice.unit()
        } else {
            opposite()
        };
        let Some(axis) = axis else {
            return self;
        };
        let (sin, cos) = sin_cos(angle * part);
        self.map(|it| it * cos + axis.cross(it) * sin + axis * (axis.dot(it) * (1.0 - cos)))
    }
}

/// The nearest whole number. Whole numbers are formatted without the tables that fractions need.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a picture is a few thousand units wide, and a turn has 360 degrees"
)]
pub(crate) fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// A number of things, to calculate with.
pub fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: Vector, other: Vector) -> bool {
        (one - other).length() < 1e-12
    }

    #[test]
    fn each_turn_goes_where_its_name_says() {
        let upright = Frame::UPRIGHT;
        assert!(near(upright.about_right(90.0).front, upright.up));
        assert!(near(upright.about_front(90.0).up, upright.right));
        assert!(near(upright.about_up(90.0).front, -upright.right));
        assert!(near(upright.front.cross(upright.up), upright.right));
    }

    #[test]
    fn a_frame_stays_square_however_it_is_turned() {
        let frame = Frame::UPRIGHT
            .about_right(33.0)
            .about_front(-71.0)
            .about_up(140.0);
        assert!(near(frame.front.cross(frame.up), frame.right));
        assert!((frame.front.length() - 1.0).abs() < 1e-12);
        assert!(frame.front.dot(frame.up).abs() < 1e-12);
        assert_eq!(Frame::of(frame.up, frame.up), None);
    }

    fn same(one: Frame, other: Frame) -> bool {
        near(one.front, other.front) && near(one.up, other.up) && near(one.right, other.right)
    }

    #[test]
    fn a_frame_within_another_is_found_again() {
        let outer = Frame::UPRIGHT.about_up(40.0).about_right(-120.0);
        let inner = Frame::UPRIGHT.about_front(75.0).about_right(20.0);
        assert!(same(outer.holding(inner).within(outer), inner));
        assert!(same(Frame::UPRIGHT.holding(inner), inner));
    }

    #[test]
    fn a_turn_is_steady_and_ends_at_its_ends() {
        let from = Frame::UPRIGHT.about_front(20.0);
        for degrees in [-170.0, -45.0, 0.0, 1e-7, 90.0, 180.0] {
            let to = from.about_right(degrees);
            assert!(near(from.towards(to, 0.0).up, from.up), "{degrees}");
            assert!(
                (from.towards(to, 1.0).up - to.up).length() < 1e-6,
                "{degrees}"
            );
            let half = from.towards(to, 0.5);
            let expected = from.about_right(degrees / 2.0);
            let turned = degrees.abs() < 180.0;
            assert!(
                !turned || (half.up - expected.up).length() < 1e-6,
                "{degrees}"
            );
        }
    }
}
