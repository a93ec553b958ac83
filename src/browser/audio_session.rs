//! How the page's sound mixes with that of other apps (`navigator.audioSession`).
//!
//! Only Safari has this. web-sys doesn't, so it is reached by name.

use super::reflect::{from_navigator, set};
use crate::device::SoundKind;

/// The way the page shares sound. Dropping it leaves the matter to the browser again.
#[derive(Debug, Default)]
pub struct AudioSession;

impl AudioSession {
    /// Shares sound in this way; `None` leaves it to the browser. Without an audio session, this does nothing.
    pub fn share(&self, kind: Option<SoundKind>) {
        let name = match kind {
            None => "auto",
            Some(SoundKind::Playback) => "playback",
            Some(SoundKind::Transient) => "transient",
            Some(SoundKind::Ambient) => "ambient",
        };
        if let Some(session) = from_navigator("audioSession") {
            set(&session, "type", &name.into());
        }
    }
}

impl Drop for AudioSession {
    fn drop(&mut self) {
        self.share(None);
    }
}
