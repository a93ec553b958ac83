//! Carries out the trials of the device check.

use std::rc::Rc;

use super::Shell;
use crate::app::device::{DeviceCheckEvent, Event};
use crate::browser::guard::after;
use crate::browser::{clipboard, device_check, vibration, wake_lock};
use crate::device::AudioError;
use crate::device::check::{Capability, Finding, TonesFinding, Trial};

/// How long an audio device gets to wake, in milliseconds, and the time between two looks at its clock then.
const WAKES_WITHIN_MS: u32 = 900;
const BETWEEN_LOOKS_MS: u32 = 300;

impl Shell {
    pub(super) fn examine(self: &Rc<Self>, trial: Trial) {
        match trial {
            Trial::Environment => {
                self.found(Finding::Environment(device_check::environment()));
            }
            Trial::Try(Capability::Tones) => self.try_tones(),
            Trial::Try(Capability::Vibration) => {
                self.found(Finding::Vibration(vibration::try_out()));
            }
            Trial::Try(Capability::Storage) => {
                device_check::try_storage(self.finder(Finding::Storage));
            }
            Trial::Try(Capability::Motion) => {
                device_check::try_motion(self.finder(Finding::Motion));
            }
            Trial::Look(capability) | Trial::Try(capability) => self.look(capability),
        }
    }

    fn look(self: &Rc<Self>, capability: Capability) {
        match capability {
            Capability::Speech => self.found(Finding::Speech(device_check::look_at_speech())),
            Capability::Tones => self.found(Finding::Tones(device_check::look_at_tones())),
            Capability::Vibration => self.found(Finding::Vibration(vibration::look())),
            Capability::Screen => wake_lock::try_out(self.finder(Finding::Screen)),
            Capability::Storage => device_check::look_at_storage(self.finder(Finding::Storage)),
            Capability::Offline => device_check::look_at_worker(self.finder(Finding::Offline)),
            Capability::Motion => device_check::look_at_motion(self.finder(Finding::Motion)),
            Capability::Notifications => {
                self.found(Finding::Notifications(device_check::look_at_notifications()));
            }
        }
    }

    /// Opens the audio device, and checks whether its clock runs.
    fn try_tones(self: &Rc<Self>) {
        if let Err(error) = self.tones.make_ready() {
            self.found(Finding::Tones(TonesFinding::Failed(error)));
            return;
        }
        let shell = Rc::downgrade(self);
        after(WAKES_WITHIN_MS, move || {
            let Some(shell) = shell.upgrade() else { return };
            let first = shell.tones.audio_clock();
            let later = Rc::downgrade(&shell);
            after(BETWEEN_LOOKS_MS, move || {
                let Some(shell) = later.upgrade() else { return };
                let found = match (first, shell.tones.audio_clock()) {
                    (Some((before, _)), Some((after, true))) if after > before => TonesFinding::Ran,
                    (Some(_), Some((_, true))) => TonesFinding::Failed(AudioError::Still),
                    (Some(_), Some((_, false))) => TonesFinding::Asleep,
                    // It was refused before this test.
                    (None, _) | (_, None) => TonesFinding::Failed(AudioError::Refused),
                };
                shell.found(Finding::Tones(found));
            })
            .forget();
        })
        .forget();
    }

    pub(super) fn copy(self: &Rc<Self>, text: &str) {
        let dispatch = self.dispatcher();
        clipboard::copy(text, move |copied| {
            dispatch(Event::DeviceCheck(DeviceCheckEvent::Copied(copied)).into());
        });
    }

    fn found(self: &Rc<Self>, finding: Finding) {
        self.dispatch(Event::DeviceCheck(DeviceCheckEvent::Examined(finding)).into());
    }

    /// Returns a callback for a finding, for trials that answer later.
    fn finder<T: 'static>(self: &Rc<Self>, named: fn(T) -> Finding) -> impl FnOnce(T) + use<T> {
        let shell = Rc::downgrade(self);
        move |found| {
            if let Some(shell) = shell.upgrade() {
                shell.found(named(found));
            }
        }
    }
}
