//! Lays a routine out in time. Any valid routine compiles; an invalid one is refused by place.

mod breath;
mod repetitions;
mod stillness;
mod worded;

use std::time::Duration;

use super::cue::{Cue, CueKind, CuePlace, Density, Tone};
use super::dose::{Amount, Dose};
use super::phrasing::{Message, Order, Phrasing};
use super::plan::Plan;
use super::posture::Side;
use super::routine::{First, RoutineError, Sides, Step};
use super::timeline::{Phase, PhaseKind, Timeline};
use breath::split;

/// A single utterance longer than this is split: some engines fall silent after some 14 seconds.
const LONGEST_UTTERANCE: Duration = Duration::from_secs(11);

/// Lays the plan's routine out in time.
///
/// # Errors
/// A [`RoutineError`] that says where and why the routine cannot be played.
pub fn compile(plan: &Plan, phrasing: &dyn Phrasing) -> Result<Timeline, RoutineError> {
    let steps = plan.routine.steps()?;
    let compiler = Compiler {
        plan,
        phrasing,
        steps: &steps,
    };
    let mut phases = Vec::new();
    for step in 0..steps.len() {
        phases.extend(compiler.step(step));
    }
    phases.push(compiler.done());
    let total = phases.iter().map(Phase::length).sum();
    phases.insert(0, compiler.get_ready(total));
    Ok(Timeline { steps, phases })
}

/// How long the plan is expected to take.
///
/// # Errors
/// As [`compile`].
pub fn length(plan: &Plan, phrasing: &dyn Phrasing) -> Result<Duration, RoutineError> {
    compile(plan, phrasing).map(|timeline| timeline.total())
}

/// The phases of one step, laid out anew after its way of doing it has changed.
pub fn recompile_step(
    plan: &Plan,
    phrasing: &dyn Phrasing,
    steps: &[Step],
    step: usize,
) -> Vec<Phase> {
    Compiler {
        plan,
        phrasing,
        steps,
    }
    .step(step)
}

/// What every part of the layout needs to know.
struct Compiler<'a> {
    plan: &'a Plan,
    phrasing: &'a dyn Phrasing,
    steps: &'a [Step],
}

/// One hold or set of repetitions: where it stands.
#[derive(Clone, Copy)]
struct Place {
    step: usize,
    set: u32,
    side: Option<Side>,
    /// Which hold of the session, from 0: wordings and coaching lines move on by it.
    nth: usize,
}

