//! What the person sets, and trying it out.

use std::time::Duration;

use super::context::Context;
use super::effect::{Effect, Tag, Utterance};
use super::notice::Notice;
use super::records::Record;
use super::route::Route;
use super::want::{VoiceNews, Want};
use crate::domain::cue::{Density, Tone};
use crate::domain::looks::{Build, Skin};
use crate::domain::plan::{QUICKEST, SLOWEST, Settling};
use crate::domain::posture::Side;
use crate::domain::settings::{Mixing, Reader, Settings, Theme, VoiceChoice};
use crate::store::Key;

/// Something that happened to the settings.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Something was set.
    Set(Setting),
    /// The person wants to hear the voice.
    TestVoicePressed,
    /// The person wants to hear the tones.
    TestTonesPressed,
    /// The person wants everything that is kept as a file.
    ExportPressed,
}

/// Something that was set.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// How much is said.
    Density(Density),
    /// Whether teaching fades.
    FadeTeaching(bool),
    /// How fast the voice speaks.
    Rate(f64),
    /// How loud the voice is.
    VoiceVolume(f64),
    /// How loud the tones are.
    ToneVolume(f64),
    /// Whether the device vibrates.
    Vibration(bool),
    /// How much time there is to get into position.
    Settling(Settling),
    /// The stiffer side.
    StifferSide(Option<Side>),
    /// The voice.
    Voice(Option<VoiceChoice>),
    /// How Limber sounds beside other apps.
    Mixing(Mixing),
    /// Who says the words.
    Reader(Reader),
    /// The colours.
    Theme(Theme),
    /// How the drawn figures are built.
    Build(Build),
    /// The skin of the drawn figures.
    Skin(Skin),
}

/// Takes notice of an event. It has no state of its own: all of it is kept.
pub(super) fn update(event: Event, context: &Context) -> Vec<Want> {
    match event {
        Event::Set(setting) => set(setting, context),
        Event::TestVoicePressed => Utterance::test(Tag::Test, context).into(),
        Event::TestTonesPressed => test_tones(context).into(),
        Event::ExportPressed => {
            let unkept = context.kept.unkept_by_name();
            vec![Want::Do(Effect::Export { unkept })]
        }
    }
}

/// Another screen is shown: a test does not follow one around.
pub(super) fn moved(from: &Route, to: &Route) -> Vec<Want> {
    if *from == Route::Settings && from != to {
        vec![Want::HushTests]
    } else {
        Vec::new()
    }
}

/// The test sentence was not spoken.
pub(super) const fn test_failed() -> Want {
    Want::Tell(Notice::NoVoice)
}

fn set(setting: Setting, context: &Context) -> Vec<Want> {
    let mut settings = context.settings().clone();
    let trusted = matches!(setting, Setting::Voice(_));
    if !change(&mut settings, setting) {
        return Vec::new();
    }
    let keep = Want::Keep(Key::Settings, Record::Settings(settings));
    // A voice that failed says nothing about another.
    let trusted = trusted.then_some(Want::Voices(VoiceNews::Trusted));
    std::iter::once(keep).chain(trusted).collect()
}

/// Changes one of the settings. Whether it can be set to that.
fn change(settings: &mut Settings, setting: Setting) -> bool {
    let preferences = &mut settings.preferences;
    match setting {
        Setting::Density(density) => preferences.density = density,
        Setting::FadeTeaching(fade) => preferences.fade_teaching = fade,
        Setting::Rate(rate) if rate.is_finite() => {
            preferences.rate = rate.clamp(SLOWEST, QUICKEST);
        }
        Setting::VoiceVolume(volume) if volume.is_finite() => {
            settings.voice_volume = volume.clamp(0.0, 1.0);
        }
        Setting::ToneVolume(volume) if volume.is_finite() => {
            settings.tone_volume = volume.clamp(0.0, 1.0);
        }
        Setting::Rate(_) | Setting::VoiceVolume(_) | Setting::ToneVolume(_) => return false,
        Setting::Vibration(vibration) => settings.vibration = vibration,
        Setting::Settling(settling) => preferences.settling = settling,
        Setting::StifferSide(side) => preferences.stiffer_side = side,
        Setting::Voice(voice) => settings.voice = voice,
        Setting::Mixing(mixing) => settings.mixing = mixing,
        Setting::Reader(reader) => settings.reader = reader,
        Setting::Theme(theme) => settings.theme = theme,
        Setting::Build(build) => settings.figure.build = build,
        Setting::Skin(skin) => settings.figure.skin = skin,
    }
    true
}

/// Every tone once, in the order of a session.
fn test_tones(context: &Context) -> [Want; 3] {
    let apart = Duration::from_millis(900);
    let tones = (0_u32..)
        .zip(Tone::ALL)
        .map(|(nth, tone)| (context.now + apart * nth, tone))
        .collect();
    [
        Want::Do(Effect::ReadyTones),
        Want::Do(Effect::CancelTones),
        Want::Do(Effect::Sound {
            tones,
            volume: context.settings().tone_volume,
        }),
    ]
}
