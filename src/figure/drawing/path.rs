//! Lines as SVG path data, in thousandths of the body's height: whole numbers, each relative to the point before, so
//! that a picture is short to write and quick to read.

use super::camera::PicturePoint;
use crate::figure::space::whole;

/// The number of units of a path in a unit of the room.
pub const FINE: f64 = 10.0;

/// A smooth closed path through these points: a Catmull-Rom spline, as Bézier curves.
///
/// Every path goes around the same way, so that overlapping ones add up to one shape.
///
/// Source: Catmull and Rom (1974), *A class of local interpolating splines*; each control point is offset from its end
/// by a sixth of the way between the neighbours of that end.
pub fn smooth(line: &[PicturePoint]) -> String {
    let count = line.len();
    if count < 3 {
        return String::new();
    }
    let backwards = goes_backwards(line);
    let at = |nth: usize| {
        let nth = nth % count;
        line[if backwards { count - 1 - nth } else { nth }]
    };
    let mut pen = Pen::at(at(0), 26 * count);
    for nth in 0..count {
        let (before, from, to, after) = (at(nth + count - 1), at(nth), at(nth + 1), at(nth + 2));
        let one = from.moved((to.x - before.x) / 6.0, (to.y - before.y) / 6.0);
        let two = to.moved((from.x - after.x) / 6.0, (from.y - after.y) / 6.0);
        pen.text.push('c');
        pen.point(one);
        pen.point(two);
        pen.point(to);
        pen.stand(to);
    }
    pen.close()
}

/// A closed path with straight sides through these points.
pub fn straight(spots: &[PicturePoint]) -> String {
    let Some((first, others)) = spots.split_first() else {
        return String::new();
    };
    let mut pen = Pen::at(*first, 10 * spots.len());
    for spot in others {
        pen.text.push('l');
        pen.point(*spot);
        pen.stand(*spot);
    }
    pen.close()
}

/// Whether a closed line goes around anticlockwise, as it is seen; the sign of its area tells.
pub fn goes_backwards(line: &[PicturePoint]) -> bool {
    let next = line.iter().cycle().skip(1);
    let parts = line.iter().zip(next);
    let twice_the_area: f64 = parts.map(|(one, two)| one.x * two.y - two.x * one.y).sum();
    twice_the_area < 0.0
}

/// Writes a path: the text so far, and where the pen is.
struct Pen {
    text: String,
    stands: (i32, i32),
}

impl Pen {
    fn at(start: PicturePoint, length: usize) -> Self {
        let mut pen = Self {
            text: String::with_capacity(length),
            stands: (0, 0),
        };
        pen.text.push('M');
        pen.point(start);
        pen.stand(start);
        pen
    }

    /// Writes a point, relative to where the pen is.
    fn point(&mut self, spot: PicturePoint) {
        let (x, y) = fine(spot);
        self.number(x - self.stands.0);
        self.number(y - self.stands.1);
    }

    /// Writes a number. A minus separates it from the one before as well as a space does.
    fn number(&mut self, number: i32) {
        let after_digit = self.text.ends_with(|last: char| last.is_ascii_digit());
        if number < 0 {
            self.text.push('-');
        } else if after_digit {
            self.text.push(' ');
        }
        let mut digits = [0_u8; 10];
        let mut rest = number.unsigned_abs();
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let digits = digits[first..].iter().map(|digit| char::from(b'0' + digit));
        self.text.extend(digits);
    }

    fn stand(&mut self, spot: PicturePoint) {
        self.stands = fine(spot);
    }

    fn close(mut self) -> String {
        self.text.push('z');
        self.text
    }
}

fn fine(spot: PicturePoint) -> (i32, i32) {
    (whole(spot.x * FINE), whole(spot.y * FINE))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn spot(x: f64, y: f64) -> PicturePoint {
        PicturePoint { x, y }
    }

    #[test]
    fn straight_sides_are_written_from_corner_to_corner() {
        let corners = [spot(0.0, 0.0), spot(10.0, -0.5), spot(10.04, 3.0)];
        assert_eq!(straight(&corners), "M0 0l100-5l0 35z");
        assert_eq!(straight(&[]), "");
    }

    #[test]
    fn a_smooth_path_ends_where_it_began_and_always_goes_the_same_way() {
        let square = [
            spot(0.0, 0.0),
            spot(6.0, 0.0),
            spot(6.0, 6.0),
            spot(0.0, 6.0),
        ];
        let mut backwards = square;
        backwards.reverse();
        let path = smooth(&square);
        assert!(path.starts_with("M0 0c10-10 50-10 60 0c"), "{path}");
        assert_eq!(smooth(&backwards).matches('c').count(), 4);
        assert_eq!(smooth(&backwards), path);
        assert_eq!(smooth(&square[..2]), "");
    }
}
