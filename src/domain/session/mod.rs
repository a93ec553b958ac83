//! A session: a state machine over a timeline, and the moments and wishes that drive it.
//!
//! The contract: hand in what happened ([`Session::command`], [`Session::utterance_ended`],
//! [`Session::voice_lost`]) or that time has passed ([`Session::advance`]), carry out the outputs
//! in order, and call again at [`Session::next_deadline`] at the latest. Where the session stands
//! follows from moments alone: calling more often changes nothing, and time that runs backwards
//! is taken as time standing still.

mod caring;
mod lengthening;
mod missing;
mod moves;
mod pausing;
mod preferring;
mod script;
mod snapshot;
mod standing;
mod state;
mod voice;

use std::time::Duration;

pub use snapshot::{Snapshot, SnapshotError};
pub use standing::{Offer, Standing};
pub use state::{Arrival, Ending, Point, State, Why};
pub use voice::{UtteranceId, patience};

use super::compile::compile;
use super::cue::{CueKind, CuePlace, Tone};
use super::history::{Done, HoldEnd};
use super::phrasing::Phrasing;
use super::plan::Plan;
use super::routine::RoutineError;
use super::time::Moment;
use super::timeline::{PhaseKind, Timeline};
use script::{Progress, Script};
use voice::Voice;

/// A deadline missed by more than this means that the device slept. Browsers wake a hidden page
/// once a minute at the least.
pub const ASLEEP: Duration = Duration::from_secs(90);
/// A tone that passed longer ago than this is not felt any more.
const STILL_FELT: Duration = Duration::from_millis(500);

/// What the person asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Begin.
    Start,
    /// Wait.
    Pause,
    /// Go on where it was left.
    Resume,
    /// Go to what comes next.
    Next,
    /// Go to the start of this, or shortly after its start to what was before it.
    Back,
    /// Go to the start of this step, from 0.
    Jump(usize),
    /// Make this hold longer.
    AddTime(Duration),
    /// Skip the rest of the instructions.
    InPosition,
    /// Do this side again in an easier way.
    Easier,
    /// Stop the hold: it hurts.
    Hurts,
    /// Stop the hold: the head swims.
    Dizzy,
    /// Do this side again from its beginning.
    RepeatSide,
    /// Take this hold as done.
    CountAsDone,
    /// End the session.
    Stop,
}

/// What is to be done in the world, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// Show these words, and speak them if they are to be heard.
    Say {
        /// To be named when the utterance has ended.
        id: UtteranceId,
        /// What they are for.
        kind: CueKind,
        /// The words.
        words: String,
        /// Whether to speak them.
        aloud: bool,
    },
    /// Stop speaking at once.
    Hush,
    /// The voice did not report an end in time and was given up on.
    VoiceStalled,
    /// Sound these tones at these moments.
    Sound(Vec<(Moment, Tone)>),
    /// Forget all tones that have not sounded yet.
    CancelTones,
    /// A tone's moment is now: let it be felt.
    Vibrate(Tone),
    /// Something changed that must survive: take a snapshot.
    Changed,
    /// The session is over.
    Ended(Ending),
}

/// A session.
#[derive(Debug, Clone)]
pub struct Session {
    plan: Plan,
    phrasing: &'static dyn Phrasing,
    timeline: Timeline,
    state: State,
    voice: Voice,
    done: Vec<Done>,
    /// Time added to holds: which phase, how much in all.
    added: Vec<(usize, Duration)>,
    /// Once the head swam, postures with the head down are left out.
    head_down_over: bool,
    started: Option<Moment>,
    /// What is said while the session waits.
    aside: Option<Script>,
    /// The latest moment that was ever handed in.
    seen: Moment,
    out: Vec<Output>,
}

impl Session {
    /// A session that has not begun. `aloud` says whether the device has a voice.
    ///
    /// # Errors
    /// The [`RoutineError`] of a routine that cannot be played.
    pub fn new(
        plan: Plan,
        phrasing: &'static dyn Phrasing,
        aloud: bool,
    ) -> Result<Self, RoutineError> {
        let timeline = compile(&plan, phrasing)?;
        let voice = Voice::new(aloud && plan.preferences.density.speaks());
        Ok(Self {
            plan,
            phrasing,
            timeline,
            state: State::Ready,
            voice,
            done: Vec::new(),
            added: Vec::new(),
            head_down_over: false,
            started: None,
            aside: None,
            seen: Moment::from_millis(0),
            out: Vec::new(),
        })
    }

