//! What a session wants done in the world.

use super::state::Ending;
use super::voice::UtteranceId;
use crate::domain::cue::{CueKind, Tone};
use crate::domain::time::Moment;

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
