//! A person who listens to a session, on a device whose voice behaves as the test says.

mod heard;
pub(crate) mod phases;
mod stay;

use std::time::Duration;

use limber::domain::body::Body;
use limber::domain::cue::{CueKind, Tone};
use limber::domain::plan::Preferences;
use limber::domain::session::{Command, Ending, Output, Session, State, UtteranceId};
use limber::domain::time::Moment;
use limber::domain::timeline::PhaseKind;

pub(crate) use heard::Heard;
pub(crate) use stay::{CutOff, Stay};

/// How the device's voice behaves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum VoiceHabit {
    /// Takes the estimated time multiplied by this factor.
    Takes(f64),
    /// Never reports an end.
    NeverEnds,
    /// Takes the estimated time, and reports beginnings too; the first utterance begins this late, later ones at once.
    BeginsLate(Duration),
}

/// A listener, a device and a session, with a simulated clock.
#[derive(Debug, Clone)]
pub(crate) struct Listener {
    pub(crate) session: Session,
    pub(crate) heard: Vec<Heard>,
    /// The holds and repetitions begun, in order.
    pub(crate) stays: Vec<Stay>,
    /// The utterances cut off.
    pub(crate) cut_off: Vec<CutOff>,
    /// The true time. The session is given what the device's clock shows.
    pub(crate) now: Moment,
    pub(crate) ended: Option<Ending>,
    /// How often the session gave up on the voice.
    pub(crate) stalls: usize,
    /// The words spoken aloud, in order.
    pub(crate) aloud: Vec<String>,
    /// How much the device's clock was set back in total.
    set_back: Duration,
    /// When the device next wakes the session, in true time, whatever its clock shows until then.
    timer: Option<Moment>,
    habit: VoiceHabit,
    /// Advances the session at least this often, whether or not it is needed.
    fidget: Option<Duration>,
    speaking: Option<Speaking>,
    tones: Vec<(Moment, Tone)>,
}

/// The utterance that the engine is speaking.
#[derive(Debug, Clone, Copy)]
struct Speaking {
    id: UtteranceId,
    since: Moment,
    /// When the engine reports that it has begun; `None` if it never does, or once it has.
    begins: Option<Moment>,
    /// When the engine reports that it has ended; `None` if it never does.
    ends: Option<Moment>,
    /// The index of its words in `heard`.
    index: usize,
}

pub(crate) const BEGAN: Moment = Moment::from_millis(1_795_000_000_000);

impl Listener {
    pub(crate) fn new(session: Session) -> Self {
        Self::arriving(session, BEGAN)
    }

    /// A listener who joins a session at this moment.
    pub(crate) fn arriving(session: Session, now: Moment) -> Self {
        Self {
            session,
            heard: Vec::new(),
            stays: Vec::new(),
            cut_off: Vec::new(),
            now,
            ended: None,
            stalls: 0,
            aloud: Vec::new(),
            set_back: Duration::ZERO,
            timer: None,
            habit: VoiceHabit::Takes(1.0),
            fidget: None,
            speaking: None,
            tones: Vec::new(),
        }
    }

    pub(crate) fn with_voice(mut self, habit: VoiceHabit) -> Self {
        self.habit = habit;
        self
    }

    /// Makes the device advance the session far more often than the session asks for.
    pub(crate) fn fidgeting(mut self, every: Duration) -> Self {
        self.fidget = Some(every);
        self
    }

    pub(crate) fn start(&mut self) {
        self.ask(Command::Start);
    }

    /// What the device's clock shows.
    pub(crate) fn told(&self) -> Moment {
        self.now - self.set_back
    }

    pub(crate) fn ask(&mut self, command: Command) {
        let outputs = self.session.command(command, self.told());
        self.carry_out(outputs);
    }

    pub(crate) fn prefer(&mut self, preferences: Preferences) {
        let outputs = self.session.prefer(preferences, true);
        self.carry_out(outputs);
    }

    pub(crate) fn heed(&mut self, body: &Body) {
        let outputs = self.session.heed(body, self.told());
        self.carry_out(outputs);
    }

    /// The device loses its voice, perhaps in mid-word.
    pub(crate) fn lose_the_voice(&mut self) {
        self.speaking = None;
        let outputs = self.session.voice_lost(self.told());
        self.carry_out(outputs);
    }

    /// Something else takes over the sound, perhaps a call.
    pub(crate) fn lose_the_sound(&mut self) {
        let outputs = self.session.interrupted(self.told());
        self.carry_out(outputs);
    }

    /// The device has a voice again.
    pub(crate) fn find_the_voice(&mut self) {
        let outputs = self.session.voice_found(self.told());
        self.carry_out(outputs);
    }

    /// The time since the session began.
    pub(crate) fn clock(moment: Moment) -> Duration {
        moment.since(BEGAN)
    }

    /// Lets this much time pass, with everything due in it.
    pub(crate) fn listen(&mut self, length: Duration) {
        self.listen_until(self.now + length);
    }

    /// Lets time pass up to and including the next moment at which anything is due.
    pub(crate) fn listen_to_the_next(&mut self) {
        if let Some(next) = self.next_event() {
            self.listen_until(next.max(self.now));
        }
    }

    /// Listens until the session is in a phase of this kind.
    pub(crate) fn listen_to(&mut self, kind: fn(&PhaseKind) -> bool) {
        let is_there = |session: &Session| match session.place() {
            Some((phase, _)) => kind(&phase.kind),
            None => panic!("it is over"),
        };
        while !is_there(&self.session) {
            self.listen_to_the_next();
        }
    }

