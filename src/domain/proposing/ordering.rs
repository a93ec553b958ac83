//! Orders postures so that the person gets up and down as little as possible.

use crate::domain::collections::insertion_sort_by;
use crate::domain::place::{Height, Position};
use crate::domain::routine::Step;

/// Groups the steps by height, and those on the floor by position, in the order in which each height and position first
/// comes. A form that comes twice is done once, at its first place, for the longest of its times. Also returns the new
/// indices of the spare steps, and whether any step changed places.
///
/// In a routine that begins on the feet and ends on the floor, or the other way round, there is then one way down or
/// up.
pub(super) fn ordered(steps: Vec<Step>, spare: &[usize]) -> (Vec<Step>, Vec<usize>, bool) {
    let heights = in_turn(steps.iter().map(height));
    let positions = in_turn(steps.iter().map(position));
    let place = |step: &Step| {
        let of = |height| heights.iter().position(|known| *known == height);
        let within = positions.iter().position(|known| *known == position(step));
        // Off the floor, one position is as easy to get into as another.
        let within = within.filter(|_| height(step) == Height::Floor);
        (of(height(step)), within)
    };
    let mut moved: Vec<(usize, Step)> = steps.into_iter().enumerate().collect();
    insertion_sort_by(&mut moved, |(_, one), (_, other)| {
        place(one).cmp(&place(other))
    });
    let reordered = moved.windows(2).any(|pair| pair[0].0 > pair[1].0);
    let mut once: Vec<(usize, Step)> = Vec::new();
    for (nth, step) in moved {
        match once
            .iter_mut()
            .find(|(_, other)| other.form().id == step.form().id)
        {
            Some((_, other)) if other.worked() < step.worked() => other.amount = step.amount,
            Some(_) => {}
            None => once.push((nth, step)),
        }
    }
    let spare = spare
        .iter()
        .filter_map(|nth| once.iter().position(|(old, _)| old == nth))
        .collect();
    (
        once.into_iter().map(|(_, step)| step).collect(),
        spare,
        reordered,
    )
}

/// How often the person has to change between the three heights: the floor, a chair and the feet.
pub fn ups_and_downs(steps: &[Step]) -> usize {
    let changes = steps.windows(2);
    changes
        .filter(|pair| height(&pair[0]) != height(&pair[1]))
        .count()
}

fn height(step: &Step) -> Height {
    step.form().position.height()
}

fn position(step: &Step) -> Position {
    step.form().position
}

/// Each value once, in order of first appearance.
fn in_turn<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
