//! What a session wants the outside world to do.

use super::state::Ending;
use super::voice::UtteranceId;
use crate::domain::cue::{CueKind, Tone};
use crate::domain::time::Moment;

/// An instruction to the outside world. Outputs are carried out in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// Show these words, and speak them if they are to be heard.
    Say {
        /// The id by which to report when the utterance begins and ends.
        id: UtteranceId,
        /// What the words are for.
        kind: CueKind,
        /// The words.
        words: String,
        /// Whether to speak them.
        aloud: bool,
    },
    /// Stop speaking at once.
    Hush,
    /// The voice did not report an end in time, and was given up on.
    VoiceStalled,
    /// Sound these tones at these moments.
    Sound(Vec<(Moment, Tone)>),
    /// Cancel all tones that have not sounded yet.
    CancelTones,
    /// Vibrate for a tone whose moment is now.
    Vibrate(Tone),
    /// Something changed that must survive a reload: take a snapshot.
    Changed,
    /// The session is over.
    Ended(Ending),
}
