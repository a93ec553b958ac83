//! Settings as a record. Fields that an older Limber did not know take their defaults.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, each, pair};
use super::names::Named;
use super::{Unreadable, envelope};
use crate::domain::appearance::Appearance;
use crate::domain::plan::{Preferences, QUICKEST, SLOWEST};
use crate::domain::posture::Side;
use crate::domain::settings::{Settings, VoiceChoice};

#[derive(Debug, Serialize)]
pub(super) struct SettingsRecord {
    preferences: PreferencesRecord,
    voice: Option<VoiceRecord>,
    voice_volume: f64,
    tone_volume: f64,
    vibration: bool,
    mixing: String,
    reader: String,
    theme: String,
    figure: LooksRecord,
    letter_keys: bool,
    stretches: Vec<(String, f64)>,
    invited: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct PreferencesRecord {
    density: String,
    fade_teaching: bool,
    rate: f64,
    stretch: f64,
    settling: String,
    stiffer_side: Option<String>,
}

#[derive(Debug, Serialize)]
struct VoiceRecord {
    name: String,
    language: String,
}

#[derive(Debug, Serialize)]
struct LooksRecord {
    build: String,
    skin: String,
}

/// Serialises settings for storage.
pub fn print_settings(settings: &Settings) -> String {
    envelope::seal(&SettingsRecord::from(settings))
}

/// Reads stored settings.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_settings(kept: &str) -> Result<Settings, Unreadable> {
    envelope::open(kept)
}

impl From<Appearance> for LooksRecord {
    fn from(looks: Appearance) -> Self {
        Self {
            build: looks.build.name(),
            skin: looks.skin.name(),
        }
    }
}

impl Read for Appearance {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let usual = Self::default();
        Ok(Self {
            build: kept.get_or("build", usual.build)?,
            skin: kept.get_or("skin", usual.skin)?,
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

impl Read for Preferences {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        Ok(Self {
            density: kept.get("density")?,
            fade_teaching: kept.get("fade_teaching")?,
            rate: kept.with("rate", |it| bounded(it, SLOWEST, QUICKEST))?,
            stretch: kept.with("stretch", stretch)?,
            settling: kept.get("settling")?,
            stiffer_side: kept.get("stiffer_side")?,
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
            mixing: settings.mixing.name(),
            reader: settings.reader.name(),
            theme: settings.theme.name(),
            figure: settings.figure.into(),
            letter_keys: settings.letter_keys,
            stretches: settings.stretches.clone(),
            invited: settings.invited,
        }
    }
}

impl Read for Settings {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let learned = |it: &Value| each(it, |it| pair(it, String::read, stretch));
        Ok(Self {
            preferences: kept.get("preferences")?,
            voice: kept.get("voice")?,
            voice_volume: kept.with("voice_volume", volume)?,
            tone_volume: kept.with("tone_volume", volume)?,
            vibration: kept.get("vibration")?,
            // Absent in records written before it could be chosen.
            mixing: kept.get::<Option<_>>("mixing")?.unwrap_or_default(),
            reader: kept.get("reader")?,
            theme: kept.get("theme")?,
            figure: kept.get_or("figure", Appearance::default())?,
            letter_keys: kept.get_or("letter_keys", true)?,
            stretches: kept.with_or("stretches", Vec::new(), learned)?,
            invited: kept.get_or("invited", false)?,
        })
    }
}

impl Read for VoiceChoice {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        Ok(Self {
            name: kept.get("name")?,
            language: kept.get("language")?,
        })
    }
}

/// Reads the time a voice takes as a multiple of its estimate.
fn stretch(kept: &Value) -> Result<f64, Unreadable> {
    bounded(kept, 0.5, 2.5)
}

fn volume(kept: &Value) -> Result<f64, Unreadable> {
    bounded(kept, 0.0, 1.0)
}

fn bounded(kept: &Value, least: f64, most: f64) -> Result<f64, Unreadable> {
    let given = f64::read(kept)?;
    if (least..=most).contains(&given) {
        Ok(given)
    } else {
        Err(Unreadable::senseless())
    }
}
