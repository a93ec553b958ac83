//! What the person sets, and trying it out.

use std::time::Duration;

use super::keeping;
use super::voice::voice_choice;
use crate::app::effect::{Effect, Over, Tag, Utterance};
use crate::app::event::SettingChange;
use crate::app::model::Model;
use crate::domain::cue::Tone;
use crate::domain::plan::{QUICKEST, SLOWEST};
use crate::domain::time::Moment;
use crate::store::{keys, print_settings};
use crate::text::Key;

pub(super) fn set(model: &mut Model, change: SettingChange, out: &mut Vec<Effect>) {
    let settings = &mut model.settings;
    let preferences = &mut settings.preferences;
    match change {
        SettingChange::Density(density) => preferences.density = density,
        SettingChange::FadeTeaching(fade) => preferences.fade_teaching = fade,
        SettingChange::Rate(rate) if rate.is_finite() => {
            preferences.rate = rate.clamp(SLOWEST, QUICKEST);
        }
        SettingChange::VoiceVolume(volume) if volume.is_finite() => {
            settings.voice_volume = volume.clamp(0.0, 1.0);
        }
        SettingChange::ToneVolume(volume) if volume.is_finite() => {
            settings.tone_volume = volume.clamp(0.0, 1.0);
        }
        SettingChange::Rate(_) | SettingChange::VoiceVolume(_) | SettingChange::ToneVolume(_) => {
            return;
        }
        SettingChange::Vibration(vibration) => settings.vibration = vibration,
        SettingChange::Settling(settling) => preferences.settling = settling,
        SettingChange::StifferSide(side) => preferences.stiffer_side = side,
        SettingChange::Voice(voice) => {
            settings.voice = voice;
            // A voice that failed says nothing about another.
            (model.voice_lost, model.network_lost) = (false, false);
        }
        SettingChange::Mixing(mixing) => settings.mixing = mixing,
        SettingChange::Reader(reader) => settings.reader = reader,
        SettingChange::Theme(theme) => {
            settings.theme = theme;
            out.push(paint(model));
        }
        SettingChange::Build(build) => settings.figure.build = build,
        SettingChange::Skin(skin) => {
            settings.figure.skin = skin;
            out.push(paint(model));
        }
    }
    keep(model, out);
}

/// Shows the page in the colours that are set.
pub(super) const fn paint(model: &Model) -> Effect {
    Effect::Paint(model.settings.theme, model.settings.figure.skin)
}

/// Keeps the settings, if they differ from what is kept.
pub(super) fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let text = print_settings(&model.settings);
    if model.kept.settings.as_ref() == Some(&text) {
        return;
    }
    let known = model.kept.settings.replace(text.clone());
    keeping::keep(
        model,
        keys::SETTINGS.to_owned(),
        text,
        Over::Known(known),
        out,
    );
}

/// Speaks the test sentence, as a session would.
pub(super) fn try_voice(model: &mut Model, tag: Tag, out: &mut Vec<Effect>) {
    (model.voice_lost, model.network_lost) = (false, false);
    let voice = voice_choice(model);
    let language = model.locale.tag();
    out.push(Effect::Hush);
    out.push(Effect::Speak(Utterance {
        tag,
        words: model.locale.word(Key::TestSentence).to_owned(),
        language: voice
            .as_ref()
            .map_or_else(|| language.to_owned(), |voice| voice.language.clone()),
        voice,
        rate: model.settings.preferences.rate,
        volume: model.settings.voice_volume,
    }));
}

/// Every tone once, in the order of a session.
pub(super) fn test_tones(model: &Model, now: Moment, out: &mut Vec<Effect>) {
    let apart = Duration::from_millis(900);
    let tones = (0_u32..)
        .zip(Tone::ALL)
        .map(|(nth, tone)| (now + apart * nth, tone))
        .collect();
    out.push(Effect::ReadyTones);
    out.push(Effect::CancelTones);
    out.push(Effect::Sound {
        tones,
        volume: model.settings.tone_volume,
    });
}
