//! How the page's sound goes together with that of other apps (`navigator.audioSession`).
//!
//! Safari alone has it. web-sys does not, so it is reached by name.

use super::reflect::{from_navigator, set};
use crate::device::SoundKind;

/// The page's way of sharing the sound. Dropping it leaves the matter to the browser again.
#[derive(Debug, Default)]
pub struct AudioSession;

impl AudioSession {
    /// Shares the sound in this way; nothing leaves it to the browser. Browsers that have no such thing
    /// do as they always do.
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
