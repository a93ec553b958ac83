//! Fits steps to the time there is.

use std::time::Duration;

use super::Reason;
use crate::domain::dose::{Amount, Dose};
use crate::domain::routine::Step;

/// How far a plan may be from the time asked for, as a fraction of it, and still be near enough.
const NEAR: f64 = 0.06;
/// The most movements and breaths that a plan asks for in one set.
const MOST_MOVEMENTS: u32 = 24;
const MOST_BREATHS: u32 = 40;
/// How much too short a plan may be, as a fraction of the time asked for, before the person is told.
const FAR: f64 = 0.15;
/// The least and greatest factor by which steps are made shorter or longer.
const LEAST: f64 = 0.3;
const MOST: f64 = 4.0;

/// Steps to be fitted, and what may be left out or added.
pub(super) struct Fitting<'a> {
    pub(super) steps: Vec<Step>,
    /// The indices of the spare steps, which are left out first, last one first.
    pub(super) spare: Vec<usize>,
    /// The steps that may be added, in this order.
    pub(super) pool: &'a [Step],
    /// How much time there is; `None` for as long as it takes.
    pub(super) time: Option<Duration>,
}

/// The fitted steps.
pub(super) struct Fitted {
    pub(super) steps: Vec<Step>,
    pub(super) length: Duration,
    pub(super) reasons: Vec<Reason>,
}

/// Fits steps to the time, as closely as possible.
pub(super) fn fit(fitting: Fitting<'_>, length: &dyn Fn(&[Step]) -> Duration) -> Fitted {
    let Some(time) = fitting.time else {
        return Fitted {
            length: length(&fitting.steps),
            steps: fitting.steps,
            reasons: Vec::new(),
        };
    };
    let (steps, chosen) = chosen(fitting, time, length);
    let fitted = evened(nearest(&steps, time, length), time, length);
    let long = length(&fitted);
    let mut reasons: Vec<_> = changed(&steps, &fitted).into_iter().chain(chosen).collect();
    if long < time.mul_f64(1.0 - FAR) {
        reasons.push(Reason::NothingMore);
    }
    Fitted {
        steps: fitted,
        length: long,
        reasons,
    }
}

/// The steps for which there is time. If even the least of all of them would take too long, some are left out; if the
/// most of all would be too short, others are added.
fn chosen(
    fitting: Fitting<'_>,
    time: Duration,
    length: &dyn Fn(&[Step]) -> Duration,
) -> (Vec<Step>, Vec<Reason>) {
    let Fitting {
        mut steps,
        mut spare,
        pool,
        ..
    } = fitting;
    let too_long = |steps: &[Step]| length(&scaled(steps, LEAST)) > time.mul_f64(1.0 + NEAR);
    let too_short = |steps: &[Step]| length(&scaled(steps, MOST)) < time.mul_f64(1.0 - NEAR);
    let mut reasons = Vec::new();
    while steps.len() > 1 && too_long(&steps) {
        let out = leave_out(&mut steps, &mut spare);
        reasons.push(Reason::NoTimeFor(out.posture));
    }
    if !reasons.is_empty() {
        return (steps, reasons);
    }
    for step in pool {
        let new = !steps.iter().any(|other| other.form().id == step.form().id);
        if !new || !too_short(&steps) {
            continue;
        }
        let with = added(&steps, step);
        if !too_long(&with) {
            steps = with;
            reasons.push(Reason::TimeFor(step.posture));
        }
    }
    (steps, reasons)
}

/// Whether steps were made shorter or longer; `None` if neither, or both.
fn changed(before: &[Step], after: &[Step]) -> Option<Reason> {
    let pairs = || before.iter().zip(after);
    let shorter = pairs().any(|(was, now)| now.worked() < was.worked());
    let longer = pairs().any(|(was, now)| now.worked() > was.worked());
    match (shorter, longer) {
        (true, false) => Some(Reason::Shorter),
        (false, true) => Some(Reason::Longer),
        (true, true) | (false, false) => None,
    }
}

/// Leaves out the last spare step; if none is spare, the last step.
fn leave_out(steps: &mut Vec<Step>, spare: &mut Vec<usize>) -> Step {
    let at = spare.pop().unwrap_or(steps.len() - 1).min(steps.len() - 1);
    for other in spare.iter_mut().filter(|other| **other > at) {
        *other -= 1;
    }
    steps.remove(at)
}

/// The steps with another one, after those in the same position, else after those at the same height, else at the end.
fn added(steps: &[Step], another: &Step) -> Vec<Step> {
    let position = another.form().position;
    let alike = |step: &Step| step.form().position == position;
    let level = |step: &Step| step.form().position.height() == position.height();
    let beside = steps
        .iter()
        .rposition(alike)
        .or_else(|| steps.iter().rposition(level));
    let at = beside.map_or(steps.len(), |beside| beside + 1);
    let mut with = steps.to_vec();
    with.insert(at, another.clone());
    with
}

