//! The device and the page on it: what works, the home screen, newer versions.

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

/// What is known about the device and the page on it.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// What the device check has found since it was opened.
    pub check: DeviceCheck,
    /// The version of the page.
    pub version: Version,
    /// Whether and how the page can be added to the home screen.
    pub installing: Installing,
}

/// Whether the page is stored on the device, and whether there is a newer version.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// Why the page isn't stored, if it isn't.
    pub unsaved: Option<WorkerError>,
    /// The state of a newer version, if there is one.
    pub newer: Option<Newer>,
    /// Whether a part of this version could not be loaded: its host may have a newer one only.
    pub part_missing: bool,
    /// Until when the host isn't asked again for a newer version; `None` until it was asked once.
    again: Option<Wait>,
}

/// The state of a newer version of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newer {
    /// It waits until the user wants it.
    Waits,
    /// It waits for the end of a session in another tab.
    HeldBack,
    /// The user carries on with this version; the newer one comes when the page is next opened.
    Declined,
}

/// Something that happened on the device.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The device's voices are known; there may be none.
    VoicesListed(Vec<Voice>),
    /// Tones can't be played.
    AudioFailed(AudioError),
    /// The screen may go dark.
    WakeLockFailed(WakeLockError),
    /// The browser doesn't let the page make sound behind a locked screen.
    BackgroundSoundRefused,
    /// It is known whether the page can be added to the home screen.
    InstallingKnown(Installing),
    /// The user wants it there.
    InstallPressed,
    /// The user declined that invitation.
    InstallDeclined,
    /// A newer version of Limber is on the device, waiting.
    NewerWaits,
    /// The user wants the newer version.
    NewerWanted,
    /// The newer version doesn't take over, because a session is under way in another tab.
    NewerHeldBack,
    /// The user wants to carry on with this version for now.
    NewerDeclined,
    /// The page isn't stored on the device.
    WorkerFailed(WorkerError),
    /// A part of the page that is loaded on demand could not be.
    PartNotLoaded,
    /// The browser, or an extension, translates the page.
    PageTranslated,
    /// Something that the browser was asked to do threw an exception that nothing else accounts for.
    BrowserThrew,
    /// Something happened at the device check.
    DeviceCheck(DeviceCheckEvent),
}

/// Handles an event.
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
        Event::WorkerFailed(error) => state.version.unsaved = Some(error),
        Event::PartNotLoaded => return vec![renewing::part_missing(&mut state.version)],
        Event::BrowserThrew => return vec![Want::Tell(Notice::BrowserThrew)],
        Event::PageTranslated => return vec![Want::Tell(Notice::Translated)],
        Event::DeviceCheck(event) => return check::happened(state, event, context),
    }
    Vec::new()
}

/// Records that the user answered the invitation to the home screen, so that they aren't invited again.
fn invited(context: &Context) -> Want {
    let mut settings = context.settings().clone();
    settings.invited = true;
    Want::keep(RecordKey::Settings, Record::Settings(settings))
}

/// Handles a change of screen.
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

/// Handles the passing of time: gives up a voice under test that never ends.
pub(super) fn time_passed(state: &mut State, context: &Context) -> Vec<Want> {
    check::time_passed(state, context.now)
}

/// When [`time_passed`] is due next.
pub(super) fn next_wake(state: &State, now: Moment) -> Option<Moment> {
    state.check.over_by.map(|wait| wait.until(now))
}

/// Handles the start of the test sentence.
pub(super) fn began_to_speak(state: &mut State, context: &Context) {
    check::began(state, context);
}

/// Handles the end of the test sentence, with the time it took, or its failure.
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