    /// Does what the person asks. What makes no sense in the present state changes nothing.
    pub fn command(&mut self, command: Command, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        // A timer may be late: what is due comes first, or a wish would be taken for a hold that
        // is over already.
        self.settle(now);
        self.obey(command, now);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// The engine has finished an utterance.
    pub fn utterance_ended(&mut self, id: UtteranceId, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.voice.ended(id);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// There is no voice any more: words are only shown from now on.
    pub fn voice_lost(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.voice.lose(&mut self.out);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// Something else took the sound, a call perhaps: wait.
    pub fn interrupted(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.settle(now);
        self.pause(now, Why::Interrupted);
        std::mem::take(&mut self.out)
    }

    /// Lets time pass.
    pub fn advance(&mut self, now: Moment) -> Vec<Output> {
        let now = self.pass(now);
        self.settle(now);
        std::mem::take(&mut self.out)
    }

    /// The moment at which [`Session::advance`] must be called, if nothing happens before.
    pub fn next_deadline(&self) -> Option<Moment> {
        let of_state = match &self.state {
            State::Leading { script, .. }
            | State::Returning { script, .. }
            | State::Hurt { script, .. }
            | State::Dizzy { script, .. } => script.deadline(),
            State::Holding {
                phase,
                began,
                next_cue,
                next_tone,
            } => self.holding_deadline(*phase, *began, *next_cue, *next_tone),
            State::Paused { .. } => self.aside.as_ref().and_then(Script::deadline),
            State::Ready | State::Over(_) => None,
        };
        [of_state, self.voice.deadline()]
            .into_iter()
            .flatten()
            .min()
    }

    fn holding_deadline(
        &self,
        phase: usize,
        began: Moment,
        cue: usize,
        tone: usize,
    ) -> Option<Moment> {
        let phase = &self.timeline.phases[phase];
        let end = phase.exact_length().map(|length| began + length);
        let tone = phase.tones.get(tone).map(|(at, _)| began + *at);
        let cue = phase.cues.get(cue).map(|cue| match cue.place {
            CuePlace::At { from, .. } if self.voice.is_free() => began + from,
            // The voice is busy; what it says will end, or this cue will come too late.
            CuePlace::At { latest, .. } => began + latest + Duration::from_millis(1),
            CuePlace::InTurn { .. } => began,
        });
        [end, tone, cue].into_iter().flatten().min()
    }

    /// Takes notice of the time, and of having slept through a deadline.
    fn pass(&mut self, now: Moment) -> Moment {
        let before = self.seen;
        self.seen = before.max(now);
        if let Some(deadline) = self.next_deadline()
            && self.seen.since(deadline) > ASLEEP
        {
            self.fall_asleep(before);
        }
        self.seen
    }

    /// Does everything that is due at `now`.
    fn settle(&mut self, now: Moment) {
        // Every step either waits or moves on through a finite timeline; the bound is a safety net.
        for _ in 0..100_000 {
            self.voice.advance(now, &mut self.out);
            if !self.step(now) {
                return;
            }
        }
        debug_assert!(false, "a session that never settles");
    }

    /// Takes one step that is due. Returns whether there may be another.
    fn step(&mut self, now: Moment) -> bool {
        match &mut self.state {
            State::Leading { phase, script, .. } => {
                let phase = *phase;
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                if progress == Progress::Over {
                    self.leave(phase, now);
                }
                progress != Progress::Nothing
            }
            State::Returning {
                phase,
                elapsed,
                script,
            } => {
                let (phase, elapsed) = (*phase, *elapsed);
                match script.advance(now, &mut self.voice, &mut self.out) {
                    Progress::LastSilence { until } => self.count_in(until),
                    Progress::Over => self.hold_from(phase, elapsed, now),
                    Progress::Moved => {}
                    Progress::Nothing => return false,
                }
                true
            }
            State::Hurt { script, .. } | State::Dizzy { script, .. } => {
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                !matches!(progress, Progress::Nothing | Progress::Over)
            }
            State::Holding { .. } => self.step_hold(now),
            State::Paused { .. } => {
                let Some(script) = &mut self.aside else {
                    return false;
                };
                let progress = script.advance(now, &mut self.voice, &mut self.out);
                !matches!(progress, Progress::Nothing | Progress::Over)
            }
            State::Ready | State::Over(_) => false,
        }
    }

    fn step_hold(&mut self, now: Moment) -> bool {
        let State::Holding {
            phase: index,
            began,
            next_cue,
            next_tone,
        } = &mut self.state
        else {
            return false;
        };
        let (index, elapsed) = (*index, now.since(*began));
        let phase = &self.timeline.phases[index];
        if let Some((at, tone)) = phase.tones.get(*next_tone)
            && *at <= elapsed
        {
            *next_tone += 1;
            if elapsed.saturating_sub(*at) < STILL_FELT {
                self.out.push(Output::Vibrate(*tone));
            }
            return true;
        }
        if phase.exact_length().is_some_and(|length| elapsed >= length) {
            self.leave(index, now);
            return true;
        }
        let Some(cue) = phase.cues.get(*next_cue) else {
            return false;
        };
        let CuePlace::At { from, latest } = cue.place else {
            return false;
        };
        if elapsed > latest {
            *next_cue += 1;
            return true;
        }
        if elapsed < from || !self.voice.is_free() {
            return false;
        }
        *next_cue += 1;
        self.voice.say(cue, now, &mut self.out);
        true
    }

    /// A phase has come to its own end.
    fn leave(&mut self, phase: usize, now: Moment) {
        if let Some(length) = self.timeline.phases[phase].exact_length() {
            self.note(phase, length, HoldEnd::Completed);
        }
        if phase == self.timeline.done() {
            self.end(Ending::Finished);
        } else {
            self.enter(phase + 1, Arrival::InFlow, now);
        }
    }

    /// Begins a phase; passes over what has become unwise.
    fn enter(&mut self, phase: usize, arrival: Arrival, now: Moment) {
        let (phase, arrival) = self.wise(phase, arrival);
        if self.timeline.phases[phase].exact_length().is_some() {
            self.hold_from(phase, Duration::ZERO, now);
        } else {
            self.lead_from(phase, 0, arrival, now);
        }
    }

    /// Whether a phase leads where this person is not to go: into what their own cautions exclude, or
    /// with the head down once it has swum.
    fn is_unwise(&self, phase: usize) -> bool {
        let form = self.timeline.steps[self.timeline.phases[phase].step].form();
        let excluded = !self.plan.profile.body.suits(form);
        phase != self.timeline.done() && (excluded || (self.head_down_over && form.head_down))
    }

    /// The phase itself, or the next one that is not unwise.
    fn wise(&self, phase: usize, arrival: Arrival) -> (usize, Arrival) {
        let wiser = (phase..self.timeline.done()).find(|next| !self.is_unwise(*next));
        let wiser = wiser.unwrap_or(self.timeline.done());
        (
            wiser,
            if wiser == phase {
                arrival
            } else {
                Arrival::Afresh
            },
        )
    }

    fn lead_from(&mut self, phase: usize, line: usize, arrival: Arrival, now: Moment) {
        let entering = &self.timeline.phases[phase];
        let cues = match (&entering.kind, arrival) {
            (PhaseKind::ChangeSides { afresh }, Arrival::Afresh) => afresh.clone(),
            _ => entering.cues.clone(),
        };
        let lead_in = if line == 0 {
            entering.lead_in
        } else {
            Duration::ZERO
        };
        if line == 0 && !entering.tones.is_empty() {
            let tones: Vec<_> = entering
                .tones
                .iter()
                .map(|(at, tone)| (now + *at, *tone))
                .collect();
            self.out
                .extend(tones.iter().map(|(_, tone)| Output::Vibrate(*tone)));
            self.out.push(Output::Sound(tones));
        }
        let script = Script::starting_at(cues, line).opening_at(now + lead_in);
        self.state = State::Leading {
            phase,
            entered: now,
            script,
            arrival,
        };
        self.out.push(Output::Changed);
    }

    /// Holds a phase of which `elapsed` is over already.
    fn hold_from(&mut self, phase: usize, elapsed: Duration, now: Moment) {
        self.hold_on(phase, now - elapsed, |at| at < elapsed);
    }

    /// Holds a phase that began then; of its cues and tones, those that are `over` stay away.
    fn hold_on(&mut self, phase: usize, began: Moment, over: impl Fn(Duration) -> bool) {
        let holding = &self.timeline.phases[phase];
        let next_tone = holding.tones.partition_point(|(at, _)| over(*at));
        let next_cue = holding.cues.partition_point(|cue| match cue.place {
            CuePlace::At { from, .. } => over(from),
            CuePlace::InTurn { .. } => true,
        });
        let tones: Vec<_> = holding.tones[next_tone..]
            .iter()
            .map(|(at, tone)| (began + *at, *tone))
            .collect();
        if !tones.is_empty() {
            self.out.push(Output::Sound(tones));
        }
        self.state = State::Holding {
            phase,
            began,
            next_cue,
            next_tone,
        };
        self.out.push(Output::Changed);
    }

    /// Three tones, a second apart, until a hold goes on.
    fn count_in(&mut self, until: Moment) {
        if self.plan.preferences.density.sounds() {
            let tone = |left| (until - Duration::from_secs(left), Tone::GetReady);
            self.out
                .push(Output::Sound(vec![tone(3), tone(2), tone(1)]));
        }
    }

    fn end(&mut self, ending: Ending) {
        self.state = State::Over(ending);
        self.out.push(Output::Ended(ending));
    }

    fn note(&mut self, phase: usize, held: Duration, end: HoldEnd) {
        let phase = &self.timeline.phases[phase];
        let Some(planned) = phase.exact_length() else {
            return;
        };
        let step = &self.timeline.steps[phase.step];
        self.done.push(Done {
            posture: step.posture.id.to_owned(),
            side: phase.side,
            set: phase.set,
            form: step.form().id.to_owned(),
            planned,
            held: held.min(planned),
            end,
        });
    }
}