    fn listen_until(&mut self, until: Moment) {
        for _ in 0..1_000_000 {
            let Some(next) = self.next_event().filter(|next| *next <= until) else {
                self.now = self.now.max(until);
                self.happen();
                return;
            };
            self.now = self.now.max(next);
            self.happen();
        }
        panic!("time stands still in {:?}", self.session.state());
    }

    pub(crate) fn listen_to_the_end(&mut self) {
        for _ in 0..1_000_000 {
            let Some(next) = self.next_event() else {
                return;
            };
            self.now = self.now.max(next);
            self.happen();
        }
        panic!("the session never ends: {:?}", self.session.state());
    }

    /// Listens until the session is over, and continues it wherever it waits for the person.
    pub(crate) fn go_on_to_the_end(&mut self) {
        for _ in 0..10_000 {
            self.listen_to_the_end();
            match self.session.state() {
                State::Over(_) => return,
                State::Ready => self.ask(Command::Start),
                State::Paused { .. } => self.ask(Command::Resume),
                State::Harmed { .. }
                | State::Leading { .. }
                | State::Holding { .. }
                | State::Returning { .. } => self.ask(Command::Next),
            }
        }
        panic!("the session cannot be ended: {:?}", self.session.state());
    }

    /// Time passes while the device sleeps.
    pub(crate) fn sleep(&mut self, length: Duration) {
        self.now = self.now + length;
    }

    /// The device's clock is set back, and stays so.
    pub(crate) fn set_the_clock_back(&mut self, by: Duration) {
        self.set_back += by;
    }

    fn next_event(&self) -> Option<Moment> {
        let begun = self.speaking.and_then(|speaking| speaking.begins);
        let spoken = self.speaking.and_then(|speaking| speaking.ends);
        let due = [begun, spoken, self.timer];
        let due = due.into_iter().flatten().min()?;
        Some(match self.fidget {
            Some(every) => due.min(self.now + every),
            None => due,
        })
    }

    fn happen(&mut self) {
        let due = |moment: Option<Moment>, now: Moment| moment.is_some_and(|it| it <= now);
        if let Some(speaking) = &mut self.speaking
            && due(speaking.begins, self.now)
        {
            speaking.begins = None;
            let id = speaking.id;
            let outputs = self.session.utterance_started(id, self.told());
            self.carry_out(outputs);
        }
        if let Some(Speaking { id, ends, .. }) = self.speaking
            && due(ends, self.now)
        {
            self.speaking = None;
            let outputs = self.session.utterance_ended(id, self.told());
            self.carry_out(outputs);
        }
        let outputs = self.session.advance(self.told());
        self.carry_out(outputs);
    }

    fn carry_out(&mut self, outputs: Vec<Output>) {
        for output in outputs {
            match output {
                Output::Say {
                    id,
                    kind,
                    words,
                    aloud,
                } => self.say(id, kind, words, aloud),
                Output::Hush => self.hush(),
                Output::Sound(tones) => {
                    let tones = tones.iter().map(|(at, tone)| (*at + self.set_back, *tone));
                    self.tones.extend(tones);
                }
                Output::CancelTones => {
                    let now = self.now;
                    self.tones.retain(|(at, _)| *at <= now);
                }
                Output::Ended(ending) => self.ended = Some(ending),
                Output::VoiceStalled => self.stalls += 1,
                Output::Vibrate(_) | Output::Changed => {}
            }
        }
        let deadline = self.session.next_deadline();
        self.timer = deadline.map(|deadline| deadline + self.set_back);
        self.notice_stays();
    }

    fn say(&mut self, id: UtteranceId, kind: CueKind, words: String, aloud: bool) {
        assert!(
            self.speaking.is_none(),
            "“{words}” is said on top of something else"
        );
        let estimate = self.estimate(&words);
        let (late, takes) = match self.habit {
            VoiceHabit::Takes(times) => (None, Some(estimate.mul_f64(times))),
            VoiceHabit::NeverEnds => (None, None),
            VoiceHabit::BeginsLate(first) => {
                let late = if self.aloud.is_empty() {
                    first
                } else {
                    Duration::ZERO
                };
                (Some(late), Some(late + estimate))
            }
        };
        let from = Self::clock(self.now);
        let to = from + takes.filter(|_| aloud).unwrap_or(estimate);
        if aloud {
            self.aloud.push(words.clone());
            self.speaking = Some(Speaking {
                id,
                since: self.now,
                begins: late.map(|late| self.now + late),
                ends: takes.map(|takes| self.now + takes),
                index: self.heard.len(),
            });
        }
        self.heard.push(Heard::Words {
            kind,
            words,
            from,
            to,
        });
    }

    fn hush(&mut self) {
        let Some(speaking) = self.speaking.take() else {
            return;
        };
        let now = Self::clock(self.now);
        if let Heard::Words { to, words, .. } = &mut self.heard[speaking.index] {
            *to = now;
            let words = words.clone();
            let estimate = self.estimate(&words);
            self.cut_off.push(CutOff {
                words,
                after: self.now.since(speaking.since),
                estimate,
            });
        }
    }

    /// How long this plan expects these words to take.
    fn estimate(&self, words: &str) -> Duration {
        let preferences = &self.session.plan().preferences;
        preferences.spoken_length(words, limber::text::Locale::EnGb.phrasing())
    }
}
