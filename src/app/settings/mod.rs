//! The settings, and trying them out.

use std::time::Duration;

pub use crate::store::settings::*;

use super::context::Context;
use super::effect::{Effect, Tag, Utterance};
use super::notice::Notice;
use super::route::Route;
use super::want::{VoiceNews, Want};
use crate::domain::cue::Tone;
use crate::store::{Record, RecordKey};

/// Something that happened to the settings.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The user changed a setting.
    Set(Setting),
    /// The user wants to hear the voice.
    TestVoicePressed,
    /// The user wants to hear the tones.
    TestTonesPressed,
    /// The user wants a file with everything that is stored.
    ExportPressed,
}

/// Handles an event. The feature has no state of its own: all of it is stored.
pub(super) fn update(event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::Set(setting) => set(setting, context),
        Event::TestVoicePressed => Utterance::test(Tag::Test, context).into(),
        Event::TestTonesPressed => vec![test_tones(context)],
        Event::ExportPressed => {
            let unsaved = context.kept.unsaved_by_name();
            vec![Want::Do(Effect::Export { unsaved })]
        }
    }
}

/// Handles a change of screen: a test is silenced when its screen is left.
pub(super) fn moved(from: &Route, to: &Route) -> Vec<Want> {
    if *from == Route::Settings && from != to {
        vec![Want::HushTests]
    } else {
        Vec::new()
    }
}

/// Reports that the test sentence was not spoken.
pub(super) const fn test_failed() -> Want {
    Want::Tell(Notice::NoVoice)
}

fn set(setting: Setting, context: &Context) -> Vec<Want> {
    let mut settings = context.settings().clone();
    let trusted = matches!(setting, Setting::Voice(_));
    if !settings.set(setting) {
        return Vec::new();
    }
    let keep = Want::keep(RecordKey::Settings, Record::Settings(settings));
    // That one voice failed says nothing about another.
    let trusted = trusted.then_some(Want::Voices(VoiceNews::Trusted));
    std::iter::once(keep).chain(trusted).collect()
}

/// Every tone once, in the order of a session.
fn test_tones(context: &Context) -> Want {
    let apart = Duration::from_millis(900);
    let tones = (0_u32..)
        .zip(Tone::ALL)
        .map(|(nth, tone)| (context.now + apart * nth, tone))
        .collect();
    let volume = context.settings().tone_volume;
    Want::Test(vec![
        Effect::ReadyTones,
        Effect::CancelTones,
        Effect::Sound { tones, volume },
    ])
}
