//! The device, and the page on it: what works, the home screen, newer versions.

mod check;
mod renewing;
pub mod view;

pub use check::{DeviceCheck, DeviceCheckEvent};

use super::context::Context;
use super::effect::Effect;
use super::notice::Notice;
use super::route::Route;
use super::want::{VoiceNews, Want};
use crate::device::{AudioError, Installing, SpeechError, Voice, WakeLockError, WorkerError};
use crate::domain::time::{Moment, Wait};
use crate::store::{Record, RecordKey};
use std::time::Duration;

/// What is known of the device, and of the page on it.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// What is known since the device check was opened.
    pub check: DeviceCheck,
    /// The version of the page.
    pub version: Version,
    /// Whether the page can be put on the home screen.
    pub installing: Installing,
}

/// Whether the page is kept on the device, and whether in its newest version.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// Why the page is not kept, if it is not.
    pub unkept: Option<WorkerError>,
    /// What is known of a newer version, if there is one.
    pub newer: Option<Newer>,
    /// Until when the host is not asked for a newer version again; nothing before the page was hidden once.
    again: Option<Wait>,
}

/// A newer version of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newer {
    /// It waits for the person's wish.
    Waits,
    /// It waits for the end of a session in another tab.
    HeldBack,
    /// The person goes on with this one; it comes when the page is opened next.
    Declined,
}

/// Something that happened on the device.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The device's voices are known, or are none.
    VoicesListed(Vec<Voice>),
    /// Tones cannot be made.
    AudioFailed(AudioError),
    /// The screen may go dark.
    WakeLockFailed(WakeLockError),
    /// The browser does not let the page sound on behind a locked screen.
    BackgroundSoundRefused,
    /// Whether the page can be put on the home screen is known.
    InstallingKnown(Installing),
    /// The person wants it there.
    InstallPressed,
    /// The person does not want to be invited to that.
    InstallDeclined,
    /// A newer version of Limber is on the device, and waits.
    NewerWaits,
    /// The person wants it.
    NewerWanted,
    /// It does not take over, because a session is under way in another tab.
    NewerHeldBack,
    /// The person wants to go on with this version for now.
    NewerDeclined,
    /// The page is not kept on the device.
    WorkerFailed(WorkerError),
    /// The browser, or something in it, translates the page.
    PageTranslated,
    /// Something happened at the device check.
    DeviceCheck(DeviceCheckEvent),
}

/// Takes notice of an event.
pub(super) fn update(state: &mut State, event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::VoicesListed(voices) => return vec![Want::Voices(VoiceNews::Listed(voices))],
        Event::AudioFailed(_) => return vec![Want::Tell(Notice::NoTones)],
        Event::WakeLockFailed(_) => return vec![Want::Tell(Notice::ScreenMayDarken)],
        Event::BackgroundSoundRefused => return vec![Want::Tell(Notice::MayFallSilent)],
        Event::InstallingKnown(installing) => state.installing = installing,
        Event::InstallPressed => {
            let offered = state.installing == Installing::Offered;
            let ask = offered.then_some(Want::Do(Effect::Install)).into_iter();
            return ask.chain([invited(context)]).collect();
        }
        Event::InstallDeclined => return vec![invited(context)],
        Event::NewerWaits => renewing::waits(&mut state.version),
        Event::NewerWanted => return vec![Want::TakeNewer],
        Event::NewerHeldBack => state.version.newer = Some(Newer::HeldBack),
        Event::NewerDeclined => state.version.newer = Some(Newer::Declined),
        Event::WorkerFailed(error) => state.version.unkept = Some(error),
        Event::PageTranslated => return vec![Want::Tell(Notice::Translated)],
        Event::DeviceCheck(event) => return check::happened(state, event, context),
    }
    Vec::new()
}

/// The person has answered the invitation to the home screen, one way or the other, and is not invited again.
fn invited(context: &Context) -> Want {
    let mut settings = context.settings().clone();
    settings.invited = true;
    Want::keep(RecordKey::Settings, Record::Settings(settings))
}

/// Another screen is shown.
pub(super) fn moved(state: &mut State, from: &Route, to: &Route) -> Vec<Want> {
    let mut wants = Vec::new();
    if *from == Route::DeviceCheck && from != to {
        wants.push(Want::HushTests);
    }
    if *to == Route::DeviceCheck {
        wants.extend(check::open(state));
    }
    wants
}

/// Time has passed: a voice that is being tried and never ends is given up.
pub(super) fn time_passed(state: &mut State, context: &Context) -> Vec<Want> {
    check::time_passed(state, context.now)
}

/// When time is to pass next.
pub(super) fn next_wake(state: &State, now: Moment) -> Option<Moment> {
    state.check.over_by.map(|wait| wait.until(now))
}

/// The test sentence has begun.
pub(super) fn began_to_speak(state: &mut State, context: &Context) {
    check::began(state, context);
}

/// The test sentence ended, after so long, or was not spoken.
pub(super) fn spoke(state: &mut State, came_of_it: Result<Duration, SpeechError>) {
    check::spoke(state, came_of_it);
}

/// No test is heard any more.
pub(super) fn hushed(state: &mut State) {
    state.check.hushed();
}

/// The page is seen again: it may have been open for days.
pub(super) fn seen_again(state: &mut State, now: Moment) -> Vec<Want> {
    renewing::look(&mut state.version, now)
        .into_iter()
        .collect()
}
