//! Someone who listens to a session. Their device's voice takes as long as it is told to.

use std::fmt::Write as _;
use std::time::Duration;

use limber::domain::cue::{CueKind, Tone};
use limber::domain::phrasing::Phrasing;
use limber::domain::session::{Command, Ending, Output, Session, UtteranceId};
use limber::domain::time::Moment;
use limber::text::Locale;

/// Something heard, and when: after so much time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Words, from their beginning to their end, or to where they were broken off.
    Words {
        kind: CueKind,
        words: String,
        from: Duration,
        to: Duration,
    },
    /// A tone.
    Tone { tone: Tone, at: Duration },
}

/// How the device's voice behaves.
#[derive(Debug, Clone, Copy)]
pub enum VoiceHabit {
    /// Takes the estimated time, times this.
    Takes(f64),
    /// Never reports an end.
    NeverEnds,
}

/// A listener, a device and a session, in a time of their own.
pub struct Listener {
    pub session: Session,
    pub heard: Vec<Heard>,
    pub now: Moment,
    pub ended: Option<Ending>,
    habit: VoiceHabit,
    speaking: Option<(UtteranceId, Moment, usize)>,
    tones: Vec<(Moment, Tone)>,
}

const BEGAN: Moment = Moment::from_millis(1_795_000_000_000);

impl Listener {
    pub fn new(session: Session) -> Self {
        let (heard, tones) = (Vec::new(), Vec::new());
        let habit = VoiceHabit::Takes(1.0);
        Self {
            session,
            heard,
            now: BEGAN,
            ended: None,
            habit,
            speaking: None,
            tones,
        }
    }

    #[allow(dead_code, reason = "not every test has a voice of its own")]
    pub fn with_voice(mut self, habit: VoiceHabit) -> Self {
        self.habit = habit;
        self
    }

    pub fn start(&mut self) {
        self.ask(Command::Start);
    }

    pub fn ask(&mut self, command: Command) {
        let outputs = self.session.command(command, self.now);
        self.carry_out(outputs);
    }

    /// Since the session began.
    pub fn clock(&self, moment: Moment) -> Duration {
        moment.since(BEGAN)
    }

    /// Lets everything happen until `until`.
    pub fn listen(&mut self, length: Duration) {
        let until = self.now + length;
        while let Some(next) = self.next_event().filter(|next| *next <= until) {
            self.now = self.now.max(next);
            self.happen();
        }
        self.now = self.now.max(until);
        self.happen();
    }

    pub fn listen_to_the_end(&mut self) {
        for _ in 0..1_000_000 {
            let Some(next) = self.next_event() else {
                return;
            };
            self.now = self.now.max(next);
            self.happen();
        }
        panic!("the session never ends: {:?}", self.session.state());
    }

    fn next_event(&self) -> Option<Moment> {
        let spoken = self.speaking.map(|(_, end, _)| end);
        [spoken, self.session.next_deadline()]
            .into_iter()
            .flatten()
            .min()
    }

    fn happen(&mut self) {
        if let Some((id, end, _)) = self.speaking
            && end <= self.now
        {
            self.speaking = None;
            let outputs = self.session.utterance_ended(id, self.now);
            self.carry_out(outputs);
        }
        let outputs = self.session.advance(self.now);
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
                Output::Sound(tones) => self.tones.extend(tones),
                Output::CancelTones => {
                    let now = self.now;
                    self.tones.retain(|(at, _)| *at <= now);
                }
                Output::Ended(ending) => self.ended = Some(ending),
                Output::VoiceStalled | Output::Vibrate(_) | Output::Changed => {}
            }
        }
    }

    fn say(&mut self, id: UtteranceId, kind: CueKind, words: String, aloud: bool) {
        assert!(
            self.speaking.is_none(),
            "“{words}” is said on top of something else"
        );
        let estimate = Locale::EnGb.phrasing().spoken_length(&words);
        let takes = match self.habit {
            VoiceHabit::Takes(times) => Some(estimate.mul_f64(times)),
            VoiceHabit::NeverEnds => None,
        };
        let from = self.clock(self.now);
        let to = from + takes.unwrap_or(estimate);
        self.heard.push(Heard::Words {
            kind,
            words,
            from,
            to,
        });
        if let Some(takes) = takes.filter(|_| aloud) {
            self.speaking = Some((id, self.now + takes, self.heard.len() - 1));
        }
    }

    fn hush(&mut self) {
        if let Some((_, _, index)) = self.speaking.take() {
            let now = self.clock(self.now);
            if let Heard::Words { to, .. } = &mut self.heard[index] {
                *to = now;
            }
        }
    }

    /// Everything heard, in order of time, tones included.
    pub fn all(&self) -> Vec<Heard> {
        let tones = self.tones.iter().map(|(at, tone)| Heard::Tone {
            tone: *tone,
            at: self.clock(*at),
        });
        let mut all: Vec<_> = self.heard.iter().cloned().chain(tones).collect();
        all.sort_by_key(Heard::at);
        all
    }

    #[allow(dead_code, reason = "not every test reads it")]
    pub fn transcript(&self) -> String {
        let mut lines = String::new();
        for heard in self.all() {
            let at = heard.at();
            let (minutes, seconds, tenths) = (
                at.as_secs() / 60,
                at.as_secs() % 60,
                at.subsec_millis() / 100,
            );
            let what = match heard {
                Heard::Words { kind, words, .. } => format!("{kind:?}: {words}"),
                Heard::Tone { tone, .. } => format!("    ♪ {tone:?}"),
            };
            writeln!(lines, "{minutes:2}:{seconds:02}.{tenths}  {what}").unwrap();
        }
        lines
    }
}

impl Heard {
    pub fn at(&self) -> Duration {
        match self {
            Self::Words { from, .. } => *from,
            Self::Tone { at, .. } => *at,
        }
    }
}