impl Compiler<'_> {
    fn step(&self, index: usize) -> Vec<Phase> {
        let step = &self.steps[index];
        let sides = self.sides(step);
        let mut phases = vec![self.set_up(index, sides[0])];
        let mut nth = self.session_turn() + self.holds_before(index);
        for (turn, side) in sides.iter().enumerate() {
            if turn > 0 {
                phases.push(self.change_sides(index, *side));
            }
            for set in 1..=step.amount.sets {
                let place = Place {
                    step: index,
                    set,
                    side: *side,
                    nth,
                };
                if set > 1 {
                    phases.push(self.rest(place));
                    phases.push(self.next_set(place));
                }
                phases.push(self.work(place));
                nth += 1;
            }
        }
        phases.push(self.come_out(index, sides[sides.len() - 1]));
        phases
    }

    /// The sides in the order they are done; `[None]` for a posture without sides.
    fn sides(&self, step: &Step) -> Vec<Option<Side>> {
        match step.sides {
            Sides::Neither => vec![None],
            Sides::Only(side) => vec![Some(side)],
            Sides::Both(first) => {
                let first = match first {
                    First::Always(side) => side,
                    First::Alternating => self.plan.profile.starting_side(),
                };
                vec![Some(first), Some(first.other())]
            }
        }
    }

    /// By how much this session's wordings are ahead of the first session's. They come round
    /// again long before this does.
    fn session_turn(&self) -> usize {
        self.plan.profile.sessions % 10_000
    }

    /// Which hold of its step this is, from 0, over all sets and sides.
    fn nth_of_step(&self, at: Place) -> usize {
        at.nth - self.session_turn() - self.holds_before(at.step)
    }

    fn holds_before(&self, index: usize) -> usize {
        self.steps[..index]
            .iter()
            .map(|step| self.sides(step).len() * step.amount.sets as usize)
            .sum()
    }

    /// How much on one side: half as long again on a stiffer one.
    fn amount(&self, step: &Step, side: Option<Side>) -> Amount {
        let stiffer = side.is_some() && side == self.plan.preferences.stiffer_side;
        let dose = step.amount.dose;
        if stiffer {
            Amount {
                dose: dose.with_more(dose.length() / 2),
                ..step.amount
            }
        } else {
            step.amount
        }
    }

    fn work(&self, place: Place) -> Phase {
        let amount = self.amount(&self.steps[place.step], place.side);
        match amount.dose_of(place.set) {
            dose @ (Dose::Hold(length) | Dose::Rest(length) | Dose::Go { length, .. }) => {
                self.hold(place, dose, length)
            }
            dose @ (Dose::Repetitions { count, .. } | Dose::Breaths { count, .. }) => {
                self.repeat(place, dose, count)
            }
        }
    }

    /// How much is said in this step: less than asked for, once it is familiar and that is wanted.
    fn density(&self, step: &Step) -> Density {
        let preferences = &self.plan.preferences;
        let familiar = self
            .plan
            .profile
            .familiar
            .iter()
            .any(|id| id == step.posture.id);
        if preferences.density == Density::Teaching && preferences.fade_teaching && familiar {
            Density::Reminding
        } else {
            preferences.density
        }
    }

    fn order(&self, index: usize) -> Order {
        match (index, self.steps.len()) {
            (0, 1) => Order::Only,
            (0, _) => Order::First,
            (index, count) if index + 1 == count => Order::Last,
            _ => Order::Middle,
        }
    }

    fn spoken_length(&self, words: &str) -> Duration {
        self.plan.preferences.spoken_length(words, self.phrasing)
    }

    fn message(&self, kind: CueKind, message: &Message<'_>, pause: Duration) -> Vec<Cue> {
        self.in_turn(kind, &self.phrasing.words(message), pause)
    }

    /// Cues said one after the other; words too long for one breath of an engine are split.
    fn in_turn(&self, kind: CueKind, words: &str, pause: Duration) -> Vec<Cue> {
        split(words, &|part| self.spoken_length(part) <= LONGEST_UTTERANCE)
            .into_iter()
            .rev()
            .enumerate()
            .map(|(from_the_end, words)| {
                let pause = if from_the_end == 0 {
                    pause
                } else {
                    Duration::from_millis(200)
                };
                let length = self.spoken_length(&words);
                Cue {
                    kind,
                    words,
                    length,
                    place: CuePlace::InTurn { pause },
                }
            })
            .rev()
            .collect()
    }
}

/// Cues that a running session says between phases, such as "get ready".
pub fn script(
    plan: &Plan,
    phrasing: &dyn Phrasing,
    lines: &[(CueKind, String, Duration)],
) -> Vec<Cue> {
    let compiler = Compiler {
        plan,
        phrasing,
        steps: &[],
    };
    lines
        .iter()
        .flat_map(|(kind, words, pause)| compiler.in_turn(*kind, words, *pause))
        .collect()
}

/// The tone that opens a phase, with its moment, and the silence before the first word.
///
/// What follows a hold lets the tone that ended it ring out first.
fn opening(kind: &PhaseKind) -> (Vec<(Duration, Tone)>, Duration) {
    let millis = Duration::from_millis;
    match kind {
        PhaseKind::ChangeSides { .. } => (vec![(millis(800), Tone::SideChange)], millis(1_700)),
        PhaseKind::Done => (vec![(Duration::ZERO, Tone::Finished)], millis(1_500)),
        PhaseKind::Rest | PhaseKind::ComeOut => (Vec::new(), millis(800)),
        PhaseKind::GetReady | PhaseKind::SetUp | PhaseKind::Hold(_) | PhaseKind::Repeat { .. } => {
            (Vec::new(), Duration::ZERO)
        }
    }
}
