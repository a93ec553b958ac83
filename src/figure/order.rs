//! Which part of the body is painted before which.

use super::contour::Seen;
use super::picture::BodyPart;

/// The parts in the order in which they are painted: whoever is behind another comes first.
pub(super) fn from_far_to_near(parts: Vec<BodyPart>) -> Vec<BodyPart> {
    let mut waiting = parts;
    let mut sorted = Vec::new();
    while !waiting.is_empty() {
        let free = (0..waiting.len()).find(|nth| {
            let others = waiting.iter().enumerate().filter(|(other, _)| other != nth);
            others
                .into_iter()
                .all(|(_, other)| before(&waiting[*nth], other) <= 0.0)
        });
        // Parts may lie around each other in a ring; then the farthest is painted first.
        let next = free.unwrap_or_else(|| farthest(&waiting));
        sorted.push(waiting.remove(next));
    }
    sorted
}

/// How much one part is before another where the two overlap: 0 if they don't.
fn before(one: &BodyPart, other: &BodyPart) -> f64 {
    let mut sum = 0.0;
    for a in slices(one) {
        for b in slices(other) {
            let apart = a.middle.from(b.middle).length();
            let overlap = a.radius() + b.radius() - apart;
            if overlap > 0.0 {
                sum += (a.depth - b.depth) * overlap;
            }
        }
    }
    sum
}

fn slices(part: &BodyPart) -> impl Iterator<Item = &Seen> {
    part.tubes.iter().flat_map(|(_, tube)| tube)
}

fn farthest(parts: &[BodyPart]) -> usize {
    let depth = |part: &BodyPart| {
        let (sum, count) = slices(part).fold((0.0, 0.0), |(sum, count), slice| {
            (sum + slice.depth, count + 1.0)
        });
        sum / count
    };
    let least =
        (0..parts.len()).min_by(|one, other| depth(&parts[*one]).total_cmp(&depth(&parts[*other])));
    least.unwrap_or_default()
}
