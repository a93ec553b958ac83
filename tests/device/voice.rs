//! The voice of the simulated device.

use std::time::Duration;

use limber::app::session::UtteranceReport;
use limber::app::{Tag, Utterance};
use limber::device::{SpeechError, Voice};
use limber::domain::plan::Preferences;
use limber::domain::time::Moment;
use limber::text::Locale;

use super::Device;

/// How a voice behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It speaks at a plausible pace.
    Plain,
    /// It begins the first utterance this late, and all others promptly.
    LateAtFirst(Duration),
    /// It never begins.
    NeverBegins,
    /// It begins, and never reports an end.
    NeverEnds,
    /// It ends at once.
    EndsAtOnce,
    /// It fails every time.
    Fails,
    /// It begins, and fails in the midst of what it says.
    BreaksOff,
    /// There is no voice.
    Missing,
    /// It speaks where it needs no network, and otherwise never begins.
    NeedsNoNetwork,
}

/// An utterance under way.
#[derive(Debug, Clone)]
pub(super) struct Uttering {
    pub(super) tag: Tag,
    starts: Option<Moment>,
    over: Option<(Moment, UtteranceReport)>,
}

/// How long the adapter waits for an utterance to begin before it gives the voice up.
const BEGINS_WITHIN: Duration = Duration::from_secs(5);
/// The same for the first utterance, which gets more time.
const FIRST_BEGINS_WITHIN: Duration = Duration::from_secs(15);

/// A voice in the app's language which needs no network.
pub(super) fn plain(name: &str) -> Voice {
    Voice {
        name: name.to_owned(),
        language: "en-GB".to_owned(),
        local: true,
    }
}

impl Uttering {
    /// Its next report, with its time.
    pub(super) fn next(&self) -> Option<(Moment, Tag, UtteranceReport)> {
        let started = self
            .starts
            .map(|at| (at, self.tag, UtteranceReport::Started));
        let over = self.over.map(|(at, report)| (at, self.tag, report));
        started.or(over)
    }

    pub(super) const fn has_started(&mut self) {
        self.starts = None;
    }
}

impl Device {
    pub(super) fn speak(&mut self, tab: usize, utterance: &Utterance) {
        if self.tabs[tab].uttering.is_some() {
            let words = &utterance.words;
            self.faults
                .push(format!("tab {tab} speaks over itself: {words}"));
        }
        let phrasing = Locale::EnGb.phrasing();
        let length = Preferences::default().spoken_length(&utterance.words, phrasing);
        let soon = self.now + Duration::from_millis(200);
        let ended = |starts: Moment| Some((starts + length, UtteranceReport::Ended(length)));
        let failed = |after, error| Some((self.now + after, UtteranceReport::Failed(error)));
        let within = if self.heard {
            BEGINS_WITHIN
        } else {
            FIRST_BEGINS_WITHIN
        };
        let named = utterance.voice.as_ref().map(|it| &it.name);
        let remote = self
            .voices
            .iter()
            .any(|it| Some(&it.name) == named && !it.local);
        let (starts, over) = match self.manner {
            Manner::NeedsNoNetwork if remote => (None, failed(within, SpeechError::NoStart)),
            Manner::LateAtFirst(late) if !self.heard => {
                (Some(self.now + late), ended(self.now + late))
            }
            Manner::Plain | Manner::LateAtFirst(_) | Manner::NeedsNoNetwork => {
                (Some(soon), ended(soon))
            }
            Manner::NeverBegins => (None, failed(within, SpeechError::NoStart)),
            Manner::NeverEnds => (Some(soon), None),
            Manner::EndsAtOnce => {
                let took = Duration::from_millis(1);
                (None, Some((self.now + took, UtteranceReport::Ended(took))))
            }
            Manner::Fails => (None, failed(Duration::from_millis(50), SpeechError::Failed)),
            Manner::BreaksOff => {
                let after = Duration::from_millis(200) + length / 2;
                (Some(soon), failed(after, SpeechError::Failed))
            }
            Manner::Missing => (None, failed(Duration::ZERO, SpeechError::Missing)),
        };
        self.tabs[tab].uttering = Some(Uttering {
            tag: utterance.tag,
            starts,
            over,
        });
    }
}
