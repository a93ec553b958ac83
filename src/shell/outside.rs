//! The world outside the page: other apps that make sound, the lock screen, and its keys.

use std::rc::{Rc, Weak};

use super::Shell;
use crate::app::{device, session};
use crate::browser::audio_session::AudioSession;
use crate::browser::background::{Background, BackgroundReport};
use crate::browser::media_session::MediaSession;
use crate::device::SoundKind;
use crate::domain::now_playing::NowPlaying;
use crate::domain::time::Moment;

/// What the page holds of the world outside.
#[derive(Debug)]
pub(super) struct Outside {
    sharing: AudioSession,
    background: Background,
    lock_screen: MediaSession,
}

impl Outside {
    pub(super) fn new(shell: &Weak<Shell>) -> Self {
        let (sounding, keys) = (shell.clone(), shell.clone());
        Self {
            sharing: AudioSession,
            background: Background::new(move |report| {
                if let Some(shell) = sounding.upgrade() {
                    shell.background_reported(report);
                }
            }),
            lock_screen: MediaSession::new(move |key| {
                if let Some(shell) = keys.upgrade() {
                    shell.dispatch(session::Event::MediaKeyPressed(key).into());
                }
            }),
        }
    }

    pub(super) fn share(&self, kind: Option<SoundKind>) {
        self.sharing.share(kind);
    }

    pub(super) fn show(&self, playing: Option<&NowPlaying>, now: Moment) {
        let Some(playing) = playing else {
            self.lock_screen.let_go();
            self.background.end();
            return;
        };
        self.lock_screen.show(playing, now);
        if playing.running {
            self.background.sound();
        } else {
            self.background.wait();
        }
    }

    /// Whether the system sends the media keys to this page's place on the lock screen.
    pub(super) fn has_the_keys(&self) -> bool {
        self.background.is_there()
    }
}

impl Shell {
    fn background_reported(self: &Rc<Self>, report: BackgroundReport) {
        match report {
            BackgroundReport::Sounds => self.outside.lock_screen.listen(),
            BackgroundReport::Refused => {
                self.dispatch(device::Event::BackgroundSoundRefused.into());
            }
            BackgroundReport::Interrupted => self.dispatch(session::Event::SoundInterrupted.into()),
        }
    }
}
