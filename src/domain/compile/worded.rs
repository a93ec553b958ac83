//! Phases that last as long as their words and the time to do what they say.

use std::time::Duration;

use super::{Compiler, Slot, opening};
use crate::domain::cue::{Cue, CueKind, CuePlace};
use crate::domain::phrasing::{BothSides, Message, Rising};
use crate::domain::place::Position;
use crate::domain::plan::transition;
use crate::domain::posture::{Side, SpokenLine, Variation, for_side};
use crate::domain::routine::Sides;
use crate::domain::timeline::{Phase, PhaseKind};

/// The silence after a line that asks for no movement.
const BETWEEN_LINES: Duration = Duration::from_millis(900);
/// The time to become still before a hold.
const STILL: Duration = Duration::from_secs(3);
/// The time for each part of getting up from lying. A design choice: nobody should be hurried here.
const RISING: Duration = Duration::from_secs(6);
/// The time to get into a posture that is named but not explained.
const FIND_BY_NAME: Duration = Duration::from_secs(6);

impl Compiler<'_> {
    pub(super) fn get_ready(&self, total: Duration) -> Phase {
        let title = &self.plan.routine.title;
        let mut cues = self.message(
            CueKind::Announce,
            &Message::Welcome { title, total },
            BETWEEN_LINES,
        );
        if self.plan.preferences.density.teaches() {
            cues.extend(self.message(CueKind::Safety, &Message::NothingShouldHurt, BETWEEN_LINES));
        }
        self.phase(0, 1, None, PhaseKind::GetReady, cues)
    }

    pub(super) fn set_up(&self, index: usize, side: Option<Side>) -> Phase {
        let cues = self.set_up_cues(index, side);
        self.phase(index, 1, side, PhaseKind::SetUp, cues)
    }

    /// The cues that set up a step: name, side and length, then how to get into it.
    fn set_up_cues(&self, index: usize, side: Option<Side>) -> Vec<Cue> {
        let step = &self.steps[index];
        let before = (0..index).rev().find(|before| self.is_led(*before));
        let from = before.map(|before| self.steps[before].form().position);
        let moving = self.settling(transition(from, step.form().position));
        let teaches = self.density(step).teaches();
        let announce = Message::Announce {
            posture: step.posture,
            order: self.order(index),
            side: side.map(|side| (side, self.both_sides(index, side))),
            amount: self.amount(step, side),
        };
        let mut cues = self.message(CueKind::Announce, &announce, BETWEEN_LINES);
        let form = step.form();
        if step.variation != Variation::Usual {
            let name = form.name;
            let variation = match step.variation {
                Variation::Stronger(_) => Message::Stronger { name },
                Variation::Usual | Variation::Easier(_) => Message::Easier { name },
            };
            cues.extend(self.message(CueKind::SetUp, &variation, BETWEEN_LINES));
        }
        for caution in self.plan.profile.body.careful(form) {
            cues.extend(self.message(
                CueKind::Safety,
                &Message::TakeCare { caution },
                BETWEEN_LINES,
            ));
        }
        if let Some(note) = &step.note {
            cues.extend(self.in_turn(CueKind::SetUp, note, BETWEEN_LINES));
        }
        if teaches {
            cues.extend(self.lines(CueKind::SetUp, self.entry(index), side, moving));
        } else {
            keep_silent_after(&mut cues, moving + self.settling(FIND_BY_NAME));
        }
        cues
    }

    /// The posture's own words for getting into it.
    fn entry(&self, index: usize) -> &[SpokenLine] {
        let form = self.steps[index].form();
        if self.was_done_before(index) {
            std::slice::from_ref(&form.again)
        } else {
            &form.setup
        }
    }

    fn both_sides(&self, index: usize, side: Side) -> BothSides {
        let step = &self.steps[index];
        let first = self.sides(step).first() == Some(&Some(side));
        if matches!(step.sides, Sides::Both(_)) && first {
            BothSides::Yes
        } else {
            BothSides::No
        }
    }

    pub(super) fn change_sides(&self, index: usize, side: Option<Side>) -> Phase {
        let step = &self.steps[index];
        let to = side.unwrap_or(Side::Left);
        let teaches = self.density(step).teaches();
        let after = if teaches {
            BETWEEN_LINES
        } else {
            self.settling(FIND_BY_NAME)
        };
        let mut cues = self.message(CueKind::ChangeSides, &Message::ChangeSides { to }, after);
        if teaches {
            let change = &step.form().change;
            cues.extend(self.lines(CueKind::ChangeSides, change, side, Duration::ZERO));
        }
        let afresh = self.set_up_cues(index, side);
        self.phase(index, 1, side, PhaseKind::ChangeSides { afresh }, cues)
    }

    pub(super) fn rest(&self, slot: Slot) -> Phase {
        let step = &self.steps[slot.step];
        let line = step.form().between;
        let mut cues = self.in_turn(
            CueKind::ComeOut,
            &for_side(line.words, slot.side),
            Duration::ZERO,
        );
        // The words are part of the rest; the silence after them is never shorter than the line's own.
        let spoken: Duration = cues.iter().map(Cue::span).sum();
        let pause = step.rest_between.saturating_sub(spoken).max(line.pause);
        keep_silent_after(&mut cues, pause);
        Phase {
            set: slot.set - 1,
            ..self.phase(slot.step, 1, slot.side, PhaseKind::Rest, cues)
        }
    }

    /// Getting into the posture again for another set, after a rest.
    pub(super) fn next_set(&self, slot: Slot) -> Phase {
        let step = &self.steps[slot.step];
        let last = slot.set == step.amount.sets;
        let mut cues = self.message(CueKind::Announce, &Message::NextSet { last }, BETWEEN_LINES);
        cues.extend(self.lines(
            CueKind::SetUp,
            std::slice::from_ref(&step.form().again),
            slot.side,
            Duration::ZERO,
        ));
        Phase {
            set: slot.set,
            ..self.phase(slot.step, 1, slot.side, PhaseKind::SetUp, cues)
        }
    }

    pub(super) fn come_out(&self, index: usize, side: Option<Side>) -> Phase {
        let mut cues = self.exit(index, side);
        cues.extend(self.rise(index));
        Phase {
            set: self.steps[index].amount.sets,
            ..self.phase(index, 1, side, PhaseKind::ComeOut, cues)
        }
    }

    /// The posture's own words for coming out.
    pub(super) fn exit(&self, index: usize, side: Option<Side>) -> Vec<Cue> {
        let form = self.steps[index].form();
        let exit = if self.was_done_before(index) {
            &form.exit_again
        } else {
            &form.exit
        };
        let line = |line: &SpokenLine| {
            self.in_turn(
                CueKind::ComeOut,
                &for_side(line.words, side),
                self.settling(line.pause),
            )
        };
        exit.iter().flat_map(line).collect()
    }

    /// How to get up from lying, unless the next step is done lying too.
    pub(super) fn rise(&self, index: usize) -> Vec<Cue> {
        let from = self.steps[index].form().position;
        let next = self.next_led(index).map(|step| step.form().position);
        if next.is_some_and(Position::is_down) {
            return Vec::new();
        }
        let parts: &[Rising] = match from {
            Position::Lying => &[Rising::Roll, Rising::Push],
            Position::SideLying => &[Rising::Push],
            Position::Prone => &[Rising::PushBack],
            Position::AllFours
            | Position::FloorSitting
            | Position::Standing
            | Position::Chair
            | Position::Desk => &[],
        };
        let part = |part: &Rising| {
            let rise = Message::Rise {
                part: *part,
                nth: index,
            };
            self.message(CueKind::ComeOut, &rise, self.settling(RISING))
        };
        parts.iter().flat_map(part).collect()
    }

    pub(super) fn done(&self) -> Phase {
        let new = (0..self.steps.len()).filter(|index| !self.was_done_before(*index));
        let all = (0..self.steps.len()).all(|index| self.is_led(index));
        let done = Message::Done {
            postures: all.then(|| new.count()),
        };
        let cues = self.message(CueKind::Encouragement, &done, Duration::ZERO);
        self.phase(self.steps.len() - 1, 1, None, PhaseKind::Done, cues)
    }

    /// Whether the same form came earlier, so that it need not be taught again.
    fn was_done_before(&self, index: usize) -> bool {
        let id = self.steps[index].form().id;
        self.steps[..index].iter().any(|step| step.form().id == id)
    }

    /// A posture's own lines. The first is followed by the time to get there, the last by the time to become still.
    fn lines(
        &self,
        kind: CueKind,
        lines: &[SpokenLine],
        side: Option<Side>,
        moving: Duration,
    ) -> Vec<Cue> {
        let last = lines.len().saturating_sub(1);
        let pause_after = |nth: usize, line: &SpokenLine| {
            let moving = if nth == 0 { moving } else { Duration::ZERO };
            let still = if nth == last { STILL } else { Duration::ZERO };
            self.settling(line.pause).max(BETWEEN_LINES) + moving + still
        };
        lines
            .iter()
            .enumerate()
            .flat_map(|(nth, line)| {
                self.in_turn(kind, &for_side(line.words, side), pause_after(nth, line))
            })
            .collect()
    }

    fn settling(&self, usual: Duration) -> Duration {
        self.plan.preferences.settling.of(usual)
    }

    pub(super) fn phase(
        &self,
        step: usize,
        set: u32,
        side: Option<Side>,
        kind: PhaseKind,
        cues: Vec<Cue>,
    ) -> Phase {
        let (tones, lead_in) = opening(&kind);
        let tones = if self.sounds() { tones } else { Vec::new() };
        Phase {
            step,
            set,
            side,
            kind,
            lead_in,
            cues,
            tones,
        }
    }

    pub(super) fn sounds(&self) -> bool {
        self.plan.preferences.density.sounds()
    }
}

/// Lengthens the silence after the last of some cues.
pub(super) fn wait_longer(cues: &mut [Cue], by: Duration) {
    if let Some(last) = cues.last_mut()
        && let CuePlace::InTurn { pause } = &mut last.place
    {
        *pause += by;
    }
}

/// Sets the silence after the last of some cues, in which to do what they said.
fn keep_silent_after(cues: &mut [Cue], pause: Duration) {
    if let Some(last) = cues.last_mut() {
        last.place = CuePlace::InTurn { pause };
    }
}
