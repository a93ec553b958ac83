//! Everything that can be set, and its record. What an older Limber did not know takes its default.

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Read, bounded, each, pair};
use super::names::{Named, print_name};
use super::preferences::slowness;
use super::rules::{AtStart, Rules};
use super::{Unreadable, envelope};
use crate::domain::appearance::{Appearance, Build, Skin, Theme};
use crate::domain::cue::Density;
use crate::domain::plan::{Preferences, QUICKEST, SLOWEST, SettlingTime};
use crate::domain::posture::Side;

/// There is one record of it, which every tab writes to.
pub(super) const RULES: Rules = Rules {
    name: "settings",
    at_start: AtStart::All,
    is_shared: true,
    is_heeded: true,
    outlives_removal: true,
};

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settings {
    /// How a session goes.
    pub preferences: Preferences,
    /// The voice that speaks; `None` for the device's best one for the language.
    pub voice: Option<VoiceChoice>,
    /// The volume of the voice, from 0 to 1.
    pub voice_volume: f64,
    /// The volume of the tones, from 0 to 1.
    pub tone_volume: f64,
    /// Whether the device vibrates with the tones, where it can.
    pub vibration: bool,
    /// How Limber's sound mixes with that of other apps.
    #[serde(serialize_with = "print_name")]
    pub mixing: Mixing,
    /// Who says the words.
    #[serde(serialize_with = "print_name")]
    pub reader: Reader,
    /// The colour theme.
    #[serde(serialize_with = "print_name")]
    pub theme: Theme,
    /// How the drawn figures look.
    pub figure: Appearance,
    /// Whether single letters are shortcuts in the player. Source: WCAG 2.1.4, they can be switched off.
    pub letter_keys: bool,
    /// How long each known voice takes relative to the estimate, by its name: from 0.5 to 2.5.
    #[serde(rename = "stretches")]
    pub slowness: Vec<(String, f64)>,
    /// Whether the person has answered the invitation to put Limber on the home screen.
    pub invited: bool,
}

/// A new value for one of the settings.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// How much is said.
    Density(Density),
    /// Whether teaching fades.
    FadeTeaching(bool),
    /// How fast the voice speaks.
    Rate(f64),
    /// The volume of the voice.
    VoiceVolume(f64),
    /// The volume of the tones.
    ToneVolume(f64),
    /// Whether the device vibrates.
    Vibration(bool),
    /// How much time is given to get into position.
    Settling(SettlingTime),
    /// The stiffer side.
    StifferSide(Option<Side>),
    /// The voice.
    Voice(Option<VoiceChoice>),
    /// How Limber's sound mixes with that of other apps.
    Mixing(Mixing),
    /// Who says the words.
    Reader(Reader),
    /// Whether single letters are shortcuts in the player.
    LetterKeys(bool),
    /// The colour theme.
    Theme(Theme),
    /// The build of the drawn figures.
    Build(Build),
    /// The skin of the drawn figures.
    Skin(Skin),
}

/// A voice that a person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoiceChoice {
    /// The name of the voice on this device.
    pub name: String,
    /// The language tag.
    pub language: String,
}

/// Who says the words of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Limber's own voice.
    #[default]
    Limber,
    /// The person's screen reader; Limber's voice is off, so that nothing is heard twice.
    ScreenReader,
}

/// How Limber's sound mixes with that of other apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mixing {
    /// Limber has the sound to itself: it continues with the screen locked, and the lock screen shows it.
    #[default]
    Exclusive,
    /// Other sound is lowered while Limber speaks.
    Ducking,
    /// Other sound is left as it is.
    Mixed,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            preferences: Preferences::default(),
            voice: None,
            voice_volume: 1.0,
            tone_volume: 0.6,
            vibration: true,
            mixing: Mixing::default(),
            reader: Reader::default(),
            theme: Theme::default(),
            figure: Appearance::default(),
            letter_keys: true,
            slowness: Vec::new(),
            invited: false,
        }
    }
}

impl Settings {
    /// Changes a setting. Returns whether it was changed: a number that isn't finite changes nothing.
    pub fn set(&mut self, setting: Setting) -> bool {
        let preferences = &mut self.preferences;
        match setting {
            Setting::Density(density) => preferences.density = density,
            Setting::FadeTeaching(fade) => preferences.fade_teaching = fade,
            Setting::Rate(rate) if rate.is_finite() => {
                preferences.rate = rate.clamp(SLOWEST, QUICKEST);
            }
            Setting::VoiceVolume(volume) if volume.is_finite() => {
                self.voice_volume = volume.clamp(0.0, 1.0);
            }
            Setting::ToneVolume(volume) if volume.is_finite() => {
                self.tone_volume = volume.clamp(0.0, 1.0);
            }
            Setting::Rate(_) | Setting::VoiceVolume(_) | Setting::ToneVolume(_) => return false,
            Setting::Vibration(vibration) => self.vibration = vibration,
            Setting::Settling(settling) => preferences.settling = settling,
            Setting::StifferSide(side) => preferences.stiffer_side = side,
            Setting::Voice(voice) => self.voice = voice,
            Setting::Mixing(mixing) => self.mixing = mixing,
            Setting::Reader(reader) => self.reader = reader,
            Setting::LetterKeys(keys) => self.letter_keys = keys,
            Setting::Theme(theme) => self.theme = theme,
            Setting::Build(build) => self.figure.build = build,
            Setting::Skin(skin) => self.figure.skin = skin,
        }
        true
    }

    /// How long this voice takes relative to the estimate: 1 for one that was never heard.
    pub fn slowness_of(&self, voice: &str) -> f64 {
        self.slowness
            .iter()
            .find(|(name, _)| name == voice)
            .map_or(1.0, |(_, slowness)| *slowness)
    }

    /// Learns from one utterance that took `ratio` times its estimate. A single one counts for a tenth, so that a
    /// stumble does not change the pace.
    pub fn learn_slowness(&mut self, voice: &str, ratio: f64) {
        if !ratio.is_finite() || ratio <= 0.0 {
            return;
        }
        let before = self.slowness_of(voice);
        let learned = (before * 0.9 + ratio.clamp(0.5, 2.5) * 0.1).clamp(0.5, 2.5);
        // No voice is so even that more than a thousandth means anything; and a number with so few digits is read back
        // exactly as it was stored.
        let learned = (learned * 1_000.0).round() / 1_000.0;
        match self.slowness.iter_mut().find(|(name, _)| name == voice) {
            Some((_, slowness)) => *slowness = learned,
            None => self.slowness.push((voice.to_owned(), learned)),
        }
    }
}

/// Serialises settings for storage.
pub fn print_settings(settings: &Settings) -> String {
    envelope::seal(settings)
}

/// Reads stored settings.
///
/// # Errors
/// Returns [`Unreadable`] with the place of the fault.
pub fn read_settings(kept: &str) -> Result<Settings, Unreadable> {
    envelope::open(kept)
}

impl Read for Settings {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let volume = |it: &Value| bounded(it, 0.0, 1.0);
        let learned = |it: &Value| each(it, |it| pair(it, String::read, slowness));
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
            slowness: kept.with_or("stretches", Vec::new(), learned)?,
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

impl Named for Mixing {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Exclusive, "alone"),
        (Self::Ducking, "lowering"),
        (Self::Mixed, "along"),
    ];
}

impl Named for Reader {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Limber, "limber"),
        (Self::ScreenReader, "screen-reader"),
    ];
}
