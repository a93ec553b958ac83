//! The person's settings.

use super::appearance::{Appearance, Build, Skin};
use super::cue::Density;
use super::plan::{Preferences, QUICKEST, SLOWEST, Settling};
use super::posture::Side;

/// Everything that can be set, as it is stored on the device.
#[derive(Debug, Clone, PartialEq)]
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
    pub mixing: Mixing,
    /// Who says the words.
    pub reader: Reader,
    /// The colour theme.
    pub theme: Theme,
    /// How the drawn figures look.
    pub figure: Appearance,
    /// Whether single letters are shortcuts in the player. Source: WCAG 2.1.4, they can be switched off.
    pub letter_keys: bool,
    /// How long each known voice takes relative to the estimate, by its name.
    pub stretches: Vec<(String, f64)>,
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
    Settling(Settling),
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    Alone,
    /// Other sound is lowered while Limber speaks.
    Lowering,
    /// Other sound is left as it is.
    Along,
}

/// The colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Follows the device's setting.
    #[default]
    Device,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Default for Settings {
    /// The defaults.
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
            stretches: Vec::new(),
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
    pub fn stretch_of(&self, voice: &str) -> f64 {
        self.stretches
            .iter()
            .find(|(name, _)| name == voice)
            .map_or(1.0, |(_, stretch)| *stretch)
    }

    /// Learns from one utterance that took `ratio` times its estimate. A single one counts for a tenth, so that a
    /// stumble does not change the pace.
    pub fn learn_stretch(&mut self, voice: &str, ratio: f64) {
        if !ratio.is_finite() || ratio <= 0.0 {
            return;
        }
        let learned = (self.stretch_of(voice) * 0.9 + ratio.clamp(0.5, 2.5) * 0.1).clamp(0.5, 2.5);
        // No voice is so even that more than a thousandth means anything; and a number with so few digits is read back
        // exactly as it was stored.
        let learned = (learned * 1_000.0).round() / 1_000.0;
        match self.stretches.iter_mut().find(|(name, _)| name == voice) {
            Some((_, stretch)) => *stretch = learned,
            None => self.stretches.push((voice.to_owned(), learned)),
        }
    }
}