/// The steps scaled by the factor that comes nearest to the time.
fn nearest(steps: &[Step], time: Duration, length: &dyn Fn(&[Step]) -> Duration) -> Vec<Step> {
    let (mut low, mut high) = (LEAST, MOST);
    let mut best = (length(steps).abs_diff(time), steps.to_vec());
    // A plan that is near enough is left as its authors wrote it.
    if best.0 <= time.mul_f64(NEAR) {
        return best.1;
    }
    for _ in 0..10 {
        let middle = f64::midpoint(low, high);
        let tried = scaled(steps, middle);
        let long = length(&tried);
        if long > time {
            high = middle;
        } else {
            low = middle;
        }
        if long.abs_diff(time) < best.0 {
            best = (long.abs_diff(time), tried);
        }
    }
    best.1
}

/// Lengthens or shortens steps of flexible length, from the last one back, until the plan is near enough.
fn evened(mut steps: Vec<Step>, time: Duration, length: &dyn Fn(&[Step]) -> Duration) -> Vec<Step> {
    for at in (0..steps.len()).rev() {
        let now = length(&steps);
        if now.abs_diff(time) <= time.mul_f64(NEAR) {
            break;
        }
        let was = steps[at].worked();
        let wanted = (was + time).saturating_sub(now);
        steps[at].amount.dose = lasting(&steps[at], wanted);
    }
    steps
}

fn scaled(steps: &[Step], factor: f64) -> Vec<Step> {
    let scale = |(nth, step): (usize, &Step)| Step {
        amount: scaled_amount(step.amount, factor, turn(nth, steps.len())),
        ..step.clone()
    };
    steps.iter().enumerate().map(scale).collect()
}

/// How early a step gets its next set as a plan grows, from -0.4 to 0.4. Steps take turns, so that a plan does not
/// double all at once.
#[expect(clippy::cast_precision_loss, reason = "some dozen steps")]
fn turn(nth: usize, count: usize) -> f64 {
    0.8 * (nth as f64 + 0.5) / count as f64 - 0.4
}

/// Scales an amount, within what can be asked of a person.
fn scaled_amount(amount: Amount, factor: f64, turn: f64) -> Amount {
    let dose = match amount.dose {
        Dose::Hold(length) => {
            let (least, most) = (length.min(secs(20)), length.max(secs(90)));
            Dose::Hold(rounded(length.mul_f64(factor), 5, 15).clamp(least, most))
        }
        Dose::Repetitions { count, tempo } if amount.fewer == 0 => Dose::Repetitions {
            count: times(f64::from(count) * factor, count.min(5), count.max(16)),
            tempo,
        },
        Dose::Breaths {
            count,
            inhale,
            exhale,
        } => Dose::Breaths {
            count: times(
                f64::from(count) * factor,
                count.min(5),
                count.max(MOST_BREATHS),
            ),
            inhale,
            exhale,
        },
        dose @ Dose::Repetitions { .. } => dose,
        dose @ (Dose::Rest(length) | Dose::Go { length, .. }) => {
            still(dose, length.mul_f64(factor))
        }
    };
    let sets = if matches!(dose, Dose::Rest(_) | Dose::Go { .. }) {
        amount.sets
    } else {
        let sets = f64::from(amount.sets);
        times(sets * factor + turn, 1, amount.sets.max(3))
    };
    Amount {
        dose,
        sets,
        fewer: amount.fewer,
    }
}

/// The dose that makes a step last about `length`, within what can be asked of a person. Holds stay as they are, and so
/// do sets that get smaller from one to the next.
fn lasting(step: &Step, length: Duration) -> Dose {
    let Amount { dose, fewer, .. } = step.amount;
    // How long one movement or breath takes over all sets and sides.
    let one = |count: u32| step.worked().as_secs_f64() / f64::from(count.max(1));
    let counted = |count: u32, most: u32| {
        let fitting = length.as_secs_f64() / one(count);
        times(fitting, count.min(5), count.max(most))
    };
    match dose {
        Dose::Repetitions { count, tempo } if fewer == 0 => Dose::Repetitions {
            count: counted(count, MOST_MOVEMENTS),
            tempo,
        },
        Dose::Breaths {
            count,
            inhale,
            exhale,
        } if fewer == 0 => Dose::Breaths {
            count: counted(count, MOST_BREATHS),
            inhale,
            exhale,
        },
        Dose::Hold(_) | Dose::Repetitions { .. } | Dose::Breaths { .. } => dose,
        Dose::Rest(_) | Dose::Go { .. } => still(dose, length),
    }
}

/// A rest, or movement at the person's own pace, of about this length.
fn still(dose: Dose, length: Duration) -> Dose {
    match dose {
        Dose::Rest(now) => {
            let (least, most) = (now.min(secs(60)), now.max(secs(15 * 60)));
            Dose::Rest(rounded(length, 10, 30).clamp(least, most))
        }
        Dose::Go { length: now, pace } => {
            let (least, most) = (now.min(secs(60)), now.max(secs(10 * 60)));
            let length = rounded(length, 10, 30).clamp(least, most);
            Dose::Go { length, pace }
        }
        dose @ (Dose::Hold(_) | Dose::Repetitions { .. } | Dose::Breaths { .. }) => dose,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "some dozen, held between two bounds"
)]
fn times(count: f64, least: u32, most: u32) -> u32 {
    (count.round().max(0.0) as u32).clamp(least, most)
}

/// Rounds a length to a multiple of `short` seconds; above a minute, of `long` seconds.
fn rounded(length: Duration, short: u64, long: u64) -> Duration {
    let to = if length > secs(60) { long } else { short };
    secs((length.as_secs() + to / 2) / to * to)
}

const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
