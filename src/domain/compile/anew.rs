//! What a session recompiles while it is under way.

use std::time::Duration;

use super::Compiler;
use crate::domain::cue::{Cue, CueKind};
use crate::domain::phrasing::Phrasing;
use crate::domain::plan::Plan;
use crate::domain::posture::Side;
use crate::domain::routine::Step;
use crate::domain::timeline::Phase;

/// The phases of one step, recompiled after its variation has changed.
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

/// The welcome and the end, recompiled for these phases after more has become known of the person's body.
pub fn recompile_ends(
    plan: &Plan,
    phrasing: &dyn Phrasing,
    steps: &[Step],
    phases: &[Phase],
) -> (Phase, Phase) {
    let compiler = Compiler {
        plan,
        phrasing,
        steps,
    };
    let between = phases.iter().filter(|phase| !phase.is_end()).cloned();
    compiler.ends(&between.collect::<Vec<_>>())
}

/// The cues that lead out of a step that is broken off on one side, and on to getting up unless `more` of the step
/// follows.
pub fn way_out(
    plan: &Plan,
    phrasing: &dyn Phrasing,
    steps: &[Step],
    step: usize,
    side: Option<Side>,
    more: bool,
) -> Vec<Cue> {
    let compiler = Compiler {
        plan,
        phrasing,
        steps,
    };
    let mut cues = compiler.exit(step, side);
    if !more {
        cues.extend(compiler.rise(step));
    }
    cues
}

/// A line said between phases: its kind, its words, and the silence after them.
pub type Line = (CueKind, String, Duration);

/// The cues for lines that a running session says between phases, such as "get ready".
pub fn script(plan: &Plan, phrasing: &dyn Phrasing, lines: &[Line]) -> Vec<Cue> {
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
