//! Outlines of figures, scaled, moved, and written as short SVG paths.

use std::fmt::Write as _;

use limber::figure::drawing::camera::PicturePoint;
use limber::figure::drawing::path::goes_backwards;

/// A point: right and down.
pub(crate) type Point = [f64; 2];

/// How to place a picture: scaled first, then moved.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placing {
    /// The scale factor.
    pub(crate) scale: f64,
    /// The offset.
    pub(crate) by: Point,
}

/// A closed outline through these points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outline {
    points: Vec<Point>,
}

impl Outline {
    /// The outline through these points. All outlines run in the same direction, so that overlapping ones add up to one
    /// shape without holes.
    pub(crate) fn through(spots: &[PicturePoint]) -> Self {
        let mut points: Vec<Point> = spots.iter().map(|spot| [spot.x, spot.y]).collect();
        if goes_backwards(spots) {
            points.reverse();
        }
        Self { points }
    }

    /// The points it goes through.
    pub(crate) fn points(&self) -> &[Point] {
        &self.points
    }

    /// The outline without points nearer than this to the one before: they bunch up at corners, and make knobs of them.
    #[must_use]
    pub(crate) fn thinned(&self, least: f64) -> Self {
        let mut points: Vec<Point> = Vec::new();
        let near = |one: &Point, two: &Point| (one[0] - two[0]).hypot(one[1] - two[1]) < least;
        for point in &self.points {
            if !points.last().is_some_and(|last| near(last, point)) {
                points.push(*point);
            }
        }
        while points.len() > 3 && near(&points[0], &points[points.len() - 1]) {
            points.pop();
        }
        Self { points }
    }

    /// The outline as a smooth SVG path in whole units. Only the first curve names its first handle; in the others it
    /// mirrors the last handle before, by the command `s`.
    pub(crate) fn written(&self, placing: Placing) -> String {
        let count = self.points.len();
        let at = |nth: usize| {
            let point = self.points[nth % count];
            let along = |axis: usize| point[axis] * placing.scale + placing.by[axis];
            [along(0), along(1)]
        };
        let handle = |from: usize, before: usize, after: usize| {
            let (from, before, after) = (at(from), at(before), at(after));
            let along = |axis: usize| from[axis] + (after[axis] - before[axis]) / 6.0;
            [along(0), along(1)].map(whole)
        };
        let mut stands = at(0).map(whole);
        let mut text = String::from("M");
        add(&mut text, stands);
        for nth in 0..count {
            if nth == 0 {
                text.push('c');
                add(&mut text, less(handle(0, count - 1, 1), stands));
            } else {
                text.push('s');
            }
            add(&mut text, less(handle(nth + 1, nth + 2, nth), stands));
            let to = at(nth + 1).map(whole);
            add(&mut text, less(to, stands));
            stands = to;
        }
        text.push('z');
        text
    }
}

fn less(one: [i64; 2], other: [i64; 2]) -> [i64; 2] {
    [one[0] - other[0], one[1] - other[1]]
}

/// Appends two numbers. A minus sign separates a number from the one before, so that no space is needed.
fn add(text: &mut String, point: [i64; 2]) {
    for number in point {
        if number >= 0 && text.ends_with(|last: char| last.is_ascii_digit()) {
            text.push(' ');
        }
        // Writing to a string never fails.
        let _ = write!(text, "{number}");
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an icon is a few hundred units wide"
)]
fn whole(length: f64) -> i64 {
    length.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAYS: Placing = Placing {
        scale: 1.0,
        by: [0.0, 0.0],
    };

    fn square() -> Outline {
        let corners = [(0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0)];
        Outline::through(&corners.map(|(x, y)| PicturePoint { x, y }))
    }

    #[test]
    fn all_lines_go_around_the_same_way() {
        let mut corners = square().points;
        corners.reverse();
        let spots: Vec<PicturePoint> = corners
            .iter()
            .map(|[x, y]| PicturePoint { x: *x, y: *y })
            .collect();
        assert_eq!(Outline::through(&spots), square());
    }

    #[test]
    fn only_the_first_handle_is_named() {
        assert_eq!(
            square().written(STAYS),
            "M0 0c10-10 50-10 60 0s10 50 0 60s-50 10-60 0s-10-50 0-60z"
        );
    }

    #[test]
    fn a_line_is_put_where_it_is_wanted() {
        let placing = Placing {
            scale: 0.1,
            by: [100.0, -10.0],
        };
        let written = square().written(placing);
        assert!(written.starts_with("M100-10c1-1 5-1 6 0s"), "{written}");
    }

    #[test]
    fn points_that_lie_close_together_become_one() {
        let mut doubled = square();
        doubled.points.insert(1, [1.0, 1.0]);
        doubled.points.push([-1.0, 2.0]);
        assert_eq!(doubled.thinned(5.0), square());
    }
}
