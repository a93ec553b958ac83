//! The voice: what it is given to say, and what it reports.

use std::rc::Rc;

use super::Shell;
use crate::app::session::UtteranceReport;
use crate::app::{Event, Utterance};
use crate::browser::speech::{Speaking, SpeechReport};

impl Shell {
    pub(super) fn speak(&self, utterance: Utterance) {
        let number = self.uttered.get().0 + 1;
        self.uttered.set((number, Some(utterance.tag)));
        self.speech.speak(&Speaking {
            number,
            words: utterance.words,
            language: utterance.language,
            voice: utterance.voice.map(|voice| (voice.name, voice.language)),
            rate: utterance.rate,
            volume: utterance.volume,
        });
    }

    /// Passes on the voice's reports about the latest utterance.
    pub(super) fn reported(self: &Rc<Self>, report: SpeechReport) {
        let (latest, tag) = self.uttered.get();
        let Some(tag) = tag else { return };
        let (number, reported) = match report {
            SpeechReport::Started(number) => (number, UtteranceReport::Started),
            SpeechReport::Ended(number, took) => (number, UtteranceReport::Ended(took)),
            SpeechReport::Failed(number, error) => (number, UtteranceReport::Failed(error)),
        };
        if number == latest {
            self.dispatch(Event::Voice(tag, reported));
        }
    }
}
