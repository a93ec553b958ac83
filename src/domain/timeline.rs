//! A routine laid out in time: a flat list of phases, each with its length and its cues.

use std::time::Duration;

use super::cue::{Cue, Tone};
use super::posture::Side;
use super::routine::Step;

/// Everything that will happen, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The steps, with rounds expanded.
    pub steps: Vec<Step>,
    /// The phases, in order: first [`PhaseKind::GetReady`], last [`PhaseKind::Done`].
    pub phases: Vec<Phase>,
}

/// One stretch of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// The index of the step that it belongs to.
    pub step: usize,
    /// The set, from 1.
    pub set: u32,
    /// The side that works.
    pub side: Option<Side>,
    /// What happens.
    pub kind: PhaseKind,
    /// The silence before the first word, in which a tone rings out.
    pub lead_in: Duration,
    /// What is said, in order.
    pub cues: Vec<Cue>,
    /// What is sounded, each with its moment in the phase, in order.
    pub tones: Vec<(Duration, Tone)>,
}

/// What happens in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhaseKind {
    /// The routine is introduced.
    GetReady,
    /// Getting into the posture.
    SetUp,
    /// Staying in it, for exactly this long.
    Hold(Duration),
    /// Moving in and out of it, for an exact length.
    Repeat {
        /// The length of one repetition or breath.
        one: Duration,
        /// How many repetitions or breaths there are.
        count: u32,
    },
    /// Changing to the other side.
    ChangeSides {
        /// What is said instead if the person is not in the posture: how to get into it.
        afresh: Vec<Cue>,
    },
    /// A rest between two sets.
    Rest,
    /// Coming out of the posture.
    ComeOut,
    /// The routine is over.
    Done,
}

impl Phase {
    /// The exact length of a hold or of repetitions; the other phases last as long as their words.
    pub fn exact_length(&self) -> Option<Duration> {
        match self.kind {
            PhaseKind::Hold(length) => Some(length),
            PhaseKind::Repeat { one, count } => Some(one * count),
            PhaseKind::GetReady
            | PhaseKind::SetUp
            | PhaseKind::ChangeSides { .. }
            | PhaseKind::Rest
            | PhaseKind::ComeOut
            | PhaseKind::Done => None,
        }
    }

    /// How long the phase is expected to take.
    pub fn length(&self) -> Duration {
        self.exact_length()
            .unwrap_or_else(|| self.lead_in + self.cues.iter().map(Cue::span).sum::<Duration>())
    }

    /// Whether the phase belongs to the routine as a whole: its beginning or its end.
    pub const fn is_end(&self) -> bool {
        matches!(self.kind, PhaseKind::GetReady | PhaseKind::Done)
    }

    /// Whether `back` may land here: at the start of something to do.
    pub fn is_landing(&self) -> bool {
        matches!(self.kind, PhaseKind::SetUp | PhaseKind::ChangeSides { .. })
            || self.exact_length().is_some()
    }
}

impl Timeline {
    /// How long the whole session is expected to take.
    pub fn total(&self) -> Duration {
        self.length_from(0)
    }

    /// How long the phases from `phase` on are expected to take.
    pub fn length_from(&self, phase: usize) -> Duration {
        self.phases.iter().skip(phase).map(Phase::length).sum()
    }

    /// The first phase of a step, if there is such a step.
    pub fn start_of(&self, step: usize) -> Option<usize> {
        self.phases
            .iter()
            .position(|phase| phase.step == step && phase.kind == PhaseKind::SetUp)
    }

    /// The index of the last phase, in which the routine is over.
    pub fn done(&self) -> usize {
        self.phases.len().saturating_sub(1)
    }
}
