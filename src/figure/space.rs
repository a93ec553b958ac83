//! Vectors and frames in space.

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
    /// The product that is 0 for vectors at right angles.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector at right angles to both; front cross up is right.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// Its length.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The vector of length 1 in this direction; nothing for one that has none.
    pub fn unit(self) -> Option<Self> {
        let length = self.length();
        (length > 1e-9).then(|| self * (1.0 / length))
    }

    /// What is left of it at right angles to a vector of length 1.
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
    /// Where its front looks.
    pub front: Vector,
    /// Where its upper end points.
    pub up: Vector,
    /// Where its right looks: front cross up.
    pub right: Vector,
}

impl Frame {
    /// Someone who stands and looks along x.
    pub const UPRIGHT: Self = Self {
        front: vector(1.0, 0.0, 0.0),
        up: vector(0.0, 1.0, 0.0),
        right: vector(0.0, 0.0, 1.0),
    };

    /// The frame whose up is this and whose front is as near as can be to that; nothing if one is
    /// nought or they are in line.
    pub fn of(up: Vector, front: Vector) -> Option<Self> {
        let up = up.unit()?;
        let front = front.across(up).unit()?;
        let right = front.cross(up);
        Some(Self { front, up, right })
    }

    /// Turned about its own right, by degrees: the front rises, the upper end goes back.
    #[must_use]
    pub fn about_right(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            front: self.front * cos + self.up * sin,
            up: self.up * cos - self.front * sin,
            ..self
        }
    }

    /// Turned about its own front, by degrees: the upper end goes to the right.
    #[must_use]
    pub fn about_front(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            up: self.up * cos + self.right * sin,
            right: self.right * cos - self.up * sin,
            ..self
        }
    }

    /// Turned about its own up, by degrees: the front goes to the left.
    #[must_use]
    pub fn about_up(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            front: self.front * cos - self.right * sin,
            right: self.right * cos + self.front * sin,
            ..self
        }
    }

    /// What lies so far to its front, up and right.
    pub fn at(self, offset: Vector) -> Vector {
        self.front * offset.x + self.up * offset.y + self.right * offset.z
    }
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
}
