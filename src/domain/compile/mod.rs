//! Lays a routine out in time. Any valid routine compiles; an invalid one is refused, and the error says where it is
//! wrong.

mod anew;
mod breath;
mod repetitions;
mod stillness;
mod worded;

use std::time::Duration;

use super::cue::{Cue, CueKind, CuePlace, Density, Tone};
use super::dose::{Amount, Dose};
use super::phrasing::{Message, Order, Phrasing};
use super::plan::Plan;
use super::posture::{Form, Side};
use super::routine::{First, RoutineError, Sides, Step};
use super::timeline::{Phase, PhaseKind, Timeline};
pub use anew::{Line, recompile_ends, recompile_step, script, way_out};
use breath::split;

/// The longest single utterance; anything longer is split, as some engines fall silent after about 14 seconds.
const LONGEST_UTTERANCE: Duration = Duration::from_secs(11);

/// Lays the plan's routine out in time. A step that the person's body excludes is done in a gentler way that suits, if
/// there is one.
///
/// # Errors
/// A [`RoutineError`] that says where and why the routine can't be played.
pub fn compile(plan: &Plan, phrasing: &dyn Phrasing) -> Result<Timeline, RoutineError> {
    let mut steps = plan.routine.steps()?;
    for step in &mut steps {
        let suits = |form: &Form| plan.profile.body.suits(form);
        let variation = step.posture.gentle_enough(step.variation, suits);
        step.variation = variation.unwrap_or(step.variation);
    }
    let compiler = Compiler {
        plan,
        phrasing,
        steps: &steps,
    };
    let mut phases: Vec<_> = (0..steps.len())
        .flat_map(|step| compiler.step(step))
        .collect();
    let (welcome, done) = compiler.ends(&phases);
    phases.insert(0, welcome);
    phases.push(done);
    Ok(Timeline { steps, phases })
}

/// How long the plan is expected to take, without the steps that the person's body excludes: the same length as the
/// welcome announces.
///
/// # Errors
/// As [`compile`].
pub fn length(plan: &Plan, phrasing: &dyn Phrasing) -> Result<Duration, RoutineError> {
    let Timeline { steps, phases } = compile(plan, phrasing)?;
    let compiler = Compiler {
        plan,
        phrasing,
        steps: &steps,
    };
    Ok(compiler.led_length(&phases))
}

/// What every part of the layout needs to know.
struct Compiler<'a> {
    plan: &'a Plan,
    phrasing: &'a dyn Phrasing,
    steps: &'a [Step],
}

/// The position of one hold or set of repetitions.
#[derive(Clone, Copy)]
struct Slot {
    step: usize,
    set: u32,
    side: Option<Side>,
    /// The index of the hold within the session, from 0, by which wordings and coaching lines rotate.
    nth: usize,
}

impl Compiler<'_> {
    /// Whether a step suits the person's body. A step that doesn't has its place in the timeline, but is passed over.
    fn is_led(&self, index: usize) -> bool {
        let body = &self.plan.profile.body;
        self.steps
            .get(index)
            .is_some_and(|step| body.suits(step.form()))
    }

    /// The next step that is led, if there is one.
    fn next_led(&self, index: usize) -> Option<&Step> {
        let next = (index + 1..self.steps.len()).find(|next| self.is_led(*next));
        next.map(|next| &self.steps[next])
    }

    /// How long these phases take together, without the steps that are not led.
    fn led_length(&self, phases: &[Phase]) -> Duration {
        phases
            .iter()
            .filter(|phase| phase.is_end() || self.is_led(phase.step))
            .map(Phase::length)
            .sum()
    }

    /// The welcome and the end for these phases. The welcome names how long everything takes, itself included.
    fn ends(&self, phases: &[Phase]) -> (Phase, Phase) {
        let done = self.done();
        let after = self.led_length(phases) + done.length();
        let mut total = after;
        loop {
            let mut welcome = self.get_ready(total);
            let needed = after + welcome.length();
            if needed <= total {
                // A different number may be quicker to say; silence makes up the difference.
                worded::wait_longer(&mut welcome.cues, total.saturating_sub(needed));
                return (welcome, done);
            }
            total = needed;
        }
    }

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
                let slot = Slot {
                    step: index,
                    set,
                    side: *side,
                    nth,
                };
                if set > 1 {
                    phases.push(self.rest(slot));
                    phases.push(self.next_set(slot));
                }
                phases.push(self.work(slot));
                nth += 1;
            }
        }
        phases.push(self.come_out(index, sides[sides.len() - 1]));
        phases
    }

    /// The sides in the order in which they are done; `[None]` for a posture without sides.
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

    /// How far this session's wordings are rotated from those of the first session. The wordings come round again long
    /// before this number does.
    fn session_turn(&self) -> usize {
        self.plan.profile.sessions % 10_000
    }

    /// The index of a hold within its step, from 0, over all sets and sides.
    fn nth_of_step(&self, at: Slot) -> usize {
        at.nth - self.session_turn() - self.holds_before(at.step)
    }

    fn holds_before(&self, index: usize) -> usize {
        self.steps[..index]
            .iter()
            .map(|step| self.sides(step).len() * step.amount.sets as usize)
            .sum()
    }

    /// The amount for one side: half as much again on the stiffer one.
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

    fn work(&self, slot: Slot) -> Phase {
        let amount = self.amount(&self.steps[slot.step], slot.side);
        match amount.dose_of(slot.set) {
            dose @ (Dose::Hold(length) | Dose::Rest(length) | Dose::Go { length, .. }) => {
                self.hold(slot, dose, length)
            }
            dose @ (Dose::Repetitions { count, .. } | Dose::Breaths { count, .. }) => {
                self.repeat(slot, dose, count)
            }
        }
    }

    /// How much is said in this step: less than the preferences ask for, if they let teaching fade and the posture is
    /// familiar.
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
        match (index == 0, self.next_led(index).is_none()) {
            (true, true) => Order::Only,
            (true, false) => Order::First,
            (false, true) => Order::Last,
            (false, false) => Order::Middle,
        }
    }

    fn spoken_length(&self, words: &str) -> Duration {
        self.plan.preferences.spoken_length(words, self.phrasing)
    }

    fn message(&self, kind: CueKind, message: &Message<'_>, pause: Duration) -> Vec<Cue> {
        self.in_turn(kind, &self.phrasing.words(message), pause)
    }

    /// Cues to be said one after the other; words too long for a single utterance are split.
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

/// The tones that open a phase, each with its moment, and the silence before the first word.
///
/// A phase that follows a hold first lets the tone that ended the hold ring out.
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
