//! Settings as a record. What an older Limber did not know yet takes its default.

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::names::Named;
use crate::domain::cue::Density;
use crate::domain::looks::{Build, Looks, Skin};
use crate::domain::plan::{Preferences, QUICKEST, SLOWEST, Settling};
use crate::domain::posture::Side;
use crate::domain::settings::{Mixing, Reader, Settings, Theme, VoiceChoice};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SettingsRecord {
    preferences: PreferencesRecord,
    voice: Option<VoiceRecord>,
    voice_volume: f64,
    tone_volume: f64,
    vibration: bool,
    /// Nothing in records that were written before it could be chosen.
    #[serde(default)]
    mixing: Option<String>,
    reader: String,
    theme: String,
    #[serde(default)]
    figure: LooksRecord,
    #[serde(default)]
    stretches: Vec<(String, f64)>,
    #[serde(default)]
    invited: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PreferencesRecord {
    density: String,
    fade_teaching: bool,
    rate: f64,
    stretch: f64,
    settling: String,
    stiffer_side: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct VoiceRecord {
    name: String,
    language: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(default)]
struct LooksRecord {
    build: String,
    skin: String,
}

impl Default for LooksRecord {
    /// What a record has that was written before figures could be chosen.
    fn default() -> Self {
        Looks::default().into()
    }
}

impl From<Looks> for LooksRecord {
    fn from(looks: Looks) -> Self {
        Self {
            build: looks.build.name(),
            skin: looks.skin.name(),
        }
    }
}

impl TryFrom<LooksRecord> for Looks {
    type Error = Unreadable;

    fn try_from(record: LooksRecord) -> Result<Self, Unreadable> {
        Ok(Self {
            build: Build::named(&record.build, "figure, build")?,
            skin: Skin::named(&record.skin, "figure, skin")?,
        })
    }
}

impl From<&Preferences> for PreferencesRecord {
    fn from(preferences: &Preferences) -> Self {
        Self {
            density: preferences.density.name(),
            fade_teaching: preferences.fade_teaching,
            rate: preferences.rate,
            stretch: preferences.stretch,
            settling: preferences.settling.name(),
            stiffer_side: preferences.stiffer_side.map(Side::name),
        }
    }
}

impl TryFrom<PreferencesRecord> for Preferences {
    type Error = Unreadable;

    fn try_from(record: PreferencesRecord) -> Result<Self, Unreadable> {
        let side = |name: String| Side::named(&name, "stiffer_side");
        Ok(Self {
            density: Density::named(&record.density, "density")?,
            fade_teaching: record.fade_teaching,
            rate: bounded(record.rate, SLOWEST, QUICKEST, "rate")?,
            stretch: bounded(record.stretch, 0.5, 2.5, "stretch")?,
            settling: Settling::named(&record.settling, "settling")?,
            stiffer_side: record.stiffer_side.map(side).transpose()?,
        })
    }
}

impl From<&Settings> for SettingsRecord {
    fn from(settings: &Settings) -> Self {
        let voice = |voice: &VoiceChoice| VoiceRecord {
            name: voice.name.clone(),
            language: voice.language.clone(),
        };
        Self {
            preferences: (&settings.preferences).into(),
            voice: settings.voice.as_ref().map(voice),
            voice_volume: settings.voice_volume,
            tone_volume: settings.tone_volume,
            vibration: settings.vibration,
            mixing: Some(settings.mixing.name()),
            reader: settings.reader.name(),
            theme: settings.theme.name(),
            figure: settings.figure.into(),
            stretches: settings.stretches.clone(),
            invited: settings.invited,
        }
    }
}

impl TryFrom<SettingsRecord> for Settings {
    type Error = Unreadable;

    fn try_from(record: SettingsRecord) -> Result<Self, Unreadable> {
        let mixing = |name: String| Mixing::named(&name, "mixing");
        let mixing = record.mixing.map(mixing).transpose()?;
        for (voice, stretch) in &record.stretches {
            bounded(*stretch, 0.5, 2.5, &format!("stretches, {voice}"))?;
        }
        Ok(Self {
            preferences: record.preferences.try_into()?,
            voice: record
                .voice
                .map(|VoiceRecord { name, language }| VoiceChoice { name, language }),
            voice_volume: bounded(record.voice_volume, 0.0, 1.0, "voice_volume")?,
            tone_volume: bounded(record.tone_volume, 0.0, 1.0, "tone_volume")?,
            vibration: record.vibration,
            mixing: mixing.unwrap_or_default(),
            reader: Reader::named(&record.reader, "reader")?,
            theme: Theme::named(&record.theme, "theme")?,
            figure: record.figure.try_into()?,
            stretches: record.stretches,
            invited: record.invited,
        })
    }
}

fn bounded(given: f64, least: f64, most: f64, place: &str) -> Result<f64, Unreadable> {
    if (least..=most).contains(&given) {
        Ok(given)
    } else {
        Err(Unreadable::at(
            place,
            &format!("{given} is not between {least} and {most}"),
        ))
    }
}
