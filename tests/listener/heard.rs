//! What a listener heard, and its transcript.

use std::fmt::Write as _;
use std::time::Duration;

use limber::domain::cue::{CueKind, Tone};
use limber::domain::time::Moment;

use super::Listener;

/// Something heard, with the time since the session began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Words, from their beginning to their end, or to where they were cut off.
    Words {
        kind: CueKind,
        words: String,
        from: Duration,
        to: Duration,
    },
    /// A tone.
    Tone { tone: Tone, at: Duration },
}

impl Heard {
    pub(crate) fn at(&self) -> Duration {
        match self {
            Self::Words { from, .. } => *from,
            Self::Tone { at, .. } => *at,
        }
    }
}

impl Listener {
    /// Everything heard, tones included, in order of time.
    pub(crate) fn all(&self) -> Vec<Heard> {
        let tones = self.tones.iter().map(|(at, tone)| Heard::Tone {
            tone: *tone,
            at: Self::clock(*at),
        });
        let mut all: Vec<_> = self.heard.iter().cloned().chain(tones).collect();
        all.sort_by_key(Heard::at);
        all
    }

    /// The tones heard at exactly this moment.
    pub(crate) fn tones_at(&self, moment: Moment) -> Vec<Tone> {
        let there = self.tones.iter().filter(|(at, _)| *at == moment);
        there.map(|(_, tone)| *tone).collect()
    }

    /// How often this tone was heard from one moment (included) to another (excluded).
    pub(crate) fn count_between(&self, from: Moment, to: Moment, tone: Tone) -> usize {
        let there = self.tones.iter();
        there
            .filter(|(at, heard)| (from..to).contains(at) && *heard == tone)
            .count()
    }

    /// Every tone heard.
    pub(crate) fn tones(&self) -> impl Iterator<Item = Tone> {
        self.tones.iter().map(|(_, tone)| *tone)
    }

    /// The words of these kinds which began between two moments, in one string, in lower case.
    pub(crate) fn words_between(&self, from: Moment, to: Moment, kinds: &[CueKind]) -> String {
        let (from, to) = (Self::clock(from), Self::clock(to));
        let mut all = String::new();
        for heard in &self.heard {
            if let Heard::Words { kind, words, .. } = heard
                && kinds.contains(kind)
                && (from..to).contains(&heard.at())
            {
                all.push_str(&words.to_lowercase());
                all.push(' ');
            }
        }
        all
    }

    /// All words of this kind, in one string, as spoken.
    pub(crate) fn words_of(&self, wanted: CueKind) -> String {
        let words = self.heard.iter().filter_map(|heard| match heard {
            Heard::Words { kind, words, .. } if *kind == wanted => Some(words.as_str()),
            Heard::Words { .. } | Heard::Tone { .. } => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn transcript(&self) -> String {
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
